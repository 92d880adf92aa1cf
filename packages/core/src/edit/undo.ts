/**
 * Undo of one's own changes only.
 *
 * Laws. (1) One undo takes back one step and never two; one redo brings exactly that step back. (2) Undoing removes
 * nothing that others wrote meanwhile: the frame of a clause that I added is never unmade. Its words are, and if nothing
 * is left it is hidden, for as long as nobody's words are in it. (3) Each undo and redo is one transaction.
 */

import * as Y from 'yjs'
import { clausesOf, isHidden, textIn, type YClause, type YClauses } from '../yjs/read.ts'
import type { Hand } from './hand.ts'
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

/** A step that can be undone or redone. What is noted in its `meta` stays with it, however often it is. */
export type UndoStep = Y.UndoManager['undoStack'][number]

const MADE = 'made'

/** Undo and redo of what one hand does. */
export class Undo extends Y.UndoManager {
  readonly #hand: Hand
  readonly #clauses: YClauses
  readonly #stopNoting: () => void
  /** Clauses made by the change that is being captured. */
  #made: string[] = []

  constructor(hand: Hand) {
    const clauses = clausesOf(hand.doc)
    super(clauses, {
      trackedOrigins: new Set([hand.origin]),
      captureTimeout: CAPTURE,
      deleteFilter: (item) => mayUnmake(clauses, item),
    })
    this.#hand = hand
    this.#clauses = clauses
    this.#stopNoting = noteRewritten(hand.doc, this)
    clauses.observe(this.#notice)
    this.on('stack-item-added', this.#remember)
    this.on('stack-item-updated', this.#remember)
  }

  /** Takes back the last step of which anything is left. @returns that step, if there is one */
  override undo(): UndoStep | null {
    return this.#travel(this.undoStack, this.redoStack, (step) => this.#unmake(step, () => super.undo()))
  }

  /** Brings back the step that was undone last. @returns that step, if there is one */
  override redo(): UndoStep | null {
    return this.#travel(this.redoStack, this.undoStack, () => super.redo())
  }

  /** Begins a step that everything done until `part` belongs to, however long that takes. */
  gather(): void {
    this.stopCapturing()
    this.captureTimeout = Infinity
  }

  /** Ends the step: what is done from here on is another one. */
  part(): void {
    this.captureTimeout = CAPTURE
    this.stopCapturing()
  }

  override destroy(): void {
    this.#stopNoting()
    this.#clauses.unobserve(this.#notice)
    super.destroy()
  }

  readonly #notice = (event: Y.YMapEvent<YClause>, { origin }: Y.Transaction): void => {
    if (origin !== this.#hand.origin) return
    this.#made.push(...[...event.changes.keys].filter(([, { action }]) => action === 'add').map(([id]) => id))
  }

  readonly #remember = ({ stackItem }: { readonly stackItem: UndoStep }): void => {
    if (this.#made.length === 0) return
    stackItem.meta.set(MADE, [...madeIn(stackItem), ...this.#made])
    this.#made = []
  }

  /** Goes back, or forth, to the first step of which anything is left; what was noted of it goes along. */
  #travel(from: UndoStep[], to: UndoStep[], take: (step: UndoStep) => UndoStep | null): UndoStep | null {
    // What is done next is no part of the step that now is the last one.
    this.stopCapturing()
    for (let step = from.at(-1); step; step = from.at(-1)) {
      const before = to.at(-1)
      const taken = alone(from, () => take(step))
      const opposite = to.at(-1)
      if (opposite && opposite !== before) for (const [key, noted] of step.meta) opposite.meta.set(key, noted)
      if (taken) return taken
    }
    return null
  }

  /** Undoes a step, with the clauses that it made, in one transaction that redo takes back as a whole. */
  #unmake(step: UndoStep, undo: () => UndoStep | null): UndoStep | null {
    const standing = madeIn(step)
      .flatMap((id) => this.#clauses.get(id) ?? [])
      .filter((clause) => !isHidden(clause))
    try {
      return this.doc.transact(() => {
        const undone = undo()
        this.undoing = true
        for (const clause of standing) this.#hideIfEmpty(clause)
        return undone ?? (standing.length > 0 ? step : null)
      }, this)
    } finally {
      this.undoing = false
    }
  }

  #hideIfEmpty(clause: YClause): void {
    if ((textIn(clause)?.length ?? 0) > 0) clause.delete('gone')
    else if (!isHidden(clause)) clause.set('gone', { by: this.#hand.by, at: this.#hand.now(), into: '' })
  }
}

function madeIn(step: UndoStep): readonly string[] {
  const made: unknown = step.meta.get(MADE)
  return Array.isArray(made) ? made.filter((id) => typeof id === 'string') : []
}

/** Lets Yjs see the last step of a stack only: where nothing of that one is left, it would go on to the one before. */
function alone<T>(stack: UndoStep[], take: () => T): T {
  const others = stack.splice(0, stack.length - 1)
  try {
    return take()
  } finally {
    stack.unshift(...others)
  }
}
