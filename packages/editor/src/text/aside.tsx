/** A panel beside the page: a named complementary region that F6 reaches. */

import { useEffectEvent, useLayoutEffect, useRef, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useEscape } from '../app/escape.ts'
import css from './text.module.css'
import { useLeaving } from './use-leaving.ts'

interface AsideDrawer {
  readonly opened: boolean
  /** Whether it closes when one goes back to the text, which it lies over. */
  readonly passing?: boolean
  readonly onClose: () => void
}

interface AsideProps {
  readonly name: 'outline' | 'comments' | 'versions' | 'compare' | 'kept' | 'deleted' | 'authors' | 'checks'
  /** Over the text instead of beside it, and only while it is open. */
  readonly drawer?: AsideDrawer | undefined
  /** Called when it goes away while it has the focus, which would then be nowhere. */
  readonly onKeysLeft?: (() => void) | undefined
  readonly children: ReactNode
}

export function Aside({ name, drawer, onKeysLeft, children }: AsideProps): ReactNode {
  const { t } = useTranslation()
  const region = useRef<HTMLElement>(null)
  const leave = useEffectEvent(() => {
    if (region.current?.contains(document.activeElement)) onKeysLeft?.()
  })
  // Once it is gone nobody could tell where the focus was.
  useLayoutEffect(() => () => leave(), [])
  useEscape(drawer?.opened === true, () => drawer?.onClose())
  useLeaving(drawer?.opened === true && drawer.passing === true, () => drawer?.onClose())
  return (
    <aside
      className={css.aside}
      ref={region}
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
