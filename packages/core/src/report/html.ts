/** A report as HTML that stands alone: no script, nothing to fetch, to be read, sent around and printed. */

import { isHeading } from '../clause/kind.ts'
import type { Change, Pair, WordOp } from '../compare/comparison.ts'
import { escapeHtml, isRightToLeft } from '../format/write-html.ts'
import { percent } from './markdown.ts'
import type { Reported, ReportedSide } from './reported.ts'
import { style } from './style.ts'
import { citation, cited, summarize, type Line, type Summary } from './summary.ts'
import { toldOf } from './told.ts'
import { reportWords, type ReportWords } from './words.ts'

/** The whole page. Every word of both texts stands in it once, kept ones together. */
export function reportHtml(reported: Reported): string {
  const language = reported.language ?? 'en'
  const words = reportWords[language]
  const { old, new: now, comparison } = reported
  const named = now.language === '' ? old : now
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(`${words.comparison}: ${now.title}`)}</title>
<style>${style}</style>
</head>
<body>
${headOf(reported, words)}
<section class="summary">
${summaryOf(summarize(reported), words)}
</section>
<main class="redline">
<h2>${words.text}</h2>
<p class="legend">${words.legend}</p>
<div${languageOf(named)}>
${comparison.pairs.map((pair, index) => clauseOf({ pair, index, direction: directionOf(named) }, words)).join('\n')}
</div>
</main>
</body>
</html>
`
}

function languageOf({ language }: ReportedSide): string {
  return language === '' ? '' : ` lang="${escapeHtml(language)}"`
}

/** What is not written from right to left runs the way its first words do, clause by clause. */
function directionOf({ language }: ReportedSide): 'rtl' | 'auto' {
  return isRightToLeft(language) ? 'rtl' : 'auto'
}

function headOf({ old, new: now, made }: Reported, words: ReportWords): string {
  return `<header>
<p class="kicker">${words.comparison}</p>
<h1${languageOf(now)} dir="${directionOf(now)}">${escapeHtml(now.title)}</h1>
<dl>${fact(words.from, old.name)}${fact(words.to, now.name)}${made === undefined ? '' : fact(words.made, made)}</dl>
</header>`
}

function fact(name: string, value: string): string {
  return `<dt>${name}</dt><dd dir="auto">${escapeHtml(value)}</dd>`
}

function summaryOf({ counts, typographic, moves, longest, who, unsure }: Summary, words: ReportWords): string {
  const kinds = counts.map(({ change, count: of }) => count(words.kinds[change], of))
  return [
    `<h2>${words.summary}</h2>`,
    `<ul class="counts">${kinds.join('')}${count(words.typographic, typographic)}</ul>`,
    table(words.moves, [words.was, words.is, ''], moves, (line) => [
      escapeHtml(cited(line.pair.old)),
      linkTo(line),
      line.pair.changes.includes('moved') ? tag('moved', words.kinds.moved.toLowerCase()) : '',
    ]),
    table(words.longest, [words.clause, words.characters], longest, (line) => [linkTo(line), String(line.size)]),
    table(words.who, [words.clause, words.by], who, (line) => [linkTo(line), escapeHtml(line.names.join(', '))]),
    table(
      words.unsure,
      [words.clause, words.sure, ''],
      unsure,
      (line) => [linkTo(line), percent(line.pair.sure), words.reasons[line.pair.why]],
      words.unsureMeaning,
    ),
  ].join('\n')
}

function count(name: string, of: number): string {
  return `<li${of === 0 ? ' data-none' : ''}><b>${of}</b>${name}</li>`
}

/** A table with a heading, or nothing where it would be empty. Cells are HTML. */
function table<T>(
  title: string,
  head: readonly string[],
  rows: readonly T[],
  cellsOf: (row: T) => readonly string[],
  note = '',
): string {
  if (rows.length === 0) return ''
  const heads = head.map((name) => `<th scope="col">${name}</th>`).join('')
  const lines = rows.map(
    (row) =>
      `<tr>${cellsOf(row)
        .map((cell) => `<td class="n">${cell}</td>`)
        .join('')}</tr>`,
  )
  const remark = note === '' ? '' : `<p class="note">${note}</p>`
  return `<h2>${title}</h2>${remark}<table><thead><tr>${heads}</tr></thead><tbody>${lines.join('')}</tbody></table>`
}

function linkTo({ pair, index }: Line): string {
  return `<a href="#c${index}">${escapeHtml(citation(pair))}</a>`
}

function clauseOf({ pair, index, direction }: Line & { readonly direction: string }, words: ReportWords): string {
  const side = pair.new[0] ?? pair.old[0]
  if (!side) return ''
  const changed = !pair.changes.includes('same')
  const heading = isHeading(side.kind)
  const classes = ['clause', heading && 'heading', side.kind === 'title' && 'title', changed && 'changed']
  const number = side.label === '' ? '' : `<span class="n">${escapeHtml(side.label)}</span>`
  const text = pair.words.map((op) => element(op, words)).join('')
  const tags = changed ? `<p class="tags">${escapeHtml(citation(pair))}${tagsOf(pair, words)}</p>` : ''
  const place = `id="c${index}" class="${classes.filter(Boolean).join(' ')}" style="--depth:${depthOf(pair)}"`
  return `<div ${place} dir="${direction}">${tags}${number}${heading ? `<h3>${text}</h3>` : text}</div>`
}

/** Levels of indentation: points stand further in, paragraphs and recitals at the margin. */
function depthOf(pair: Pair): number {
  const side = pair.new[0] ?? pair.old[0]
  if (side?.kind !== 'point') return 0
  return Math.max(1, (side.number.match(/\([^()\d]+\)|,\s[a-z]\)/gu) ?? []).length)
}

function tagsOf(pair: Pair, words: ReportWords): string {
  return toldOf(pair, words)
    .map(({ change, says }) => ` ${tag(change, says)}`)
    .join('')
}

function tag(change: Change, says: string): string {
  return `<span class="tag ${change}">${escapeHtml(says)}</span>`
}

function element([op, text]: WordOp, words: ReportWords): string {
  switch (op) {
    case '=':
      return escapeHtml(text)
    case '+':
      return `<ins>${said(`${words.inserted} `)}${escapeHtml(text)}${said(` ${words.end}`)}</ins>`
    case '-':
      return `<del>${said(`${words.deleted} `)}${escapeHtml(text)}${said(` ${words.end}`)}</del>`
    default:
      return op satisfies never
  }
}

/** Words for a screen reader alone. */
function said(what: string): string {
  return `<span class="said">${what}</span>`
}
