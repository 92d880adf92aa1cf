/** What the server measures of itself, in the format of Prometheus. */

import { closeReasons, type CloseName } from '@travaux/core'
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'
import type { RecordStore } from '../store/record.ts'

export interface Metrics {
  readonly contentType: string
  /** All figures as text. */
  readonly read: () => Promise<string>
  /** A socket was ended by the server. */
  readonly ended: (reason: CloseName) => void
  /** The same store, its commits counted and timed. */
  readonly watched: (store: RecordStore) => RecordStore
  /** Figures that are looked up when they are read. */
  readonly gauge: (name: string, help: string, value: () => number) => void
}

/** Makes a registry of its own: several servers may run in one process. */
export function openMetrics(): Metrics {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry })
  const ended = endedCounter(registers)
  return {
    contentType: registry.contentType,
    read: () => registry.metrics(),
    ended: (reason) => ended.inc({ reason }),
    watched: (store) => watchedStore(store, registers),
    gauge: (name, help, value) => {
      const collect = function (this: Gauge): void {
        this.set(value())
      }
      registry.registerMetric(new Gauge({ name, help, registers: [], collect }))
    },
  }
}

function endedCounter(registers: Registry[]): Counter<'reason'> {
  const ended = new Counter({
    name: 'travaux_sockets_ended_total',
    help: 'Sync sockets that the server ended, by the reason of the table',
    labelNames: ['reason'],
    registers,
  })
  for (const reason of Object.keys(closeReasons)) ended.inc({ reason }, 0)
  return ended
}

function watchedStore(store: RecordStore, registers: Registry[]): RecordStore {
  const entries = new Counter({ name: 'travaux_entries_total', help: 'Entries committed to records', registers })
  const failures = new Counter({ name: 'travaux_commits_failed_total', help: 'Commits that failed', registers })
  const seconds = new Histogram({
    name: 'travaux_commit_seconds',
    help: 'Time a commit took until it was on the disk',
    buckets: [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 1, 5],
    registers,
  })
  const append: RecordStore['append'] = async (batches) => {
    const stop = seconds.startTimer()
    try {
      const appended = await store.append(batches)
      entries.inc(appended.reduce((sum, { length }) => sum + length, 0))
      return appended
    } catch (error) {
      failures.inc()
      throw error
    } finally {
      stop()
    }
  }
  return { ...store, append }
}
