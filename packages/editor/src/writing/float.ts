/** A small element beside the caret: beneath its line, or above it where there is no room beneath. */

import type { EditorView } from 'prosemirror-view'

const GAP = 4

/** Adds a hidden element beside the view's own, to be placed by `floatAt`. */
export function addFloat(view: EditorView, tag: string, attributes: Readonly<Record<string, string>>): HTMLElement {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
  element.hidden = true
  view.dom.parentElement?.append(element)
  return element
}

/** Shows the element at a position of the text; it scrolls along with the words. */
export function floatAt(view: EditorView, element: HTMLElement, pos: number): void {
  element.hidden = false
  const frame = element.offsetParent?.getBoundingClientRect()
  if (!frame) return
  const { left, right, top, bottom } = view.coordsAtPos(pos)
  const { width, height } = element.getBoundingClientRect()
  const above = bottom + GAP + height > window.innerHeight && top - GAP - height > 0
  const start = getComputedStyle(view.dom).direction === 'rtl' ? right - width : left
  element.style.top = `${(above ? top - GAP - height : bottom + GAP) - frame.top}px`
  element.style.left = `${Math.max(0, Math.min(start, window.innerWidth - width - GAP) - frame.left)}px`
}
