/** The quiet voice of the page: a polite live region, which leaves the text box what it is to a screen reader. */

import { shownKind } from '@travaux/core'
import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from '../app/store.ts'
import type { ShownThread } from '../comments/overlay.ts'
import type { Desk } from '../text/desk.ts'
import { heardAt, sayingOf, type Heard } from './spoken.ts'

/** A caret that runs through clauses says only where it comes to rest, after so many milliseconds. */
const REST = 350

interface SpokenProps {
  readonly desk: Desk
  readonly threads: readonly ShownThread[]
}

export function Spoken({ desk, threads }: SpokenProps): ReactNode {
  const { t } = useTranslation()
  const caret = useStore(desk, (state) => state.caret)
  const items = useStore(desk, (state) => state.items)
  const before = useRef<Heard>(undefined)
  const [words, say] = useState('')
  const open = useMemo(
    () => threads.filter(({ resolved }) => !resolved).map(({ anchor }) => ({ clause: anchor.clause })),
    [threads],
  )
  useEffect(() => {
    const timer = setTimeout(() => {
      const heard = heardAt(items, caret, open)
      const saying = sayingOf(before.current, heard)
      before.current = heard ?? before.current
      if (saying?.kind === 'renamed') say(t('spoken.renamed', { number: saying.to }))
      else if (saying) {
        const { name, kind, comments } = saying.heard
        const place = t('spoken.entered', { number: name, kind: t(`kind.${shownKind(kind)}`) })
        say(comments > 0 ? `${place} ${t('spoken.comments', { count: comments })}` : place)
      }
    }, REST)
    return () => clearTimeout(timer)
  }, [t, caret, items, open])
  return (
    <output className="hidden-words" aria-live="polite" aria-label={t('spoken.label')}>
      {words}
    </output>
  )
}
