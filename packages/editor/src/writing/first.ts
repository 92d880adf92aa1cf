/**
 * The first clause of a text: the place to type that stands in an empty one is the element of the clause that it becomes.
 * An input method composes in it meanwhile, and would write again what it composed in an element that is gone.
 */

import type { Node } from 'prosemirror-model'
import { Plugin } from 'prosemirror-state'
import type { NodeView } from 'prosemirror-view'
import { clauseAttributes } from '../binding/schema.ts'

/** Keeps the element of the place to type in an empty text as that place becomes a clause. */
export function firstPlugin(): Plugin {
  return new Plugin({ props: { nodeViews: { clause: clauseView } } })
}

/** A clause as the schema draws it. */
function clauseView(first: Node): NodeView {
  const dom = document.createElement('div')
  for (const [attribute, value] of Object.entries(clauseAttributes(first))) dom.setAttribute(attribute, value)
  let shown = first
  return {
    dom,
    contentDOM: dom,
    update: (node) => {
      const becomes = shown.attrs['id'] === '' && node.attrs['id'] !== ''
      if (!becomes && !node.sameMarkup(shown)) return false
      shown = node
      if (becomes) name(dom, node)
      return true
    },
  }
}

/** Says which clause it is; its other classes are not the schema's. */
function name(dom: HTMLElement, node: Node): void {
  const { class: _class, ...attributes } = clauseAttributes(node)
  for (const [attribute, value] of Object.entries(attributes)) dom.setAttribute(attribute, value)
}
