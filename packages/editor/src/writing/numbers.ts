/** Numbers beside the clauses: computed from the tree, shown as attributes of the blocks, never part of the words. */

import { frozenIn, numberClauses, placedClauses, type Clause, type ClauseNumber } from '@travaux/core'
import { Plugin, PluginKey, type EditorState } from 'prosemirror-state'
import { Decoration, DecorationSet } from 'prosemirror-view'
import type * as Y from 'yjs'
import { allBlocks } from '../binding/blocks.ts'

interface Numbering {
  readonly numbers: ReadonlyMap<string, ClauseNumber>
  readonly marks: DecorationSet
}

const key = new PluginKey<Numbering>('numbers')

/** Meta of the transaction that asks for numbering again. */
export const RENUMBER = 'renumber'

/** Numbers of a document's clauses by id, and how deep each point lies among points. */
export function numbersOf(doc: Y.Doc, language: string): ReadonlyMap<string, ClauseNumber> {
  const clauses: Clause[] = placedClauses(doc).map(({ clause: { id, stored }, parent, depth }) => {
    const [kind, label] = [stored.get('kind'), stored.get('label')]
    const shown = { id, kind: typeof kind === 'string' ? kind : 'text', parent, depth, words: [] }
    return typeof label === 'string' ? { ...shown, label } : shown
  })
  return numberClauses(clauses, language, frozenIn(doc).frozen)
}

function numbering(state: EditorState, doc: Y.Doc, language: string): Numbering {
  const numbers = numbersOf(doc, language)
  return { numbers, marks: DecorationSet.create(state.doc, numberMarks(state, numbers)) }
}

/** One mark a block; the level of a point counts the points it stands in, by depth. */
function numberMarks(state: EditorState, numbers: ReadonlyMap<string, ClauseNumber>): Decoration[] {
  const open: { depth: number; level: number }[] = []
  return allBlocks(state.doc).map(({ id, kind, depth, pos, node }) => {
    while ((open.at(-1)?.depth ?? -1) >= depth) open.pop()
    const level = (open.at(-1)?.level ?? 0) + (kind === 'point' || kind === 'entry' ? 1 : 0)
    open.push({ depth, level })
    const label = numbers.get(id)?.label ?? ''
    return Decoration.node(pos, pos + node.nodeSize, { 'data-label': label, 'data-level': String(level) })
  })
}

/** Shows the numbers. They are computed again where a transaction has `RENUMBER`, and else keep their blocks. */
export function numbersPlugin(doc: Y.Doc, language: string): Plugin<Numbering> {
  return new Plugin<Numbering>({
    key,
    state: {
      init: (_config, state) => numbering(state, doc, language),
      apply: (tr, old, _before, state) => {
        if (tr.getMeta(RENUMBER) !== undefined) return numbering(state, doc, language)
        return tr.docChanged ? { ...old, marks: old.marks.map(tr.mapping, tr.doc) } : old
      },
    },
    props: { decorations: (state) => key.getState(state)?.marks },
  })
}

/** The numbers as shown now. */
export function shownNumbers(state: EditorState): ReadonlyMap<string, ClauseNumber> {
  return key.getState(state)?.numbers ?? new Map()
}
