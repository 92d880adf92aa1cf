/** HTML taken apart into blocks: headings, paragraphs and list items, whatever else stands around them. */

import { Parser } from 'htmlparser2'
import { textOf, type Marks, type Run, type Words } from '../clause/words.ts'
import { letter, roman } from '../clause/ordinal.ts'
import { footnoteOf } from '../embed/embed.ts'
import { wordsFrom, type Block } from './block.ts'
import { BREAK, paragraphsOf } from './broken.ts'
import { tidyWords } from './inline.ts'
import { headingMarkerOf, markerOf } from './marker.ts'

interface List {
  readonly ordered: boolean
  readonly type: string
  next: number
}

const inline =
  /^(?:a|abbr|b|bdi|bdo|cite|code|data|del|dfn|em|font|footnote|i|ins|kbd|label|mark|q|s|samp|small|span|strike|strong|sub|sup|time|u|var|wbr|tt|big)$/u
const unread = /^(?:script|style|head|template|noscript)$/u
const markOf: Readonly<Record<string, string>> = {
  b: 'strong',
  strong: 'strong',
  i: 'em',
  em: 'em',
  u: 'underline',
  sup: 'superscript',
  dfn: 'term',
}

/** What marks a paragraph of an HTML source as a row of a table. */
export const rowAttribute = 'data-travaux-row'

/**
 * Blocks of an HTML source. Scripts, styles and the head are left out; a `footnote` element is a footnote where it stands.
 * Unknown elements count as paragraphs. The blocks are without the words that are struck out: those are given to `leaveOut`.
 * `byLines`: whether a line break outside headings and footnotes ends a line (`paragraphsOf`), and is more than a space.
 */
export function readHtml(source: string, leaveOut: (words: string) => void, byLines = false): Block[] {
  const reader = new HtmlReader(leaveOut, byLines)
  const parser = new Parser({
    onopentag: (name, attributes) => reader.open(name, attributes),
    ontext: (text) => reader.text(text),
    onclosetag: (name) => reader.close(name),
  })
  parser.end(source.replace(/^#use .*$/gmu, ''))
  return reader.finish()
}

class HtmlReader {
  readonly #blocks: Block[] = []
  readonly #lists: List[] = []
  readonly #marks: string[] = []
  /** The words around the footnotes that are open. */
  readonly #around: Run[][] = []
  #runs: Run[] = []
  #heading = 0
  #marker = ''
  #isRow = false
  #unread = 0
  /** For every open element, whether it strikes out what is in it. */
  readonly #strikes: boolean[] = []
  #strokes = 0
  #left = ''
  /** Whether something was left out of the block that is open. */
  #isLess = false
  readonly #leaveOut: (words: string) => void
  readonly #byLines: boolean

  constructor(leaveOut: (words: string) => void, byLines: boolean) {
    this.#leaveOut = leaveOut
    this.#byLines = byLines
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (unread.test(name)) this.#unread++
    this.#strike(isStruck(name, attributes))
    const mark = markOf[name]
    if (mark) this.#marks.push(mark)
    if (name === 'br') this.text(this.#endsLine() ? BREAK : ' ')
    if (name === 'footnote') this.#openNote()
    if (inline.test(name) || name === 'br') return
    this.#flush()
    this.#heading = headingLevel(name)
    this.#isRow = rowAttribute in attributes
    if (name === 'ol' || name === 'ul') this.#lists.push(listOf(name, attributes))
    if (name === 'li') this.#marker = nextMarker(this.#lists.at(-1))
  }

  #endsLine(): boolean {
    return this.#byLines && this.#heading === 0 && this.#around.length === 0
  }

  text(text: string): void {
    if (this.#unread > 0) return
    if (this.#strokes > 0) {
      this.#left += text
      this.#isLess = true
      return
    }
    this.#runs.push(this.#marks.length > 0 ? { insert: text, attributes: marksOf(this.#marks) } : { insert: text })
  }

  close(name: string): void {
    if (unread.test(name)) this.#unread--
    this.#unstrike()
    const mark = markOf[name]
    if (mark) this.#marks.splice(this.#marks.lastIndexOf(mark), 1)
    if (name === 'footnote') this.#closeNote()
    if (inline.test(name) || name === 'br') return
    this.#flush()
    this.#heading = 0
    this.#isRow = false
    if (name === 'ol' || name === 'ul') this.#lists.pop()
  }

  #strike(strikes: boolean): void {
    this.#strikes.push(strikes)
    if (strikes) this.#strokes++
  }

  #unstrike(): void {
    if (this.#strikes.pop()) this.#strokes--
    if (this.#strokes > 0 || this.#left === '') return
    this.#leaveOut(this.#left)
    this.#left = ''
  }

  #openNote(): void {
    this.#around.push(this.#runs)
    this.#runs = []
  }

  #closeNote(): void {
    const words = tidyWords(this.#runs)
    this.#runs = [...(this.#around.pop() ?? []), ...(words.length > 0 ? [{ insert: footnoteOf(words) }] : [])]
  }

  finish(): Block[] {
    this.#flush()
    return this.#blocks
  }

  #flush(): void {
    const paragraphs = paragraphsOf(this.#runs)
    this.#runs = []
    for (const words of paragraphs) this.#add(words)
    this.#isLess = false
  }

  #add(words: Words): void {
    const isEmpty = textOf(words) === '' || (this.#isLess && isMarker(textOf(words)))
    if (isEmpty) return
    if (this.#isRow) this.#blocks.push({ heading: 0, indent: 0, marker: '', implied: false, row: true, words })
    else this.#blocks.push(blockOf(words, this.#heading, this.#marker, this.#lists.length * 4))
    this.#marker = ''
  }
}

/**
 * Whether a word processor shows an element as deleted: out of the words of its document, or about to be. Word says so of
 * what a tracked change deletes or moves away by a class, whatever that is drawn like.
 */
function isStruck(name: string, { style = '', class: names = '' }: Readonly<Record<string, string>>): boolean {
  return /^(?:del|s|strike)$/u.test(name) || /line-through/iu.test(style) || /(?:^|\s)msoDel(?:\s|$)/iu.test(names)
}

/** Whether nothing is left of a block but its number. */
function isMarker(text: string): boolean {
  return markerOf(`${text} `) === text
}

function blockOf(words: Words, heading: number, marker: string, indent: number): Block {
  const typed = heading > 0 ? headingMarkerOf(textOf(words)) : markerOf(textOf(words))
  const own = marker === '' || (marker === '-' && typed !== '')
  if (own) return { heading, indent, marker: typed, implied: false, words: wordsFrom(words, typed.length) }
  return { heading, indent: indent - 2, marker, implied: true, words }
}

function headingLevel(name: string): number {
  if (name === 'toc-add-entry') return 2
  return Number(/^h([1-6])$/u.exec(name)?.[1] ?? 0)
}

function listOf(name: string, { type = '1', start = '1' }: Readonly<Record<string, string>>): List {
  return { ordered: name === 'ol', type, next: Number.parseInt(start, 10) || 1 }
}

function nextMarker(list: List | undefined): string {
  if (!list?.ordered) return '-'
  const value = Math.min(3999, Math.max(1, list.next++))
  if (list.type === 'a') return `(${letter(value)})`
  if (list.type === 'i') return `(${roman(value).toLowerCase()})`
  if (list.type === 'A') return `(${letter(value).toUpperCase()})`
  if (list.type === 'I') return `(${roman(value)})`
  return `${value}.`
}

function marksOf(names: readonly string[]): Marks {
  return Object.fromEntries(names.map((name) => [name, true]))
}
