/** From recognized structure to a draft: ids made from places, and labels kept only where computing would change them. */

import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { Clause } from '../clause/clause.ts'
import { numberClauses } from '../clause/number.ts'
import { textOf } from '../clause/words.ts'
import { bareMarker } from './marker.ts'
import type { Sketch } from './outline.ts'

/**
 * Clauses with ids such as `art5-p2-a-1f3c9d2e`: the place in the source and a mark of the whole source, so that two
 * imports share ids only where they are imports of the same source.
 */
export function clausesFrom(sketches: readonly Sketch[], language: string): Clause[] {
  const ids = placeIds(sketches, markOf(sketches))
  const clauses: Clause[] = []
  for (const [at, { kind, parent, words }] of sketches.entries()) {
    const above = clauses[parent]
    clauses.push({ id: ids[at] ?? '', kind, parent: above?.id ?? '', depth: above ? above.depth + 1 : 0, words })
  }
  return withLabels(clauses, sketches, language)
}

/** Eight hexadecimal digits that stand for the words of the source. */
function markOf(sketches: readonly Sketch[]): string {
  const all = sketches.map(({ typed, words }) => `${typed} ${textOf(words)}`).join('\n')
  return bytesToHex(sha256(utf8ToBytes(all))).slice(0, 8)
}

const steps: Readonly<Record<string, string>> = {
  title: 'title', preamble: 'pre', recital: 'pp', part: 'part', chapter: 'ch', article: 'art', paragraph: 'p', point: '', annex: 'annex', entry: 'e',
} // oxfmt-ignore

const longest = 48

function placeIds(sketches: readonly Sketch[], mark: string): string[] {
  const paths: string[] = []
  const taken = new Map<string, number>()
  const counts = new Map<string, number>()
  for (const { kind, parent, typed } of sketches) {
    const scope = `${parent} ${kind}`
    const ordinal = (counts.get(scope) ?? 0) + 1
    counts.set(scope, ordinal)
    const number = stepNumber(typed) || `${ordinal}`
    const starts = kind === 'article' || kind === 'annex' || kind === 'recital' || parent < 0
    const path = `${starts ? '' : `${paths[parent]}-`}${steps[kind] ?? 't'}${number}`.slice(0, longest)
    const times = (taken.get(path) ?? 0) + 1
    taken.set(path, times)
    paths.push(times === 1 ? path : `${path}_${times}`)
  }
  return paths.map((path) => `${path}-${mark}`)
}

function stepNumber(typed: string): string {
  const last = bareMarker(typed).split(/\s+/u).at(-1) ?? ''
  return last.replace(/[^A-Za-z0-9]/gu, '_')
}

/** A typed number stays as a fixed label where the computed one reads otherwise. */
function withLabels(clauses: readonly Clause[], sketches: readonly Sketch[], language: string): Clause[] {
  const numbers = numberClauses(clauses, language)
  return clauses.map((clause, at) => {
    const typed = (sketches[at]?.typed ?? '').replace(/\s+/gu, ' ')
    const label = numbers.get(clause.id)?.label ?? ''
    return typed === '' || readsAlike(typed, label) ? clause : { ...clause, label: typed }
  })
}

function readsAlike(a: string, b: string): boolean {
  return lettersOf(a) === lettersOf(b)
}

function lettersOf(label: string): string {
  return (label.toLowerCase().match(/–?[\p{L}\p{N}]+/gu) ?? []).join(' ')
}
