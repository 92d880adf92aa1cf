/** Markdown out: headings, numbered provisions and emphasis, escaped so that reading it back gives the same draft. */

import type { Draft } from '../clause/clause.ts'
import { normalWords, type Run, type Words } from '../clause/words.ts'
import { writtenOut } from '../embed/notes.ts'
import { freedLine, writeWithFreed } from './freed.ts'
import { namedHeading } from './heading.ts'
import { markerOf } from './marker.ts'
import { headingLine, isSign, type Written } from './write.ts'

/**
 * The draft as Markdown. Reading it back gives an equal draft but for ids, where the draft has only what Markdown holds:
 * no customs codes, alternatives, references or unknown objects, single spaces, and recitals that open with a participle.
 * Footnotes stand at the end as `[^1]: ...`.
 */
export function writeMarkdown(draft: Draft): string {
  const { draft: whole, notes } = writtenOut(draft)
  const blocks = writeWithFreed(whole, { clause: writeClause, freed: freedLine })
  return [...blocks, ...notes.map(({ number, words }) => `[^${number}]: ${inlineOf(words).replace(/\s*\n\s*/gu, ' ')}`)]
    .filter((block) => block.trim() !== '')
    .map((block) => `${block}\n`)
    .join('\n')
}

function writeClause({ clause, label, heading, nesting, bulleted }: Written): string {
  if (heading > 0) return writeHeading(clause.kind, label, clause.words, heading)
  const words = inlineOf(clause.words)
  const marker = bulleted ? '-' : label
  const start = marker === '' ? escapeStart(words) : words
  return '    '.repeat(nesting) + [marker, start].filter(Boolean).join(' ')
}

function writeHeading(kind: string, label: string, words: Words, heading: number): string {
  const hashes = '#'.repeat(heading)
  if (kind === 'paragraph' && namedHeading(label))
    return [`${hashes} ${label}`, inlineOf(words)].filter(Boolean).join('\n\n')
  const line = headingLine(label, inlineOf(kind === 'text' ? words.map(plainRun) : words))
  return line === '' ? '' : `${kind === 'title' ? '#' : hashes} ${line}`
}

function plainRun(run: Run): Run {
  return isSign(run) ? run : { insert: run.insert }
}

const fences: readonly (readonly [string, string])[] = [['strong', '**'], ['em', '*']] // oxfmt-ignore

function inlineOf(words: Words): string {
  return normalWords(words).map(inlineRun).join('')
}

/** Emphasis may not begin or end with a space: spaces stand outside. */
function inlineRun(run: Run): string {
  const { insert, attributes } = run
  if (typeof insert !== 'string') return ''
  if (isSign(run)) return `[^${insert}]`
  const core = insert.trim()
  if (core === '') return insert
  const signs = fences.map(([mark, sign]) => (attributes?.[mark] === true ? sign : ''))
  const [before = '', after = ''] = insert.split(core)
  return `${before}${signs.join('')}${escapeInline(core)}${signs.toReversed().join('')}${after}`
}

function escapeInline(text: string): string {
  return text
    .replace(/[\\`*_]/gu, '\\$&')
    .replace(/\](?=\()/gu, '\\]')
    .replace(/<(?=[A-Za-z/!?])/gu, '\\<')
    .replace(/&(?=#|\w+;)/gu, '&amp;')
}

/** Words that look like a number, a heading or a rule at the start of a line. */
function escapeStart(words: string): string {
  const marker = markerOf(words)
  if (marker !== '')
    return words.slice(0, marker.length).replace(/[^\p{L}\p{N}\s]/u, '\\$&') + words.slice(marker.length)
  return /^(?:[#>|~=]|-{2}|\+\s)/u.test(words) ? `\\${words}` : words
}
