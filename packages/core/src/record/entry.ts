/** One entry of a text's record, and the hash chain that binds each entry to all before it. */

import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, concatBytes, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js'

/** What is known of an entry before it has a place in the chain. */
export interface NewEntry {
  /** Milliseconds since 1970 UTC, by the server's clock. */
  readonly at: number
  /** Member id, or 'server'. */
  readonly actor: string
  /** Delegation the actor spoke for at that moment, or ''. */
  readonly delegation: string
  /** `update` (body: a Yjs update) or the type of a command (body: its JSON in UTF-8). */
  readonly kind: string
  /** `text:<id>` or `proposal:<id>`. */
  readonly room: string
  readonly body: Uint8Array
}

export interface Entry extends NewEntry {
  /** 1 for the first entry of a record, then without gaps. */
  readonly seq: number
  /** 64 lower-case hexadecimal digits. */
  readonly hash: string
}

/** The hash that stands before the first entry of a text's record. */
export function genesisHash(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(`travaux record 1\n${text}`)))
}

/**
 * The hash of an entry: SHA-256 over the 32 bytes of the hash before it, then the UTF-8 of the JSON array
 * `[seq, at, actor, delegation, kind, room]`, then a line feed, then the body.
 */
function entryHash(before: string, seq: number, entry: NewEntry): string {
  const head = JSON.stringify([seq, entry.at, entry.actor, entry.delegation, entry.kind, entry.room])
  return bytesToHex(sha256(concatBytes(hexToBytes(before), utf8ToBytes(`${head}\n`), entry.body)))
}

/** Gives new entries their place behind `head`. */
export function chain(head: { seq: number; hash: string }, entries: readonly NewEntry[]): Entry[] {
  let { seq, hash } = head
  return entries.map((entry) => {
    hash = entryHash(hash, ++seq, entry)
    return { ...entry, seq, hash }
  })
}

/** The first place where a chain does not hold, in words, or undefined where it holds. */
export function chainFault(before: { seq: number; hash: string }, entry: Entry): string | undefined {
  if (entry.seq !== before.seq + 1) return `entry ${before.seq + 1} is missing: the next one is numbered ${entry.seq}`
  if (entryHash(before.hash, entry.seq, entry) !== entry.hash) return `entry ${entry.seq} does not match its hash`
  return undefined
}
