/**
 * What another program put on the clipboard, as clauses: the structure of numbered legal text is recognized as it is in
 * imported files, and nothing of the other program's styling comes along.
 */

import { letter, readPiece, roman, textOf, withoutSoftHyphens, type Clause, type Pieced } from '@travaux/core'
import { isOwn } from './copy.ts'
import { dropLoneSigns, takeNotes } from './footnotes.ts'
import { dropStruck, isStruck } from './struck.ts'

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
}

/** Clauses in pasted content, none where it is our own, or no more than some words; and how much of it was left out. */
export function clipboardPiece(data: DataTransfer | null, { words: into, empty }: Around): Pasted {
  const html = data?.getData('text/html') ?? ''
  if (isOwn(html)) return { clauses: [], struck: 0, notes: 0 }
  const plain = data?.getData('text/plain') ?? ''
  const isPlain = html === ''
  const { source, notes } = isPlain ? { source: plain, notes: 0 } : plainHtml(html)
  const piece = { ...readPiece({ kind: isPlain ? 'plain' : 'html', source, into }), notes }
  const { clauses } = piece
  const lines = isPlain ? plain.trim().split(/\r\n?|\n/) : []
  const isMore = clauses.length > 1 || lines.length > 1 || clauses.some(hasNote) || (empty && clauses.some(isProvision))
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

/** A page without what is struck out, signs of footnotes that it has not, and soft hyphens; our own copies are as they are. */
export function plainWordsOf(html: string): string {
  if (isOwn(html)) return html
  const { body } = new DOMParser().parseFromString(
    withoutSoftHyphens(html.replace(/&(?:shy|#173|#xad);/gi, '')),
    'text/html',
  )
  dropLoneSigns(body)
  dropStruck(body)
  return body.innerHTML
}

/** Paragraphs with the marks of a text, list items with their numbers written out, footnotes in place; no other markup. */
function plainHtml(html: string): { readonly source: string; readonly notes: number } {
  const { body } = new DOMParser().parseFromString(html, 'text/html')
  for (const element of body.querySelectorAll('style, script, meta, title')) element.remove()
  takeNotes(body)
  const notes = dropLoneSigns(body)
  return { source: paragraphsIn(body, []).join('\n'), notes }
}

const blocks: ReadonlySet<string> = new Set([
  'P',
  'H1',
  'H2',
  'H3',
  'H4',
  'H5',
  'H6',
  'LI',
  'DIV',
  'OL',
  'UL',
  'TABLE',
  'TR',
  'TD',
  'BODY',
])

/** `lists`: the lists that an element stands in, outermost first. */
function paragraphsIn(element: Element, lists: readonly Element[]): string[] {
  const isList = element.tagName === 'OL' || element.tagName === 'UL'
  const within = isList ? [...lists, element] : lists
  const out: string[] = []
  let words = element.tagName === 'LI' ? markerOf(element, lists) : ''
  const end = (): void => {
    if (words.trim() !== '') out.push(wrapped(element, words))
    words = ''
  }
  for (const child of element.childNodes) {
    if (!isBlock(child)) {
      words += inlineHtml(child)
      continue
    }
    const [first = '', ...rest] = paragraphsIn(child, within)
    // The number of a list item belongs to the first paragraph in it.
    if (words !== '' && words === markerOf(element, lists)) out.push(first.replace(/^<(\w+)>/, `<$1>${words}`))
    else {
      end()
      if (first !== '') out.push(first)
    }
    words = ''
    out.push(...rest)
  }
  end()
  return out
}

function isBlock(node: Node): node is Element {
  if (!(node instanceof Element)) return false
  return blocks.has(node.tagName) || [...node.children].some(isBlock)
}

function wrapped({ tagName }: Element, words: string): string {
  const tag = /^H[1-6]$/.test(tagName) ? tagName.toLowerCase() : 'p'
  return `<${tag}>${words.trim()}</${tag}>`
}

/** The number of a list item as treaties write it at its level, whatever the list was drawn like. */
function markerOf(item: Element, lists: readonly Element[]): string {
  const list = item.parentElement
  if (item.tagName !== 'LI' || list?.tagName !== 'OL') return ''
  const siblings = [...list.children].filter(({ tagName }) => tagName === 'LI')
  const nth = siblings.indexOf(item) + (Number(list.getAttribute('start')) || 1)
  const level = lists.filter(({ tagName }) => tagName === 'OL').length
  if (level <= 1) return `${nth}. `
  return level % 2 === 0 ? `(${letter(nth)}) ` : `(${roman(nth).toLowerCase()}) `
}

function inlineHtml(node: Node): string {
  if (node instanceof Text) {
    const words = escaped(node.data.replace(/\s+/g, ' '))
    return words !== '' && isStruck(node) ? `<del>${words}</del>` : words
  }
  if (!(node instanceof HTMLElement)) return ''
  if (node.tagName === 'BR') return ' '
  const words = [...node.childNodes].map(inlineHtml).join('')
  if (words.trim() === '') return words
  if (node.tagName === 'FOOTNOTE' && !isStruck(node)) return `<footnote>${words}</footnote>`
  return marks.reduce((inner, [element, has]) => (has(node) ? `<${element}>${inner}</${element}>` : inner), words)
}

const marks: readonly (readonly [element: string, has: (node: HTMLElement) => boolean])[] = [
  ['b', isStrong],
  ['i', ({ tagName, style }) => tagName === 'I' || tagName === 'EM' || style.fontStyle === 'italic'],
  ['u', ({ tagName }) => tagName === 'U'],
  ['sup', ({ tagName, style }) => tagName === 'SUP' || style.verticalAlign === 'super'],
]

/** Google Docs wraps everything in a `b` that it then says is not bold. */
function isStrong({ tagName, style: { fontWeight } }: HTMLElement): boolean {
  if (fontWeight !== '') return fontWeight === 'bold' || Number(fontWeight) >= 600
  return tagName === 'B' || tagName === 'STRONG'
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
