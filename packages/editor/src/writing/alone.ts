/**
 * One heading alone, with what stands beneath it; the rest is folded away.
 *
 * Laws. (1) What is selected is never folded away: where the selection leaves what is shown, whoever moved it, the whole
 * text is shown again at once, so that no key goes to another clause than the caret's. (2) Where the heading leaves the
 * text, the whole text is shown again.
 */

import type { Node } from 'prosemirror-model'
import { Plugin, PluginKey, TextSelection, type EditorState, type Selection, type Transaction } from 'prosemirror-state'
import { Decoration, DecorationSet } from 'prosemirror-view'
import { RECEIVED, RESTRUCTURED } from '../binding/bind.ts'
import { allBlocks, type Block } from '../binding/blocks.ts'
import { clausesUnder } from '../focus/article.ts'
import type { Unfolded } from './surface.ts'

interface Alone {
  /** The heading that alone is shown, with what stands beneath it; null where all is. */
  readonly heading: string | null
  /** Why all is shown, where nobody asked for that. */
  readonly why: Unfolded | null
  readonly marks: DecorationSet
}

const key = new PluginKey<Alone>('alone')
const whole: Alone = { heading: null, why: null, marks: DecorationSet.empty }

/** Folds away all but the heading that `showAlone` names. */
export function alonePlugin(): Plugin<Alone> {
  return new Plugin<Alone>({
    key,
    state: { init: () => whole, apply: (tr, old, _before, state) => next(tr, old, state) },
    props: {
      decorations: (state) => key.getState(state)?.marks,
      attributes: (state) => (isAlone(state) ? { class: 'focusing' } : {}),
    },
  })
}

function isAlone(state: EditorState): boolean {
  return (key.getState(state)?.heading ?? null) !== null
}

/** The blocks that are shown, in reading order. */
export function blocksShown(state: EditorState): readonly Block[] {
  const heading = key.getState(state)?.heading ?? null
  return heading === null ? allBlocks(state.doc) : under(state.doc, heading)
}

/** Whether the block at a position is folded away. */
export function isFolded(state: EditorState, pos: number): boolean {
  return isAlone(state) && key.getState(state)?.marks.find(pos + 1, pos + 1).length === 0
}

/** Shows a heading alone, or the whole text again. A selection that would be folded away goes to the heading. */
export function showAlone(tr: Transaction, heading: string | null): Transaction {
  const blocks = under(tr.doc, heading)
  const [first] = blocks
  if (first && !isWithin(blocks, tr.selection)) tr.setSelection(TextSelection.create(tr.doc, first.pos + 1))
  return tr.setMeta(key, { heading })
}

/** Why the whole text is shown again by the step from one state to another; null where it is not, or was asked for. */
export function unfoldedBy(before: EditorState, state: EditorState): Unfolded | null {
  return isAlone(before) ? (key.getState(state)?.why ?? null) : null
}

function next(tr: Transaction, old: Alone, { doc, selection }: EditorState): Alone {
  const given = tr.getMeta(key) as { readonly heading: string | null } | undefined
  const heading = given ? given.heading : old.heading
  if (heading === null) return given ? whole : old
  const mapped = tr.docChanged ? { ...old, marks: old.marks.map(tr.mapping, doc) } : old
  // What was written here has yet to be written to the document, and the clauses in it to be named.
  if (tr.docChanged && tr.getMeta(RECEIVED) === undefined) return mapped
  const blocks = under(doc, heading)
  if (blocks.length === 0) return { ...whole, why: 'gone' }
  if (!isWithin(blocks, selection)) return { ...whole, why: 'caret' }
  return given || tr.getMeta(RESTRUCTURED) !== undefined ? drawn(doc, heading, blocks) : mapped
}

function drawn(doc: Node, heading: string, blocks: readonly Block[]): Alone {
  const marks = blocks.map(({ pos, node }) => Decoration.node(pos, pos + node.nodeSize, { class: 'in-focus' }))
  return { heading, why: null, marks: DecorationSet.create(doc, marks) }
}

/** In reading order, one after the other; none where the heading is not in the text. */
function under(doc: Node, heading: string | null): readonly Block[] {
  return heading === null ? [] : clausesUnder(allBlocks(doc), heading)
}

function isWithin(blocks: readonly Block[], { from, to }: Selection): boolean {
  const [first, last] = [blocks[0], blocks.at(-1)]
  return first !== undefined && last !== undefined && first.pos <= from && to <= last.pos + last.node.nodeSize
}
