/** What is selected as its person means it. */

import { TextSelection, type EditorState, type Selection } from 'prosemirror-state'
import { allBlocks } from '../binding/blocks.ts'

/**
 * From the start of one clause to the start of another, as Home and Shift with the arrow down select, is every clause
 * before that other one and nothing of it: it must neither take in their place nor lose its own. An empty clause that is
 * come to is meant too, as nothing of it could be selected otherwise.
 */
export function meant({ doc, selection }: EditorState): Selection {
  const { $from, $to } = selection
  const comesToAnother =
    $from.parent !== $to.parent && $from.parentOffset === 0 && $to.parentOffset === 0 && $to.parent.content.size > 0
  if (!comesToAnother) return selection
  const last = allBlocks(doc).findLast(({ pos }) => pos + 1 < $to.pos)
  return last ? TextSelection.create(doc, $from.pos, last.pos + 1 + last.node.content.size) : selection
}
