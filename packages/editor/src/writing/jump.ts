/** Jumping to a clause, which is marked for a moment. */

import type { Transaction } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { findBlock } from '../binding/blocks.ts'
import type { revealedMarks } from './marks.ts'
import { reveal } from './places.ts'

/** Milliseconds for which a clause that was jumped to is marked. */
const REVEALED = 1600

export type Redraw = (change: (tr: Transaction) => Transaction) => void

/** Jumps in a view; `revealed` draws the mark. To be stopped before the view is destroyed. */
export function jumpsIn(view: EditorView, redraw: Redraw, revealed: ReturnType<typeof revealedMarks>) {
  let fading: ReturnType<typeof setTimeout> | undefined
  return {
    /** Scrolls to a clause, and with `focus` puts the caret there; false where the text has no such clause. */
    jump: (clause: string, focus: boolean): boolean => {
      if (!findBlock(view.state.doc, clause)) return false
      clearTimeout(fading)
      fading = setTimeout(() => redraw((tr) => revealed.give(tr, '')), REVEALED)
      redraw((tr) => revealed.give(tr, clause))
      reveal(view, findBlock(view.state.doc, clause)?.pos, focus)
      return true
    },
    stop: () => clearTimeout(fading),
  }
}
