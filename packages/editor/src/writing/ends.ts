/**
 * Keys that go to an end of the text, or of what is selected across clauses. Browsers stop where nothing is drawn, and of a
 * long text only what is near the part in sight is.
 */

import { TextSelection, type Command, type EditorState } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { blocksShown } from './alone.ts'

type End = 'start' | 'end'

/** Goes to an end of what is shown, and selects all up to there where it is to `extend` the selection. */
function toEnd(end: End, { extend }: { readonly extend: boolean }): Command {
  return (state, dispatch, view) => {
    const blocks = blocksShown(state)
    const block = end === 'start' ? blocks[0] : blocks.at(-1)
    if (!block) return false
    const head = block.pos + 1 + (end === 'start' ? 0 : block.node.content.size)
    if (dispatch && view) go(view, extend ? state.selection.anchor : head, head)
    return true
  }
}

/** Goes to an end of what is selected across clauses. */
function toSide(side: 'left' | 'right'): Command {
  return ({ selection }, dispatch, view) => {
    const { $from, $to, from, to } = selection
    if (!view || $from.parent === $to.parent) return false
    const isForward = (side === 'right') === (getComputedStyle(view.dom).direction === 'ltr')
    const at = isForward ? to : from
    if (dispatch) go(view, at, at)
    return true
  }
}

function go(view: EditorView, anchor: number, head: number): void {
  const select = ({ doc, tr }: EditorState) =>
    tr.setSelection(TextSelection.between(doc.resolve(anchor), doc.resolve(head)))
  view.dispatch(select(view.state))
  // What is far away is drawn once its clause is in sight, and only then is it known where its lines are.
  const clause = view.nodeDOM(view.state.selection.$head.before())
  if (clause instanceof HTMLElement) clause.scrollIntoView({ block: 'nearest', behavior: 'instant' })
  view.dispatch(view.state.tr.scrollIntoView())
}

export const endKeys: Readonly<Record<string, Command>> = {
  'Mod-Home': toEnd('start', { extend: false }),
  'Mod-End': toEnd('end', { extend: false }),
  'Mod-Shift-Home': toEnd('start', { extend: true }),
  'Mod-Shift-End': toEnd('end', { extend: true }),
  // As on a Mac.
  'Cmd-ArrowUp': toEnd('start', { extend: false }),
  'Cmd-ArrowDown': toEnd('end', { extend: false }),
  'Cmd-Shift-ArrowUp': toEnd('start', { extend: true }),
  'Cmd-Shift-ArrowDown': toEnd('end', { extend: true }),
  ArrowLeft: toSide('left'),
  ArrowRight: toSide('right'),
}
