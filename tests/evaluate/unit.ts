/**
 * Comparisons read as people list changes: by numbered provision. A unit is a numbered clause with the unnumbered ones
 * beneath it, since `Section 2` means all its paragraphs.
 */

import type { Comparison, Pair, Side } from '@travaux/core'
import { keyOfCitation, type Key } from './reference.ts'

export const kinds = ['kept', 'modified', 'renumbered', 'moved', 'split', 'merged', 'inserted', 'deleted'] as const
export type Kind = (typeof kinds)[number]

/** Something that happened to units, as found or as expected. */
export interface Operation {
  readonly kind: Kind
  readonly old: readonly Key[]
  readonly new: readonly Key[]
}

export interface Unit {
  readonly key: Key
  /** Words of the heading or the provision itself, to find units by. */
  readonly heading: string
  /** Words of the unnumbered provisions within. */
  readonly parts: string[]
  size: number
}

/** What became of the units of two texts. */
export interface UnitComparison {
  readonly old: ReadonlyMap<Key, Unit>
  readonly new: ReadonlyMap<Key, Unit>
  readonly operations: readonly Operation[]
}

interface Flow {
  readonly old: Key
  readonly new: Key
  weight: number
  moved: number
  amended: boolean
}

/** Lifts a comparison from clauses to units. */
export function compareUnits({ pairs }: Comparison): UnitComparison {
  const units = { old: unitsOf(pairs, 'old'), new: unitsOf(pairs, 'new') }
  const flows = significant(flowsOf(pairs), units)
  const operations = [
    ...deletions(units.old, flows),
    ...insertions(units.new, flows),
    ...parts(pairs),
    ...descents(flows, units, pairs),
  ]
  return { ...units, operations: unique(operations) }
}

function unitsOf(pairs: readonly Pair[], side: 'old' | 'new'): Map<Key, Unit> {
  const units = new Map<Key, Unit>()
  for (const clause of pairs.flatMap((pair) => pair[side])) {
    const key = keyOfCitation(clause.number)
    const unit = units.get(key)
    if (unit) unit.size += sizeOf(clause)
    else units.set(key, { key, heading: clause.text, parts: [], size: sizeOf(clause) })
    if (clause.label === '') units.get(key)?.parts.push(clause.text)
  }
  return units
}

function sizeOf({ text }: Side): number {
  return text.split(/\s+/u).filter(Boolean).length
}

function flowsOf(pairs: readonly Pair[]): Flow[] {
  const flows = new Map<string, Flow>()
  for (const pair of pairs) {
    for (const old of pair.old) {
      for (const now of pair.new) addFlow(flows, pair, old, now)
    }
  }
  return [...flows.values()]
}

function addFlow(flows: Map<string, Flow>, pair: Pair, old: Side, now: Side): void {
  const ends = { old: keyOfCitation(old.number), new: keyOfCitation(now.number) }
  const id = `${ends.old} ${ends.new}`
  const flow = flows.get(id) ?? { ...ends, weight: 0, moved: 0, amended: false }
  const weight = 1 + Math.min(sizeOf(old), sizeOf(now))
  flow.weight += weight
  if (pair.changes.includes('moved')) flow.moved += weight
  if (pair.changes.includes('amended')) flow.amended = true
  flows.set(id, flow)
}

interface Units {
  readonly old: ReadonlyMap<Key, Unit>
  readonly new: ReadonlyMap<Key, Unit>
}

/** A few shared words are no descent, unless they are all there is. */
function significant(flows: readonly Flow[], units: Units): Flow[] {
  return flows.filter((flow) => {
    const smaller = Math.min(units.old.get(flow.old)?.size ?? 0, units.new.get(flow.new)?.size ?? 0)
    return flow.weight >= Math.min(8, 0.5 * smaller)
  })
}

function deletions(units: ReadonlyMap<Key, Unit>, flows: readonly Flow[]): Operation[] {
  const kept = new Set(flows.map((flow) => flow.old))
  return [...units.keys()].flatMap((key) => (kept.has(key) ? [] : [{ kind: 'deleted' as const, old: [key], new: [] }]))
}

function insertions(units: ReadonlyMap<Key, Unit>, flows: readonly Flow[]): Operation[] {
  const kept = new Set(flows.map((flow) => flow.new))
  return [...units.keys()].flatMap((key) => (kept.has(key) ? [] : [{ kind: 'inserted' as const, old: [], new: [key] }]))
}

/** Unnumbered provisions that came or went within a unit: they answer `9 intro: two paragraphs`. */
function parts(pairs: readonly Pair[]): Operation[] {
  return pairs.flatMap((pair): Operation[] => {
    if (pair.old.length === 0) return pair.new.flatMap((side) => partOf(side, 'inserted'))
    return pair.new.length === 0 ? pair.old.flatMap((side) => partOf(side, 'deleted')) : []
  })
}

/** Marked with `*`, so that it counts where it is expected and is no error where it is not. */
function partOf(side: Side, kind: 'inserted' | 'deleted'): Operation[] {
  if (side.label !== '') return []
  const keys = [`${keyOfCitation(side.number)}*`]
  return [kind === 'inserted' ? { kind, old: [], new: keys } : { kind, old: keys, new: [] }]
}

function descents(flows: readonly Flow[], units: Units, pairs: readonly Pair[]): Operation[] {
  const from = Map.groupBy(flows, (flow) => flow.old)
  const to = Map.groupBy(flows, (flow) => flow.new)
  const touched = touchedUnits(pairs)
  const splits = [...from].flatMap(([key, out]) =>
    out.length > 1 ? [{ kind: 'split' as const, old: [key], new: out.map((flow) => flow.new) }] : [],
  )
  const merges = [...to].flatMap(([key, into]) =>
    into.length > 1 ? [{ kind: 'merged' as const, old: into.map((flow) => flow.old), new: [key] }] : [],
  )
  return [...splits, ...merges, ...flows.flatMap((flow) => descent(flow, touched))]
}

/** Units that hold anything added, deleted or amended. */
function touchedUnits(pairs: readonly Pair[]): ReadonlySet<Key> {
  const changed = pairs.filter(({ changes }) =>
    changes.some((change) => change === 'amended' || change === 'added' || change === 'deleted'),
  )
  return new Set(changed.flatMap((pair) => [...pair.old, ...pair.new].map((side) => keyOfCitation(side.number))))
}

function descent(flow: Flow, touched: ReadonlySet<Key>): Operation[] {
  const ends = { old: [flow.old], new: [flow.new] }
  const found: Kind[] = []
  if (flow.old !== flow.new) found.push('renumbered')
  if (flow.amended || touched.has(flow.new) || touched.has(flow.old)) found.push('modified')
  if (flow.moved * 2 > flow.weight) found.push('moved')
  return (found.length > 0 ? found : (['kept'] as const)).map((kind) => ({ kind, ...ends }))
}

function unique(operations: readonly Operation[]): Operation[] {
  return [...new Map(operations.map((operation) => [JSON.stringify(operation), operation])).values()]
}
