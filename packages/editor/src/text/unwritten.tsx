/** What stands on the page of a text without a word: how to begin it, or that there is nothing to read yet. */

import { useEffect, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { areKeysFree } from '../app/arrival.ts'
import { useStore } from '../app/store.ts'
import type { Surface } from '../writing/surface.ts'
import css from './text.module.css'

interface UnwrittenProps {
  readonly surface: Surface
  readonly editable: boolean
  readonly shown: boolean
}

/** Whoever may write need not press into the text first: it takes the keys, unless something else has them. */
export function Unwritten({ surface, editable, shown }: UnwrittenProps): ReactNode {
  const { t } = useTranslation()
  const unwritten = useStore(surface.counts, ({ text }) => text?.words === 0 && text.clauses <= 1)
  const ready = unwritten && editable && shown
  useEffect(() => {
    if (ready && areKeysFree()) surface.focus()
  }, [ready, surface])
  if (!unwritten) return null
  return (
    <p className={css.unwritten} data-reader={!editable}>
      {t(editable ? 'unwritten.begin' : 'unwritten.reader')}
    </p>
  )
}
