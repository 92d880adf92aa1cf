/** What is selected as its person means it. */

import { TextSelection, type EditorState, type Selection } from 'prosemirror-state'
import { allBlocks } from '../binding/blocks.ts'

/**
 * The selection, without a clause that it only comes to the start of. Home and Shift with the arrow down select from the
 * start of one clause to the start of the next: the first is meant, and the next must neither be deleted nor take the
 * first one's place. An empty clause at the end is meant too, since nothing else of it could be selected.
 */
export function meant({ doc, selection }: EditorState): Selection {
  const { $from, $to } = selection
  const comesToAnother =
    $from.parent !== $to.parent && $from.parentOffset === 0 && $to.parentOffset === 0 && $to.parent.content.size > 0
  if (!comesToAnother) return selection
  const last = allBlocks(doc).findLast(({ pos }) => pos + 1 < $to.pos)
  return last ? TextSelection.create(doc, $from.pos, last.pos + 1 + last.node.content.size) : selection
}
