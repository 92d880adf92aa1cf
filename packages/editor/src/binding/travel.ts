/**
 * Where the caret goes when a step is undone or redone: to what was selected before the step, or after it; where the
 * step was not made at the selection, to what changed. It is scrolled to, since a change out of sight is not noticed.
 */

import {
  caretAt,
  changedWords,
  clauseIdOf,
  clausesOf,
  isNoteKey,
  textIn,
  type Point,
  type Undo,
  type UndoStep,
} from '@travaux/core'
import type { Node } from 'prosemirror-model'
import { TextSelection, type EditorState, type Selection } from 'prosemirror-state'
import * as Y from 'yjs'
import type { View } from './bind.ts'
import { findBlock, pointAt, type Block } from './blocks.ts'

export interface Travel {
  /** Runs a change that is made at the selection, and notes where that was and where it then is. */
  readonly step: (change: () => void) => void
  readonly undo: () => void
  readonly redo: () => void
}

/** A point that stays with its words, whatever others write before it. */
interface Spot extends Point {
  readonly relative: Y.RelativePosition
}

interface Place {
  readonly anchor: Spot
  readonly head: Spot
}

/** What was selected before a step and after it. */
class Places {
  readonly before: Place | undefined
  readonly after: Place | undefined

  constructor(before: Place | undefined, after: Place | undefined) {
    this.before = before
    this.after = after
  }
}

const PLACES = 'places'

/** Undo and redo in a view that is bound to a document. */
export function travelIn(view: View, doc: Y.Doc, history: Undo): Travel {
  const step = (change: () => void): void => {
    const before = placeIn(view.state, doc)
    const captured = capturing(history, change)
    captured?.meta.set(PLACES, new Places(placesOf(captured)?.before ?? before, placeIn(view.state, doc)))
  }

  const go = (take: () => UndoStep | null, end: 'before' | 'after'): void => {
    const { result: taken, changed } = watching(history, take)
    const place = taken ? placesOf(taken)?.[end] : undefined
    const selection = (place && selectionAt(view.state, doc, place)) ?? firstShown(view.state, changed)
    if (taken && selection) view.updateState(view.state.apply(view.state.tr.setSelection(selection).scrollIntoView()))
  }

  return { step, undo: () => go(() => history.undo(), 'before'), redo: () => go(() => history.redo(), 'after') }
}

/** Runs a change. @returns the step of undo that it was or was added to, if it was any */
function capturing(history: Undo, change: () => void): UndoStep | undefined {
  const steps: UndoStep[] = []
  const note = ({ stackItem }: { readonly stackItem: UndoStep }): void => {
    steps.push(stackItem)
  }
  history.on('stack-item-added', note)
  history.on('stack-item-updated', note)
  try {
    change()
  } finally {
    history.off('stack-item-added', note)
    history.off('stack-item-updated', note)
  }
  return steps.at(-1)
}

function placesOf(step: UndoStep): Places | undefined {
  const noted: unknown = step.meta.get(PLACES)
  return noted instanceof Places ? noted : undefined
}

/** Cost: one pass over the items of the selected clauses. */
function placeIn({ doc: shown, selection }: EditorState, doc: Y.Doc): Place | undefined {
  const [anchor, head] = [spotAt(doc, pointAt(shown, selection.anchor)), spotAt(doc, pointAt(shown, selection.head))]
  return anchor && head && { anchor, head }
}

function spotAt(doc: Y.Doc, point: Point | undefined): Spot | undefined {
  const stored = point && clausesOf(doc).get(point.clause)
  const text = stored && textIn(stored)
  return text && { ...point, relative: caretAt(text, point.offset) }
}

/** A place in the view, if its clauses are shown. Words that were deleted and brought back are followed. */
function selectionAt({ doc: shown }: EditorState, doc: Y.Doc, place: Place): Selection | undefined {
  const [anchor, head] = [positionOf(shown, doc, place.anchor), positionOf(shown, doc, place.head)]
  if (anchor === undefined || head === undefined) return undefined
  return TextSelection.between(shown.resolve(anchor), shown.resolve(head))
}

function positionOf(shown: Node, doc: Y.Doc, { clause, offset, relative }: Spot): number | undefined {
  const at = Y.createAbsolutePositionFromRelativePosition(relative, doc, true)
  const block = findBlock(shown, clause)
  return block && inBlock(block, at && clauseIdOf(at.type) === clause ? at.index : offset)
}

function inBlock({ pos, node }: Block, offset: number): number {
  return pos + 1 + Math.min(offset, node.content.size)
}

/** Takes a step back or forth and tells what that changed; what is noted of it aside is no change to anybody. */
function watching<T>(history: Undo, run: () => T): { readonly result: T; readonly changed: readonly Point[] } {
  const changed: Point[] = []
  const note = (events: Y.YEvent<Y.AbstractType<unknown>>[], { origin }: Y.Transaction): void => {
    if (origin === history) changed.push(...events.flatMap(changesIn))
  }
  const clauses = clausesOf(history.doc)
  clauses.observeDeep(note)
  try {
    return { result: run(), changed }
  } finally {
    clauses.unobserveDeep(note)
  }
}

function changesIn(event: Y.YEvent<Y.AbstractType<unknown>>): Point[] {
  const [clause] = event.path
  const keys = [...event.keys.keys()]
  if (clause === undefined) return keys.map((id) => ({ clause: id, offset: 0 }))
  if (event.path.length > 1) return [{ clause: String(clause), offset: firstChanged(event) }]
  return keys.every(isNoteKey) ? [] : [{ clause: String(clause), offset: 0 }]
}

/** Behind how many characters of its text an event changed something first. */
function firstChanged(event: Y.YEvent<Y.AbstractType<unknown>>): number {
  let offset = 0
  for (const { retain, attributes } of changedWords(event)) {
    if (retain === undefined || attributes) return offset
    offset += retain
  }
  return 0
}

/** The caret at the first of some points, in reading order, whose clause is shown. */
function firstShown({ doc: shown }: EditorState, points: readonly Point[]): Selection | undefined {
  const positions = points.flatMap(({ clause, offset }) => {
    const block = findBlock(shown, clause)
    return block ? [inBlock(block, offset)] : []
  })
  return positions.length > 0 ? TextSelection.create(shown, Math.min(...positions)) : undefined
}
