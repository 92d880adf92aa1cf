/** What stands under the pointer, as a place for an end of the browser's selection. */

import { EMBEDDED } from './embeds.ts'

export interface Place {
  readonly node: Node
  readonly offset: number
}

export type Pointer = Pick<MouseEvent, 'clientX' | 'clientY'>

/** The place in a text under the pointer: beside an embedded object, never within it. */
export function placeUnder(text: HTMLElement, pointer: Pointer): Place | undefined {
  const caret = document.caretPositionFromPoint(pointer.clientX, pointer.clientY)
  const isInside = caret && text.contains(caret.offsetNode)
  return besideEmbed(text, pointer) ?? (isInside ? { node: caret.offsetNode, offset: caret.offset } : undefined)
}

/** The nearer side of the embedded object under the pointer, by how much of what it says stands before that. */
export function besideEmbed(text: HTMLElement, pointer: Pointer): Place | undefined {
  const embed = embedUnder(text, pointer)
  if (!embed) return undefined
  const caret = document.caretPositionFromPoint(pointer.clientX, pointer.clientY)
  const before = document.createRange()
  before.setStartBefore(embed)
  if (caret) before.setEnd(caret.offsetNode, caret.offset)
  return sideOf(embed, before.toString().length * 2 < (embed.textContent?.length ?? 0))
}

export function embedUnder(text: HTMLElement, { clientX, clientY }: Pointer): Element | undefined {
  const embed = document.elementFromPoint(clientX, clientY)?.closest(`.${EMBEDDED}`)
  return embed && text.contains(embed) ? embed : undefined
}

/** The place before an embedded object, or behind it. */
export function sideOf(embed: Element, before: boolean): Place {
  const side = document.createRange()
  side.selectNode(embed)
  side.collapse(before)
  return { node: side.startContainer, offset: side.startOffset }
}
