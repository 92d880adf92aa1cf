/**
 * What the server finds in an update before it lets it near the document: is it whole, is there anything new in it,
 * is every new struct its sender's own, does it rest on what is here, can a text hold it.
 */

import type { CloseName } from '@travaux/core'
import * as decoding from 'lib0/decoding'
import * as Y from 'yjs'
import { deeperThan } from './depth.ts'
import { rehearse, restsOf, type Struct } from './rehearse.ts'

export type Verdict =
  /** Everything in it is known already. */
  | { readonly kind: 'known' }
  | { readonly kind: 'new'; readonly clients: readonly number[] }
  /** It rests on something that is not here: an offline page may send it before its answer brings the rest. */
  | { readonly kind: 'early' }
  | { readonly kind: 'refused'; readonly reason: CloseName; readonly says: string }

/** Who each Yjs client belongs to: the first member who used it. */
export type Owners = Map<number, string>

interface Update {
  readonly structs: readonly Struct[]
  readonly deletes: ReadonlyMap<number, readonly { readonly clock: number; readonly len: number }[]>
}

/** No honest client counts this far; beyond it, arithmetic on clocks would no longer be safe everywhere. */
const LAST_CLOCK = 2 ** 40

/** Deepest nesting of a plain value inside a clause. */
const DEEPEST_VALUE = 32

/** Looks at an update from `member`. Changes nothing. */
export function check(doc: Y.Doc, owners: Owners, member: string, update: Uint8Array): Verdict {
  const read = readUpdate(update)
  if (read === undefined) return refused('malformed', 'the update cannot be decoded')
  const fresh = read.structs.filter(({ id, length }) => id.clock + length > Y.getState(doc.store, id.client))
  if (fresh.length === 0 && !deletesMore(doc, read.deletes)) return reachesBeyond(doc, read) ? early : known
  const stranger = fresh.find(({ id }) => (owners.get(id.client) ?? member) !== member)
  if (stranger) return refused('forged', `client ${stranger.id.client} belongs to another member`)
  const deep = fresh.some((struct) => struct instanceof Y.Item && isDeep(struct.content))
  if (deep) return refused('unfit', 'a value nested too deep')
  const rehearsal = rehearse(doc, fresh)
  if (rehearsal.kind === 'unfit') return refused('unfit', rehearsal.says)
  if (rehearsal.kind === 'early' || reachesBeyond(doc, read)) return early
  return { kind: 'new', clients: [...new Set(fresh.map(({ id }) => id.client))] }
}

const known: Verdict = { kind: 'known' }
const early: Verdict = { kind: 'early' }

function refused(reason: CloseName, says: string): Verdict {
  return { kind: 'refused', reason, says }
}

/** Decodes an update, or gives undefined where Yjs could not, or would read it otherwise than we do. */
function readUpdate(update: Uint8Array): Update | undefined {
  try {
    const { structs: all, ds } = decodeWhole(update)
    const structs = all.filter((struct) => !(struct instanceof Y.Skip)) as Struct[]
    const blocks = decoding.readVarUint(decoding.createDecoder(update))
    const isSound = blocks === new Set(all.map(({ id }) => id.client)).size && inOrder(structs) && rangesAreSane(ds)
    return isSound ? { structs, deletes: ds.clients } : undefined
  } catch {
    return undefined
  }
}

/** @throws where bytes are left behind the end, as in other encodings that begin like this one. */
function decodeWhole(update: Uint8Array): ReturnType<typeof Y.decodeUpdate> {
  const read: decoding.Decoder[] = []
  const decoded = Y.decodeUpdateV2(
    update,
    class extends Y.UpdateDecoderV1 {
      constructor(decoder: decoding.Decoder) {
        super(decoder)
        read.push(decoder)
      }
    },
  )
  if (read.some((decoder) => decoding.hasContent(decoder))) throw new Error('There are bytes behind the end')
  return decoded
}

function inOrder(structs: readonly Struct[]): boolean {
  return structs.every(({ id, length }, index) => {
    const before = structs[index - 1]
    const sane = length > 0 && id.clock + length < LAST_CLOCK
    return sane && (before?.id.client !== id.client || before.id.clock + before.length <= id.clock)
  })
}

/** Yjs would keep an empty range of deletions as pending for ever. */
function rangesAreSane({ clients }: { clients: Update['deletes'] }): boolean {
  return [...clients.values()].every((ranges) => ranges.every(({ clock, len }) => len > 0 && clock + len < LAST_CLOCK))
}

function deletesMore(doc: Y.Doc, deletes: Update['deletes']): boolean {
  for (const [client, ranges] of deletes) {
    const structs = doc.store.clients.get(client)
    if (structs && ranges.some(({ clock, len }) => hasLiving(doc, client, clock, clock + len))) return true
  }
  return false
}

/** Whether anything between two clocks is not deleted yet. */
function hasLiving(doc: Y.Doc, client: number, from: number, to: number): boolean {
  const structs = doc.store.clients.get(client) ?? []
  const end = Math.min(to, Y.getState(doc.store, client))
  if (from >= end) return false
  for (let index = Y.findIndexSS(structs, from); index < structs.length; index++) {
    const struct = structs[index]
    if (!struct || struct.id.clock >= end) return false
    if (!struct.deleted) return true
  }
  return false
}

/**
 * Whether it deletes what neither the document nor the update itself holds, or says that something rests on that: Yjs asks
 * for it even where it has the struct already.
 */
function reachesBeyond(doc: Y.Doc, { structs, deletes }: Update): boolean {
  const brought = new Map(structs.map(({ id, length }) => [id.client, id.clock + length]))
  const reached = (client: number): number => Math.max(Y.getState(doc.store, client), brought.get(client) ?? 0)
  return (
    structs.some((struct) => restsOf(struct).some(({ client, clock }) => clock >= reached(client))) ||
    [...deletes].some(([client, ranges]) => ranges.some(({ clock, len }) => clock + len > reached(client)))
  )
}

function isDeep(content: Y.Item['content']): boolean {
  if (content instanceof Y.ContentAny || content instanceof Y.ContentJSON) return deeperThan(DEEPEST_VALUE, content.arr)
  if (content instanceof Y.ContentEmbed) return deeperThan(DEEPEST_VALUE, content.embed)
  return content instanceof Y.ContentFormat && deeperThan(DEEPEST_VALUE, content.value)
}
