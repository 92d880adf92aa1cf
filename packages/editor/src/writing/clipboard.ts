/**
 * What another program put on the clipboard, as clauses: the structure of numbered legal text is recognized as it is in
 * imported files, and nothing of the other program's styling comes along.
 */

import { readPiece, textOf, withoutSoftHyphens, type Clause, type Pieced } from '@travaux/core'
import { isOwn } from './copy.ts'
import { dropLoneSigns, takeNotes } from './footnotes.ts'
import { paragraphsIn } from './paragraphs.ts'
import { dropRemarks } from './remarks.ts'
import { breakLines, meanSpaces } from './spaces.ts'
import { dropStruck } from './struck.ts'
import { isTable } from './table.ts'
import { dropUnseen } from './unseen.ts'

/** What content that is pasted goes into. */
export interface Around {
  /** The words of the text. */
  readonly words: string
  /** Whether the clause of the caret has no words of its own, so that a single numbered paragraph may take its place. */
  readonly empty: boolean
}

interface Pasted extends Pieced {
  /** How many footnotes are missed: their signs were copied and their words were not. */
  readonly notes: number
  /** How many comments of the other program were left out. */
  readonly remarks: number
  /** How many tables came as lines. */
  readonly tables: number
  /** How many subscripts came as plain words. */
  readonly lowered: number
}

/** Clauses in pasted content, none where it is our own, or no more than some words; and how much of it was left out. */
export function clipboardPiece(data: DataTransfer | null, { words: into, empty }: Around): Pasted {
  const html = data?.getData('text/html') ?? ''
  if (isOwn(html)) return { clauses: [], struck: 0, notes: 0, remarks: 0, tables: 0, lowered: 0 }
  const plain = data?.getData('text/plain') ?? ''
  const isPlain = html === ''
  const { source, ...left } = isPlain ? { source: plain, notes: 0, remarks: 0, tables: 0, lowered: 0 } : plainHtml(html)
  const piece = { ...readPiece({ kind: isPlain ? 'plain' : 'html', source, into }), ...left }
  const { clauses } = piece
  const lines = isPlain ? plain.trim().split(/\r\n?|\n/) : []
  const isMore =
    left.tables > 0 ||
    clauses.length > 1 ||
    lines.length > 1 ||
    clauses.some(hasNote) ||
    (empty && clauses.some(isProvision))
  return isMore && !areLines(clauses, lines) ? piece : { ...piece, clauses: [] }
}

/** Lines without a number or a heading are clauses like the one they are pasted into, as those that Enter starts. */
function areLines(clauses: readonly Clause[], lines: readonly string[]): boolean {
  if (clauses.length !== lines.length) return false
  return clauses.every(
    ({ kind, parent, words }, at) => kind === 'text' && parent === '' && textOf(words) === lines[at]?.trim(),
  )
}

/** Whether a clause that is pasted by itself is no more than words where there are words already. */
export function isWords(clause: Clause, { empty }: Around): boolean {
  return clause.kind === 'text' || (!empty && hasNote(clause))
}

function isProvision({ kind }: Clause): boolean {
  return kind === 'paragraph' || kind === 'point'
}

function hasNote({ words }: Clause): boolean {
  return words.some(({ insert }) => typeof insert !== 'string')
}

/**
 * A page without what is struck out, not seen, or a comment in it, signs of footnotes that it has not, and soft hyphens; our
 * own copies are as they are.
 */
export function plainWordsOf(html: string): string {
  return isOwn(html) ? html : wordsOnly(html).innerHTML
}

/** The same as paragraphs for one line of words, in which the numbers that our own copies write out have one space behind them. */
export function plainParagraphsOf(html: string): string {
  return isOwn(html) ? pageOf(html).body.innerHTML : paragraphsIn(wordsOnly(html)).join('')
}

function wordsOnly(html: string): HTMLElement {
  const { body } = pageOf(withoutSoftHyphens(html.replace(/&(?:shy|#173|#xad);/gi, '')))
  dropLoneSigns(body)
  dropStruck(body)
  return body
}

/** Paragraphs with the marks of a text, list items with their numbers written out, footnotes in place; no other markup. */
function plainHtml(html: string): { readonly source: string } & Omit<Pasted, keyof Pieced> {
  const { body, remarks } = pageOf(html)
  takeNotes(body)
  const notes = dropLoneSigns(body)
  const tables = [...body.querySelectorAll('table')].filter((table) => isTable(table, (cell) => paragraphsIn(cell)))
  return { source: paragraphsIn(body).join('\n'), notes, remarks, tables: tables.length, lowered: loweredIn(body) }
}

/** How many subscripts a page has: a text has none. */
function loweredIn(body: HTMLElement): number {
  const lowered = [...body.querySelectorAll<HTMLElement>('sub, [style*="vertical-align"]')]
  return lowered.filter(({ tagName, style, textContent }) => {
    return (tagName === 'SUB' || style.verticalAlign === 'sub') && textContent.trim() !== ''
  }).length
}

/** A page with what is seen in it and is no comment; and how many comments it had. */
function pageOf(html: string): { readonly body: HTMLElement; readonly remarks: number } {
  const { body } = new DOMParser().parseFromString(html, 'text/html')
  dropUnseen(body)
  breakLines(body)
  meanSpaces(body)
  return { body, remarks: dropRemarks(body) }
}
