/** Keeping what one looks at where it is on the screen, while the page around it grows or shrinks. */

import type { EditorView } from 'prosemirror-view'
import { findBlock } from '../binding/blocks.ts'
import { clauseAtTop, isHeadInSight } from './places.ts'

/**
 * Notes where the line of the caret is on the screen, or the clause at the top where the caret is out of sight.
 * @returns scrolls it back to there; does nothing where it is no longer shown
 */
export function steady(view: EditorView, scroller: HTMLElement): () => void {
  const top = isHeadInSight(view, scroller) ? lineOfHead(view) : clauseNow(view, clauseAtTop(view, scroller))
  const before = top()
  return () => {
    const now = top()
    if (before !== undefined && now !== undefined) scroller.scrollTop += now - before
  }
}

function lineOfHead(view: EditorView): () => number | undefined {
  return () => view.coordsAtPos(view.state.selection.head).top
}

function clauseNow(view: EditorView, clause: string | undefined): () => number | undefined {
  return () => {
    const block = clause === undefined ? undefined : findBlock(view.state.doc, clause)
    const element = block && view.nodeDOM(block.pos)
    return element instanceof HTMLElement && element.offsetParent ? element.getBoundingClientRect().top : undefined
  }
}
