/** The paragraphs of a page that another program put on the clipboard, as plain HTML for the importer to read. */

import { letter, roman, rowAttribute } from '@travaux/core'
import { isStruck } from './struck.ts'
import { rowsOf } from './table.ts'

/** What browsers draw as a block of its own, as the HTML standard lists it for rendering. */
const blocks: ReadonlySet<string> = new Set(
  [
    'HTML BODY ADDRESS BLOCKQUOTE CENTER DIALOG DIV FIGURE FIGCAPTION FOOTER FORM HEADER HR LEGEND LISTING MAIN P',
    'PLAINTEXT PRE SEARCH XMP ARTICLE ASIDE H1 H2 H3 H4 H5 H6 HGROUP NAV SECTION DIR DD DL DT MENU OL UL LI',
    'TABLE CAPTION COLGROUP COL THEAD TBODY TFOOT TR TD TH FIELDSET DETAILS SUMMARY',
  ].flatMap((names) => names.split(' ')),
)

/**
 * The paragraphs and headings of a page as HTML with nothing but the marks that a text has, footnotes, and the numbers of
 * list items written out. Words of two blocks never stand in one, but for the cells of a row. `lists`: those it stands in, outermost first.
 */
export function paragraphsIn(element: Element, lists: readonly Element[] = []): string[] {
  const rows = rowsOf(element, (cell) => paragraphsIn(cell))
  if (rows) return [...captionOf(element), ...rows.map((row) => `<p ${rowAttribute}>${row}</p>`)]
  const isList = element.tagName === 'OL' || element.tagName === 'UL'
  const within = isList ? [...lists, element] : lists
  const out: string[] = []
  const marker = markerOf(element, lists)
  let words = marker
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
    const isNumberOnly = marker !== '' && words.trim() === marker.trim()
    if (isNumberOnly && first === '') continue
    if (isNumberOnly) out.push(first.replace(/^<(\w+)[^>]*>/, `<$1>${marker}`))
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

function captionOf(table: Element): string[] {
  const caption = table.querySelector('caption')
  return caption ? paragraphsIn(caption) : []
}

/** Whether a piece of a page is drawn as a block, or holds one. */
export function isBlock(node: Node): node is Element {
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
    const words = escaped(node.data.replace(/[ \t\n\f\r]+/g, ' '))
    return words !== '' && isStruck(node) ? `<del>${words}</del>` : words
  }
  if (!(node instanceof HTMLElement)) return ''
  if (node.tagName === 'BR') return '<br>'
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
