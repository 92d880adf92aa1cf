/** What has been done to a text beside writing it, as a reading of its record: threads, versions, baseline, roles. */

import type { Anchor, Audience } from '../api/command.ts'
import type { Version } from '../api/reading.ts'
import { withCorrection, type Correction } from '../compare/correct.ts'
import type { Role } from '../rights/role.ts'
import { readAct, type Act } from './act.ts'
import type { Entry } from './entry.ts'

export interface RecordedComment {
  readonly id: string
  readonly by: string
  readonly delegation: string
  readonly at: number
  readonly words: string
  /** Earlier wordings, oldest first, each with the time it was written. */
  readonly edits: readonly { readonly at: number; readonly words: string }[]
}

export interface RecordedThread {
  readonly id: string
  readonly anchor: Anchor
  readonly audience: Audience
  readonly by: string
  readonly delegation: string
  readonly comments: readonly RecordedComment[]
  readonly turns: readonly {
    readonly at: number
    readonly by: string
    readonly delegation: string
    readonly resolved: boolean
  }[]
}

/** A version as issued, with the seq of the entry that holds its draft. */
export type RecordedVersion = Omit<Version, 'text'> & { readonly entry: number }

export interface Acts {
  createdAt: number
  changedAt: number
  readonly threads: Map<string, RecordedThread>
  readonly versions: RecordedVersion[]
  baseline: { readonly text: string; readonly version: string } | null
  /** Members of the text. */
  readonly roles: Map<string, Role>
  /** What people said of comparisons, oldest first. */
  corrections: readonly Correction[]
  /** What each command became, by the id its client made: a command sent again gets the same answer. */
  readonly answers: Map<string, { readonly seq: number; readonly at: number }>
}

/** An entry with its place in the record; a reading does not need its hash. */
export type Placed = Omit<Entry, 'hash'>

/** The reading of an empty record. */
export function noActs(): Acts {
  return {
    createdAt: 0,
    changedAt: 0,
    threads: new Map(),
    versions: [],
    baseline: null,
    roles: new Map(),
    corrections: [],
    answers: new Map(),
  }
}

/**
 * The reading after one more entry. Entries of unknown kinds change nothing. For the sake of long records it takes
 * over the reading it is given and changes it in place; threads and versions inside are never changed, only replaced.
 */
export function replay(acts: Acts, entry: Placed): Acts {
  acts.changedAt = entry.at
  if (entry.seq === 1) acts.createdAt = entry.at
  const act = readAct(entry)
  if (act) perform(acts, entry, act)
  return acts
}

function perform(acts: Acts, entry: Placed, act: Act): void {
  if ('id' in act) acts.answers.set(act.id, { seq: entry.seq, at: entry.at })
  switch (act.type) {
    case 'text.created':
      return
    case 'comment.open':
      acts.threads.set(act.thread, openedThread(entry, act))
      return
    case 'comment.reply':
      return changeThread(acts, act.thread, (thread) => ({
        ...thread,
        comments: [...thread.comments, newComment(entry, act)],
      }))
    case 'comment.edit':
      return changeThread(acts, act.thread, (thread) => ({
        ...thread,
        comments: thread.comments.map((comment) =>
          comment.id === act.comment ? edited(comment, entry.at, act.words) : comment,
        ),
      }))
    case 'thread.resolve':
    case 'thread.reopen':
      return changeThread(acts, act.thread, (thread) => turned(thread, entry, act.type === 'thread.resolve'))
    case 'version.issue':
      acts.versions.push(issued(entry, act))
      return
    case 'baseline.pin':
      acts.baseline = { text: act.text, version: act.version }
      return
    case 'role.set':
      if (act.role === null) acts.roles.delete(act.member)
      else acts.roles.set(act.member, act.role)
      return
    case 'comparison.correct':
      acts.corrections = withCorrection(acts.corrections, corrected(entry, act))
      return
    default:
      return act satisfies never
  }
}

type ActOf<T extends Act['type']> = Extract<Act, { type: T }>

function changeThread(acts: Acts, id: string, change: (thread: RecordedThread) => RecordedThread): void {
  const thread = acts.threads.get(id)
  if (thread) acts.threads.set(id, change(thread))
}

function openedThread(entry: Placed, act: ActOf<'comment.open'>): RecordedThread {
  return {
    id: act.thread,
    anchor: act.anchor,
    audience: act.audience,
    by: entry.actor,
    delegation: entry.delegation,
    comments: [newComment(entry, act)],
    turns: [],
  }
}

function newComment(entry: Placed, act: { comment: string; words: string }): RecordedComment {
  const { actor: by, delegation, at } = entry
  return { id: act.comment, by, delegation, at, words: act.words, edits: [] }
}

/** `at` of a comment is when its present words were written. */
function edited(comment: RecordedComment, at: number, words: string): RecordedComment {
  return { ...comment, at, words, edits: [...comment.edits, { at: comment.at, words: comment.words }] }
}

function turned(thread: RecordedThread, entry: Placed, resolved: boolean): RecordedThread {
  const { actor: by, delegation, at } = entry
  return { ...thread, turns: [...thread.turns, { at, by, delegation, resolved }] }
}

function issued(entry: Placed, act: ActOf<'version.issue'>): RecordedVersion {
  const { version: id, number, label, symbol, seq, sha256 } = act
  return { id, number, label, symbol, seq, sha256, at: entry.at, by: entry.actor, entry: entry.seq }
}

function corrected({ actor: by, at }: Placed, act: ActOf<'comparison.correct'>): Correction {
  const { old, new: now, clauses, as } = act
  return { old, new: now, clauses, as, by, at }
}

/** Whether a thread is resolved: by its last turn. */
export function isResolved(thread: RecordedThread): boolean {
  return thread.turns.at(-1)?.resolved ?? false
}

/** The reading as JSON, for checkpoints and for comparing two readings. */
export function writeActs(acts: Acts): string {
  const { threads, roles, answers, ...rest } = acts
  return JSON.stringify({ ...rest, threads: [...threads.values()], roles: [...roles], answers: [...answers] })
}

/** What `writeActs` wrote. */
export function readActs(json: string): Acts {
  const { threads, roles, answers, corrections = [], ...rest } = JSON.parse(json) as WrittenActs
  return {
    ...rest,
    corrections,
    threads: new Map(threads.map((thread) => [thread.id, thread])),
    roles: new Map(roles),
    answers: new Map(answers),
  }
}

type WrittenActs = Pick<Acts, 'createdAt' | 'changedAt' | 'versions' | 'baseline'> & {
  readonly threads: readonly RecordedThread[]
  /** Absent from checkpoints written before there were any. */
  readonly corrections?: readonly Correction[]
  readonly roles: readonly [string, Role][]
  readonly answers: readonly [string, { seq: number; at: number }][]
}
