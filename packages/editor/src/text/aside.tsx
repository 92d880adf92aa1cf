/** A panel beside the page: a named complementary region that F6 reaches. */

import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useEscape } from '../app/escape.ts'
import css from './text.module.css'

interface AsideProps {
  readonly name: 'outline' | 'comments' | 'versions' | 'compare' | 'kept' | 'deleted' | 'authors' | 'checks'
  /** Over the text instead of beside it, and only while it is open. */
  readonly drawer?: { readonly opened: boolean; readonly onClose: () => void } | undefined
  readonly children: ReactNode
}

export function Aside({ name, drawer, children }: AsideProps): ReactNode {
  const { t } = useTranslation()
  useEscape(drawer?.opened === true, () => drawer?.onClose())
  return (
    <aside
      className={css.aside}
      aria-label={t(`${name}.title`)}
      data-name={name}
      data-drawer={drawer !== undefined}
      data-region
      tabIndex={-1}
      hidden={drawer?.opened === false}
    >
      {children}
    </aside>
  )
}
