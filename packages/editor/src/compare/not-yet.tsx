/** What stands in place of a comparison that is not there yet, or could not be made. */

import { Loader } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import css from './compare.module.css'

interface NotYetProps {
  readonly bar: ReactNode
  readonly failure: string | undefined
}

export function NotYet({ bar, failure }: NotYetProps): ReactNode {
  const { t } = useTranslation()
  return (
    <>
      <div className={css.head}>{bar}</div>
      {failure === undefined ? (
        <output className={css.said}>
          <Loader size="sm" /> {t('compare.working')}
        </output>
      ) : (
        <div className={css.said} role="alert">
          <h2>{t('compare.failed')}</h2>
          <p>{failure}</p>
          <p>{t('compare.failedHow')}</p>
        </div>
      )}
    </>
  )
}
