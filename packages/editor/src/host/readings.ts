/**
 * What was last read from the server, kept so that the application opens at once and without a network. What is kept is
 * shown first, and read again behind it. Only readings whose query says by what schema they are kept are: whatever comes
 * out of the vault is parsed like whatever comes from the server.
 */

import type { Query, QueryFunction, QueryFunctionContext } from '@tanstack/react-query'
import type { api } from '@travaux/core'
import type { ZodType } from 'zod'
import { Unreachable } from '../wire/http.ts'
import type { Cabinet } from './cabinet.ts'

declare module '@tanstack/react-query' {
  interface Register {
    queryMeta: {
      /** The reading may be kept on this computer, and is one of this schema. */
      readonly kept?: ZodType
      /** The text it belongs to, with which it is forgotten. */
      readonly text?: string
    }
  }
}

/** What readings need from outside. */
export interface ReadingsPorts {
  readonly cabinet: Cabinet
  /** Told after every attempt at a reading that may be kept whether the server could be reached. */
  readonly reached: (reachable: boolean) => void
  /** Told when the server answers for another member or from another epoch than what is kept: nothing kept holds. */
  readonly changedHands: (change: 'member' | 'epoch') => void
  /** Runs after the answer was taken. */
  readonly later: (run: () => void) => void
}

export interface Readings {
  /** Stands between every query and the network. */
  readonly persister: <T>(read: QueryFunction<T>, context: QueryFunctionContext, query: Query) => Promise<T>
  /** Forgets who was signed in: nobody is shown as signed in before somebody is. */
  readonly signOut: () => Promise<void>
  /** Whether the server has said, since this page stands, that the one signed in is this member. */
  readonly confirmed: (member: string) => boolean
  /** Whether a text's reading with this hash is kept. */
  readonly has: (member: string, text: string, hash: string) => Promise<boolean>
  /** How many bytes are kept of a text. */
  readonly sizeOf: (member: string, text: string) => Promise<number>
  readonly forget: (member: string, text: string) => Promise<void>
}

interface KeptReading {
  readonly at: number
  readonly epoch: string
  readonly value: unknown
}

const ME = 'me'
/** A reading longer than this is not kept, in characters. */
const LONGEST = 24 * 1024 * 1024

const encoder = new TextEncoder()
const decoder = new TextDecoder()

/** Opens the readings of one window; whose they are follows from who was last signed in. */
export function openReadings({ cabinet, reached, changedHands, later }: ReadingsPorts): Readings {
  let me: api.Me | undefined
  let confirmed: string | undefined
  const written = new Map<string, string>()

  const nameOf = ({ queryHash, queryKey, meta }: Pick<Query, 'queryHash' | 'queryKey' | 'meta'>): string | undefined =>
    queryKey[0] === ME ? ME : me && `${folderOf(me.member.id, meta?.text ?? '')}${queryHash}`

  const recall = async (query: Query, schema: ZodType): Promise<KeptReading | undefined> => {
    const name = nameOf(query)
    const bytes = name === undefined ? undefined : await cabinet.read(name).catch(() => undefined)
    const kept = bytes && keptIn(bytes)
    const value = kept && schema.safeParse(kept.value)
    if (!kept || value?.success !== true) return undefined
    if (name === ME) me = value.data as api.Me
    return kept.epoch === me?.body.epoch ? { ...kept, value: value.data } : undefined
  }

  const keep = (query: Query, value: unknown): void => {
    if (query.queryKey[0] === ME) takeMe(value as api.Me)
    const name = nameOf(query)
    const json = JSON.stringify(value)
    if (name === undefined || json.length > LONGEST || written.get(name) === json) return
    if (json.length < 64 * 1024) written.set(name, json)
    const kept: KeptReading = { at: Date.now(), epoch: me?.body.epoch ?? '', value }
    // What could not be kept can be read again from the server.
    cabinet.write(name, encoder.encode(JSON.stringify(kept))).catch(() => written.delete(name))
  }

  const takeMe = (now: api.Me): void => {
    const before = me
    me = now
    confirmed = now.member.id
    if (before && before.member.id !== now.member.id) changedHands('member')
    else if (before && before.body.epoch !== now.body.epoch) changedHands('epoch')
  }

  const readAnew = async <T>(read: QueryFunction<T>, context: QueryFunctionContext, query: Query): Promise<T> => {
    // What may not be kept may be made here, and then says nothing of the server.
    if (!query.meta?.kept) return read(context)
    try {
      const value = await read(context)
      reached(true)
      keep(query, value)
      return value
    } catch (error) {
      if (!context.signal.aborted) reached(!(error instanceof Unreachable))
      throw error
    }
  }

  return {
    persister: async (read, context, query) => {
      const schema = query.meta?.kept
      if (schema && query.state.data === undefined) {
        const kept = await recall(query, schema)
        if (kept) {
          later(() => readBehind(query, kept.at))
          return kept.value as never
        }
      }
      return readAnew(read, context, query)
    },
    signOut: async () => {
      written.delete(ME)
      await cabinet.remove(ME)
    },
    confirmed: (member) => confirmed === member,
    has: async (member, text, hash) => (await cabinet.names(folderOf(member, text) + hash)).length > 0,
    sizeOf: async (member, text) => {
      const names = await cabinet.names(folderOf(member, text))
      const values = await Promise.all(names.map((name) => cabinet.read(name)))
      return values.reduce((sum, value) => sum + (value?.byteLength ?? 0), 0)
    },
    forget: async (member, text) => {
      const names = await cabinet.names(folderOf(member, text))
      await Promise.all(names.map((name) => cabinet.remove(name)))
      for (const name of names) written.delete(name)
    },
  }
}

/** Dates what was shown from the vault by when it was read, and reads it again where it may have changed. */
function readBehind(query: Query, at: number): void {
  query.setState({ ...query.state, dataUpdatedAt: at })
  const { staleTime } = query.options as { staleTime?: number }
  if (staleTime !== Infinity || query.queryKey[0] === ME) query.fetch().catch(() => undefined)
}

function folderOf(member: string, text: string): string {
  return `reading/${member}/${text}/`
}

function keptIn(bytes: Uint8Array): KeptReading | undefined {
  try {
    return JSON.parse(decoder.decode(bytes)) as KeptReading
  } catch {
    return undefined
  }
}
