/**
 * Undo of one's own changes only.
 *
 * Laws. (1) One undo takes back one step and never two; one redo brings exactly that step back. A step of which a reader
 * of the text would see nothing go or come is no step: it is passed over, on the way back as on the way forth; and what was done to the words of a clause that is
 * deleted now waits until it is back, and is not undone unseen. (2)
 * Undoing removes nothing that others wrote meanwhile. A clause that I added is never unmade: my words in it are, and if
 * nothing is left it is hidden, for as long as nobody's words are in it; else it stays what it is, where it stands. (3)
 * Each undo and redo of a step is one transaction. (4) Where nobody else wrote anything since a step was made, or was taken
 * back or forth, what leads back is its exact inverse: all that is done here for what others did meanwhile is left out.
 */

import * as Y from 'yjs'
import { clausesOf, isHidden, metaOf, textIn, type YClause, type YClauses } from '../yjs/stored.ts'
import { carryLeft, carryRewritten, carryAfterAuthors, leaveWithdrawn } from './carry.ts'
import type { Hand } from './hand.ts'
import { followBack, followersOf, placedAside, standingsOf } from './reorder.ts'
import { noteRewritten } from './rewritten.ts'
import { isSeen } from './seen.ts'
import { isValue, keepReplaced, takeBackValues, withoutValues } from './values.ts'
import { isBuried, partWritten, takeBackCarried, withoutBuried, withoutStruck } from './written.ts'

/** Milliseconds within which changes are undone together. */
const CAPTURE = 500

/** A step that can be undone or redone. What is noted in its `meta` stays with it, however often it is. */
export type UndoStep = Y.UndoManager['undoStack'][number]

const MADE = 'made'
const KNOWN = 'known'
const FOLLOWERS = 'followers'
const UNSEEN = 'unseen'
const WRITES = 'writes'

/** Undo and redo of what one hand does. */
export class Undo extends Y.UndoManager {
  readonly #hand: Hand
  readonly #clauses: YClauses
  /** Clauses made by the change that is being captured. */
  #made: string[] = []
  /** How often others, or what mends the text, have written since this began. */
  #writes = 0
  /** What others deleted since this began. */
  readonly #struck: UndoStep['deletions'][] = []
  /** What was deleted here since this began, by the steps and by taking them back and forth. */
  readonly #erased: UndoStep['deletions'][] = []
  /** The clauses that followed others (`reorder.ts`). */
  readonly #followed = new Map<string, number>()

  constructor(hand: Hand) {
    const clauses = clausesOf(hand.doc)
    // Keeping the numbers, or counting them anew, is a step as well.
    super([clauses, metaOf(hand.doc)], {
      trackedOrigins: new Set([hand.origin]),
      captureTimeout: CAPTURE,
    })
    // Clauses are never unmade, and values are taken back otherwise (`values.ts`).
    this.deleteFilter = (item) => item.parent !== clauses && !isValue(item)
    this.#hand = hand
    this.#clauses = clauses
    clauses.observe(this.#notice)
    hand.doc.on('afterTransaction', keepReplaced)
    hand.doc.on('afterTransaction', this.#noteDeleted)
    this.on('stack-item-added', this.#remember)
    this.on('stack-item-updated', this.#remember)
  }

  /** Takes back the last step of which anything is seen. @returns that step, if there is one */
  override undo(): UndoStep | null {
    return this.#travel(this.undoStack, this.redoStack, (step) => this.#unmake(step, () => super.undo()))
  }

  /** Brings back the step that was undone last. @returns that step, if there is one */
  override redo(): UndoStep | null {
    return this.#travel(this.redoStack, this.undoStack, (step) => this.#remake(step, () => super.redo()))
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
    this.#clauses.unobserve(this.#notice)
    this.doc.off('afterTransaction', keepReplaced)
    this.doc.off('afterTransaction', this.#noteDeleted)
    super.destroy()
  }

  readonly #notice = (event: Y.YMapEvent<YClause>, { origin }: Y.Transaction): void => {
    if (origin !== this.#hand.origin) return
    this.#made.push(...[...event.changes.keys].filter(([, { action }]) => action === 'add').map(([id]) => id))
  }

  readonly #noteDeleted = (transaction: Y.Transaction): void => {
    const { local, deleteSet, origin } = transaction
    if (deleteSet.clients.size > 0) (local ? this.#erased : this.#struck).push(deleteSet)
    if (origin === this || origin === this.#hand.origin) return
    if (hasWritten(transaction)) this.#writes++
    if (local) for (const [id, since] of placedAside(transaction)) this.#followed.set(id, since)
  }

  /** Whether nobody else wrote since a step was made, or was taken back or forth. */
  #isUntouched(step: UndoStep): boolean {
    return step.meta.get(WRITES) === this.#writes
  }

  readonly #remember = ({ stackItem }: { readonly stackItem: UndoStep }): void => {
    const known = new Map([...Y.decodeStateVector(Y.encodeStateVector(this.doc)), ...knownTo(stackItem)])
    stackItem.meta.set(KNOWN, known.set(this.doc.clientID, Y.getState(this.doc.store, this.doc.clientID)))
    if (!stackItem.meta.has(WRITES)) stackItem.meta.set(WRITES, this.#writes)
    if (this.#made.length === 0) return
    stackItem.meta.set(MADE, [...idsIn(stackItem, MADE), ...this.#made])
    this.#made = []
  }

  /**
   * Goes back, or forth, over the first step of which anything is seen; what was noted of each goes along. Steps in clauses
   * that are deleted wait where they are until those are back.
   */
  #travel(from: UndoStep[], to: UndoStep[], take: (step: UndoStep) => unknown): UndoStep | null {
    // What is done next is no part of the step that now is the last one.
    this.stopCapturing()
    const waiting: UndoStep[] = []
    try {
      return this.#travelOver(from, to, { take, waiting })
    } finally {
      from.push(...waiting.toReversed())
    }
  }

  /** On the way forth it goes, behind a step of which something is seen, over those too that were passed over on the way back. */
  #travelOver(from: UndoStep[], to: UndoStep[], { take, waiting }: Travel): UndoStep | null {
    let found: UndoStep | null = null
    const goesOn = (step: UndoStep): boolean => from === this.redoStack && step.meta.get(UNSEEN) === true
    for (let step = from.at(-1); step && (!found || goesOn(step)); step = from.at(-1)) {
      if (!this.#isUntouched(step) && isBuried(this.doc, step)) {
        waiting.push(...from.splice(-1))
        continue
      }
      const [here, before] = [step, to.at(-1)]
      const seen = isSeen(this.doc, () => alone(from, () => take(here)))
      const opposite = to.at(-1)
      if (opposite && opposite !== before)
        for (const [key, noted] of step.meta.set(UNSEEN, !seen)) if (key !== WRITES) opposite.meta.set(key, noted)
      if (seen) found ??= step
    }
    return found
  }

  /** Undoes a step, with the clauses that it made, in one transaction that redo takes back as a whole. */
  #unmake(step: UndoStep, undo: () => unknown): void {
    const made = new Set(idsIn(step, MADE))
    const standing = [...made].flatMap((id) => this.#clauses.get(id) ?? []).filter((clause) => !isHidden(clause))
    try {
      this.doc.transact((transaction) => {
        if (!this.#isUntouched(step)) Object.assign(step, withoutBuried(transaction, step))
        this.#takeBack(transaction, step, { take: undo, except: made })
        this.undoing = true
        for (const clause of standing) this.#withdraw(clause)
      }, this)
    } finally {
      this.undoing = false
    }
  }

  #remake(step: UndoStep, redo: () => unknown): void {
    try {
      this.doc.transact((transaction) => {
        this.#takeBack(transaction, step, { take: redo, except: new Set() })
        this.redoing = true
      }, this)
    } finally {
      this.redoing = false
    }
  }

  #takeBack(transaction: Y.Transaction, step: UndoStep, taking: Taking): void {
    if (!this.#isUntouched(step)) return this.#takeBackAmid(transaction, step, taking)
    step.meta.set(FOLLOWERS, standingsOf(this.doc, followersIn(step).keys()))
    this.#invert(transaction, step, { ...taking, standing: step.deletions })
  }

  /** Takes a step back where others have written since. */
  #takeBackAmid(transaction: Y.Transaction, step: UndoStep, taking: Taking): void {
    const standing = withoutStruck(transaction, step, mergeAll(this.#struck))
    const empty = takeBackCarried(transaction, step)
    const stood = followersIn(step)
    const followers = new Map([...standingsOf(this.doc, stood.keys()), ...followersOf(this.doc, this.#followed, step)])
    step.meta.set(FOLLOWERS, followers)
    this.#invert(transaction, step, { ...taking, standing })
    carryAfterAuthors(transaction)
    carryRewritten(transaction, knownTo(step))
    // Only now: words that went along may have come to them.
    for (const clause of empty) if (textIn(clause)?.length === 0) this.#withdraw(clause)
    leaveWithdrawn(transaction)
    carryLeft(transaction)
    followBack(transaction, new Map(Array.from(followers.keys(), (id) => [id, stood.get(id)])))
  }

  /** Deletes what a step inserted, and writes again what it deleted and is `standing`, with its values. */
  #invert(
    transaction: Y.Transaction,
    step: UndoStep,
    { take, except, standing }: Taking & { readonly standing: UndoStep['deletions'] },
  ): void {
    const { insertions, deletions } = step
    partWritten(transaction, step)
    step.deletions = withoutValues(transaction, standing)
    take()
    noteRewritten(transaction)
    takeBackValues(transaction, { insertions, deletions, except, erased: mergeAll(this.#erased) })
  }

  /**
   * Hides a clause for as long as it is empty: what another wrote in it may only be about to go along with what was
   * carried.
   */
  #withdraw(clause: YClause): void {
    if (!clause.has('gone')) clause.set('gone', { by: this.#hand.by, at: this.#hand.now(), into: '' })
  }
}

interface Travel {
  readonly take: (step: UndoStep) => unknown
  /** Receives the steps that wait, the last one first. */
  readonly waiting: UndoStep[]
}

interface Taking {
  /** Has Yjs take back the last step. */
  readonly take: () => unknown
  /** Clauses that keep their values. */
  readonly except: ReadonlySet<string>
}

function hasWritten({ beforeState, afterState, deleteSet }: Y.Transaction): boolean {
  return deleteSet.clients.size > 0 || [...afterState].some(([client, clock]) => beforeState.get(client) !== clock)
}

/** Makes one set of these. @returns that set */
function mergeAll(sets: UndoStep['deletions'][]): UndoStep['deletions'] {
  const all = Y.mergeDeleteSets(sets)
  sets.splice(0, sets.length, all)
  return all
}

/** The clauses that are noted of a step. */
function idsIn(step: UndoStep, note: string): readonly string[] {
  const ids: unknown = step.meta.get(note)
  return Array.isArray(ids) ? ids.filter((id) => typeof id === 'string') : []
}

/** Where the clauses stood before a step was taken back, or forth, that go along with it. */
function followersIn(step: UndoStep): ReturnType<typeof standingsOf> {
  const noted: unknown = step.meta.get(FOLLOWERS)
  return noted instanceof Map ? noted : new Map()
}

/** What others had written when a step was made, as a state vector. */
function knownTo(step: UndoStep): ReadonlyMap<number, number> {
  const known: unknown = step.meta.get(KNOWN)
  return known instanceof Map ? known : new Map()
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
