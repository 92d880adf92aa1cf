/** Numbers that are kept: which of them a clause has, where it stands now, and which may not be given to another. */

import type { Clause, Draft, Frozen, FrozenKinds } from './clause.ts'
import { kinds, shownKind, type Kind } from './kind.ts'
import type { Option } from './option.ts'
import { bareLabel } from './ordinal.ts'

/** Whether clauses of a kind are counted through the whole text, beneath whatever they stand. */
export function isCountedThrough(kind: Kind, parent: Kind | undefined): boolean {
  return (kind === 'article' && parent !== 'annex') || kind === 'recital' || kind === 'part' || kind === 'annex'
}

/** What is counted together: a kind beneath one clause, or through the whole text. */
export function scopeOf(kind: Kind, parent: string, parentKind: Kind | undefined): string {
  return `${kind} ${isCountedThrough(kind, parentKind) ? '' : parent}`
}

/**
 * The key of a number that a clause had beneath a parent before it was given the one it keeps now; another than those that
 * are used.
 */
export function formerKey(clause: string, parent: string, used: ReadonlySet<string>): string {
  let key = `${clause}~${parent}`
  while (used.has(key)) key = `${key}~${parent}`
  return key
}

/** The clause that a kept number is or was of. */
function clauseOf(key: string, parent: string): string {
  let clause = key
  while (clause.endsWith(`~${parent}`)) clause = clause.slice(0, -parent.length - 1)
  return clause
}

type Kept = Pick<Draft, 'frozen' | 'frozenKinds'>

/** The same numbers, those of some clauses given to others, with what is kept beneath them; `heirs`: who has them, by whose they were. */
export function handOver(kept: Kept, heirs: ReadonlyMap<string, string>): Kept {
  const { frozen, frozenKinds } = kept
  if (!frozen || heirs.size === 0) return kept
  const nameOf = (id: string): string => heirs.get(id) ?? id
  const keys = new Map(Object.entries(frozen).map(([key, [, parent]]) => [key, keyOf(key, parent, nameOf)]))
  return {
    frozen: Object.fromEntries(
      Object.entries(frozen).map(([key, [ordinal, parent]]) => [keys.get(key), [ordinal, nameOf(parent)]]),
    ),
    ...(frozenKinds && {
      frozenKinds: Object.fromEntries(Object.entries(frozenKinds).map(([key, kind]) => [keys.get(key) ?? key, kind])),
    }),
  }
}

/** A key by the names that a clause and what it stood beneath have now. */
function keyOf(key: string, parent: string, nameOf: (id: string) => string): string {
  const clause = clauseOf(key, parent)
  return nameOf(clause) + key.slice(clause.length).replaceAll(`~${parent}`, `~${nameOf(parent)}`)
}

/** A number that was kept. */
export interface KeptNumber {
  readonly key: string
  readonly ordinal: string
  readonly parent: string
  /** The clause that has or had it, which stands; undefined where that is gone. */
  readonly clause: Clause | undefined
  /** The kind it was kept for; undefined where it was kept without one and its clause is gone. */
  readonly kind: Kind | undefined
  /** What it is counted among; undefined where its kind is. */
  readonly scope: string | undefined
}

interface KeptText {
  readonly clauses: readonly Clause[]
  readonly frozen: Frozen
  readonly frozenKinds: FrozenKinds
}

/** All numbers that are kept. The kind of a parent that is gone is the one it had. */
export function keptNumbers(text: KeptText): KeptNumber[] {
  return keptIn(text, scopesOf(text))
}

function keptIn({ frozen, frozenKinds }: KeptText, { byId, scope }: Scopes): KeptNumber[] {
  const kept: KeptNumber[] = []
  for (const [key, [ordinal, parent]] of Object.entries(frozen)) {
    if (ordinal === '') continue
    const clause = byId.get(key) ?? byId.get(clauseOf(key, parent))
    const had = frozenKinds[key] ?? clause?.kind
    const kind = had === undefined ? undefined : shownKind(had)
    kept.push({ key, ordinal, parent, clause, kind, scope: kind && scope(kind, parent) })
  }
  return kept
}

interface Scopes {
  readonly byId: ReadonlyMap<string, Clause>
  /** What a kind beneath a parent is counted among: the same string for the same. */
  readonly scope: (kind: Kind, parent: string) => string
}

function scopesOf({ clauses, frozenKinds }: Pick<KeptText, 'clauses' | 'frozenKinds'>): Scopes {
  const byId = new Map(clauses.map((clause) => [clause.id, clause]))
  const known = new Map<string, Map<Kind, string>>()
  const scope = (kind: Kind, parent: string): string => {
    const beneath = known.get(parent) ?? new Map<Kind, string>()
    const before = beneath.get(kind)
    if (before !== undefined) return before
    const above = byId.get(parent)?.kind ?? frozenKinds[parent]
    const made = scopeOf(kind, parent, above === undefined ? undefined : shownKind(above))
    known.set(parent, beneath.set(kind, made))
    return made
  }
  return { byId, scope }
}

export interface Keeping {
  /** The ordinal a clause keeps where it stands, by its id; of several options the first keeps what any of them had. */
  readonly own: ReadonlyMap<string, string>
  /** The first ordinal that is kept in a scope, in reading order, where any of those who have one stand. */
  readonly first: ReadonlyMap<string, string>
  /** What may not be given to another clause in a scope: every ordinal ever kept in it, and labels fixed by hand. */
  readonly taken: ReadonlyMap<string, Set<string>>
}

/**
 * What clauses in reading order keep. A clause keeps a number only among those it was counted among: of its kind, beneath
 * the same parent or through the text; back there it has it again. Law: no two provisions of a scope keep the same
 * ordinal; the first in reading order has it.
 */
export function readKeeping(text: KeptText, options: ReadonlyMap<string, Option>): Keeping {
  const scopes = scopesOf(text)
  const numbers = keptIn(text, scopes)
  const claimsOf = claims(numbers, text, options)
  const own = new Map<string, string>()
  const first = new Map<string, string>()
  const given = new Map<string, Set<string>>()
  for (const { id, kind, parent, label } of text.clauses) {
    const scope = scopes.scope(shownKind(kind), parent)
    const claim = claimsOf(id).find((one) => (one.scope ?? (one.parent === parent ? scope : '')) === scope)
    if (!claim || (label === undefined && given.get(scope)?.has(claim.ordinal))) continue
    if (label === undefined) note(given, scope, claim.ordinal)
    own.set(id, claim.ordinal)
    if (!first.has(scope)) first.set(scope, claim.ordinal)
  }
  return { own, first, taken: takenIn(numbers, text.clauses, scopes) }
}

function note(ordinals: Map<string, Set<string>>, scope: string, ordinal: string): void {
  const others = ordinals.get(scope)
  if (others) others.add(ordinal)
  else ordinals.set(scope, new Set([ordinal]))
}

function takenIn(
  numbers: readonly KeptNumber[],
  clauses: readonly Clause[],
  scopes: Scopes,
): ReadonlyMap<string, Set<string>> {
  const taken = new Map<string, Set<string>>()
  for (const { ordinal, scope } of numbers) if (scope !== undefined) note(taken, scope, ordinal)
  for (const { ordinal, scope, parent } of numbers) {
    // Kept without a kind by a clause that is gone: it may have been any.
    if (scope === undefined) for (const kind of kinds) taken.get(scopes.scope(kind, parent))?.add(ordinal)
  }
  for (const { kind, parent, label } of clauses)
    if (label !== undefined) taken.get(scopes.scope(shownKind(kind), parent))?.add(bareLabel(label))
  return taken
}

type Claim = Pick<KeptNumber, 'ordinal' | 'scope' | 'parent'>

/**
 * The numbers that a clause may have: its own, then those it had elsewhere; a wording whose rival is gone has that one's.
 * Those of options are claimed by the first of them.
 */
function claims(
  numbers: readonly KeptNumber[],
  { clauses, frozen }: KeptText,
  options: ReadonlyMap<string, Option>,
): (clause: string) => readonly Claim[] {
  const byKey = new Map(numbers.map((one) => [one.key, one]))
  const former = Map.groupBy(
    numbers.filter(({ key, clause }) => clause !== undefined && clause.id !== key),
    ({ clause }) => clause?.id,
  )
  const heirs = heirsIn(clauses, frozen)
  const rivals = Map.groupBy(options.keys(), (id) => options.get(id)?.first)
  const ofOne = (id: string): Claim[] => {
    const own = byKey.get(heirs.get(id) ?? id)
    return [...(own ? [own] : []), ...(former.get(id) ?? [])]
  }
  return (id) => {
    const group = rivals.get(id)
    if (group) return group.flatMap(ofOne)
    return options.has(id) ? [] : ofOne(id)
  }
}

/** Of whose number a wording is the heir: the rival's that is gone, where it has none itself; the first such alone. */
function heirsIn(clauses: readonly Clause[], frozen: Frozen): ReadonlyMap<string, string> {
  const heirs = new Map<string, string>()
  const offered = clauses.filter(({ id, option }) => option !== undefined && frozen[id] === undefined)
  if (offered.length === 0) return heirs
  const taken = new Set(clauses.map(({ id }) => id))
  for (const { id, option = id } of offered) {
    if (!taken.has(option)) heirs.set(id, option)
    taken.add(option)
  }
  return heirs
}
