/** Bold, italics, underline, superscript: what the selected words are, and taking all of it off again. */

import { toggleMark } from 'prosemirror-commands'
import type { Command, EditorState } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { schema } from '../binding/schema.ts'

/** The marks that a person sets by hand. */
export const formats = ['strong', 'em', 'underline', 'superscript'] as const
export type Format = (typeof formats)[number]

/** The selected words: what all of them are, and where they stand on the screen, in pixels of the window. */
export interface Formatting {
  readonly formats: ReadonlySet<Format>
  readonly from: { readonly left: number; readonly top: number }
  readonly to: { readonly right: number; readonly bottom: number }
}

/** As in a word processor: words that are only partly bold become bold. */
export function toggleFormat(name: Format): Command {
  return toggleMark(schema.marks[name] as never, null, { removeWhenPresent: false })
}

/** Takes bold, italics, underline and superscript off the selected words; marks this version does not know stay. */
export const clearFormats: Command = (state, dispatch) => {
  const { from, to, empty } = state.selection
  const { tr } = state
  for (const name of formats) {
    const mark = schema.marks[name]
    if (mark && empty) tr.removeStoredMark(mark)
    else if (mark) tr.removeMark(from, to, mark)
  }
  dispatch?.(tr)
  return true
}

/** What is selected, or null where nothing is. */
export function formattingOf(view: EditorView): Formatting | null {
  const { from, to, empty } = view.state.selection
  if (empty) return null
  return { formats: formatsOf(view.state), from: view.coordsAtPos(from, 1), to: view.coordsAtPos(to, -1) }
}

/** The marks that every selected word has; none where no words are selected. Cost: one pass over the selected clauses. */
export function formatsOf({ doc, selection: { from, to } }: EditorState): ReadonlySet<Format> {
  const common = new Set<Format>(formats)
  let words = false
  doc.nodesBetween(from, to, (node) => {
    if (!node.isText) return common.size > 0
    words = true
    for (const name of common) if (!node.marks.some((mark) => mark.type.name === name)) common.delete(name)
    return false
  })
  return words ? common : new Set()
}
