/** A text as it is rebuilt from its record, entry by entry, to find the first thing that is wrong. */

import { chainFault, draftHash, genesisHash, readAct, readDraft, type Act, type Entry } from '@travaux/core'
import type { Head } from '../store/record.ts'
import { emptyState, replayState, type TextState } from './state.ts'

/** The most entries that are applied at once. */
const PAGE = 1000

export class Rebuilt {
  readonly state: TextState
  /** Seqs at which the state is to be looked at. */
  readonly #stops: ReadonlySet<number>
  #head: Head
  /** Entries whose chain holds, not yet applied. */
  #page: Entry[] = []

  constructor(text: string, stops: ReadonlySet<number>) {
    this.#head = { seq: 0, hash: genesisHash(text) }
    this.state = emptyState(this.#head)
    this.#stops = stops
  }

  /** The fault that an entry shows, if it shows one. */
  take(entry: Entry): string | undefined {
    const fault = chainFault(this.#head, entry)
    if (fault !== undefined) return fault
    this.#head = entry
    const act = readAct(entry)
    const versionFault = act?.type === 'version.issue' ? this.#versionFault(entry, act) : undefined
    if (versionFault !== undefined) return versionFault
    this.#page.push(entry)
    const isDue = this.#page.length >= PAGE || entry.seq === 2 || this.#stops.has(entry.seq)
    return isDue ? this.#apply() : undefined
  }

  /** The fault that its end shows: a record must reach what it was known to reach. */
  finish(kept: Head): string | undefined {
    const fault = this.#apply()
    if (fault !== undefined) return fault
    const { seq, hash } = this.#head
    if (kept.seq !== seq || kept.hash !== hash) return `the record ends at ${seq}, but was known to reach ${kept.seq}`
    return undefined
  }

  #apply(): string | undefined {
    const from = this.#page.at(0)?.seq
    try {
      replayState(this.state, this.#page.splice(0))
    } catch {
      return `an update behind entry ${from} cannot be applied`
    }
    return undefined
  }

  /** A version must be the text as it stood, and its hash that of the draft it carries. */
  #versionFault(
    { seq }: Entry,
    { number, sha256, draft }: Extract<Act, { type: 'version.issue' }>,
  ): string | undefined {
    const fault = this.#apply()
    if (fault !== undefined) return fault
    if (draftHash(readDraft(this.state.doc)) !== sha256)
      return `version ${number} (entry ${seq}) is not the text as it stood`
    const carried = draftHash(draft as Parameters<typeof draftHash>[0])
    return carried === sha256 ? undefined : `version ${number} (entry ${seq}) does not match its own hash`
  }
}
