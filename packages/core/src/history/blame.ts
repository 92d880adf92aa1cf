/** Who wrote and deleted the words of clauses, put together from what stands there and the ledger of the record. */

import type { Blame, BlameRun, ClauseBlame, Deed } from '../api/history.ts'
import type { Ledger } from './ledger.ts'
import type { ClauseLook, Look } from './look.ts'
import { Origins } from './origins.ts'
import { quoteFrom } from './quote.ts'
import { traceWords, type Trace } from './trace.ts'

/** A clause with its words traced: what is told of it, but for what its deleted words said. */
export type TracedClause = Pick<ClauseLook, 'clause' | 'number' | 'kind' | 'gone'> & {
  readonly traces: readonly Trace[]
}

/** Traces what was looked at, clause by clause. The ledger must have reached the entry that the look was taken behind. */
export function* traceClauses({ clauses, claims }: Look, ledger: Ledger): Generator<TracedClause> {
  const origins = new Origins(claims, ledger)
  for (const { clause, number, kind, gone, ...look } of clauses)
    yield { clause, number, kind, ...(gone && { gone }), traces: traceWords(look, { ledger, origins }) }
}

/** The entries whose bodies `blameFrom` needs, to say what deleted words said. */
export function entriesToQuote(clauses: readonly TracedClause[]): number[] {
  const deleted = clauses.flatMap(({ traces }) => traces.filter((trace) => trace.deleted !== undefined))
  return [...new Set(deleted.map(({ wrote }) => wrote))].sort((a, b) => a - b)
}

export interface BlameSources {
  readonly seq: number
  readonly ledger: Ledger
  /** Bodies of the entries to quote, by seq. */
  readonly bodies: ReadonlyMap<number, Uint8Array>
  readonly nameOf: (member: string) => string
}

/** Keystrokes of one person within so many milliseconds count as one piece of writing. */
const SITTING = 60_000

/** Who wrote and deleted what. Deleted clauses that hold no words any more are left out. */
export function blameFrom(clauses: readonly TracedClause[], { seq, ledger, bodies, nameOf }: BlameSources): Blame {
  const quotes = new Map([...bodies].map(([wrote, body]) => [wrote, quoteFrom(body)]))
  const runsOf = (traces: readonly Trace[]): BlameRun[] =>
    joinedRuns(
      traces.map((trace) => runOf(trace, quotes.get(trace.wrote))).filter(({ words }) => words !== ''),
      ledger,
    )
  const told = clauses.map(({ traces, gone, ...clause }): ClauseBlame => {
    const by = gone && ledger.writer(gone.client, gone.clock)
    return { ...clause, ...(by !== undefined && { gone: by }), runs: runsOf(traces) }
  })
  const shown = told.filter(({ gone, runs: { length } }) => gone === undefined || length > 0)
  return { seq, deeds: deedsOf(shown, ledger, nameOf), clauses: shown }
}

function runOf({ root, wrote, deleted, words }: Trace, quote: ReturnType<typeof quoteFrom> | undefined): BlameRun {
  return { words: words ?? quote?.(root) ?? '', wrote, ...(deleted !== undefined && { deleted }) }
}

function joinedRuns(runs: readonly BlameRun[], ledger: Ledger): BlameRun[] {
  const out: BlameRun[] = []
  for (const run of runs) {
    const last = out.at(-1)
    if (last && isOnePiece(last.wrote, run.wrote, ledger) && isOnePiece(last.deleted, run.deleted, ledger))
      out[out.length - 1] = { ...last, words: last.words + run.words }
    else out.push(run)
  }
  return out
}

function isOnePiece(a: number | undefined, b: number | undefined, ledger: Ledger): boolean {
  if (a === b) return true
  if (a === undefined || b === undefined) return false
  const [one, other] = [ledger.signature(a), ledger.signature(b)]
  return one.actor === other.actor && one.delegation === other.delegation && Math.abs(one.at - other.at) <= SITTING
}

function deedsOf(clauses: readonly ClauseBlame[], ledger: Ledger, nameOf: (member: string) => string): Deed[] {
  const named = clauses.flatMap(({ gone, runs }) => [gone, ...runs.flatMap(({ wrote, deleted }) => [wrote, deleted])])
  const seqs = [...new Set(named.filter((seq) => seq !== undefined))].sort((a, b) => a - b)
  return seqs.map((seq) => {
    const signature = ledger.signature(seq)
    return { ...signature, name: nameOf(signature.actor) }
  })
}
