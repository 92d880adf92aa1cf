/** Words of pasted pages that are struck out, or that a tracked change deletes: no words of the text that they are pasted into. */

/** Word also marks what it shows struck by a class; a struck footnote goes with what it is about. */
const struck = 'del, s, strike, .msoDel, [style*="line-through"]'

/** Whether a piece of a page stands in what is struck out. */
export function isStruck(node: Node): boolean {
  return node.parentElement?.closest(struck) != null
}

/** Takes out of a page what is struck out. */
export function dropStruck(body: HTMLElement): void {
  for (const element of body.querySelectorAll(struck)) element.remove()
}
