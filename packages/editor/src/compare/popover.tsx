/** One clause against its baseline, opened from the mark beside it. */

import { CloseButton } from '@mantine/core'
import type { Pair } from '@travaux/core'
import { useEffect, useRef, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useEscape } from '../app/escape.ts'
import { Link } from '../app/router.tsx'
import type { Route } from '../app/route.ts'
import css from './compare.module.css'
import { Redline } from './redline.tsx'
import { Tags } from './tags.tsx'

interface ClauseDifferenceProps {
  readonly pair: Pair
  /** Pixels from the top of the page. */
  readonly top: number
  readonly compare: Extract<Route, { kind: 'compare' }>
  readonly onClose: () => void
}

export function ClauseDifference({ pair, top, compare, onClose }: ClauseDifferenceProps): ReactNode {
  const { t } = useTranslation()
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => dialog.current?.focus({ preventScroll: true }), [])
  useEscape(true, onClose)
  return (
    <dialog
      open
      className={css.popover}
      style={{ insetBlockStart: top }}
      aria-label={t('compare.againstBaseline')}
      tabIndex={-1}
      ref={dialog}
    >
      <div className={css.popoverHead}>
        <Tags pair={pair} />
        <CloseButton size="sm" aria-label={t('compare.close')} onClick={onClose} />
      </div>
      <p className={css.popoverWords} dir="auto">
        <Redline words={pair.words} />
      </p>
      <p className={css.popoverLinks}>
        <Link to={compare}>{t('compare.whole')}</Link>
        <Link to={{ kind: 'compare', text: compare.text, of: compare.clause }}>{t('compare.historyOf')}</Link>
      </p>
    </dialog>
  )
}
