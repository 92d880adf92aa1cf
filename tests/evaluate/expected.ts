/** Expectations made by people who read both texts: `expected*.json` beside a pair. */

import { expandReferences, readReference, arabicKey, type Key } from './reference.ts'
import type { Kind, Operation, Unit, UnitComparison } from './unit.ts'

export interface Expectation {
  readonly old: string
  readonly new: string
  readonly scope?: string
  readonly ops: readonly { readonly op: string; readonly old: readonly string[]; readonly new: readonly string[] }[]
}

/**
 * Reads an expectation.
 * @throws if it has not the shape of one.
 */
export function readExpectation(json: string): Expectation {
  const value = JSON.parse(json) as Partial<Expectation>
  const whole = typeof value.old === 'string' && typeof value.new === 'string' && Array.isArray(value.ops)
  if (!whole) throw new Error('An expectation needs "old", "new" and "ops"')
  return value as Expectation
}

type Line = Expectation['ops'][number]

/** One expected operation: `any` of the operations answers it, and `says` is the line it came from. */
export interface Expected {
  readonly kind: Kind | 'unbroken'
  readonly old: readonly Key[]
  readonly new: readonly Key[]
  readonly says: string
}

const kindsOf: Readonly<Record<string, readonly (Kind | 'unbroken')[]>> = {
  kept: ['unbroken'],
  unchanged: ['unbroken'],
  noise: ['unbroken'],
  retitled: ['modified'],
  modified: ['modified'],
  amended: ['modified'],
  renumbered: ['renumbered'],
  moved: ['moved'],
  split: ['split'],
  merged: ['merged'],
  inserted: ['inserted'],
  added: ['inserted'],
  deleted: ['deleted'],
}

/** The expected operations in keys of the two texts. `same` on the new side repeats the old one. */
export function readExpected(expectation: Expectation, units: UnitComparison): Expected[] {
  return expectation.ops.flatMap((line) => line.op.split('+').flatMap((op) => readLine(line, op.trim(), units)))
}

function readLine(line: Line, op: string, units: UnitComparison): Expected[] {
  const old = line.old.flatMap((text) => keysFor(text, units.old))
  const now = line.new[0] === 'same' ? old : line.new.flatMap((text) => keysFor(text, units.new))
  const says = `${line.op} ${line.old.join(', ')} -> ${line.new.join(', ')}`
  return (kindsOf[op] ?? []).flatMap((kind) => place(kind, old, now, says))
}

function place(kind: Expected['kind'], old: readonly Key[], now: readonly Key[], says: string): Expected[] {
  if (kind === 'inserted') return now.map((key) => ({ kind, old: [], new: [key], says }))
  if (kind === 'deleted') return old.map((key) => ({ kind, old: [key], new: [], says }))
  if (kind === 'unbroken' || kind === 'modified')
    return old.map((key, at) => ({ kind, old: [key], new: [now[at] ?? key], says }))
  return [{ kind, old, new: now, says }]
}

/** The keys a reference means: by number, by number in other digits, or by heading. Never none, so that a miss shows. */
function keysFor(text: string, units: ReadonlyMap<Key, Unit>): Key[] {
  return expandReferences(text).map((reference) => {
    const { key, rest } = readReference(reference)
    if (units.has(key)) return /^intro\b|paragraphs?\b/iu.test(rest) && !rest.startsWith('(') ? `${key}*` : key
    const arabic = [...units.keys()].find((known) => key !== '' && arabicKey(known) === arabicKey(key))
    return arabic ?? byHeading(reference, units) ?? byHeading(rest, units) ?? (key || reference)
  })
}

function byHeading(text: string, units: ReadonlyMap<Key, Unit>): Key | undefined {
  const wanted = text.toLowerCase().replace(/\s*\(.*$/u, '')
  if (wanted.length < 3) return undefined
  const starts = (words: string): boolean => words.toLowerCase().startsWith(wanted)
  const all = [...units.values()]
  const part = all.find(({ parts }) => parts.some(starts))
  return all.find(({ heading }) => starts(heading))?.key || (part && `${part.key}*`)
}

const structural: ReadonlySet<string> = new Set(['renumbered', 'moved', 'split', 'merged', 'inserted', 'deleted'])

/** Whether the comparison found what was expected. */
export function answers(expected: Expected, operations: readonly Operation[]): boolean {
  if (expected.kind === 'unbroken') return stays(expected, operations)
  return operations.some(
    (found) => found.kind === expected.kind && covers(found.old, expected.old) && covers(found.new, expected.new),
  )
}

/** Nothing but words changed, and the provision is there on both sides. */
function stays(expected: Expected, operations: readonly Operation[]): boolean {
  const found = operations.filter((operation) => touches(operation, expected))
  const descends = found.some(({ new: now }) => covers(now, expected.new))
  return descends && !found.some(({ kind }) => structural.has(kind))
}

function touches(found: Operation, expected: Expected): boolean {
  return expected.old.some((key) => found.old.includes(key))
}

function covers(found: readonly Key[], expected: readonly Key[]): boolean {
  return expected.every(
    (key) =>
      found.includes(key) || found.includes(`${key}*`) || (key.endsWith('*') && found.includes(key.slice(0, -1))),
  )
}
