/** Updates on their way into the text: checked one by one, applied together, each recorded under its sender's name. */

import { allows, UPDATE, type Actor, type CloseName, type NewEntry } from '@travaux/core'
import * as Y from 'yjs'
import { check } from './check.ts'
import type { Step } from './line.ts'
import type { Size } from './size.ts'
import { claim, type TextState } from './state.ts'

/** What is done to a text, before the text adds time and room to make it an entry. */
export type Deed = Pick<NewEntry, 'actor' | 'delegation' | 'kind' | 'body'>

/** The text that updates go into. */
export interface Written {
  readonly state: TextState
  readonly size: Pick<Size, 'takes'>
  readonly record: (deed: Deed) => NewEntry
  /** Tells others of durable words. */
  readonly tell: (update: Uint8Array, sources: ReadonlySet<object>) => void
}

/** Where updates come from: one socket. */
export interface Source {
  /** Who is sending, with the role it has now. */
  readonly actor: () => Actor
  /** So many of its update frames are now durable. */
  readonly saved: (frames: number) => void
  readonly refused: (reason: CloseName, says?: string) => void
  /** Nothing more is taken from it: it was refused something. */
  readonly isOver: boolean
  /** Whether it has told all that it had from before it connected. */
  hasAnswered: boolean
  /** Frames that rest on what its answer will bring. */
  readonly early: UpdateJob[]
}

export interface UpdateJob {
  readonly kind: 'update'
  readonly source: Source
  readonly update: Uint8Array
  /** Whether it is the answer to the server's question what the client has (syncStep2). */
  readonly answer: boolean
}

/** So many frames of one source may wait for its answer. */
const MOST_EARLY = 1000

interface Taken {
  readonly source: Source
  readonly update: Uint8Array
  /** Undefined where there was nothing new in it. */
  readonly actor: Actor | undefined
}

/** Takes updates that arrived one after another; what is new of them is told to others as one. */
export function applyUpdates(text: Written, jobs: readonly UpdateJob[]): Step[] {
  const taken: Taken[] = []
  const emitted = emittedBy(text.state.doc, () => {
    for (const job of jobs) take(text, job, taken)
  })
  const [merged, ...cleaning] = emitted
  const news = taken.filter(({ actor }) => actor !== undefined)
  const steps = taken.map((one) => savedStep(text, one, news.length === 1 ? (merged ?? one.update) : one.update))
  return merged === undefined
    ? steps
    : [...steps, ...cleaning.map((by) => cleanStep(text, by)), toldStep(text, emitted, news)]
}

/** Applies the change in one transaction and gives the updates it amounts to: itself, then what Yjs tidied after it. */
function emittedBy(doc: Y.Doc, change: () => void): Uint8Array[] {
  const emitted: Uint8Array[] = []
  const listen = (update: Uint8Array): void => {
    emitted.push(update)
  }
  doc.on('update', listen)
  try {
    doc.transact(change)
  } finally {
    doc.off('update', listen)
  }
  return emitted
}

/**
 * Applies a checked update.
 * @throws if Yjs nevertheless could not take all of it, after refusing its source: the document is then not to be used.
 */
function applyWhole(doc: Y.Doc, { source, update }: UpdateJob): void {
  try {
    Y.applyUpdate(doc, update)
    if (doc.store.pendingStructs ?? doc.store.pendingDs) throw new Error('An update was applied only in part')
  } catch (error) {
    source.refused('malformed', 'the update cannot be applied')
    throw error
  }
}

/** Checks one update and applies it, or holds it, or refuses its source. */
function take(text: Written, job: UpdateJob, taken: Taken[]): void {
  const { source, update, answer } = job
  if (source.isOver) return
  if (!answer && source.early.length > 0) return hold(job)
  const actor = source.actor()
  const { doc, owners } = text.state
  const verdict = check(doc, owners, actor.member, update)
  switch (verdict.kind) {
    case 'known':
      taken.push({ source, update, actor: undefined })
      break
    case 'new':
      if (!allows(actor.role, 'write')) return source.refused(actor.role ? 'readOnly' : 'noRight')
      if (verdict.clients.length > 0 && !text.size.takes(update.length, text.state)) return source.refused('full')
      claim(owners, actor.member, verdict.clients)
      applyWhole(doc, job)
      taken.push({ source, update, actor })
      break
    case 'early':
      return source.hasAnswered || answer ? source.refused('malformed', 'it rests on what is not here') : hold(job)
    case 'refused':
      return source.refused(verdict.reason, verdict.says)
    default:
      return verdict satisfies never
  }
  if (answer) takeEarly(text, source, taken)
}

function hold(job: UpdateJob): void {
  if (job.source.early.push(job) > MOST_EARLY) job.source.refused('tooMany')
}

function takeEarly(text: Written, source: Source, taken: Taken[]): void {
  source.hasAnswered = true
  for (const job of source.early.splice(0)) take(text, job, taken)
}

function savedStep(text: Written, { source, actor }: Taken, body: Uint8Array): Step {
  const entries = actor ? [wordsEntry(text, actor, body)] : []
  return { entries, done: () => source.saved(1) }
}

function wordsEntry(
  text: Written,
  { member, delegation }: Pick<Actor, 'member' | 'delegation'>,
  body: Uint8Array,
): NewEntry {
  return text.record({ actor: member, delegation, kind: UPDATE, body })
}

/** Yjs drops marks that have come to mean nothing; that is a change like any other, by the server. */
function cleanStep(text: Written, update: Uint8Array): Step {
  return { entries: [wordsEntry(text, { member: 'server', delegation: '' }, update)], done: () => undefined }
}

function toldStep(text: Written, emitted: readonly Uint8Array[], news: readonly Taken[]): Step {
  const sources = new Set(news.map(({ source }) => source))
  const done = (): void => {
    for (const [index, update] of emitted.entries()) text.tell(update, index === 0 ? sources : none)
  }
  return { entries: [], done }
}

const none: ReadonlySet<object> = new Set()
