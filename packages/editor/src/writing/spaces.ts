/** White space of pasted pages: spaces that are non-breaking only for their looks, and ends of lines that are drawn. */

import { isBlock } from './paragraphs.ts'

/** What browsers write for a plain space at an edge, and Word for tabs and for several. */
const drawn =
  'span:not([class]):not([style]), .Apple-converted-space, [style*="mso-tab-count"], [style*="mso-spacerun"]'

/** Non-breaking spaces beside others. */
const row = /(?=\s*\u00A0)\s{2,}/g

/** Makes plain spaces of those that stand for plain ones; a single one within words is as its writer chose it. */
export function meanSpaces(body: HTMLElement): void {
  for (const element of body.querySelectorAll(drawn))
    if (/^[ \n\u00A0]+$/.test(element.textContent ?? '')) element.replaceWith(' ')
  for (const text of textsIn(body)) text.data = text.data.replace(row, ' ')
}

/** Makes line breaks of the ends of lines where a page shows them as they are, as in `pre`. */
export function breakLines(body: HTMLElement): void {
  for (const element of body.querySelectorAll('pre')) withoutEnd(element)
  for (const text of textsIn(body).filter(showsLines)) {
    const [first = '', ...more] = text.data.split(/\r\n?|\n/)
    text.replaceWith(first, ...more.flatMap((line) => [document.createElement('br'), line]))
  }
}

function textsIn(body: HTMLElement): Text[] {
  const walker = document.createTreeWalker(body, NodeFilter.SHOW_TEXT)
  const texts: Text[] = []
  while (walker.nextNode()) if (walker.currentNode instanceof Text) texts.push(walker.currentNode)
  return texts
}

/** What stands between blocks is no line. */
function showsLines({ data, parentElement: parent }: Text): boolean {
  if (!parent || !/[\r\n]/.test(data) || (data.trim() === '' && [...parent.children].some(isBlock))) return false
  const styled = parent.closest<HTMLElement>('pre, [style*="white-space"]')
  return styled !== null && /^(?:pre|break-spaces)/.test(styled.style.whiteSpace || styled.tagName.toLowerCase())
}

/** The last line of a block ends with it. */
function withoutEnd(element: Node): void {
  const last = element.lastChild
  if (last instanceof Text) last.data = last.data.trimEnd()
  else if (last) withoutEnd(last)
}
