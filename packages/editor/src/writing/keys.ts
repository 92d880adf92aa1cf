/** What the keys do to clauses: commands that change the document, from which the view follows. */

import {
  beginArticle,
  indentClauses,
  isHeading,
  mergeClause,
  outdentClause,
  outdentClauses,
  removeClauses,
  removeEmpty,
  removeRange,
  shiftClauses,
  splitClause,
  type Hand,
  type Point,
} from '@travaux/core'
import type { Command, EditorState } from 'prosemirror-state'
import { allBlocks, pointAt, type Block } from '../binding/blocks.ts'
import { schema } from '../binding/schema.ts'
import { meant } from './meant.ts'
import type { Quill } from './quill.ts'
import type { SurfaceEvents } from './surface.ts'

type Telling = SurfaceEvents['unable']

interface Caret extends Point {
  readonly block: Block
  readonly before: Block | undefined
  readonly behind: Block | undefined
}

/** The caret with the clauses around it, or undefined where words are selected. */
function caretIn({ doc, selection }: EditorState): Caret | undefined {
  const point = selection.empty ? pointAt(doc, selection.head) : undefined
  if (!point || point.clause === '') return undefined
  const blocks = allBlocks(doc)
  const index = blocks.findIndex(({ id }) => id === point.clause)
  const block = blocks[index]
  return block && { ...point, block, before: blocks[index - 1], behind: blocks[index + 1] }
}

/** The first and last points of what is meant by a selection that crosses clauses. */
export function crossing(state: EditorState): { from: Point; to: Point } | undefined {
  const { doc, selection } = state
  if (selection.$from.parent === selection.$to.parent) return undefined
  const { from: start, to: end } = meant(state)
  const [from, to] = [pointAt(doc, start), pointAt(doc, end)]
  return from && to && { from, to }
}

/**
 * Deletes what is selected across clauses. Clauses selected from their first word to their last go whole, so that they
 * can be restored as they were, all there are among them; otherwise what is left of the last joins the first.
 */
export function removeCrossing(state: EditorState, { hand, perform }: Quill, keepFirst = false): boolean {
  const range = crossing(state)
  if (!range) return false
  const { from, to } = range
  const blocks = allBlocks(state.doc)
  const [first, last] = [from, to].map(({ clause }) => blocks.findIndex(({ id }) => id === clause)) as [number, number]
  const whole = from.offset === 0 && to.offset === blocks[last]?.node.content.size && !keepFirst
  const landing = blocks[last + 1] ?? blocks[first - 1]
  perform(() => {
    if (whole) {
      removeClauses(
        hand,
        blocks.slice(first, last + 1).map(({ id }) => id),
      )
      return landing && { clause: landing.id, offset: blocks[last + 1] ? 0 : landing.node.content.size }
    }
    removeRange(hand, from, to)
    return from
  })
  return true
}

function command(quill: Quill, act: (caret: Caret) => (() => Point | undefined) | undefined): Command {
  return (state, dispatch) => {
    const caret = caretIn(state)
    const change = caret && act(caret)
    if (change && dispatch) quill.perform(change)
    return change !== undefined
  }
}

function enter(quill: Quill): Command {
  return (state, dispatch, view) => {
    if (!state.selection.empty) {
      if (!removeCrossing(state, quill, true) && view) view.dispatch(state.tr.deleteSelection())
      return view ? splitHere(quill)(view.state, dispatch, view) : true
    }
    return splitHere(quill)(state, dispatch, view)
  }
}

/**
 * Enter. On an empty clause it makes no other one but steps out: of the clause's level or, where that ends an article, of
 * the article.
 */
function splitHere(quill: Quill): Command {
  const { hand } = quill
  return command(quill, ({ clause, offset, block }) => () => {
    const isEmpty = block.node.content.size === 0
    if (isEmpty && (outdentClause(hand, clause) || beginArticle(hand, clause))) return { clause, offset: 0 }
    const next = splitClause(hand, clause, offset)
    return next === undefined ? undefined : { clause: next, offset: 0 }
  })
}

/** A heading does not take in the words of a provision by a slip of the finger. */
function mayMerge(from: Block, into: Block): boolean {
  return from.node.content.size === 0 || into.node.content.size === 0 || isHeading(into.kind) === isHeading(from.kind)
}

/** What Backspace between two clauses does: an empty one of them goes, else the words are joined. */
function join({ hand }: Quill, from: Block, into: Block): Point | undefined {
  const offset = into.node.content.size
  if (from.node.content.size === 0) removeEmpty(hand, from.id)
  else if (offset === 0) return dropBefore(hand, from, into)
  else mergeClause(hand, from.id, into.id)
  return { clause: into.id, offset }
}

function dropBefore(hand: Hand, { id }: Block, empty: Block): Point {
  removeEmpty(hand, empty.id)
  return { clause: id, offset: 0 }
}

/** Joins two clauses, or says why they are not; at an end of the text there is nothing to join. */
function joinOrTell(
  quill: Quill,
  unable: Telling,
  from: Block | undefined,
  into: Block | undefined,
): Point | undefined {
  if (!from || !into) return undefined
  if (mayMerge(from, into)) return join(quill, from, into)
  unable('join')
  return undefined
}

/** At the start of a clause: step out of the level, else join the clause before. */
function backspace(quill: Quill, unable: Telling): Command {
  return command(quill, ({ clause, offset, block, before }) => {
    if (offset > 0) return undefined
    return () => {
      if (block.node.content.size > 0 && outdentClause(quill.hand, clause)) return { clause, offset: 0 }
      return joinOrTell(quill, unable, block, before) ?? { clause, offset }
    }
  })
}

function forwardDelete(quill: Quill, unable: Telling): Command {
  return command(quill, ({ clause, offset, block, behind }) => {
    if (offset < block.node.content.size) return undefined
    return () => joinOrTell(quill, unable, behind, block) ?? { clause, offset }
  })
}

/** The clauses that the selection touches, or the caret's; not one that it only comes to the start of. */
function touchedIn({ doc, selection: { from, to, empty } }: EditorState): string[] {
  const begins = ({ pos, node }: Block): boolean =>
    pos + 1 < to || (pos + 1 === to && (empty || node.content.size === 0))
  return allBlocks(doc)
    .filter((block) => block.id !== '' && begins(block) && block.pos + 1 + block.node.content.size >= from)
    .map(({ id }) => id)
}

/**
 * Runs an operation on all touched clauses as one step, and keeps what is selected. The key is taken even where nothing
 * can be done: Tab would leave the text for a button, which is what F6 is for.
 */
function overTouched(quill: Quill, operate: (hand: Hand, clauses: readonly string[]) => boolean): Command {
  return (state, dispatch, view) => {
    if (!dispatch) return true
    quill.perform(() => {
      operate(quill.hand, touchedIn(state))
      return undefined
    })
    view?.dispatch(view.state.tr.scrollIntoView())
    return true
  }
}

const removeSelection =
  (quill: Quill): Command =>
  (state, dispatch) =>
    dispatch ? removeCrossing(state, quill) : crossing(state) !== undefined

const first =
  (...commands: readonly Command[]): Command =>
  (state, dispatch, view) =>
    commands.some((one) => one(state, dispatch, view))

const lineBreak: Command = (state, dispatch) => {
  dispatch?.(state.tr.replaceSelectionWith(schema.node('lineBreak')).scrollIntoView())
  return true
}

const run =
  (act: () => void): Command =>
  (_state, dispatch) => {
    if (dispatch) act()
    return true
  }

/** Keys as drafters know them from Word, and why one of them did nothing. `Mod` is Cmd on a Mac and Ctrl elsewhere. */
export function clauseKeys(quill: Quill, unable: Telling): Record<string, Command> {
  return {
    Enter: enter(quill),
    'Shift-Enter': lineBreak,
    Backspace: first(removeSelection(quill), backspace(quill, unable)),
    'Mod-Backspace': first(removeSelection(quill), backspace(quill, unable)),
    Delete: first(removeSelection(quill), forwardDelete(quill, unable)),
    'Mod-Delete': first(removeSelection(quill), forwardDelete(quill, unable)),
    Tab: overTouched(quill, indentClauses),
    'Shift-Tab': overTouched(quill, outdentClauses),
    'Alt-Shift-ArrowUp': overTouched(quill, (hand, clauses) => shiftClauses(hand, clauses, -1)),
    'Alt-Shift-ArrowDown': overTouched(quill, (hand, clauses) => shiftClauses(hand, clauses, 1)),
    'Alt-Shift-ArrowLeft': overTouched(quill, outdentClauses),
    'Alt-Shift-ArrowRight': overTouched(quill, indentClauses),
  }
}

/** The keys of undo and redo. */
export function travelKeys(quill: Quill): Record<string, Command> {
  return {
    'Mod-z': run(quill.undo),
    'Mod-y': run(quill.redo),
    'Mod-Shift-z': run(quill.redo),
  }
}
