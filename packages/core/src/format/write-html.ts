/** HTML out: one page that stands alone, with no script and nothing to fetch. */

import type { Draft } from '../clause/clause.ts'
import type { Run, Words } from '../clause/words.ts'
import { writtenOut, type Footnote } from '../embed/notes.ts'
import { writeWithFreed, type FreedLine } from './freed.ts'
import { isSign, type Written } from './write.ts'

const style = `body{font:1.05rem/1.55 Georgia,'Times New Roman',serif;max-width:44rem;margin:3rem auto;padding:0 1.5rem;color:#1a1a1a}
h1,h2,h3,h4,h5,h6{line-height:1.25;margin:2em 0 .6em;break-after:avoid}h1{text-align:center;font-size:1.6rem}h2{font-size:1.3rem}
h3,h4,h5,h6{font-size:1.05rem}p{margin:.6em 0;orphans:3;widows:3}.n{margin-inline-end:.6em;font-variant-numeric:tabular-nums}
.symbol{text-align:end;color:#555}.option{border-inline-start:1px solid #999;padding-inline-start:.8em}.option .n{display:block;font-size:.85em}.freed{color:#555}
sup{line-height:0}a{color:inherit;text-decoration:none}a:hover{text-decoration:underline}
.footnotes{margin-top:3em;border-top:1px solid #999;font-size:.9em}@media print{body{margin:0;max-width:none}}`

/**
 * The draft as a page of HTML5. Every word is escaped; marks without an element of their own are left out. References
 * are links to their clauses, footnotes stand at the foot of the text.
 */
export function writeHtml(draft: Draft): string {
  const symbol = draft.symbol === '' ? '' : `<p class="symbol">${escapeHtml(draft.symbol)}</p>\n`
  const { draft: whole, notes } = writtenOut(draft)
  const lines = writeWithFreed(whole, { clause: writeClause, freed: writeFreed })
  const body = [...lines, writeNotes(notes)].filter(Boolean).join('\n')
  return `<!doctype html>
<html lang="${escapeHtml(draft.language)}"${isRightToLeft(draft.language) ? ' dir="rtl"' : ''}>
<head><meta charset="utf-8"><title>${escapeHtml(draft.title)}</title><style>${style}</style></head>
<body>
${symbol}${body}
</body>
</html>
`
}

function writeClause({ clause, label, heading, nesting, bulleted, optional }: Written): string {
  const words = inlineOf(clause.words)
  const number = bulleted ? '–' : label
  if (words === '' && number === '') return ''
  const content = (number === '' ? '' : `<span class="n">${escapeHtml(number)}</span> `) + words
  const level = clause.kind === 'title' ? 1 : heading
  if (level > 0) return `<h${level} id="${escapeHtml(clause.id)}">${content}</h${level}>`
  const mark = optional ? ' class="option"' : ''
  return `<p id="${escapeHtml(clause.id)}"${mark}${indentOf(nesting)}>${content}</p>`
}

function writeFreed({ label, says, nesting }: FreedLine): string {
  const content = `<span class="n">${escapeHtml(label)}</span> ${escapeHtml(says)}`
  return `<p class="freed"${indentOf(nesting)}>${content}</p>`
}

function indentOf(nesting: number): string {
  return nesting === 0 ? '' : ` style="margin-inline-start:${nesting * 2}em"`
}

/** Words with an element for each mark that has one. */
export function inlineOf(words: Words): string {
  return words.map(inlineRun).join('')
}

const elements: readonly (readonly [mark: string, element: string])[] = [
  ['strong', 'strong'],
  ['term', 'dfn'],
  ['underline', 'u'],
  ['superscript', 'sup'],
  ['em', 'em'],
]

function inlineRun(run: Run): string {
  const { insert, attributes = {} } = run
  if (typeof insert !== 'string') return ''
  if (isSign(run)) return `<sup id="sign-${insert}"><a href="#note-${insert}">${insert}</a></sup>`
  const marked = elements
    .filter(([mark]) => attributes[mark] === true)
    .reduce((inner, [, element]) => `<${element}>${inner}</${element}>`, escapeHtml(insert))
  const { reference } = attributes
  return typeof reference === 'string' ? `<a href="#${escapeHtml(reference)}">${marked}</a>` : marked
}

function writeNotes(notes: readonly Footnote[]): string {
  if (notes.length === 0) return ''
  const items = notes.map(
    ({ number, words }) =>
      `<li id="note-${number}">${inlineOf(words)} <a href="#sign-${number}" aria-label="${number}">↑</a></li>`,
  )
  return `<section class="footnotes" role="doc-endnotes"><ol>\n${items.join('\n')}\n</ol></section>`
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Text safe between tags and in quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/gu, (sign) => entities[sign] ?? sign)
}

/** Whether a language is written from right to left. */
export function isRightToLeft(language: string): boolean {
  return /^(?:ar|fa|he|ur)\b/u.test(language)
}
