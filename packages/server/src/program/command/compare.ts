/** The command that compares two files, texts or versions. */

import { changes, compare, escapeHtml, type Comparison, type Pair, type WordOp } from '@travaux/core'
import { writeFile } from 'node:fs/promises'
import { page } from '../../http/page.ts'
import { pathOf, type Outside, type Where } from './outside.ts'
import { draftNamed } from './text.ts'

export interface CompareOptions extends Where {
  readonly json?: boolean
  readonly html?: string
}

/** Compares; prints what changed, or the whole comparison as JSON, or writes it as a page. */
export async function compareTexts(
  outside: Outside,
  names: { readonly old: string; readonly new: string },
  { json, html, ...where }: CompareOptions,
): Promise<void> {
  const before = await draftNamed(outside, names.old, where)
  const after = await draftNamed(outside, names.new, where)
  const comparison = compare(before, after)
  if (html !== undefined) await writeFile(pathOf(outside, html), comparisonPage(names, comparison))
  if (json) outside.say(JSON.stringify(comparison))
  else for (const line of comparisonLines(comparison)) outside.say(line)
}

/** The summary, then each clause that is not the same, with `[-deleted-]` and `[+inserted+]` words. */
function comparisonLines({ summary, pairs }: Comparison): string[] {
  const counts = changes.filter((change) => summary[change] > 0).map((change) => `${summary[change]} ${change}`)
  const changed = pairs.filter((pair) => !pair.changes.includes('same'))
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

function comparisonPage(names: { readonly old: string; readonly new: string }, { pairs }: Comparison): string {
  const rows = pairs.map(
    (pair) => `<section><h2>${escapeHtml(heading(pair))}</h2><p>${pair.words.map(element).join('')}</p></section>`,
  )
  return page({ title: `${names.old} → ${names.new}`, body: rows.join('\n') })
}

function element([op, words]: WordOp): string {
  const text = escapeHtml(words)
  if (op === '=') return text
  return op === '+' ? `<ins>${text}</ins>` : `<del>${text}</del>`
}
