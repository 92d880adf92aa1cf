/** The head of a comparison: the text's name, and on paper what is compared. On the screen the instruments say that. */

import type { api } from '@travaux/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import css from './compare.module.css'

interface PrintTitleProps {
  readonly text: Pick<api.TextSummary, 'title' | 'language'>
  readonly old: string
  readonly new: string
}

export function PrintTitle({ text, old, new: current }: PrintTitleProps): ReactNode {
  const { t } = useTranslation()
  return (
    <div className={css.printTitle}>
      <p className={css.printName} lang={text.language} dir="auto">
        {text.title}
      </p>
      <p>
        {t('compare.old')}: {old}
      </p>
      <p>
        {t('compare.new')}: {current}
      </p>
      <p>{t('compare.legend')}</p>
    </div>
  )
}
