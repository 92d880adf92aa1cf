/** The words of a clause, standing and deleted, each traced to the entries of the record that wrote and deleted it. */

import type { Span, StandingSpan } from '../yjs/items.ts'
import type { Ledger } from './ledger.ts'
import type { ClauseLook } from './look.ts'
import type { CharacterId, Origins } from './origins.ts'

/** Neighbouring characters with one writer and, if they are deleted, one deleter. */
export interface Trace {
  /** The characters as they were first written; what words they are, the entry `wrote` tells. */
  readonly root: Span
  readonly wrote: number
  readonly deleted?: number
  /** The words themselves, where they stand. */
  readonly words?: string
}

/** What a text's words are traced by. */
export interface Sources {
  readonly ledger: Ledger
  readonly origins: Origins
}

/** Traces a clause's words in their order. Words that were carried elsewhere are left out: they are traced there. */
export function traceWords({ standings, words }: Pick<ClauseLook, 'standings' | 'words'>, sources: Sources): Trace[] {
  return joined(
    standings.flatMap((standing) => [
      ...(standing.deleted ? deletedTraces(standing, sources) : standingTraces(standing, words, sources)),
    ]),
  )
}

function* standingTraces(
  { client, clock, length, index }: StandingSpan,
  words: string,
  sources: Sources,
): Generator<Trace> {
  for (let at = 0; at < length; at++) {
    const root = sources.origins.rootOf({ client, clock: clock + at })
    yield { ...traced(root, sources), words: words.slice(index + at, index + at + 1) }
  }
}

function* deletedTraces({ client, clock, length }: StandingSpan, { ledger, origins }: Sources): Generator<Trace> {
  for (const at of ledger.writtenWithin(client, clock, clock + length)) {
    const id = { client, clock: at }
    const deleted = ledger.deleter(client, at)
    if (deleted !== undefined && !origins.livesOn(id))
      yield { ...traced(origins.rootOf(id), { ledger, origins }), deleted }
  }
}

/** A character that the record does not know, as only a broken one could hold, counts as written by its first entry. */
function traced({ client, clock }: CharacterId, { ledger }: Sources): Trace {
  return { root: { client, clock, length: 1 }, wrote: ledger.writer(client, clock) ?? 1 }
}

/** Joins neighbours that continue each other. */
function joined(traces: Iterable<Trace>): Trace[] {
  const out: Trace[] = []
  for (const trace of traces) {
    const last = out.at(-1)
    if (last && continues(last, trace)) out[out.length - 1] = join(last, trace)
    else out.push(trace)
  }
  return out
}

function continues(a: Trace, b: Trace): boolean {
  const sameDeeds = a.wrote === b.wrote && a.deleted === b.deleted
  return sameDeeds && a.root.client === b.root.client && a.root.clock + a.root.length === b.root.clock
}

function join(a: Trace, b: Trace): Trace {
  const root = { ...a.root, length: a.root.length + b.root.length }
  return { ...a, root, ...(a.words !== undefined && { words: a.words + (b.words ?? '') }) }
}
