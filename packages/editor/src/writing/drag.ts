/**
 * Drags over embedded objects. Browsers select within what nobody writes in where a drag begins there, and lose where it
 * began, or leave that out, where it passes over.
 */

import type { EditorView } from 'prosemirror-view'
import { flush } from './flush.ts'
import { embedUnder, placeUnder, sideOf, type Place, type Pointer } from './under.ts'

/** Pixels that a pressed pointer moves before it drags; ProseMirror's own. */
const SLACK = 4

/** Where a drag began: in the page, in the words, and in which embedded object. */
interface Start {
  readonly at: Pointer
  /** It goes along with what others write meanwhile. */
  readonly anchor: Range
  readonly embed: Element | undefined
}

/**
 * Selects what is dragged over once that is an embedded object, until the button is let go. The browser selects in every
 * frame too: what is said here behind it is what is drawn. Gives what ends it.
 */
export function followDrags(view: EditorView): () => void {
  const text = view.dom
  let began: Start | undefined
  let pointer: Pointer | undefined
  let frame = 0
  const draw = (): void => {
    if (began && pointer) select(text, began, pointer)
    frame = requestAnimationFrame(draw)
  }
  const end = (): void => {
    cancelAnimationFrame(frame)
    began = undefined
    pointer = undefined
  }
  const press = (event: MouseEvent): void => {
    end()
    const isPlain = event.button === 0 && event.detail === 1 && !event.shiftKey && !event.ctrlKey && !event.metaKey
    const anchor = isPlain ? placeUnder(text, event) : undefined
    if (!anchor || isSelected(anchor)) return
    const range = document.createRange()
    range.setStart(anchor.node, anchor.offset)
    began = { at: event, anchor: range, embed: embedUnder(text, event) }
  }
  const move = (event: MouseEvent): void => {
    if (!began) return
    if ((event.buttons & 1) === 0) return end()
    const { at, embed } = began
    const isDrag = Math.max(Math.abs(event.clientX - at.clientX), Math.abs(event.clientY - at.clientY)) > SLACK
    if (!pointer && !(isDrag && (embed ?? embedUnder(text, event)))) return
    if (!pointer) frame = requestAnimationFrame(draw)
    pointer = event
  }
  const release = (event: MouseEvent): void => {
    if (began && pointer) {
      select(text, began, event)
      flush(view)
    }
    end()
  }
  // The browser would carry away the words that it finds selected under the press.
  const holdBack = (event: DragEvent): void => {
    if (pointer) event.preventDefault()
  }
  const gone = new AbortController()
  const { signal } = gone
  text.addEventListener('mousedown', press, { signal })
  text.addEventListener('dragstart', holdBack, { signal })
  document.addEventListener('mousemove', move, { signal })
  document.addEventListener('mouseup', release, { signal })
  return () => {
    end()
    gone.abort()
  }
}

/**
 * Selects as far as the pointer, or where that is beside the text as far as the browser went. What a drag begins in and has
 * not left is selected whole.
 */
function select(text: HTMLElement, { anchor, embed }: Start, pointer: Pointer): void {
  const { startContainer: node, startOffset: offset } = anchor
  const isWithin = embed && embedUnder(text, pointer) === embed
  const head = isWithin ? sideOf(embed, offset > sideOf(embed, true).offset) : placeUnder(text, pointer)
  const selection = getSelection()
  if (head) selection?.setBaseAndExtent(node, offset, head.node, head.offset)
  else if (selection?.focusNode) selection.setBaseAndExtent(node, offset, selection.focusNode, selection.focusOffset)
}

function isSelected({ node, offset }: Place): boolean {
  const selection = getSelection()
  if (!selection || selection.isCollapsed) return false
  return selection.getRangeAt(0).isPointInRange(node, offset)
}
