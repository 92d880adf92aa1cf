/**
 * A piece of a text as other programs take it from the clipboard: HTML that stands in a word processor as it stands here,
 * and plain text. Numbers are written out, for a list of the other program would count them its own way (`2 bis` is no
 * list's number); they hang where its paragraphs hang theirs. Footnotes are the other program's footnotes.
 */

import type { Draft, Point } from '../clause/clause.ts'
import type { Words } from '../clause/words.ts'
import { writtenOut, type Footnote } from '../embed/notes.ts'
import { isSign, plainLine, plainNote, writtenClauses, type Written } from './write.ts'
import { escapeHtml, inlineOf, isRightToLeft } from './write-html.ts'

export interface Copied {
  readonly html: string
  readonly text: string
}

/** One step in, in points, and the width of a hanging number. */
const STEP = 36

/**
 * What lies between two points, the first not behind the second. Words of one clause are words only; more are headings
 * and paragraphs with their numbers, but for a clause whose beginning was left behind. Cost: one pass over the draft.
 */
export function copyOut(draft: Draft, from: Point, to: Point): Copied {
  const order = draft.clauses.map(({ id }) => id)
  const [first, last] = [order.indexOf(from.clause), order.indexOf(to.clause)]
  const clauses = draft.clauses.map((clause, index) => {
    if (index !== first && index !== last) return clause
    const [start, end] = [index === first ? from.offset : 0, index === last ? to.offset : Infinity]
    return { ...clause, words: sliceWords(clause.words, start, end) }
  })
  const { draft: whole, notes } = writtenOut({ ...draft, clauses })
  const picked = writtenClauses(whole)
    .slice(first, last + 1)
    .map((written, index) => (index === 0 && from.offset > 0 ? { ...written, label: '', bulleted: false } : written))
  const among = new Set(picked.map(({ clause }) => clause.id))
  const below = notes.filter(({ clause }) => among.has(clause))
  return first === last ? inOne(picked, below) : inMany(picked, below, isRightToLeft(draft.language))
}

/** Words from one offset up to another, marks and embedded objects as they are. */
function sliceWords(words: Words, from: number, to: number): Words {
  let at = 0
  return words.flatMap((run) => {
    const start = at
    at += typeof run.insert === 'string' ? run.insert.length : 1
    if (typeof run.insert !== 'string') return start >= from && start < to ? [run] : []
    const insert = run.insert.slice(Math.max(0, from - start), Math.max(0, to - start))
    return insert === '' ? [] : [{ ...run, insert }]
  })
}

function inOne([written]: readonly Written[], notes: readonly Footnote[]): Copied {
  if (!written) return { html: '', text: '' }
  const text = plainLine({ ...written, label: '', heading: 0, nesting: 0, bulleted: false })
  return { html: inlineWithSigns(written.clause.words) + notesHtml(notes), text: withNotes([text], notes) }
}

function inMany(picked: readonly Written[], notes: readonly Footnote[], rightToLeft: boolean): Copied {
  const least = Math.min(...picked.map(({ nesting }) => nesting))
  const moved = picked.map((written) => ({ ...written, nesting: written.nesting - least }))
  const html = moved.map((written) => paragraph(written, rightToLeft)).filter(Boolean)
  return {
    html: `${html.join('\n')}${notesHtml(notes)}`,
    text: withNotes(moved.map(plainLine), notes),
  }
}

function withNotes(lines: readonly string[], notes: readonly Footnote[]): string {
  return [...lines, ...notes.map(plainNote)].filter((line) => line.trim() !== '').join('\n\n')
}

function paragraph({ clause, label, heading, nesting, bulleted }: Written, rightToLeft: boolean): string {
  const words = inlineWithSigns(clause.words)
  const number = bulleted ? '–' : label
  const direction = rightToLeft ? ' dir="rtl"' : ''
  if (words === '' && number === '') return ''
  const level = clause.kind === 'title' ? 1 : heading
  if (level > 0) {
    const content = [escapeHtml(number), words].filter(Boolean).join('<br>')
    return `<h${level}${direction}>${content}</h${level}>`
  }
  const margin = STEP * (nesting + (number === '' ? 0 : 1))
  const hanging = number === '' ? '' : `;text-indent:-${STEP}pt`
  const style = `margin:0 0 8pt;margin-${rightToLeft ? 'right' : 'left'}:${margin}pt${hanging}`
  return `<p${direction} style="${style}">${number === '' ? '' : escapeHtml(number) + TAB}${words}</p>`
}

/** A tab in a word processor, spaces elsewhere. */
const TAB = '<span style="mso-tab-count:1">&nbsp;&nbsp; </span>'

/** Signs of footnotes as a word processor knows its own by. */
function inlineWithSigns(words: Words): string {
  return words
    .map((run) => {
      const number = isSign(run) && typeof run.insert === 'string' ? run.insert : undefined
      return number === undefined ? inlineOf([plainReference(run)]) : sign(number, '_ftn', '_ftnref')
    })
    .join('')
}

/** A reference goes out as what it says: there is nothing it could be a link to. */
function plainReference({ insert, attributes }: Words[number]): Words[number] {
  const { reference: _, ...rest } = attributes ?? {}
  return Object.keys(rest).length > 0 ? { insert, attributes: rest } : { insert }
}

function sign(number: string, to: string, name: string): string {
  return `<a style="mso-footnote-id:ftn${number}" href="#${to}${number}" name="${name}${number}"><sup>[${number}]</sup></a>`
}

function notesHtml(notes: readonly Footnote[]): string {
  if (notes.length === 0) return ''
  const items = notes.map(
    ({ number, words }) =>
      `<div style="mso-element:footnote" id="ftn${number}"><p>${sign(String(number), '_ftnref', '_ftn')} ${inlineOf(words)}</p></div>`,
  )
  return `\n<div style="mso-element:footnote-list">${items.join('\n')}</div>`
}
