/**
 * A rehearsal of Yjs's integration, before anything is changed: whether every new struct of an update finds what it
 * rests on, and whether a text can hold it where it would stand. Cost: linear in the new structs.
 */

import * as Y from 'yjs'

export type Struct = Y.Item | Y.GC

export type Rehearsal =
  | { readonly kind: 'fits' }
  /** Something it rests on is not here (yet): a gap, or another client's struct. */
  | { readonly kind: 'early' }
  | { readonly kind: 'unfit'; readonly says: string }

/** Shared types nest no deeper than this: the root maps are level 0, a clause 1, its words 2. */
const DEEPEST = 12

interface Stage {
  readonly doc: Y.Doc
  readonly queues: ReadonlyMap<number, readonly Struct[]>
  /** How many of a client's structs have been placed. */
  readonly placed: Map<number, number>
  readonly levels: Map<Struct, Standing>
}

/** Where an item stands: its level, and its key if it is an entry of a root map or of a clause. */
interface Standing {
  readonly level: number
  readonly root: string | undefined
  readonly inClause: boolean
  readonly key: string | null
}

/** `fresh`: structs that reach beyond the document's state, each client's in order and together. */
export function rehearse(doc: Y.Doc, fresh: readonly Struct[]): Rehearsal {
  const queues = Map.groupBy(fresh, ({ id }) => id.client)
  const stage: Stage = { doc, queues, placed: new Map(), levels: new Map() }
  const waiting = new Map<number, number[]>()
  const ready = [...queues.keys()]
  for (let client = ready.pop(); client !== undefined; client = ready.pop()) {
    const before = stage.placed.get(client) ?? 0
    const stop = placeAll(stage, client)
    if (stop?.kind === 'unfit') return stop
    if (stop?.kind === 'waits') waiting.set(stop.for, [...(waiting.get(stop.for) ?? []), client])
    if ((stage.placed.get(client) ?? 0) > before) {
      ready.push(...(waiting.get(client) ?? []))
      waiting.delete(client)
    }
  }
  return waiting.size > 0 ? { kind: 'early' } : { kind: 'fits' }
}

type Stop = { kind: 'waits'; for: number } | { kind: 'unfit'; says: string }

/** Places a client's structs until one has to wait. */
function placeAll(stage: Stage, client: number): Stop | undefined {
  const queue = stage.queues.get(client) ?? []
  for (let next = stage.placed.get(client) ?? 0; next < queue.length; next++) {
    const struct = queue[next]
    if (!struct) return undefined
    const missing = missingFor(stage, struct)
    if (missing !== undefined) return { kind: 'waits', for: missing }
    const says = struct instanceof Y.Item ? misfit(stage, struct) : undefined
    if (says !== undefined) return { kind: 'unfit', says }
    stage.placed.set(client, next + 1)
  }
  return undefined
}

/** The client whose structs this one has to wait for; its own where a clock is missing. */
function missingFor(stage: Stage, struct: Struct): number | undefined {
  const { client, clock } = struct.id
  if (clock > reached(stage, client)) return client
  return restsOf(struct).find((id) => id.clock >= (id.client === client ? clock : reached(stage, id.client)))?.client
}

/** What a struct says that it stands beside or in. */
export function restsOf(struct: Struct): readonly Y.ID[] {
  if (!(struct instanceof Y.Item)) return []
  return [struct.origin, struct.rightOrigin, struct.parent].filter((id) => id instanceof Y.ID)
}

/** The clock that a client has reached: in the document, or on stage. */
function reached({ doc, queues, placed }: Stage, client: number): number {
  const last = queues.get(client)?.[(placed.get(client) ?? 0) - 1]
  return last ? last.id.clock + last.length : Y.getState(doc.store, client)
}

/** Why a text cannot hold an item, in words. */
function misfit(stage: Stage, item: Y.Item): string | undefined {
  const { content } = item
  const standing = standingOf(stage, item)
  stage.levels.set(item, standing)
  if (content instanceof Y.ContentDoc) return 'documents inside a text'
  if (content instanceof Y.ContentType && isXml(content.type)) return 'XML inside a text'
  if (standing.level > DEEPEST) return 'shared types nested too deep'
  if (standing.key === '__proto__') return 'a key that is no name'
  if (standing.root !== undefined) return rootMisfit(standing.root, standing.key, content)
  return standing.inClause && standing.key === 'text' ? wordsMisfit(content) : undefined
}

function isXml(type: unknown): boolean {
  return type instanceof Y.XmlFragment || type instanceof Y.XmlText || type instanceof Y.XmlHook
}

/** A clause whose words were anything but a text would show none, to everybody. */
function wordsMisfit(content: Y.Item['content']): string | undefined {
  const isText = content instanceof Y.ContentType && content.type instanceof Y.Text
  return isText || content instanceof Y.ContentDeleted ? undefined : "a clause's words that are no text"
}

function rootMisfit(root: string, key: string | null, content: Y.Item['content']): string | undefined {
  if (root !== 'clauses' && root !== 'meta') return `a root type named ${root.slice(0, 40)}`
  if (key === null) return `a list in the map of ${root}`
  if (key.length === 0 || key.length > 64) return 'a key of impossible length'
  if (root === 'meta' || content instanceof Y.ContentDeleted) return undefined
  const isMap = content instanceof Y.ContentType && content.type instanceof Y.Map
  return isMap ? undefined : 'a clause that is not a map'
}

/** Yjs writes an item's parent only where neither neighbour can tell it. */
function standingOf(stage: Stage, item: Y.Item): Standing {
  const { parent, parentSub, origin, rightOrigin } = item
  if (typeof parent === 'string') return { level: 0, root: parent, inClause: false, key: parentSub }
  if (parent instanceof Y.ID) return beneath(standingAt(stage, parent), parentSub)
  const neighbour = origin ?? rightOrigin
  return neighbour ? standingAt(stage, neighbour) : nowhere
}

const nowhere: Standing = { level: 0, root: undefined, inClause: false, key: null }

function beneath({ level, root }: Pick<Standing, 'level' | 'root'>, key: string | null): Standing {
  return { level: level + 1, root: undefined, inClause: root === 'clauses', key }
}

function standingAt(stage: Stage, id: Y.ID): Standing {
  if (id.clock < Y.getState(stage.doc.store, id.client)) return standingInDoc(stage.doc, id)
  const struct = structAt(stage.queues.get(id.client) ?? [], id.clock)
  return (struct && stage.levels.get(struct)) ?? nowhere
}

function standingInDoc(doc: Y.Doc, id: Y.ID): Standing {
  const item = Y.getItem(doc.store, id) as Struct
  if (!(item instanceof Y.Item)) return nowhere
  const root = rootOf(doc, item)
  if (root !== undefined) return { level: 0, root, inClause: false, key: item.parentSub }
  const above = parentItem(item)
  return above ? beneath({ level: levelOf(above), root: rootOf(doc, above) }, item.parentSub) : nowhere
}

function levelOf(item: Y.Item): number {
  let level = 0
  for (let above = parentItem(item); above; above = parentItem(above)) level++
  return level
}

function parentItem(item: Y.Item): Y.Item | null {
  return (item.parent as Y.AbstractType<unknown> | null)?._item ?? null
}

function rootOf(doc: Y.Doc, item: Y.Item): string | undefined {
  for (const [name, type] of doc.share) if (item.parent === type) return name
  return undefined
}

/** The struct that holds a clock, by halving: structs of one client are in order. */
function structAt(structs: readonly Struct[], clock: number): Struct | undefined {
  let low = 0
  let high = structs.length
  while (low < high) {
    const middle = (low + high) >> 1
    const struct = structs[middle]
    if (!struct) return undefined
    if (struct.id.clock + struct.length <= clock) low = middle + 1
    else high = middle
  }
  return structs[low]
}
