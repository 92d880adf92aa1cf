/** What a slash offers: the kinds the clause can become, and the usual things to put into it. */

import {
  clausesOf,
  insertWords,
  kindsFor,
  plainWords,
  textIn,
  treeOf,
  turnClause,
  type Hand,
  type Kind,
  type Point,
} from '@travaux/core'
import type * as Y from 'yjs'
import type { SurfaceCommand } from '../writing/surface.ts'

/** Words that are put into the clause, and where in them the caret then stands. */
const insertions = {
  brackets: ['[]', 1],
  rivals: ['[] []', 1],
  date: ['[date]', 6],
  number: ['[X]', 3],
} as const satisfies Readonly<Record<string, readonly [words: string, caret: number]>>
export type Insertion = keyof typeof insertions

/** What is done at the caret once the slash is gone. */
const commands = ['reference', 'footnote', 'offer'] as const satisfies readonly SurfaceCommand[]
export type SlashCommand = (typeof commands)[number]

export type Choice =
  /** `current`: it is of that kind already. */
  | { readonly type: 'kind'; readonly kind: Kind; readonly current: boolean }
  | { readonly type: 'insert'; readonly insert: Insertion }
  | { readonly type: 'command'; readonly command: SlashCommand }
  | { readonly type: 'comment' }

/** Everything that can be chosen at a clause. Cost: O(n), for the kinds. */
export function choicesAt(doc: Y.Doc, clause: string, mayComment: boolean): Choice[] {
  const tree = treeOf(doc)
  const kind = tree.find(({ id }) => id === clause)?.kind
  return [
    ...kindsFor(tree, clause).map((one) => ({ type: 'kind', kind: one, current: one === kind }) as const),
    ...(Object.keys(insertions) as Insertion[]).map((insert) => ({ type: 'insert', insert }) as const),
    ...commands.map((command) => ({ type: 'command', command }) as const),
    ...(mayComment ? [{ type: 'comment' } as const] : []),
  ]
}

/** Whether a choice begins another group than the one before: what the clause is, what is put into it, what is done at it. */
export function beginsGroup(choice: Choice, before: Choice | undefined): boolean {
  return before !== undefined && groupOf(choice) !== groupOf(before)
}

function groupOf({ type }: Choice): string {
  return type === 'comment' ? 'command' : type
}

/** What a choice does to the text; gives where the caret then stands. */
export function choose(hand: Hand, clause: string, choice: Choice): Point {
  const stored = clausesOf(hand.doc).get(clause)
  if (choice.type === 'kind') turnClause(hand, clause, choice.kind)
  if (choice.type !== 'insert') return { clause, offset: 0 }
  const [words, offset] = insertions[choice.insert]
  const text = stored && textIn(stored)
  if (text) insertWords(text, 0, plainWords(words))
  return { clause, offset }
}

/** The choices whose names the typed words begin, then those with a later word that they begin; all where nothing is typed. */
export function matching<T extends { readonly name: string }>(choices: readonly T[], typed: string): T[] {
  const wanted = typed.trim().toLowerCase()
  const begins = choices.filter(({ name }) => name.toLowerCase().startsWith(wanted))
  const later = choices.filter((one) => !begins.includes(one) && hasWord(one.name.toLowerCase(), wanted))
  return [...begins, ...later]
}

function hasWord(name: string, beginning: string): boolean {
  return [...name.matchAll(/[\p{L}\p{M}\p{N}]+/gu)].some(({ index }) => name.startsWith(beginning, index))
}
