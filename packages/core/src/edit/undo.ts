/**
 * Undo of one's own changes only. Undoing must not remove what others wrote meanwhile, so the frame of a clause that I
 * added is never unmade: its words are, and if nothing is left it is hidden like any deleted clause.
 */

import * as Y from 'yjs'
import { clausesOf, textIn, type YClause, type YClauses } from '../yjs/read.ts'
import type { Hand } from './hand.ts'
import { removeClauses } from './remove.ts'
import { noteRewritten } from './rewritten.ts'

/** Keys that make a clause what it is; their first value is never undone. */
const frame: ReadonlySet<string> = new Set(['kind', 'place', 'text'])

/** Whether an item may be deleted by undo. */
function mayUnmake(clauses: YClauses, item: Y.Item): boolean {
  if (item.parentSub === null) return true
  if (item.parent === clauses) return false
  return item.left !== null || !frame.has(item.parentSub)
}

/** Milliseconds within which changes are undone together. */
const CAPTURE = 500

/** The undo manager of one hand. Call `undoneLeftovers` once for it. */
export function undoManager(hand: Hand): Y.UndoManager {
  const clauses = clausesOf(hand.doc)
  return new Y.UndoManager(clauses, {
    trackedOrigins: new Set([hand.origin]),
    captureTimeout: CAPTURE,
    deleteFilter: (item) => mayUnmake(clauses, item),
  })
}

interface StackEvent {
  readonly stackItem: { readonly meta: Map<unknown, unknown>; readonly insertions?: unknown }
  readonly type: 'undo' | 'redo'
  readonly changedParentTypes: ReadonlyMap<unknown, unknown>
}

const MADE = 'made'
const ASIDE = { note: 'hiding what undo emptied' }

/**
 * Keeps track of the clauses that each undoable step made, hides those that its undo left empty, and shows them again
 * when it is redone. Words that are written again are noted as what they were.
 * @returns a function that stops this
 */
export function undoneLeftovers(hand: Hand, manager: Y.UndoManager): () => void {
  const clauses = clausesOf(hand.doc)
  let made: string[] = []
  const notice = (event: Y.YMapEvent<YClause>, transaction: Y.Transaction): void => {
    if (transaction.origin !== hand.origin) return
    made.push(...[...event.changes.keys].filter(([, { action }]) => action === 'add').map(([id]) => id))
  }
  const remember = ({ stackItem }: StackEvent): void => {
    if (made.length === 0) return
    stackItem.meta.set(MADE, [...madeIn(stackItem), ...made])
    made = []
  }
  const settle = ({ stackItem, type }: StackEvent): void => {
    const ids = madeIn(stackItem)
    if (ids.length === 0) return
    const opposite = (type === 'undo' ? manager.redoStack : manager.undoStack).at(-1)
    opposite?.meta.set(MADE, ids)
    if (type === 'undo')
      removeClauses(
        { ...hand, origin: ASIDE },
        ids.filter((id) => isEmpty(clauses, id)),
      )
    else hand.doc.transact(() => ids.forEach((id) => clauses.get(id)?.delete('gone')), ASIDE)
  }
  const stopNoting = noteRewritten(hand.doc, manager)
  clauses.observe(notice)
  manager.on('stack-item-added', remember)
  manager.on('stack-item-updated', remember)
  manager.on('stack-item-popped', settle)
  return () => {
    stopNoting()
    clauses.unobserve(notice)
  }
}

function madeIn(item: StackEvent['stackItem']): string[] {
  return (item.meta.get(MADE) as string[] | undefined) ?? []
}

function isEmpty(clauses: YClauses, id: string): boolean {
  const clause = clauses.get(id)
  return clause !== undefined && (textIn(clause)?.length ?? 0) === 0
}
