/** Commands that look back: a text as it stood, and who wrote and deleted its words. */

import { exportDraft, exportExtensions, extensionOf, type api } from '@travaux/core'
import { writeFile } from 'node:fs/promises'
import { Ended } from './exit.ts'
import { atDesk, pathOf, type Outside, type Where } from './outside.ts'

export interface AtOptions extends Where {
  readonly seq?: string
  readonly time?: string
  readonly to?: string
}

/** Writes a text as it stood after an entry or at a time: to a file of the kind its extension names, or as Markdown. */
export async function showMoment(
  outside: Outside,
  text: string,
  { to, seq, time, ...where }: AtOptions,
): Promise<void> {
  if ((seq === undefined) === (time === undefined)) throw new Ended('Say when: either --seq or --time')
  const kind = to === undefined ? 'md' : extensionOf(to)
  if (!exportExtensions.includes(kind)) throw new Ended(`Files of the kind .${kind} cannot be written`)
  const asked = seq === undefined ? { at: timeOf(time ?? '') } : { seq: seqOf(seq) }
  const moment = await atDesk(outside, where, (desk) => desk.moment(text, asked))
  const written = exportDraft(moment.draft, kind) ?? ''
  outside.note(`${text} after entry ${moment.seq} of ${moment.last.seq}, ${stamp(moment.at)}`)
  if (to !== undefined) await writeFile(pathOf(outside, to), written)
  else outside.say(typeof written === 'string' ? written : new TextDecoder().decode(written))
}

function seqOf(named: string): number {
  if (!/^[1-9]\d{0,14}$/.test(named)) throw new Ended(`${named} is not the number of an entry`)
  return Number(named)
}

function timeOf(named: string): number {
  const time = Date.parse(named)
  if (Number.isNaN(time)) throw new Ended(`${named} is not a time; write it as 2026-03-01T12:00Z`)
  return time
}

export interface BlameOptions extends Where {
  readonly clause?: string
  readonly json?: boolean
}

/** Tells who wrote and deleted the words of a text, clause by clause; deleted words as `[-words-]`. */
export async function showBlame(
  outside: Outside,
  text: string,
  { clause, json, ...where }: BlameOptions,
): Promise<void> {
  const blame = await atDesk(outside, where, (desk) => desk.blame(text, clause))
  if (clause !== undefined && blame.clauses.length === 0) throw new Ended(`There is no clause ${clause} in ${text}`)
  if (json) outside.say(JSON.stringify(blame))
  else for (const line of blameLines(blame)) outside.say(line)
}

function blameLines({ deeds, clauses }: api.Blame): string[] {
  const bySeq = new Map(deeds.map((deed) => [deed.seq, deed]))
  const who = (seq: number): string => signature(bySeq.get(seq))
  return clauses.flatMap(({ number, clause, gone, runs }) => [
    `${number || clause}${gone === undefined ? '' : `, deleted by ${who(gone)}`}`,
    ...runs.map(({ words, wrote, deleted }) =>
      deleted === undefined ? `  ${who(wrote)}: ${words}` : `  ${who(wrote)}: [-${words}-] deleted by ${who(deleted)}`,
    ),
  ])
}

function signature(deed: api.Deed | undefined): string {
  if (!deed) return 'unknown'
  return `${stamp(deed.at)} ${deed.name}${deed.delegation === '' ? '' : ` (${deed.delegation})`}`
}

function stamp(at: number): string {
  return `${new Date(at).toISOString().slice(0, 16)}Z`
}
