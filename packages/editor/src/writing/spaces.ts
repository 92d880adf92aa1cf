/** Spaces of pasted pages that are non-breaking only for their looks. */

/** What browsers write for a plain space at an edge, and Word for tabs and for several. */
const drawn =
  'span:not([class]):not([style]), .Apple-converted-space, [style*="mso-tab-count"], [style*="mso-spacerun"]'

/** Non-breaking spaces beside others. */
const row = /(?=\s*\u00A0)\s{2,}/g

/** Makes plain spaces of those that stand for plain ones; a single one within words is as its writer chose it. */
export function meanSpaces(body: HTMLElement): void {
  for (const element of body.querySelectorAll(drawn))
    if (/^[ \n\u00A0]+$/.test(element.textContent ?? '')) element.replaceWith(' ')
  const texts = document.createTreeWalker(body, NodeFilter.SHOW_TEXT)
  while (texts.nextNode()) {
    const { currentNode: text } = texts
    text.nodeValue = text.nodeValue?.replace(row, ' ') ?? ''
  }
}
