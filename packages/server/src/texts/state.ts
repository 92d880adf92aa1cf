/** A text in memory as its record says: the document, the acts, whose Yjs clients are whose. */

import {
  clausesOf,
  metaOf,
  noActs,
  readActs,
  replay,
  UPDATE,
  writeActs,
  type Acts,
  type Entry,
  newDocument,
} from '@travaux/core'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import type { Checkpoint, Head } from '../store/record.ts'
import type { Owners } from './check.ts'

export interface TextState {
  head: Head
  /** The seq of the last checkpoint. */
  checkpointed: number
  readonly doc: Y.Doc
  readonly acts: Acts
  readonly owners: Owners
}

/** The state of an empty record. */
export function emptyState(head: Head): TextState {
  const doc = newDocument()
  clausesOf(doc)
  metaOf(doc)
  return { head, checkpointed: head.seq, doc, acts: noActs(), owners: new Map() }
}

/** Brings a state forward by entries that follow it. */
export function replayState(state: TextState, entries: readonly Entry[]): void {
  state.doc.transact(() => {
    for (const entry of entries) {
      replay(state.acts, entry)
      if (entry.kind === UPDATE) replayUpdate(state, entry)
    }
  })
  const last = entries.at(-1)
  if (last) state.head = { seq: last.seq, hash: last.hash }
}

function replayUpdate({ doc, owners }: TextState, { actor, body }: Entry): void {
  claim(owners, actor, clientsIn(body))
  Y.applyUpdate(doc, body)
}

function clientsIn(update: Uint8Array): Iterable<number> {
  return Y.parseUpdateMeta(update).to.keys()
}

/** Gives clients to the first member who uses them. */
export function claim(owners: Owners, member: string, clients: Iterable<number>): void {
  for (const client of clients) if (!owners.has(client)) owners.set(client, member)
}

/** A state as a checkpoint: the document in Yjs's own encoding, the rest as JSON. */
export function writeCheckpoint({ head, doc, acts, owners }: TextState): Omit<Checkpoint, 'kept'> {
  const encoder = encoding.createEncoder()
  encoding.writeVarString(encoder, writeActs(acts))
  encoding.writeVarString(encoder, JSON.stringify([...owners]))
  encoding.writeVarUint8Array(encoder, Y.encodeStateAsUpdate(doc))
  return { ...head, body: encoding.toUint8Array(encoder) }
}

/** What `writeCheckpoint` wrote. @throws on bytes it did not write. */
export function readCheckpoint({ seq, hash, body }: Omit<Checkpoint, 'kept'>): TextState {
  const decoder = decoding.createDecoder(body)
  const acts = readActs(decoding.readVarString(decoder))
  const owners: Owners = new Map(JSON.parse(decoding.readVarString(decoder)) as [number, string][])
  const state = { ...emptyState({ seq, hash }), acts, owners }
  Y.applyUpdate(state.doc, decoding.readVarUint8Array(decoder))
  return state
}
