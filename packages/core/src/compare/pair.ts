/** From groups of clauses to pairs: in reading order, with what happened to each and its words. */

import { joinedText } from './check.ts'
import { changes, type Change, type Pair, type Side, type WordOp } from './comparison.ts'
import type { Entry } from './entry.ts'
import type { Group, Grouping } from './group.ts'
import { movedGroups } from './order.ts'
import { tokenize } from './token.ts'
import { compareWords } from './words.ts'

/** The clauses of both texts. */
export interface Sides {
  readonly old: readonly Entry[]
  readonly new: readonly Entry[]
}

/** Pairs in the new text's order; what was deleted stands after the clause it stood after. */
export function pairsOf(sides: Sides, grouping: Grouping): Pair[] {
  const moved = movedGroups(sides.old, sides.new, grouping)
  const gone = deletedAfter(grouping, moved)
  const shown = grouping.groups
    .filter(({ new: now }) => now.length > 0)
    .sort((a, b) => (a.new[0] ?? 0) - (b.new[0] ?? 0))
  const ordered = [...(gone.get(-1) ?? []), ...shown.flatMap((group) => [group, ...(gone.get(group.id) ?? [])])]
  return ordered.map((group) => pairOf(sides, group, moved.has(group.id)))
}

function deletedAfter({ groups, ofOld }: Grouping, moved: ReadonlySet<number>): ReadonlyMap<number, Group[]> {
  const gone = new Map<number, Group[]>()
  const deleted = new Map(groups.filter((group) => group.new.length === 0).map((group) => [group.old[0], group]))
  let anchor = -1
  for (let at = 0; at < ofOld.size + deleted.size; at++) {
    const group = deleted.get(at)
    const here = ofOld.get(at)
    if (group) gone.set(anchor, [...(gone.get(anchor) ?? []), group])
    else if (here !== undefined && !moved.has(here)) anchor = here
  }
  return gone
}

function pairOf(sides: Sides, group: Group, moved: boolean): Pair {
  const [old, now] = [entriesAt(sides.old, group.old), entriesAt(sides.new, group.new)]
  const [before, after] = [joinedText(old), joinedText(now)]
  const typographic = before !== after && isTypographic(old, now)
  const happened = whatHappened({ old, new: now, moved, reworded: before !== after && !typographic })
  const { why, sure } = group
  return {
    changes: happened,
    old: old.map(sideOf),
    new: now.map(sideOf),
    words: wordsOf({ entries: old, text: before }, { entries: now, text: after }),
    why,
    sure,
    typographic,
  }
}

function entriesAt(entries: readonly Entry[], positions: readonly number[]): Entry[] {
  return positions.flatMap((at) => entries[at] ?? [])
}

function sideOf({ clause, citation, label, text }: Entry): Side {
  return { id: clause.id, number: citation, label, kind: clause.kind, depth: clause.depth, text }
}

interface Happening {
  readonly old: readonly Entry[]
  readonly new: readonly Entry[]
  readonly moved: boolean
  readonly reworded: boolean
}

function whatHappened({ old, new: now, moved, reworded }: Happening): Change[] {
  if (now.length === 0) return ['deleted']
  if (old.length === 0) return ['added']
  const happened: Record<Change, boolean> = {
    same: false,
    amended: reworded,
    moved,
    renumbered: isRenumbered(old, now),
    split: now.length > 1,
    merged: old.length > 1,
    added: false,
    deleted: false,
  }
  const found = changes.filter((change) => happened[change])
  return found.length > 0 ? found : ['same']
}

/** Whether the first clauses of the sides are cited by different numbers. */
function isRenumbered([old]: readonly Entry[], [now]: readonly Entry[]): boolean {
  return old !== undefined && now !== undefined && (old.label !== '' || now.label !== '') && old.path !== now.path
}

function isTypographic(old: readonly Entry[], now: readonly Entry[]): boolean {
  return old.length > 0 && now.length > 0 && hasSameWords(old, now)
}

function hasSameWords(old: readonly Entry[], now: readonly Entry[]): boolean {
  return wordCount(old) === wordCount(now) && keyOfAll(old) === keyOfAll(now)
}

function wordCount(entries: readonly Entry[]): number {
  return entries.reduce((sum, { words }) => sum + words.length, 0)
}

function keyOfAll(entries: readonly Entry[]): string {
  return entries.map(({ key }) => key).join('')
}

interface Wording {
  readonly entries: readonly Entry[]
  readonly text: string
}

function wordsOf(old: Wording, now: Wording): WordOp[] {
  if (old.text === now.text) return old.text === '' ? [] : [['=', old.text]]
  if (old.entries.length === 0) return now.text === '' ? [] : [['+', now.text]]
  if (now.entries.length === 0) return old.text === '' ? [] : [['-', old.text]]
  return compareWords(tokensOf(old), tokensOf(now))
}

function tokensOf({ entries: [first, ...rest], text }: Wording): Entry['tokens'] {
  return first && rest.length === 0 ? first.tokens : tokenize(text)
}
