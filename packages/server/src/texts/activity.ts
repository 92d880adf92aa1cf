/** What was done to a text, newest first, as far as the asking member may see it. */

import {
  clausesTouched,
  joinRows,
  readAct,
  rowOf,
  UPDATE,
  type Actor,
  type api,
  type Entry,
  type Row,
} from '@travaux/core'
import type { Body } from './body.ts'
import type { LiveText } from './live.ts'
import { feedEntry } from './reading.ts'
import type { Texts } from './texts.ts'

export interface ActivityAsked {
  readonly member?: string | undefined
  readonly delegation?: string | undefined
  readonly clause?: string | undefined
  readonly kind?: string | undefined
  /** Only entries before this one. */
  readonly before?: number | undefined
  readonly limit: number
}

/** Who asks, and of what body. */
export interface Asker {
  readonly reader: Actor
  readonly body: Body
}

/** So many entries at most are looked through for one page. */
const MOST_LOOKED_AT = 20_000

/** A page of activity. Cost: bounded; where little fits the question, a page may hold less than its limit. */
export async function activity(
  texts: Pick<Texts, 'entries'>,
  text: LiveText,
  asker: Asker,
  asked: ActivityAsked,
): Promise<api.ActivityPage> {
  const { before = Number.MAX_SAFE_INTEGER, kind, limit } = asked
  const actsOnly = kind !== undefined && kind !== UPDATE
  const rows: Row[] = []
  let looked = 0
  for await (const entry of texts.entries(text.id, { upTo: before - 1, newestFirst: true, actsOnly })) {
    if (looked++ === MOST_LOOKED_AT) return page(text, asker, rows, entry.seq + 1)
    const row = fitting(text, asker, asked, entry)
    if (row && !addRow(rows, row, limit)) return page(text, asker, rows, entry.seq + 1)
  }
  return page(text, asker, rows, null)
}

/** The entry as a row, if it is what was asked for and may be told. */
function fitting(text: LiveText, { reader, body }: Asker, asked: ActivityAsked, entry: Entry): Row | undefined {
  if (asked.kind !== undefined && entry.kind !== asked.kind) return undefined
  if (asked.member !== undefined && entry.actor !== asked.member) return undefined
  if (asked.delegation !== undefined && entry.delegation !== asked.delegation) return undefined
  if (!feedEntry(text, reader, body, entry)) return undefined
  const clauses = clausesOfEntry(text, entry)
  return asked.clause === undefined || clauses.includes(asked.clause) ? rowOf(entry, clauses) : undefined
}

/** The clauses that an entry changed or speaks of. */
function clausesOfEntry({ state }: LiveText, entry: Entry): string[] {
  if (entry.kind === UPDATE) return clausesTouched(state.doc, entry.body)
  const act = readAct(entry)
  const thread = act && 'thread' in act ? state.acts.threads.get(act.thread) : undefined
  return thread ? [thread.anchor.clause] : []
}

/** Adds an older row, joined with the one before it where they are one; false where the page is full. */
function addRow(rows: Row[], older: Row, limit: number): boolean {
  const newer = rows.at(-1)
  const both = newer && joinRows(newer, older)
  if (both) rows[rows.length - 1] = both
  else if (rows.length < limit) rows.push(older)
  else return false
  return true
}

function page(text: LiveText, asker: Asker, rows: readonly Row[], before: number | null): api.ActivityPage {
  return { lines: rows.flatMap((row) => told(text, asker, row)), before }
}

function told(text: LiveText, { reader, body }: Asker, { entry, from, entries, clauses }: Row): api.Activity[] {
  const head = feedEntry(text, reader, body, entry)
  return head ? [{ ...head, from, entries, clauses: [...clauses] }] : []
}
