/** Words of pasted pages that are struck out, or that a tracked change deletes: no words of the text that they are pasted into. */

import { withoutSoftHyphens } from '@travaux/core'
import { isOwn } from './copy.ts'

/** Word also marks what it shows struck by a class; a struck footnote goes with what it is about. */
const struck = 'del, s, strike, .msoDel, [style*="line-through"]'

/** Whether a piece of a page stands in what is struck out. */
export function isStruck(node: Node): boolean {
  return node.parentElement?.closest(struck) != null
}

/** A page without what is struck out and without soft hyphens; our own copies are as they are. */
export function plainWordsOf(html: string): string {
  if (isOwn(html)) return html
  const { body } = new DOMParser().parseFromString(
    withoutSoftHyphens(html.replace(/&(?:shy|#173|#xad);/gi, '')),
    'text/html',
  )
  for (const element of body.querySelectorAll(struck)) element.remove()
  return body.innerHTML
}
