/** The canonical form of a draft and its SHA-256: equal drafts, equal bytes, whatever made them. */

import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { Clause, Draft } from './clause.ts'
import { normalWords } from './words.ts'

/** JSON text with sorted keys and no white space, for hashing and comparing values. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) => (isRecord(part) ? sorted(part) : part))
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function sorted(record: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)))
}

function canonicalClause({ depth: _computed, ...clause }: Clause): unknown {
  return { ...clause, words: normalWords(clause.words) }
}

/**
 * The canonical form: depth is left out (parents give it), as is what was joined to what (references say where they were
 * put), words are normalized, keys sorted.
 */
export function canonicalForm({ joined: _followed, ...draft }: Draft): string {
  return canonicalJson({ ...draft, clauses: draft.clauses.map(canonicalClause), format: 'travaux-draft-1' })
}

/** SHA-256 of the canonical form in UTF-8, as 64 lower-case hexadecimal digits. */
export function draftHash(draft: Draft): string {
  return bytesToHex(sha256(utf8ToBytes(canonicalForm(draft))))
}
