/** Numbers in the margin: computed from the document whenever its structure changes, and drawn where they differ. */

import {
  bareClauses,
  citer,
  freedNumbers,
  isHeading,
  joinedTo,
  numberClauses,
  readOptions,
  shownFrozen,
  type Citer,
  type Clause,
  type ClauseNumber,
  type Freed,
} from '@travaux/core'
import type { Node } from 'prosemirror-model'
import { Plugin, PluginKey, type EditorState } from 'prosemirror-state'
import { Decoration, DecorationSet } from 'prosemirror-view'
import type * as Y from 'yjs'
import { RESTRUCTURED } from '../binding/bind.ts'
import { allBlocks, type Block } from '../binding/blocks.ts'

/** A document's clauses without their words, what they are called, and which numbers are free among theirs. */
export interface Numbered {
  readonly clauses: readonly Clause[]
  readonly numbers: ReadonlyMap<string, ClauseNumber>
  readonly free: readonly Freed[]
  /** Where the words stand of a clause that was joined to another, and what stands for one that was cut. */
  readonly joinedTo: (clause: string) => string | undefined
}

interface Numbering extends Numbered {
  readonly margins: readonly Margin[]
  readonly marks: DecorationSet
}

const key = new PluginKey<Numbering>('numbers')

/** Numbers the clauses of a document as it stands. */
export function numbersOf(doc: Y.Doc, language: string): Numbered {
  const clauses = bareClauses(doc)
  const kept = shownFrozen(doc)
  const numbers = numberClauses(clauses, language, kept.frozen, kept.frozenKinds)
  return {
    clauses,
    numbers,
    free: freedNumbers({ clauses, language, ...kept }, numbers),
    joinedTo: (id) => joinedTo(doc, id),
  }
}

/** What stands in a clause's margin. */
interface Margin {
  readonly block: Block
  readonly label: string
  /** How many points the clause stands in, itself included. */
  readonly level: number
  /** Whether the clause is an option or beneath one: a provision, or a heading with provisions beneath it. */
  readonly option: 'itself' | 'within' | 'heading' | 'beneath' | undefined
}

/** The margins of blocks in order, from the first on; levels follow from the depths. */
export function marginsOf(
  blocks: readonly Block[],
  { clauses, numbers }: Pick<Numbered, 'clauses' | 'numbers'>,
): Margin[] {
  const options = readOptions(clauses)
  const open: { depth: number; level: number; beneath: Margin['option'] }[] = []
  return blocks.map((block) => {
    const { id, kind, depth } = block
    while ((open.at(-1)?.depth ?? -1) >= depth) open.pop()
    const level = (open.at(-1)?.level ?? 0) + (kind === 'point' || kind === 'entry' ? 1 : 0)
    const inherited = open.at(-1)?.beneath
    const [own, beneath] = isHeading(kind) ? (['heading', 'beneath'] as const) : (['itself', 'within'] as const)
    const option = options.has(id) ? own : inherited
    open.push({ depth, level, beneath: options.has(id) ? beneath : inherited })
    return { block, label: numbers.get(id)?.label ?? '', level, option }
  })
}

/** The attributes that the style sheet draws a margin from. */
export function marginAttributes({ label, level, option }: Omit<Margin, 'block'>): Record<string, string> {
  return { 'data-label': label, 'data-level': String(level), ...(option && { 'data-option': option }) }
}

const saidOf = ({ label, level, option }: Margin): string => `${level} ${option ?? ''} ${label}`

function markOf(margin: Margin): Decoration {
  const { pos, node } = margin.block
  return Decoration.node(pos, pos + node.nodeSize, marginAttributes(margin), { said: saidOf(margin) })
}

/** Marks that say what the margins now hold. */
interface Drawn {
  readonly margins: readonly Margin[]
  readonly marks: DecorationSet
}

/** Beyond so many margins that say something else, all are sooner drawn anew than put among those that stand. */
const MANY = 100

function drawnAnew(doc: Node, margins: readonly Margin[]): Drawn {
  return { margins, marks: DecorationSet.create(doc, margins.map(markOf)) }
}

/**
 * Draws margins anew where they say something else than before, to the ends of the groups that those stand in: a mark
 * may have gone with a group that was parted. `before` has its marks where they now are.
 */
function redrawn(doc: Node, { margins: before, marks }: Drawn, margins: readonly Margin[]): Drawn {
  const stretch = changedStretch(before, margins)
  const [first, last] = [margins[stretch[0]], margins[stretch[1] - 1]]
  if (!first || !last || stretch[0] === stretch[1]) return { margins, marks }
  const [from, to] = [doc.resolve(first.block.pos).before(1), doc.resolve(last.block.pos).after(1)]
  const stale = new Map(marks.find(from, to).map((mark) => [mark.from, mark]))
  const fresh: Decoration[] = []
  for (const margin of marginsWithin(margins, stretch, [from, to])) {
    const { pos, node } = margin.block
    const mark = stale.get(pos)
    const { said } = (mark?.spec ?? {}) as { said?: string }
    if (mark?.to === pos + node.nodeSize && said === saidOf(margin)) stale.delete(pos)
    else fresh.push(markOf(margin))
  }
  if (fresh.length > MANY) return drawnAnew(doc, margins)
  return { margins, marks: marks.remove([...stale.values()]).add(doc, fresh) }
}

type Stretch = readonly [start: number, end: number]

/**
 * Between the margins that are the same from the first on and those that are the same up to the last, with one of each:
 * beside what went, a clause that others were joined to has lost its mark.
 */
function changedStretch(before: readonly Margin[], now: readonly Margin[]): Stretch {
  const [shorter, grown] = [Math.min(before.length, now.length), now.length - before.length]
  let start = 0
  while (start < shorter && saysTheSame(before[start], now[start])) start++
  let end = now.length
  while (end > Math.max(start, start + grown) && saysTheSame(before[end - 1 - grown], now[end - 1])) end--
  if (start === end && grown === 0) return [start, end]
  return [Math.max(start - 1, 0), Math.min(end + 1, now.length)]
}

function saysTheSame(one: Margin | undefined, other: Margin | undefined): boolean {
  return (
    one?.block.id === other?.block.id &&
    one?.label === other?.label &&
    one?.level === other?.level &&
    one?.option === other?.option
  )
}

function marginsWithin(margins: readonly Margin[], [start, end]: Stretch, [from, to]: Stretch): readonly Margin[] {
  let first = start
  let behind = end
  while ((margins[first - 1]?.block.pos ?? -1) >= from) first--
  while ((margins[behind]?.block.pos ?? to) < to) behind++
  return margins.slice(first, behind)
}

/** Shows the numbers. They are computed again where a transaction restructured the text, and else keep their blocks. */
export function numbersPlugin(doc: Y.Doc, language: string): Plugin<Numbering> {
  const numbering = (shown: Node, draw: (margins: readonly Margin[]) => Drawn): Numbering => {
    const numbered = numbersOf(doc, language)
    return { ...numbered, ...draw(marginsOf(allBlocks(shown), numbered)) }
  }
  return new Plugin<Numbering>({
    key,
    state: {
      init: (_config, { doc: shown }) => numbering(shown, (margins) => drawnAnew(shown, margins)),
      apply: (tr, old) => {
        const marks = tr.docChanged ? old.marks.map(tr.mapping, tr.doc) : old.marks
        if (tr.getMeta(RESTRUCTURED) === undefined) return tr.docChanged ? { ...old, marks } : old
        return numbering(tr.doc, (margins) => redrawn(tr.doc, { ...old, marks }, margins))
      },
    },
    props: { decorations: (state) => key.getState(state)?.marks },
  })
}

/** The numbers as shown now. */
export function shownNumbers(state: EditorState): ReadonlyMap<string, ClauseNumber> {
  return key.getState(state)?.numbers ?? new Map()
}

/** The numbers as shown now, with those that are free. */
export function shownFreed(state: EditorState): Numbered | undefined {
  return key.getState(state)
}

const citers = new WeakMap<Numbered['numbers'], Citer>()

/** Cites clauses by the numbers as shown now; made when it is first asked for. */
export function shownCiter(state: EditorState, language: string): Citer | undefined {
  const shown = key.getState(state)
  if (!shown) return undefined
  const known = citers.get(shown.numbers)
  if (known) return known
  const made = citer({ ...shown, language })
  citers.set(shown.numbers, made)
  return made
}
