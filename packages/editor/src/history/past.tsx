/** The text as it stood at a moment: the same page, read only. */

import type { api } from '@travaux/core'
import { useMemo, useState, type ReactNode } from 'react'
import { Card } from '../refer/card.tsx'
import { Notes } from '../refer/notes.tsx'
import { openDesk } from '../text/desk.ts'
import { Masthead } from '../text/masthead.tsx'
import { paperOf } from '../text/paper.ts'
import { useSurface } from '../text/use-surface.ts'
import css from './history.module.css'

interface PastProps {
  readonly me: string
  readonly moment: api.Moment
}

export function Past({ me, moment: { draft, sha256 } }: PastProps): ReactNode {
  const [desk] = useState(openDesk)
  // Moments between which nothing changed are the same paper.
  // oxlint-disable-next-line react-hooks/exhaustive-deps
  const paper = useMemo(() => paperOf(draft), [sha256])
  const { surface, mount, scroller } = useSurface({ paper, member: me, editable: false, desk })
  return (
    <div className={css.past} ref={scroller}>
      <Masthead text={draft} desk={desk} doc={paper.doc} />
      <div className={css.sheet}>
        <div ref={mount} />
        {surface && <Card surface={surface} desk={desk} />}
        <Notes desk={desk} surface={surface} language={draft.language} />
      </div>
    </div>
  )
}
