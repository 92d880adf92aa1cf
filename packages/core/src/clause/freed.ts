/**
 * Freed numbers: those kept by a version whose clause was deleted or went elsewhere. Nothing else takes such a number, and
 * a line in its place says so (`5. [deleted]`) until numbers are counted anew.
 */

import type { Clause, Draft } from './clause.ts'
import { shownKind, type Kind } from './kind.ts'
import { numberWords, written } from './number-words.ts'
import { formerKey, isCountedThrough, keptNumbers, scopeOf, type KeptNumber } from './kept.ts'
import { freezeNumbers, labelOf, numberDraft, type ClauseNumber } from './number.ts'
import { compareRanks, ranker, type Rank } from './rank.ts'

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

/** The numbers as they stand, to be kept with all that were kept before, so that none is ever given to another clause. */
export function keepAll(draft: Kept): Required<Pick<Draft, 'frozen' | 'frozenKinds'>> {
  const { clauses, language, frozen = {}, frozenKinds = {} } = draft
  const fresh = freezeNumbers(clauses, language, frozen, frozenKinds)
  const kindsNow = Object.fromEntries(clauses.map(({ id, kind }) => [id, kind]))
  const before = keptNumbers({ clauses, frozen, frozenKinds })
  const now = keptNumbers({ clauses, frozen: fresh, frozenKinds: kindsNow })
  const kept = new Set(now.map(nameOfKept))
  const gone = before.filter(({ key }) => fresh[key] === undefined)
  const used = new Set(gone.map(({ key }) => key))
  const left = before.filter((one) => fresh[one.key] !== undefined && !kept.has(nameOfKept(one)))
  const entries = [
    ...gone.map((one) => ({ ...one, as: one.key })),
    ...left.map((one) => ({ ...one, as: formerKey(one.key, one.parent, used) })),
  ]
  const kindsHad = entries.flatMap(({ as, key }) => (frozenKinds[key] === undefined ? [] : [[as, frozenKinds[key]]]))
  return {
    frozen: { ...Object.fromEntries(entries.map(({ as, ordinal, parent }) => [as, [ordinal, parent]])), ...fresh },
    frozenKinds: { ...Object.fromEntries(kindsHad), ...kindsNow },
  }
}

/** A clause with a number of a scope. */
function nameOfKept({ key, scope, ordinal }: KeptNumber): string {
  return `${key} ${scope} ${ordinal}`
}

type Free = Pick<Freed, 'ordinal' | 'kind' | 'parent' | 'now'>

function freeIn({ clauses, frozen, frozenKinds = {} }: Kept, numbers: Numbers): Free[] {
  if (frozen === undefined) return []
  const found = new Map<string, Free>()
  for (const { key, ordinal, parent, clause, kind, scope } of leftBehind({ clauses, frozen, frozenKinds })) {
    const name = `${scope} ${ordinal}`
    if (frozenKinds[key] === undefined || kind === undefined || unnumbered.has(kind) || found.has(name)) continue
    found.set(name, { ordinal, kind, parent, now: clause?.id })
  }
  if (found.size === 0) return []
  const shown = new Map(clauses.map(({ id, kind }) => [id, shownKind(kind)]))
  const mayTake = takers([...found.values()])
  for (const { id, parent } of clauses) {
    const kind = shown.get(id) ?? 'text'
    if (mayTake(kind, parent)) found.delete(`${scopeOf(kind, parent, shown.get(parent))} ${numbers.get(id)?.ordinal}`)
  }
  return [...found.values()]
}

/** Whether a clause of a kind beneath a parent is counted among those that had these numbers; a quick look before a name. */
function takers(free: readonly Free[]): (kind: Kind, parent: string) => boolean {
  const kinds = new Set(free.map(({ kind }) => kind))
  const parents = new Set(free.map(({ parent }) => parent))
  return (kind, parent) => kinds.has(kind) && (parents.has(parent) || isCountedThrough(kind, undefined))
}

const unnumbered: ReadonlySet<Kind> = new Set<Kind>(['title', 'preamble', 'text'])

/** What is kept whose clause does not stand as the kind it was beneath the parent it had, while that parent stands. */
function leftBehind(text: Required<Pick<Kept, 'clauses' | 'frozen' | 'frozenKinds'>>): KeptNumber[] {
  const stand = new Set(text.clauses.map(({ id }) => id))
  return keptNumbers(text).filter(({ key, parent, clause, kind }) => {
    const stays = clause?.id === key && clause.parent === parent && shownKind(clause.kind) === kind
    return !stays && (parent === '' || stand.has(parent))
  })
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

/**
 * Numbers of one kind beneath one clause, each behind the greatest lesser one that stands and what was inserted behind that,
 * or before the first.
 */
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
    passed += countLesser(standing.slice(passed), own)
    const behind = lastBefore(own, standing.slice(0, passed), alike)?.id ?? beforeFirst(beneath, alike)
    return { ...one, label: labelOf({ kind, words }, one.ordinal, points), depth, behind }
  })
}

/** Of these, which rank before a number, the greatest; or what stands last of that one and what was inserted behind it. */
function lastBefore(own: Rank, lesser: readonly Ranked<Clause>[], alike: readonly Clause[]): Clause | undefined {
  const greatest = lesser.at(-1)
  if (!greatest || greatest.rank[0] === own[0]) return greatest?.one
  const from = lesser.findIndex(({ rank }) => rank[0] === greatest.rank[0])
  const family = new Set(lesser.slice(from).map(({ one }) => one))
  return family.size === 1 ? greatest.one : alike.findLast((clause) => family.has(clause))
}

/** How many of these, from the first on, rank before a number: none is passed that is not there, whatever that reads as. */
function countLesser(standing: readonly Ranked<unknown>[], own: Rank): number {
  const end = standing.findIndex(({ rank }) => compareRanks(rank, own) >= 0)
  return end < 0 ? standing.length : end
}

interface Ranked<T> {
  readonly one: T
  readonly rank: Rank
}

function ranked<T>(some: readonly T[], rankOf: (one: T) => Rank): Ranked<T>[] {
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
