/** Bytes that no honest client would send, made by hand or by a document that does as it is told. */

import { clausesOf, textIn } from '@travaux/core'
import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import { CLAUSE } from '../../packages/server/src/trial/client.ts'

/** One part of a frame: a varuint, or bytes as they are. */
type Part = number | bigint | Uint8Array | string

/** Frames by their parts: numbers are varuints (whatever their size), strings and bytes go with their length before. */
export function bytesOf(...parts: readonly Part[]): Uint8Array {
  return encoding.encode((encoder) => {
    for (const part of parts) writePart(encoder, part)
  })
}

function writePart(encoder: encoding.Encoder, part: Part): void {
  if (typeof part === 'number') encoding.writeVarUint(encoder, part)
  else if (typeof part === 'bigint') encoding.writeUint8Array(encoder, hugeVaruint(part))
  else if (typeof part === 'string') encoding.writeVarString(encoder, part)
  else encoding.writeVarUint8Array(encoder, part)
}

/** A varuint that may be larger than a number can hold exactly. */
function hugeVaruint(value: bigint): Uint8Array {
  const out: number[] = []
  for (let rest = value; ; rest >>= 7n) {
    if (rest < 128n) return Uint8Array.from([...out, Number(rest)])
    out.push(Number(rest & 127n) | 128)
  }
}

/** The bytes without their lengths before them. */
export function joined(...parts: readonly Uint8Array[]): Uint8Array {
  return Uint8Array.from(parts.flatMap((part) => [...part]))
}

/** The last update that changes to a document amount to. */
export function lastUpdate(doc: Y.Doc, ...changes: readonly ((doc: Y.Doc) => void)[]): Uint8Array {
  return updatesOf(doc, ...changes).at(-1) ?? new Uint8Array()
}

/** Every update that changes to a document amount to. */
export function updatesOf(doc: Y.Doc, ...changes: readonly ((doc: Y.Doc) => void)[]): Uint8Array[] {
  const made: Uint8Array[] = []
  const listen = (update: Uint8Array): void => void made.push(update)
  doc.on('update', listen)
  for (const change of changes) doc.transact(() => change(doc))
  doc.off('update', listen)
  return made
}

/** The words that attacks aim at. */
export function wordsIn(doc: Y.Doc): Y.Text {
  const clause = clausesOf(doc).get(CLAUSE)
  const text = clause && textIn(clause)
  if (!text) throw new Error('The text has no such clause')
  return text
}

export const type =
  (words: string) =>
  (doc: Y.Doc): void =>
    wordsIn(doc).insert(0, words)

/** One struct under one client, as Yjs writes it: client, clock, and what stands behind. */
export function updateOf(client: number, clock: number | bigint, ...struct: readonly Uint8Array[]): Uint8Array {
  return joined(bytesOf(1, 1, client, clock), ...struct, bytesOf(0))
}

/** An item at the head of a root type: content reference, root's name, content. */
export function rootItem(content: number, root: string, ...parts: readonly Part[]): Uint8Array {
  return joined(Uint8Array.from([content, 1]), bytesOf(root, ...parts))
}

/** Deletions of ranges of one client, and nothing else. */
export function deletions(
  client: number,
  ...ranges: readonly (readonly [number | bigint, number | bigint])[]
): Uint8Array {
  return bytesOf(0, 1, client, ranges.length, ...ranges.flat())
}

/** An awareness update of these lines. */
export function awareness(...lines: readonly (readonly [client: number, clock: number, state: string])[]): Uint8Array {
  return bytesOf(lines.length, ...lines.flat())
}

/** A value inside a value inside a value. */
export function nested(levels: number): unknown {
  let value: unknown = 1
  for (let level = 0; level < levels; level++) value = [value]
  return value
}
