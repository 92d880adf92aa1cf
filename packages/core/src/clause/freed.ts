/**
 * Freed numbers: those kept by a version whose clause was deleted or went elsewhere. Nothing else takes such a number, and
 * a line in its place says so (`5. [deleted]`) until numbers are counted anew.
 */

import type { Clause, Draft, Frozen } from './clause.ts'
import { shownKind, type Kind } from './kind.ts'
import { numberWords, written, type NumberWords } from './number-words.ts'
import { freezeNumbers, isCountedThrough, labelOf, numberDraft, type ClauseNumber } from './number.ts'
import { insertion, letter, romanValue } from './ordinal.ts'

export interface Freed {
  /** As it stood beside its clause: `5.`, `Article 5`. */
  readonly label: string
  readonly ordinal: string
  readonly kind: Kind
  /** The clause it stood beneath, which stands; '' at the root. */
  readonly parent: string
  /** Levels beneath the root. */
  readonly depth: number
  /** The clause beneath the same parent that it stands behind, with all beneath that; '' for first beneath its parent. */
  readonly behind: string
  /** The clause that stands directly before it in reading order; '' where it opens the text. */
  readonly after: string
  /** The clause that had it and stands elsewhere now; undefined where that is gone. */
  readonly now: string | undefined
}

type Kept = Pick<Draft, 'clauses' | 'language' | 'frozen' | 'frozenKinds'>
type Numbers = ReadonlyMap<string, ClauseNumber>

/**
 * The freed numbers of a text in reading order; `numbers` are the draft's. Laws: each stood beneath a clause that still
 * stands, and no clause has it now; with them, what is left of the frozen numbers stands in the order it had. Numbers that
 * were frozen without kinds are left out. Cost: O(n log n); one pass over what is frozen where nothing is free.
 */
export function freedNumbers(draft: Kept, numbers: Numbers = numberDraft(draft)): Freed[] {
  const free = freeIn(draft, numbers)
  return free.length === 0 ? [] : inReadingOrder(draft.clauses, placed(free, draft, numbers))
}

/** What is said in the place of a freed number, in the language of the text: `[deleted]`, `[moved to Article 7 bis]`. */
export function saidOfFreed({ now }: Pick<Freed, 'now'>, numbers: Numbers, language: string): string {
  const { deleted, movedTo } = numberWords(language)
  const where = now === undefined ? undefined : numbers.get(now)?.citation
  return where === undefined ? deleted : written(movedTo, where)
}

/** The numbers as they stand, to be kept with what is free among those kept before. */
export function keepAll(draft: Kept): Required<Pick<Draft, 'frozen' | 'frozenKinds'>> {
  const { clauses, language, frozen = {}, frozenKinds = {} } = draft
  const fresh = freezeNumbers(clauses, language, frozen, frozenKinds)
  const kinds = Object.fromEntries(clauses.map(({ id, kind }) => [id, kind]))
  const gone = Object.entries(frozen).filter(([key]) => fresh[key] === undefined)
  const moved = freedNumbers(draft).flatMap(({ now, parent, ordinal, kind }) =>
    now === undefined ? [] : [{ key: formerKey(now, parent), kept: [ordinal, parent] as const, kind }],
  )
  return {
    frozen: {
      ...Object.fromEntries(gone),
      ...Object.fromEntries(moved.map(({ key, kept }) => [key, kept])),
      ...fresh,
    },
    frozenKinds: {
      ...Object.fromEntries(gone.flatMap(([key]) => (frozenKinds[key] === undefined ? [] : [[key, frozenKinds[key]]]))),
      ...Object.fromEntries(moved.map(({ key, kind }) => [key, kind])),
      ...kinds,
    },
  }
}

/** The key of a number that a clause had beneath another parent before it was given the one it keeps now. */
function formerKey(clause: string, parent: string): string {
  return `${clause}~${parent}`
}

/** The clause that a kept number is or was of. */
function clauseOf(key: string, parent: string): string {
  return key.endsWith(`~${parent}`) ? key.slice(0, -parent.length - 1) : key
}

type Free = Pick<Freed, 'ordinal' | 'kind' | 'parent' | 'now'>

function freeIn({ clauses, frozen = {}, frozenKinds = {} }: Kept, numbers: Numbers): Free[] {
  const byId = new Map(clauses.map((clause) => [clause.id, clause]))
  const nameOf = (kind: Kind, parent: string, ordinal: string | undefined): string => {
    const above = byId.get(parent)
    const isThrough = isCountedThrough(kind, above && shownKind(above.kind))
    return `${kind} ${isThrough ? '' : parent} ${ordinal}`
  }
  const found = new Map<string, Free>()
  for (const { key, ordinal, parent } of leftBehind(frozen, byId)) {
    const kind = shownKind(frozenKinds[key] ?? 'text')
    const clause = byId.has(key) ? key : clauseOf(key, parent)
    const now = byId.has(clause) ? clause : undefined
    const name = nameOf(kind, parent, ordinal)
    if (!unnumbered.has(kind) && !found.has(name)) found.set(name, { ordinal, kind, parent, now })
  }
  const mayTake = takers([...found.values()])
  for (const { id, kind, parent } of clauses)
    if (mayTake(shownKind(kind), parent)) found.delete(nameOf(shownKind(kind), parent, numbers.get(id)?.ordinal))
  return [...found.values()]
}

/** Whether a clause of a kind beneath a parent is counted among those that had these numbers; a quick look before a name. */
function takers(free: readonly Free[]): (kind: Kind, parent: string) => boolean {
  const kinds = new Set(free.map(({ kind }) => kind))
  const parents = new Set(free.map(({ parent }) => parent))
  return (kind, parent) => kinds.has(kind) && (parents.has(parent) || isCountedThrough(kind, undefined))
}

const unnumbered: ReadonlySet<Kind> = new Set<Kind>(['title', 'preamble', 'text'])

interface Left {
  readonly key: string
  readonly ordinal: string
  readonly parent: string
}

/** What is frozen whose clause does not stand beneath the parent it had, while that parent stands. */
function leftBehind(frozen: Frozen, byId: ReadonlyMap<string, Clause>): Left[] {
  const left: Left[] = []
  for (const [key, [ordinal, parent]] of Object.entries(frozen)) {
    if (ordinal === '' || byId.get(key)?.parent === parent) continue
    if (parent === '' || byId.has(parent)) left.push({ key, ordinal, parent })
  }
  return left
}

type Placed = Omit<Freed, 'after'>

interface Scene extends Pick<Kept, 'language'> {
  readonly numbers: Numbers
  readonly byId: ReadonlyMap<string, Clause>
  readonly siblings: ReadonlyMap<string, readonly Clause[]>
}

function placed(free: readonly Free[], { clauses, language }: Kept, numbers: Numbers): Placed[] {
  const byId = new Map(clauses.map((clause) => [clause.id, clause]))
  const parents = new Set(free.map(({ parent }) => parent))
  const siblings = Map.groupBy(
    clauses.filter(({ parent }) => parents.has(parent)),
    ({ parent }) => parent,
  )
  const groups = Map.groupBy(free, ({ kind, parent }) => `${kind} ${parent}`)
  return [...groups.values()].flatMap((group) => placedAlike(group, { language, numbers, byId, siblings }))
}

/** Numbers of one kind beneath one clause, each behind the greatest lesser one that stands, or before the first. */
function placedAlike(group: readonly Free[], { language, numbers, byId, siblings }: Scene): Placed[] {
  const { kind, parent } = group[0] ?? { kind: 'text', parent: '' }
  const words = numberWords(language)
  const points = (kind === 'point' ? 1 : 0) + pointsAbove(byId, parent)
  const rank = ranker(kind, points, words)
  const beneath = siblings.get(parent) ?? []
  const alike = beneath.filter((clause) => shownKind(clause.kind) === kind)
  const standing = ranked(alike, ({ id }) => rank(numbers.get(id)?.ordinal ?? ''))
  const depth = (byId.get(parent)?.depth ?? -1) + 1
  let passed = 0
  return ranked(group, ({ ordinal }) => rank(ordinal)).map(({ one, rank: own }) => {
    while (compareRanks(standing[passed]?.rank ?? [Infinity], own) < 0) passed++
    const behind = standing[passed - 1]?.one.id ?? beforeFirst(beneath, alike)
    return { ...one, label: labelOf({ kind, words }, one.ordinal, points), depth, behind }
  })
}

function ranked<T>(some: readonly T[], rankOf: (one: T) => Rank): { readonly one: T; readonly rank: Rank }[] {
  return some.map((one) => ({ one, rank: rankOf(one) })).toSorted((a, b) => compareRanks(a.rank, b.rank))
}

/** What stands before the first of a kind; where none is left, the last of all but annexes. */
function beforeFirst(beneath: readonly Clause[], alike: readonly Clause[]): string {
  const [first] = alike
  if (first) return beneath[beneath.indexOf(first) - 1]?.id ?? ''
  return beneath.findLast(({ kind }) => kind !== 'annex')?.id ?? ''
}

function pointsAbove(byId: ReadonlyMap<string, Clause>, parent: string): number {
  let count = 0
  for (let at = byId.get(parent); at; at = byId.get(at.parent)) if (at.kind === 'point') count++
  return count
}

/** Where an ordinal stands among those of its kind: its number, then the insertions behind that. */
type Rank = readonly number[]

function ranker(kind: Kind, points: number, words: NumberWords): (ordinal: string) => Rank {
  const value = valueOf(kind, points, words)
  return (ordinal) => {
    const [base = '', ...suffixes] = (kind === 'entry' ? lastStep(ordinal) : ordinal).split(' ')
    // What stands before the first is `–1`; `0` in texts of an older version.
    const number = base === '0' || base.startsWith('–') ? 0 : value(base)
    return [number, ...suffixes.map(insertion)].map((part) => (Number.isFinite(part) ? (part ?? 0) : Infinity))
  }
}

/** `1.3` gives `3`, `–1.1` stays as it is. */
function lastStep(ordinal: string): string {
  return ordinal.startsWith('–') ? ordinal : ordinal.slice(ordinal.lastIndexOf('.') + 1)
}

function compareRanks(a: Rank, b: Rank): number {
  const at = a.findIndex((part, index) => part !== b[index])
  if (at < 0) return a.length - b.length
  return at < b.length && (a[at] ?? 0) < (b[at] ?? 0) ? -1 : 1
}

function valueOf(kind: Kind, points: number, words: NumberWords): (base: string) => number | undefined {
  if (kind === 'part' || kind === 'annex') return romanValue
  if (kind !== 'point') return Number
  return points % 2 === 1 ? (base) => lettersOf(words).get(base) : romanValue
}

/** No list of points is longer. */
const MOST_LETTERS = 702

const letters = new WeakMap<NumberWords, ReadonlyMap<string, number>>()

function lettersOf(words: NumberWords): ReadonlyMap<string, number> {
  const known = letters.get(words)
  if (known) return known
  // An imported text may count in Latin letters whatever its language.
  const made = new Map(
    [letter, words.letter].flatMap((count) =>
      Array.from({ length: MOST_LETTERS }, (_, at) => [count(at + 1), at + 1] as const),
    ),
  )
  letters.set(words, made)
  return made
}

function inReadingOrder(clauses: readonly Clause[], free: readonly Placed[]): Freed[] {
  const first = Map.groupBy(
    free.filter(({ behind }) => behind === ''),
    ({ parent }) => parent,
  )
  const behind = Map.groupBy(free, (one) => one.behind)
  const out: Freed[] = []
  const open: Clause[] = []
  let after = ''
  const take = (some: readonly Placed[] = []): void => void out.push(...some.map((one) => ({ ...one, after })))
  const close = (depth: number): void => {
    while ((open.at(-1)?.depth ?? -1) >= depth) take(behind.get(open.pop()?.id ?? ''))
  }
  take(first.get(''))
  for (const clause of clauses) {
    close(clause.depth)
    open.push(clause)
    after = clause.id
    take(first.get(clause.id))
  }
  close(0)
  return out
}
