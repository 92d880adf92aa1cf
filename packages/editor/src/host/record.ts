/**
 * What stands in the log of a document's copy. A piece of the log holds records, one behind the other:
 *
 *     record = 0 bytes(update) | 1 count | 2 string(epoch)
 *
 * Numbers are lib0 varuints, `bytes` and `string` are a length and that many bytes. A count is how many of the changes made
 * here, up to this point of the log, no server had confirmed.
 */

import { newDocument } from '@travaux/core'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import type { Noted } from '../sync/copy.ts'

export type LogRecord =
  | { readonly kind: 'update'; readonly update: Uint8Array }
  | { readonly kind: 'pending'; readonly pending: number }
  | { readonly kind: 'epoch'; readonly epoch: string }

const UPDATE = 0
const PENDING = 1
const EPOCH = 2

/** Writes records as one piece; the inverse of reading them. */
export function encodeRecords(records: readonly LogRecord[]): Uint8Array {
  return encoding.encode((encoder) => {
    for (const record of records) writeRecord(encoder, record)
  })
}

function writeRecord(encoder: encoding.Encoder, record: LogRecord): void {
  switch (record.kind) {
    case 'update':
      encoding.writeVarUint(encoder, UPDATE)
      return encoding.writeVarUint8Array(encoder, record.update)
    case 'pending':
      encoding.writeVarUint(encoder, PENDING)
      return encoding.writeVarUint(encoder, record.pending)
    case 'epoch':
      encoding.writeVarUint(encoder, EPOCH)
      return encoding.writeVarString(encoder, record.epoch)
    default:
      return record satisfies never
  }
}

/**
 * Reads the records of a piece.
 * @throws where the bytes are not records
 */
function decodeRecords(piece: Uint8Array): LogRecord[] {
  const decoder = decoding.createDecoder(piece)
  const records: LogRecord[] = []
  while (decoding.hasContent(decoder)) records.push(readRecord(decoder))
  return records
}

function readRecord(decoder: decoding.Decoder): LogRecord {
  const kind = decoding.readVarUint(decoder)
  if (kind === UPDATE) return { kind: 'update', update: decoding.readVarUint8Array(decoder) }
  if (kind === PENDING) return { kind: 'pending', pending: decoding.readVarUint(decoder) }
  if (kind === EPOCH) return { kind: 'epoch', epoch: decoding.readVarString(decoder) }
  throw new Error(`A copy holds a record of an unknown kind, ${kind}`)
}

/** Applies the pieces of a log to a document, in one transaction, and tells what was noted last. */
export function replay(doc: Y.Doc, pieces: readonly Uint8Array[], origin: unknown): Noted {
  const records = pieces.flatMap(decodeRecords)
  let [pending, epoch] = [0, '']
  doc.transact(() => {
    for (const record of records) {
      if (record.kind === 'update') Y.applyUpdate(doc, record.update, origin)
      else if (record.kind === 'pending') pending = record.pending
      else epoch = record.epoch
    }
  }, origin)
  return { pending, epoch }
}

/** One piece that says the same as all of these. */
export function foldPieces(pieces: readonly Uint8Array[]): Uint8Array {
  const doc = newDocument()
  const { pending, epoch } = replay(doc, pieces, null)
  const update = Y.encodeStateAsUpdate(doc)
  doc.destroy()
  return encodeRecords([
    { kind: 'epoch', epoch },
    { kind: 'update', update },
    { kind: 'pending', pending },
  ])
}
