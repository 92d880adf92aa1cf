/** The command that compares two files, texts or versions, and writes what it finds as a report. */

import {
  changedBy,
  changes,
  compare,
  reportHtml,
  reportJson,
  reportMarkdown,
  type Comparison,
  type Draft,
  type Pair,
  type Reported,
  type ReportedSide,
  type WordOp,
} from '@travaux/core'
import { Ended } from './exit.ts'
import { atDesk, type Outside, type Where } from './outside.ts'
import { draftNamed, isFile, writeTo } from './text.ts'

export interface CompareOptions extends Where {
  readonly json?: boolean
  readonly stat?: boolean
  readonly html?: string
  readonly md?: string
  readonly docx?: string
}

interface Names {
  readonly old: string
  readonly new: string
}

/** Texts of this many clauses are large: each step says on standard error that it is under way. */
const large = 4000

/** Compares; prints what changed, the counts alone, or the whole as JSON, and writes reports to files. */
export async function compareTexts(outside: Outside, names: Names, options: CompareOptions): Promise<void> {
  const { json, stat, html, md, docx, ...where } = options
  if (docx !== undefined) throw new Ended('Word files are not written yet; --html and --md are')
  const before = await draftNamed(outside, names.old, where)
  const after = await draftNamed(outside, names.new, where)
  const size = before.clauses.length + after.clauses.length
  const progress = (says: string): void => void (size >= large && outside.note(says))
  progress(`Comparing ${before.clauses.length} clauses with ${after.clauses.length}`)
  const reported = reportedOf(names, before, after)
  if (html !== undefined || md !== undefined) {
    const who = await whoChanged(outside, names, where)
    const report = { ...reported, ...(who && { who }), made: stampOf(outside.now()) }
    progress('Writing the report')
    if (html !== undefined) await writeTo(outside, html, reportHtml(report))
    if (md !== undefined) await writeTo(outside, md, reportMarkdown(report))
  }
  if (json) outside.say(reportJson(reported))
  else for (const line of linesOf(reported.comparison, stat === true)) outside.say(line)
}

function reportedOf(names: Names, before: Draft, after: Draft): Reported {
  return { comparison: compare(before, after), old: sideOf(names.old, before), new: sideOf(names.new, after) }
}

function sideOf(name: string, { title, language }: Draft): ReportedSide {
  return { name, title, language }
}

function stampOf(now: number): string {
  return `${new Date(now).toISOString().slice(0, 16).replace('T', ' ')} UTC`
}

/** Who changed which clause, where the newer side is a text and the older one a version of it. */
async function whoChanged(outside: Outside, names: Names, where: Where): Promise<Reported['who']> {
  if (isFile(outside, names.old) || isFile(outside, names.new)) return undefined
  return atDesk(outside, where, async (desk) => {
    const text = (await desk.texts()).find(({ id }) => id === names.new)
    const version = text?.versions.find(({ id }) => id === names.old)
    return text && version && changedBy(await desk.blame(text.id), version.seq)
  })
}

/** The summary, then each clause that is not the same, with `[-deleted-]` and `[+inserted+]` words. */
function linesOf({ summary, pairs }: Comparison, countsOnly: boolean): string[] {
  const counts = changes.filter((change) => summary[change] > 0).map((change) => `${summary[change]} ${change}`)
  const changed = pairs.filter((pair) => !pair.changes.includes('same'))
  if (countsOnly) return [counts.join(', ')]
  return [counts.join(', '), ...changed.map((pair) => `\n${heading(pair)}\n  ${pair.words.map(marked).join('')}`)]
}

function heading(pair: Pair): string {
  const from = pair.old.map(({ number }) => number).join(' + ')
  const to = pair.new.map(({ number }) => number).join(' + ')
  const place = from === to || from === '' || to === '' ? to || from : `${from} → ${to}`
  return `${place}: ${pair.changes.join(', ')}`
}

function marked([op, words]: WordOp): string {
  switch (op) {
    case '=':
      return words
    case '+':
      return `[+${words}+]`
    case '-':
      return `[-${words}-]`
    default:
      return op satisfies never
  }
}
