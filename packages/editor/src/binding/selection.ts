/** Keeping the selection where the person put it while the text changes around it. */

import {
  caretAt,
  clauseIdOf,
  clausesOf,
  isStanding,
  spansBetween,
  textIn,
  whereCarried,
  type Point,
} from '@travaux/core'
import type { Node } from 'prosemirror-model'
import { TextSelection, type EditorState, type Selection, type Transaction } from 'prosemirror-state'
import * as Y from 'yjs'
import { findBlock, pointAt } from './blocks.ts'
import type { ClauseAttributes } from './schema.ts'

/** Where an end of the selection stands: the character before it, and its place among the characters of its text. */
interface Standing {
  readonly character: Y.ID
  readonly place: Y.RelativePosition
}

/** Where the two ends of the selection stand, as far as there are characters before them. */
export interface Standings {
  readonly anchor: Standing | undefined
  readonly head: Standing | undefined
}

/**
 * Must be asked before the document changes. An end that others moved since, as they deleted the character before it,
 * stands behind that character still: it may come back elsewhere. Cost: one pass over the items of the selected clauses.
 */
export function standingsOf(
  doc: Y.Doc,
  { doc: shown, selection }: EditorState,
  kept: Standings | undefined,
): Standings {
  const at = (end: 'anchor' | 'head'): Standing | undefined => {
    const before = kept?.[end]
    return before && !isStanding(doc, before.character) ? before : standingAt(doc, pointAt(shown, selection[end]))
  }
  return { anchor: at('anchor'), head: at('head') }
}

/**
 * Whether the ends stand behind what they stood behind, where that stands, be it carried elsewhere: then where they stand
 * now says it. Cost: one pass over all notes of copies.
 */
export function areLed(doc: Y.Doc, standings: Standings | undefined): boolean {
  return [standings?.anchor, standings?.head].every((standing) => {
    if (!standing || isStanding(doc, standing.character)) return true
    const carried = whereCarried(doc, standing.character)
    return carried !== undefined && isStanding(doc, carried)
  })
}

function standingAt(doc: Y.Doc, point: Point | undefined): Standing | undefined {
  const stored = point && clausesOf(doc).get(point.clause)
  const text = stored && textIn(stored)
  const [span] = text && point.offset > 0 ? spansBetween(text, point.offset - 1, point.offset) : []
  return text && span && { character: Y.createID(span.client, span.clock), place: caretAt(text, point.offset) }
}

/** Where the ends of the selection stood, and whether the characters before them may have been carried elsewhere. */
export interface Before {
  readonly standings: Standings | undefined
  readonly carried: boolean
}

/**
 * Puts the selection of a transaction's state back to where its words are now: the same clause though it moved, or the
 * clause that the words before it were carried to.
 *
 * Laws of a caret. (1) Directly behind a letter that its owner wrote it stays, whatever others write there. (2) Behind
 * what another is typing it goes along, until its owner types. (3) Anywhere else it stays before what another begins to
 * write there. So nobody's word is torn, and two people's words do not alternate.
 * @returns false where the clause of the caret is gone and its words were not carried anywhere
 */
export function keepSelection(tr: Transaction, doc: Y.Doc, { standings, carried }: Before): boolean {
  const selection = oldSelection(tr)
  const { anchor, head, empty } = selection
  const keep = (pos: number, assoc: number, standing: Standing | undefined): number =>
    (carried && standing ? carriedTo(tr.doc, doc, standing.character) : undefined) ??
    stayIn(pointAt(tr.before, pos), {
      tr,
      mapped: tr.mapping.map(pos, assoc),
      standing: standing && positionOf(tr.doc, doc, standing.place),
      isCaret: empty,
    })
  const forward = anchor <= head
  const to = keep(anchor, empty || !forward ? -1 : 1, standings?.anchor)
  const at = keep(head, empty || forward ? -1 : 1, standings?.head)
  tr.setSelection(TextSelection.between(tr.doc.resolve(to), tr.doc.resolve(at)))
  const clause = pointAt(tr.before, head)?.clause ?? ''
  const stays = clause === '' || findBlock(tr.doc, clause) !== undefined
  return stays || (carried && wasCarried(tr.doc, doc, standings))
}

/** Whether the character that the caret stands behind is now a copy in a clause that is shown. */
export function wasCarried(shown: Node, doc: Y.Doc, standings: Standings | undefined): boolean {
  return standings?.head !== undefined && carriedTo(shown, doc, standings.head.character) !== undefined
}

const selections = new WeakMap<Transaction, Selection>()

/** Remembers the selection a transaction started with. */
export function startingFrom(state: EditorState): Transaction {
  const { tr } = state
  selections.set(tr, state.selection)
  return tr
}

function oldSelection(tr: Transaction): Selection {
  const selection = selections.get(tr)
  if (!selection) throw new Error('A transaction whose selection is to be kept must be made by startingFrom')
  return selection
}

function carriedTo(shown: Node, doc: Y.Doc, id: Y.ID): number | undefined {
  const carried = whereCarried(doc, id)
  if (!carried || carried.clock >= Y.getState(doc.store, carried.client)) return undefined
  return positionOf(shown, doc, new Y.RelativePosition(null, null, carried, -1))
}

function positionOf(shown: Node, doc: Y.Doc, place: Y.RelativePosition): number | undefined {
  const at = Y.createAbsolutePositionFromRelativePosition(place, doc)
  const clause = at ? clauseIdOf(at.type) : undefined
  const block = clause === undefined ? undefined : findBlock(shown, clause)
  return at === null || block === undefined ? undefined : block.pos + 1 + Math.min(at.index, block.node.content.size)
}

interface Stay {
  readonly tr: Transaction
  /** Where the steps of the transaction lead the position. */
  readonly mapped: number
  /** Where the character before it leads it. */
  readonly standing: number | undefined
  readonly isCaret: boolean
}

/**
 * A position within the clause it was in, wherever that clause now is. A caret is led by the character before it, an end
 * of words that are selected by the steps, as long as these know of its clause: the selection does not grow.
 */
function stayIn(point: Point | undefined, { tr, mapped, standing, isCaret }: Stay): number {
  const block = point && (findBlock(tr.doc, point.clause) ?? (point.clause === '' ? firstBlock(tr) : undefined))
  if (!block) return mapped
  const end = block.pos + 1 + block.node.content.size
  const isWithin = (pos: number | undefined): pos is number => pos !== undefined && pos > block.pos && pos <= end
  const found = (isCaret ? [standing, mapped] : [mapped, standing]).find(isWithin)
  return found ?? Math.min(block.pos + 1 + point.offset, end)
}

/** What the placeholder of an empty text became. */
function firstBlock(tr: Transaction): ReturnType<typeof findBlock> {
  const node = tr.doc.firstChild?.firstChild
  return node ? { pos: 1, node, ...(node.attrs as ClauseAttributes) } : undefined
}
