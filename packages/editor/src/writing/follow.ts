/** Keeping somebody's caret in sight: calmly, for the page moves only where their line leaves what is read in comfort. */

import type { EditorView } from 'prosemirror-view'
import type { Awareness } from 'y-protocols/awareness'
import type * as Y from 'yjs'
import { caretOfMember } from './carets.ts'
import { bringLine, isLineInBand } from './places.ts'

export interface FollowPlan {
  readonly view: EditorView
  readonly doc: Y.Doc
  readonly awareness: Awareness
  readonly scroller: HTMLElement
  /** Goes to a clause; false where the text has no such clause. */
  readonly jump: (clause: string) => boolean
}

/** Follows in a view; to be stopped before the view is destroyed. */
export function followIn({ view, doc, awareness, scroller, jump }: FollowPlan) {
  let member: string | null = null
  let clause: string | undefined
  let frame: number | undefined
  const keepInSight = (at: number | undefined): void => {
    if (at !== undefined && !isLineInBand(view, scroller, at)) bringLine(view, scroller, at)
  }
  const look = (): void => {
    frame = undefined
    const caret = member === null ? undefined : caretOfMember(view.state, doc, awareness, member)
    if (!caret) return
    const isElsewhere = caret.clause !== clause
    if (isElsewhere && !jump(caret.clause)) return
    clause = caret.clause
    keepInSight(caret.at)
    // What comes into sight for the first time is measured in this frame, and may push the line away.
    if (isElsewhere) soon()
  }
  const soon = (): void => {
    frame ??= requestAnimationFrame(look)
  }
  // Where the page or the text is of another size, their line is elsewhere.
  const sizes = new ResizeObserver(() => {
    if (member !== null) soon()
  })
  for (const element of [scroller, view.dom]) sizes.observe(element)
  awareness.on('change', soon)
  return {
    /** Goes where a member's caret is from now on, or nowhere any more. Said again, it looks again whether that is in sight. */
    follow: (next: string | null): void => {
      if (next !== member) clause = undefined
      member = next
      if (next !== null) soon()
    },
    stop: (): void => {
      if (frame !== undefined) cancelAnimationFrame(frame)
      sizes.disconnect()
      awareness.off('change', soon)
    },
  }
}
