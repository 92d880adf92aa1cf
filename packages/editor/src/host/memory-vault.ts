/** A complete vault in memory, which can fail and can be cut off as a power cut would: for tests. */

import type { Vault } from './host.ts'

export interface MemoryVault extends Vault {
  /** What would be found after a power cut now, in a vault of its own. */
  readonly afterCut: () => MemoryVault
  /** While it is set, every write fails with it. */
  readonly failWith: (error: Error | null) => void
  /** Everything kept, for looking at. */
  readonly everything: () => readonly Uint8Array[]
}

interface Kept {
  readonly values: Map<string, Uint8Array>
  readonly logs: Map<string, Uint8Array[]>
}

/** Opens an empty vault, or one with what another held. Every call takes a turn of the event loop or `delay` of them. */
export function openMemoryVault(kept: Kept = { values: new Map(), logs: new Map() }, delay = 1): MemoryVault {
  let failure: Error | null = null
  let turn: Promise<void> = Promise.resolve()
  const inTurn = <T>(run: () => T): Promise<T> => {
    const done = turn.then(async () => {
      for (let waited = 0; waited < delay; waited++) await new Promise((next) => setImmediate(next))
      return run()
    })
    turn = done.then(
      () => undefined,
      () => undefined,
    )
    return done
  }
  const writing = (run: () => void): Promise<void> =>
    inTurn(() => {
      if (failure) throw failure
      run()
    })
  const log = (name: string): Uint8Array[] => kept.logs.get(name) ?? []
  return {
    read: (name) => inTurn(() => kept.values.get(name)),
    write: (name, value) => writing(() => void kept.values.set(name, value.slice())),
    remove: (name) => writing(() => void kept.values.delete(name)),
    names: (prefix) => inTurn(() => [...kept.values.keys()].filter((name) => name.startsWith(prefix))),
    append: (name, piece) => writing(() => void kept.logs.set(name, [...log(name), piece.slice()])),
    pieces: (name) => inTurn(() => [...log(name)]),
    fold: (name, count, into) => writing(() => void kept.logs.set(name, [into.slice(), ...log(name).slice(count)])),
    drop: (name) => writing(() => void kept.logs.delete(name)),
    afterCut: () => openMemoryVault({ values: new Map(kept.values), logs: new Map(kept.logs) }, delay),
    failWith: (error) => (failure = error),
    everything: () => [...kept.values.values(), ...[...kept.logs.values()].flat()],
  }
}
