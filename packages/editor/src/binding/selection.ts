/** Keeping the selection where the person put it while the text changes around it. */

import { clauseIdOf, clausesOf, spansBetween, textIn, whereCarried, type Point } from '@travaux/core'
import type { Node } from 'prosemirror-model'
import { TextSelection, type EditorState, type Selection, type Transaction } from 'prosemirror-state'
import * as Y from 'yjs'
import { findBlock } from './blocks.ts'
import { pointAt } from './receive.ts'

/** The ids of the characters that the two ends of the selection stand behind, where there are any. */
export interface SelectedIds {
  readonly anchor: Y.ID | undefined
  readonly head: Y.ID | undefined
}

/** Must be asked before the document changes. Cost: one pass over the items of the selected clauses. */
export function selectedIds(doc: Y.Doc, { doc: shown, selection }: EditorState): SelectedIds {
  return {
    anchor: idBehind(doc, pointAt(shown, selection.anchor)),
    head: idBehind(doc, pointAt(shown, selection.head)),
  }
}

function idBehind(doc: Y.Doc, point: Point | undefined): Y.ID | undefined {
  const stored = point && clausesOf(doc).get(point.clause)
  const text = stored && textIn(stored)
  const [span] = text && point.offset > 0 ? spansBetween(text, point.offset - 1, point.offset) : []
  return span && Y.createID(span.client, span.clock)
}

/**
 * Puts the selection of a transaction's state back to where its words are now: the same clause though it moved, or the
 * clause that the words behind it were carried to. A caret stays before words another person types at the same place,
 * so that two people's words do not alternate.
 * @returns false where the clause of the caret is gone and its words were not carried anywhere
 */
export function keepSelection(tr: Transaction, doc: Y.Doc, ids: SelectedIds | undefined): boolean {
  const selection = oldSelection(tr)
  const keep = (pos: number, assoc: number, id: Y.ID | undefined): number =>
    (id && carriedTo(tr.doc, doc, id)) ?? stayIn(tr, pointAt(tr.before, pos), tr.mapping.map(pos, assoc))
  const { anchor, head, empty } = selection
  const forward = anchor <= head
  const to = keep(anchor, empty || !forward ? -1 : 1, ids?.anchor)
  const at = keep(head, empty || forward ? -1 : 1, ids?.head)
  tr.setSelection(TextSelection.between(tr.doc.resolve(to), tr.doc.resolve(at)))
  const clause = pointAt(tr.before, head)?.clause ?? ''
  return clause === '' || findBlock(tr.doc, clause) !== undefined || wasCarried(tr.doc, doc, ids)
}

/** Whether the character that the caret stands behind is now a copy in a clause that is shown. */
export function wasCarried(shown: Node, doc: Y.Doc, ids: SelectedIds | undefined): boolean {
  return ids?.head !== undefined && carriedTo(shown, doc, ids.head) !== undefined
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
  const at = Y.createAbsolutePositionFromRelativePosition(new Y.RelativePosition(null, null, carried, -1), doc)
  const clause = at ? clauseIdOf(at.type) : undefined
  const block = clause === undefined ? undefined : findBlock(shown, clause)
  return at === null || block === undefined ? undefined : block.pos + 1 + Math.min(at.index, block.node.content.size)
}

/** A position within the clause it was in, wherever that clause now is. */
function stayIn(tr: Transaction, point: Point | undefined, mapped: number): number {
  const block = point && (findBlock(tr.doc, point.clause) ?? (point.clause === '' ? firstBlock(tr) : undefined))
  if (!block) return mapped
  const end = block.pos + 1 + block.node.content.size
  return mapped > block.pos && mapped <= end ? mapped : Math.min(block.pos + 1 + point.offset, end)
}

/** What the placeholder of an empty text became. */
function firstBlock(tr: Transaction): ReturnType<typeof findBlock> {
  const node = tr.doc.firstChild?.firstChild
  return node ? { pos: 1, node, ...(node.attrs as { id: string; kind: string; depth: number }) } : undefined
}
