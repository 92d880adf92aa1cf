/** One open text: its state in memory, and the line in which everything done to it waits, is committed and is told. */

import { replay, type Actor, type Entry, type NewEntry, type Role } from '@travaux/core'
import type { Commit } from './committer.ts'
import { Line, type Step } from './line.ts'
import { Size } from './size.ts'
import type { TextState } from './state.ts'
import { applyUpdates, type Deed, type UpdateJob } from './update.ts'

/** Who hears of what becomes durable. */
export interface Watcher {
  /** Words, merged, in the order they were committed. `sources` sent them and have them already. */
  readonly written: (update: Uint8Array, sources: ReadonlySet<object>) => void
  /** Every entry, once durable. */
  readonly recorded: (entries: readonly Entry[]) => void
  /** A commit failed: what is in memory is not what the record says, and the text has to be opened again. */
  readonly lost: () => void
}

/** Work that needs the text to itself for a moment: a command, or a reading of what has been committed. */
export interface TurnJob {
  readonly kind: 'turn'
  readonly run: () => Step
  readonly lost: (error: unknown) => void
}

export type Job = UpdateJob | TurnJob

export interface LiveOptions {
  readonly commit: Commit
  readonly now: () => number
  /** How large the text may grow, in bytes of its encoded state. */
  readonly mostBytes: number
  /** After each batch, when the state is exactly what is durable. */
  readonly settled: () => void
  readonly failed: (error: unknown) => void
}

export class LiveText {
  readonly id: string
  readonly state: TextState
  readonly size: Size
  readonly watchers = new Set<Watcher>()
  lastUsed: number
  readonly #now: () => number
  readonly #line: Line<Job>
  /** The seq of the last entry recorded, durable or not. */
  #seq: number

  constructor(id: string, state: TextState, { commit, now, mostBytes, settled, failed }: LiveOptions) {
    this.id = id
    this.state = state
    this.size = new Size(mostBytes)
    this.#now = now
    this.#seq = state.head.seq
    this.lastUsed = now()
    this.#line = new Line<Job>({
      work: (jobs) => this.#work(jobs),
      commit: (entries) => commit({ text: id, after: state.head.seq, entries }),
      settled: (entries) => {
        this.#settle(entries)
        settled()
      },
      broken: (error, undone) => this.#lose(error, undone, failed),
    })
  }

  /** The seq that the state in memory stands at; durable by the time a step's `done` is called. */
  get seq(): number {
    return this.#seq
  }

  get idle(): boolean {
    return this.#line.idle && this.watchers.size === 0
  }

  add(job: Job): void {
    this.lastUsed = this.#now()
    this.#line.add(job)
  }

  /** Runs `read` in turn; resolves with its answer once everything it could see is durable. */
  turn<T>(read: () => { entries?: readonly NewEntry[]; answer: (entries: readonly Entry[]) => T }): Promise<T> {
    return new Promise((resolve, reject) => {
      const run = (): Step => {
        const { entries = [], answer } = read()
        return { entries, done: (durable) => resolve(answer(durable)) }
      }
      this.add({ kind: 'turn', run, lost: reject })
    })
  }

  /** Reads something in turn. */
  read<T>(read: () => T): Promise<T> {
    return this.turn(() => {
      const value = read()
      return { answer: () => value }
    })
  }

  roleOf(member: string): Role | undefined {
    return this.state.acts.roles.get(member)
  }

  actor({ id, delegation }: { id: string; delegation: string }): Actor {
    return { member: id, delegation, role: this.roleOf(id) }
  }

  /** Makes a deed the next entry, and the state what it is after it. To be called in turn only. */
  record(deed: Deed): NewEntry {
    const at = Math.max(this.#now(), this.state.acts.changedAt)
    const entry = { ...deed, at, room: `text:${this.id}` }
    replay(this.state.acts, { ...entry, seq: ++this.#seq })
    return entry
  }

  /** Tells every watcher of durable words. */
  tell(update: Uint8Array, sources: ReadonlySet<object>): void {
    for (const watcher of this.watchers) watcher.written(update, sources)
  }

  drained(): Promise<void> {
    return this.#line.drained()
  }

  #work(jobs: readonly Job[]): Step[] {
    return runsOf(jobs).flatMap((run) => (run.kind === 'turn' ? [run.job.run()] : applyUpdates(this, run.jobs)))
  }

  #settle(entries: readonly Entry[]): void {
    const last = entries.at(-1)
    if (!last) return
    this.state.head = { seq: last.seq, hash: last.hash }
    for (const watcher of this.watchers) watcher.recorded(entries)
  }

  #lose(error: unknown, undone: readonly Job[], failed: (error: unknown) => void): void {
    failed(error)
    for (const job of undone) {
      if (job.kind === 'turn') job.lost(error)
    }
    for (const watcher of this.watchers) watcher.lost()
  }
}

type JobRun = { kind: 'turn'; job: TurnJob } | { kind: 'updates'; jobs: UpdateJob[] }

/** Neighbouring updates go together; an answer, which may repeat much, goes alone. */
function runsOf(jobs: readonly Job[]): JobRun[] {
  const runs: JobRun[] = []
  for (const job of jobs) {
    const last = runs.at(-1)
    if (job.kind === 'turn') runs.push({ kind: 'turn', job })
    else if (!job.answer && last?.kind === 'updates' && !last.jobs[0]?.answer) last.jobs.push(job)
    else runs.push({ kind: 'updates', jobs: [job] })
  }
  return runs
}
