/** Numbers beside the clauses: computed from the tree, shown as attributes of the blocks, never part of the words. */

import {
  citer,
  frozenIn,
  numberClauses,
  optionOf,
  placedClauses,
  readOptions,
  type Citer,
  type Clause,
  type ClauseNumber,
} from '@travaux/core'
import { Plugin, PluginKey, type EditorState } from 'prosemirror-state'
import { Decoration, DecorationSet } from 'prosemirror-view'
import type * as Y from 'yjs'
import { allBlocks } from '../binding/blocks.ts'

interface Numbering {
  readonly clauses: readonly Clause[]
  readonly numbers: ReadonlyMap<string, ClauseNumber>
  readonly marks: DecorationSet
}

const key = new PluginKey<Numbering>('numbers')

/** Meta of the transaction that asks for numbering again. */
export const RENUMBER = 'renumber'

/** The clauses of a document as far as numbering asks: without their words. */
function wordlessClauses(doc: Y.Doc): Clause[] {
  return placedClauses(doc).map(({ clause: { id, stored }, parent, depth }) => {
    const [kind, label, option] = [stored.get('kind'), stored.get('label'), optionOf(stored)]
    return {
      id,
      kind: typeof kind === 'string' ? kind : 'text',
      parent,
      depth,
      words: [],
      ...(typeof label === 'string' && { label }),
      ...(option !== undefined && { option }),
    }
  })
}

function numbering(state: EditorState, doc: Y.Doc, language: string): Numbering {
  const clauses = wordlessClauses(doc)
  const numbers = numberClauses(clauses, language, frozenIn(doc).frozen)
  const options = new Set(readOptions(clauses).keys())
  return { clauses, numbers, marks: DecorationSet.create(state.doc, numberMarks(state, numbers, options)) }
}

/** One mark a block. The level of a point counts the points it stands in, by depth; what is beneath an option says so. */
function numberMarks(
  state: EditorState,
  numbers: ReadonlyMap<string, ClauseNumber>,
  options: ReadonlySet<string>,
): Decoration[] {
  const open: { depth: number; level: number; optional: boolean }[] = []
  return allBlocks(state.doc).map(({ id, kind, depth, pos, node }) => {
    while ((open.at(-1)?.depth ?? -1) >= depth) open.pop()
    const level = (open.at(-1)?.level ?? 0) + (kind === 'point' || kind === 'entry' ? 1 : 0)
    const within = open.at(-1)?.optional === true
    open.push({ depth, level, optional: within || options.has(id) })
    const label = numbers.get(id)?.label ?? ''
    const attributes = { 'data-label': label, 'data-level': String(level) }
    const option = options.has(id) ? 'itself' : within ? 'within' : undefined
    return Decoration.node(pos, pos + node.nodeSize, option ? { ...attributes, 'data-option': option } : attributes)
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

const citers = new WeakMap<Numbering['numbers'], Citer>()

/** Cites clauses by the numbers as shown now; made when it is first asked for. */
export function shownCiter(state: EditorState, language: string): Citer | undefined {
  const shown = key.getState(state)
  if (!shown) return undefined
  const known = citers.get(shown.numbers)
  if (known) return known
  const made = citer(shown.clauses, language, shown.numbers)
  citers.set(shown.numbers, made)
  return made
}
