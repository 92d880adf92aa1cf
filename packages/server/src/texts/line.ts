/**
 * The line of one text: work waits in order, is done together, committed together, and only then spoken of. While one
 * commit is under way the next batch collects (group commit).
 */

import type { Entry, NewEntry } from '@travaux/core'
import { nextTurn } from '../store/turn.ts'

/** What a piece of work leaves behind. */
export interface Step {
  readonly entries: readonly NewEntry[]
  /** Called once these entries, and all before them, are durable. */
  readonly done: (entries: readonly Entry[]) => void
}

export interface LineOptions<Job> {
  /** Does jobs in order. What it changes in memory is thrown away if the commit fails. */
  readonly work: (jobs: readonly Job[]) => readonly Step[]
  readonly commit: (entries: readonly NewEntry[]) => Promise<readonly Entry[]>
  /** After each batch, once its steps are done. */
  readonly settled: (entries: readonly Entry[]) => void
  /** The line is broken: these jobs were not done, and it takes no more. */
  readonly broken: (error: unknown, undone: readonly Job[]) => void
}

/** So many jobs at most share a commit, so that none waits long for it. */
const BATCH = 1000

export class Line<Job> {
  readonly #options: LineOptions<Job>
  #waiting: Job[] = []
  #running: Promise<void> | undefined
  #isBroken = false

  constructor(options: LineOptions<Job>) {
    this.#options = options
  }

  get idle(): boolean {
    return this.#running === undefined
  }

  /** Joins the line. @throws if the line is broken. */
  add(job: Job): void {
    if (this.#isBroken) throw new Error('This line is broken; open the text again')
    this.#waiting.push(job)
    this.#running ??= this.#run()
  }

  /** Resolves once nothing waits any more. */
  async drained(): Promise<void> {
    await this.#running
  }

  async #run(): Promise<void> {
    // Lets all frames that have arrived join the batch.
    await nextTurn()
    while (this.#waiting.length > 0 && !this.#isBroken) await this.#batch(this.#waiting.splice(0, BATCH))
    this.#running = undefined
  }

  async #batch(jobs: readonly Job[]): Promise<void> {
    try {
      const steps = this.#options.work(jobs)
      const wanted = steps.flatMap(({ entries }) => entries)
      const entries = wanted.length > 0 ? await this.#options.commit(wanted) : []
      let from = 0
      for (const step of steps) step.done(entries.slice(from, (from += step.entries.length)))
      this.#options.settled(entries)
    } catch (error) {
      this.#break(error, [...jobs, ...this.#waiting.splice(0)])
    }
  }

  #break(error: unknown, undone: readonly Job[]): void {
    if (this.#isBroken) return
    this.#isBroken = true
    this.#options.broken(error, undone)
  }
}
