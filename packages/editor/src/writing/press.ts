/**
 * Presses on references. To the mouse each is one wide letter: the caret goes to its nearer side, where browsers put none
 * beside what nobody writes in.
 */

import { readEmbed } from '@travaux/core'
import type { Node } from 'prosemirror-model'
import { Plugin, TextSelection } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { followDrags } from './drag.ts'
import { besideEmbed } from './under.ts'

export function pressPlugin(): Plugin {
  return new Plugin({
    props: {
      handleClickOn: (view, _pos, node, _from, event) => isReference(node, event) && putBeside(view, event),
      handleDoubleClickOn: (view, _pos, node, from, event) => isReference(node, event) && select(view, from, from + 1),
      handleDOMEvents: { mousedown: (view, event) => event.shiftKey && event.button === 0 && reachTo(view, event) },
    },
    view: (view) => ({ destroy: followDrags(view) }),
  })
}

/** Whether a press is on a reference to write beside it: to follow it, a key is held. */
function isReference(node: Node, { ctrlKey, metaKey }: MouseEvent): boolean {
  const isNote = () => readEmbed(node.attrs['value'] as object).kind === 'footnote'
  return node.type.name === 'embed' && !isNote() && !ctrlKey && !metaKey
}

function putBeside(view: EditorView, event: MouseEvent): boolean {
  const place = besideEmbed(view.dom, event)
  if (!place) return false
  const pos = view.posAtDOM(place.node, place.offset)
  return select(view, pos, pos)
}

function select(view: EditorView, from: number, to: number): boolean {
  view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, from, to)))
  view.focus()
  return true
}

/** Takes what is selected on to the nearer side of what is pressed. */
function reachTo(view: EditorView, event: MouseEvent): boolean {
  const place = view.hasFocus() ? besideEmbed(view.dom, event) : undefined
  if (!place) return false
  getSelection()?.extend(place.node, place.offset)
  event.preventDefault()
  return true
}
