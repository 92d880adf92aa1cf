/** Footnotes of pasted pages: where they are referred to they come in as footnotes, and leave the end of the page. */

import { isStruck } from './struck.ts'

/**
 * Puts the words of each footnote into a `footnote` element at its sign. Word processors write a sign and its note as two
 * links that point at each other, the sign first.
 */
export function takeNotes(body: HTMLElement): void {
  for (const sign of body.querySelectorAll<HTMLAnchorElement>('a[href*="#"]')) {
    const note = noteOf(body, sign)
    const block = note?.closest(wholeNote) ?? note?.closest('p, li, div')
    if (!note || !block || block.contains(sign)) continue
    note.remove()
    const footnote = document.createElement('footnote')
    footnote.append(...block.childNodes)
    flatten(footnote)
    block.remove()
    whole(sign).replaceWith(footnote)
  }
}

/**
 * Takes out the signs whose notes are not on the page: a number that stands for nothing is no word of a text.
 * @returns how many footnotes are missed, those that are struck out not counted
 */
export function dropLoneSigns(body: HTMLElement): number {
  let missed = 0
  for (const sign of body.querySelectorAll<HTMLAnchorElement>('a[href*="#"]')) {
    if (!signed.test(targetOf(sign)) || noteOf(body, sign)) continue
    if (!isStruck(sign)) missed++
    whole(sign).remove()
  }
  return missed
}

/** The element that Word has about a note of several paragraphs; browsers that clean a page leave its id. */
const wholeNote = ['footnote', 'endnote']
  .map((kind) => `[style*="mso-element:${kind}"]:not([style*="mso-element:${kind}-list"])`)
  .concat('div[id^="ftn"]', 'div[id^="edn"]')
  .join(', ')

/** What signs point at in pages of Word, Google Docs and LibreOffice. */
const signed = /^(?:_(?:ftn|edn)\d+|ftnt\d+|sd(?:foot|end)note\d+sym)$/

/** The name in its page that a link points at, whatever the page is called: browsers that clean a page name it. */
function targetOf(link: HTMLAnchorElement): string {
  return /#(.*)$/.exec(link.getAttribute('href') ?? '')?.[1] ?? ''
}

/** The link that a sign points at, if it points back. */
function noteOf(body: HTMLElement, sign: HTMLAnchorElement): HTMLAnchorElement | undefined {
  const name = targetOf(sign)
  const own = nameOf(sign)
  if (name === '' || own === '') return undefined
  return [...body.querySelectorAll('a')].find(
    (link) => nameOf(link) === name && targetOf(link) === own && follows(sign, link),
  )
}

function nameOf(link: HTMLAnchorElement): string {
  return link.getAttribute('name') ?? link.id
}

function follows(first: Node, second: Node): boolean {
  return (first.compareDocumentPosition(second) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0
}

/** Paragraphs of a note become one run of words. */
function flatten(footnote: HTMLElement): void {
  for (const block of footnote.querySelectorAll('p, div, li')) block.replaceWith(' ', ...block.childNodes)
}

/** The sign with the raised frame that holds nothing else. */
function whole(sign: Element): Element {
  const frame = sign.parentElement
  return frame?.tagName === 'SUP' && frame.childNodes.length === 1 ? frame : sign
}
