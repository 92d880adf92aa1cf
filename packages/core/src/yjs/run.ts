/**
 * Runs of typing: letters that one client types one behind the other. A run has an end: a deleted character of the same
 * client, written before them, that each of them is written in front of. What others write behind it stays behind all that
 * is typed on in front of it, whatever was on its way: Yjs alone would put the first letter of a word that is begun there
 * in front of the letters of the other that it crosses, or behind them, by the numbers of the clients.
 */

import * as Y from 'yjs'

/** A character of a text: the item that holds it, and its id. */
interface Found {
  readonly item: Y.Item
  readonly id: Y.ID
  /** Whether it is the last of its item. */
  readonly isLast: boolean
}

/** The character that stands before an index, if there is one. Cost: one pass over the items before. */
export function characterBefore(text: Y.Text, index: number): Found | undefined {
  let at = 0
  for (let item = text._start; item !== null && at < index; item = item.right) {
    if (item.deleted || !item.countable) continue
    const rest = index - at
    if (rest <= item.length) {
      const id = Y.createID(item.id.client, item.id.clock + rest - 1)
      return { item, id, isLast: rest === item.length }
    }
    at += item.length
  }
  return undefined
}

/** The end of the run that the last character of an item was typed in, if nothing but marks stands between the two. */
export function endOfRun({ id, rightOrigin, right }: Y.Item): Y.Item | undefined {
  let [item, wanted] = [right, rightOrigin]
  for (; item?.content instanceof Y.ContentFormat; item = item.right)
    if (Y.compareIDs(item.id, wanted)) wanted = item.rightOrigin
  // What undo keeps of a letter that was deleted tells it from an end, which never was one.
  if (!(item?.content instanceof Y.ContentDeleted) || item.length !== 1 || !Y.compareIDs(item.id, wanted))
    return undefined
  return item.id.client === id.client && item.id.clock < id.clock ? item : undefined
}

/**
 * Where a caret stands: behind the character before it, if this document's own client wrote that or nobody types on
 * there; else behind the end of the run of another. It is where the next letter is typed (`typeWords`), and so the caret
 * goes along with what another types on until its owner types there, and never again while it stands behind the owner's
 * own letter.
 */
export function caretAt(text: Y.Text, index: number): Y.RelativePosition {
  const before = characterBefore(text, index)
  if (!before) return Y.createRelativePositionFromTypeIndex(text, index, -1)
  const end = before.isLast ? endOfRun(before.item) : undefined
  const isAnothers = end !== undefined && end.id.client !== text.doc?.clientID
  return new Y.RelativePosition(null, null, isAnothers ? end.id : before.id, -1)
}
