/** The text as it once stood, and who wrote and deleted its words: readings of the record, made one at a time. */

import {
  blameFrom,
  draftHash,
  entriesToQuote,
  lookAt,
  readDraft,
  traceClauses,
  type api,
  type Draft,
  type Entry,
  type Ledger,
  type Look,
  type TracedClause,
} from '@travaux/core'
import { nextTurn } from '../store/turn.ts'
import type { Body } from './body.ts'
import { Ledgers } from './ledgers.ts'
import type { LiveText } from './live.ts'
import { OpenOverTime } from './open.ts'
import { nameOf } from './reading.ts'
import type { Texts } from './texts.ts'

/** What a moment of the past is asked for by: an entry or a time; the present where both are left out. */
export interface MomentAsked {
  readonly seq?: number | undefined
  readonly at?: number | undefined
}

export type MomentAnswer = Omit<api.Moment, 'draft'> & { readonly draft: Draft }

/** A text's first words are its second entry. */
const FIRST_WORDS = 2
/** Clauses or entries that are read before others get their turn. */
const PIECE = 50

export class History {
  readonly #texts: Texts
  readonly #ledgers: Ledgers
  readonly #open: OpenOverTime
  #last: Promise<unknown> = Promise.resolve()

  constructor(texts: Texts) {
    this.#texts = texts
    this.#ledgers = new Ledgers(texts)
    this.#open = new OpenOverTime(texts)
  }

  /** The text as it stood. @throws Damaged */
  moment(text: LiveText, asked: MomentAsked): Promise<MomentAnswer> {
    return this.#inTurn(async () => {
      const last = await text.read(() => ({ seq: text.seq, at: text.state.acts.changedAt }))
      const seq = asked.seq ?? (asked.at === undefined ? last.seq : await this.#lastUpTo(text.id, asked.at, last.seq))
      const state = await this.#texts.past(text.id, clamp(seq, FIRST_WORDS, last.seq))
      if (!state) throw new Error('An open text has a record')
      const draft = readDraft(state.doc)
      const first = { seq: FIRST_WORDS, at: (await this.#entry(text.id, FIRST_WORDS))?.at ?? 0 }
      return { seq: state.head.seq, at: state.acts.changedAt, sha256: draftHash(draft), draft, first, last }
    })
  }

  /** Who wrote and deleted the words of a clause or of all, now or as of an entry. */
  blame(text: LiveText, body: Body, { clause, seq }: { clause?: string | undefined; seq?: number | undefined }) {
    return this.#inTurn(async (): Promise<api.Blame> => {
      const now = await text.read(() => ({ seq: text.seq, look: lookAt(text.state.doc, clause) }))
      const then = seq === undefined || seq >= now.seq ? now : await this.#lookBack(text.id, seq, clause)
      const ledger = await this.#ledgers.upTo(text.id, then.seq)
      const traced = await traceAll(then.look, ledger)
      const bodies = await this.#bodies(text.id, entriesToQuote(traced))
      return blameFrom(traced, { seq: then.seq, ledger, bodies, nameOf: (member) => nameOf(body, member) })
    })
  }

  /** What was open in each version and on each day. */
  open(text: LiveText): Promise<api.OpenOverTime> {
    return this.#inTurn(async () => this.#open.upTo(text.id, await text.read(() => text.seq)))
  }

  async #lookBack(id: string, upTo: number, clause: string | undefined) {
    const state = await this.#texts.past(id, Math.max(upTo, FIRST_WORDS))
    if (!state) throw new Error('An open text has a record')
    return { seq: state.head.seq, look: lookAt(state.doc, clause) }
  }

  async #bodies(id: string, seqs: readonly number[]): Promise<Map<number, Uint8Array>> {
    const bodies = new Map<number, Uint8Array>()
    for (const [index, seq] of seqs.entries()) {
      if (index % PIECE === 0) await nextTurn()
      const entry = await this.#entry(id, seq)
      if (entry) bodies.set(seq, entry.body)
    }
    return bodies
  }

  /** The last entry made up to a time, by halving: times never go back within a record. */
  async #lastUpTo(id: string, at: number, head: number): Promise<number> {
    let [low, high] = [0, head]
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (((await this.#entry(id, middle))?.at ?? Infinity) <= at) low = middle
      else high = middle - 1
    }
    return low
  }

  async #entry(id: string, seq: number): Promise<Entry | undefined> {
    for await (const entry of this.#texts.entries(id, { after: seq - 1, upTo: seq })) return entry
    return undefined
  }

  /** One reading after another, however many ask: a long one must not starve those who write. */
  #inTurn<T>(read: () => Promise<T>): Promise<T> {
    const reading = this.#last.then(read)
    this.#last = reading.catch(() => undefined)
    return reading
  }
}

/** Clause by clause, so that a long text holds nobody up. */
async function traceAll(look: Look, ledger: Ledger): Promise<TracedClause[]> {
  const traced: TracedClause[] = []
  for (const clause of traceClauses(look, ledger)) if (traced.push(clause) % PIECE === 0) await nextTurn()
  return traced
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most)
}
