/** Footnotes of pasted pages: where they are referred to they come in as footnotes, and leave the end of the page. */

/**
 * Puts the words of each footnote into a `footnote` element at its sign. Word processors write a sign and its note as two
 * links that point at each other, the sign first.
 */
export function takeNotes(body: HTMLElement): void {
  for (const sign of body.querySelectorAll<HTMLAnchorElement>('a[href^="#"]')) {
    const note = noteOf(body, sign)
    const block = note?.closest('[style*="mso-element:footnote"], [style*="mso-element:endnote"], p, li, div')
    if (!note || !block || block.contains(sign)) continue
    note.remove()
    const footnote = document.createElement('footnote')
    footnote.append(...block.childNodes)
    flatten(footnote)
    block.remove()
    whole(sign).replaceWith(footnote)
  }
}

/** The link that a sign points at, if it points back. */
function noteOf(body: HTMLElement, sign: HTMLAnchorElement): HTMLAnchorElement | undefined {
  const name = sign.getAttribute('href')?.slice(1) ?? ''
  const own = nameOf(sign)
  if (name === '' || own === '') return undefined
  return [...body.querySelectorAll('a')].find(
    (link) => nameOf(link) === name && link.getAttribute('href') === `#${own}` && follows(sign, link),
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
