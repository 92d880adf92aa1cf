/** Expectations made by people who read both texts: `expected*.json` beside a pair. */

import { expandReferences, readReference, arabicKey, type Key } from './reference.ts'
import type { Kind, Operation, Unit, UnitComparison } from './unit.ts'

export interface Expectation {
  readonly old: string
  readonly new: string
  readonly scope?: string
  /** BCP 47 tag of the two files. */
  readonly language?: string
  readonly ops: readonly Line[]
}

interface Line {
  readonly op: string
  readonly old: readonly string[]
  readonly new: readonly string[]
}

/**
 * Reads an expectation; `files` are the names beside it, for one that does not name its two sides.
 * @throws if it has not the shape of one, or if its sides cannot be told.
 */
export function readExpectation(json: string, files: readonly string[] = []): Expectation {
  const value: unknown = JSON.parse(json)
  if (!isRecord(value) || !Array.isArray(value['ops'])) throw new Error('An expectation needs "ops", a list')
  const sides = sidesAmong(files)
  const [old, now] = [textIn(value, 'old') ?? sides?.[0], textIn(value, 'new') ?? sides?.[1]]
  if (old === undefined || now === undefined) throw new Error('It names no "old" and "new", and none can be told')
  const [scope, language] = [textIn(value, 'scope'), textIn(value, 'language')]
  return { old, new: now, ops: value['ops'].map(lineFrom), ...(scope && { scope }), ...(language && { language }) }
}

function lineFrom(value: unknown): Line {
  const op = isRecord(value) ? textIn(value, 'op') : undefined
  if (!isRecord(value) || op === undefined) throw new Error(`An operation needs "op": ${JSON.stringify(value)}`)
  return { op, old: references(value['old']), new: references(value['new']) }
}

/** One reference or several, as people write them; none where the key is missing. */
function references(value: unknown): string[] {
  return [value ?? []].flat().map(String)
}

function textIn(value: Record<string, unknown>, key: string): string | undefined {
  const text = value[key]
  return typeof text === 'string' ? text : undefined
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

/** The two files of a folder that can be a pair: `before` and `after`, `old` and `new`, or the only two. */
export function sidesAmong(files: readonly string[]): readonly [old: string, now: string] | undefined {
  const named = (pattern: RegExp): string | undefined => files.find((name) => pattern.test(name))
  const [old, now] = [named(/^(?:before|old|avant)\b/iu), named(/^(?:after|new|apr[eè]s)\b/iu)]
  if (old !== undefined && now !== undefined) return [old, now]
  const [first, second, ...more] = files.toSorted()
  return first !== undefined && second !== undefined && more.length === 0 ? [first, second] : undefined
}

/** One expected operation: `any` of the operations answers it, and `says` is the line it came from. */
export interface Expected {
  readonly kind: Kind | 'unbroken'
  readonly old: readonly Key[]
  readonly new: readonly Key[]
  readonly says: string
}

const kindsOf: Readonly<Record<string, readonly (Kind | 'unbroken')[]>> = {
  kept: ['unbroken'],
  same: ['unbroken'],
  unchanged: ['unbroken'],
  noise: ['unbroken'],
  retitled: ['modified'],
  reworded: ['modified'],
  changed: ['modified'],
  modified: ['modified'],
  amended: ['modified'],
  renumbered: ['renumbered'],
  moved: ['moved'],
  split: ['split'],
  merged: ['merged'],
  inserted: ['inserted'],
  added: ['inserted'],
  new: ['inserted'],
  deleted: ['deleted'],
  removed: ['deleted'],
}

/** The expected operations in keys of the two texts. `same` on the new side repeats the old one. */
export function readExpected(expectation: Expectation, units: UnitComparison): Expected[] {
  return expectation.ops.flatMap((one) =>
    one.op.split(/[+,]/u).flatMap((op) => readLine(one, op.trim().toLowerCase(), units)),
  )
}

function readLine({ op: all, old: before, new: after }: Line, op: string, units: UnitComparison): Expected[] {
  const old = before.flatMap((text) => keysFor(text, units.old))
  const now = after[0] === 'same' ? old : after.flatMap((text) => keysFor(text, units.new))
  const says = `${all} ${before.join(', ')} -> ${after.join(', ')}`
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
