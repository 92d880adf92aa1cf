/** Pasting and cutting: words into a clause, several paragraphs as clauses, and clauses that were cut as a move. */

import {
  hasOptions,
  insertClausesAt,
  insertLines,
  insertPart,
  pasteCut,
  restoreCut,
  textOf,
  type Clause,
  type Point,
} from '@travaux/core'
import { Fragment, Slice, type Node } from 'prosemirror-model'
import type { EditorState } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { pointAt } from '../binding/receive.ts'
import { inlineNodes, wordsOfNodes } from '../binding/schema.ts'
import { clipboardPiece, isWords, type Around } from './clipboard.ts'
import { asClauses, clausesIn, type Rivals } from './copied.ts'
import { lastCut, readOwn, withKnownReferences } from './copy.ts'
import { crossing, removeCrossing, type Quill } from './keys.ts'
import type { Later } from './later.ts'
import type { SurfaceEvents } from './surface.ts'

interface Putting {
  readonly quill: Quill
  readonly later: Later
}

/**
 * Puts in what another program copied, with its structure; false where it is our own or only some words. Tells what
 * was left out of it.
 */
export function pasteForeign(
  view: EditorView,
  event: ClipboardEvent,
  { quill, later }: Putting,
  leftOut: SurfaceEvents['leftOut'],
): boolean {
  const around = aroundSelection(view.state)
  const { clauses, ...left } = clipboardPiece(event.clipboardData, around)
  leftOut(left)
  const [only] = clauses
  if (!only || !caretIn(view, quill)) return false
  if (clauses.length === 1 && isWords(only, around)) pasteWords(view, Fragment.fromArray(inlineNodes(only.words)))
  else later.perform(clauses.length, () => insertHere(view, quill, clauses))
  return true
}

function aroundSelection({ doc, selection: { from, to, empty, $from } }: EditorState): Around {
  const words = `${doc.textBetween(0, from, '\n')}\n${doc.textBetween(to, doc.content.size, '\n')}`
  return { words, empty: empty && $from.parent.content.size === 0 }
}

function insertHere(
  { state: { doc, selection } }: EditorView,
  { hand, perform }: Quill,
  clauses: readonly Clause[],
): void {
  const caret = pointAt(doc, selection.head)
  if (caret) perform(() => insertClausesAt(hand, caret, clauses))
}

/** Puts in what was copied here: clauses copied whole come with their structure; false where it is not our own. */
export function pasteOwn(view: EditorView, event: ClipboardEvent, { quill, later }: Putting): boolean {
  const own = readOwn(event.clipboardData)
  if (!own) return false
  if (pasteLastCut(view.state, clausesIn(own.slice), quill)) return true
  const slice = withKnownReferences(own.slice, quill.hand.doc)
  const clauses = clausesIn(slice)
  const caret = own.whole ? caretIn(view, quill) : undefined
  if (!caret) return paste(view, slice, { quill, later }, own.rivals)
  later.perform(clauses.length, () => {
    if (!moveCut(view.state, clauses, quill)) insertHere(view, quill, asClauses(clauses, own.rivals))
  })
  return true
}

/** The one clause that was cut last moves to the caret, where that is at the edge of a clause; else it is only words. */
function pasteLastCut({ doc, selection }: EditorState, clauses: readonly Node[], { hand, perform }: Quill): boolean {
  const [cut, caret, node] = [lastCut(hand.doc), pointAt(doc, selection.head), clauses[0]]
  if (!cut || !caret || !node || clauses.length > 1 || !selection.empty) return false
  if (node.attrs['id'] !== cut.clause || textOf(wordsOfNodes(node.children)) !== textOf(cut.words)) return false
  let landing: Point | undefined
  perform(() => (landing = pasteCut(hand, cut, caret)))
  return landing !== undefined
}

/** The caret, once what is selected made room for what is pasted; in clause '' where the text shows none. */
function caretIn(view: EditorView, quill: Quill): Point | undefined {
  if (!removeCrossing(view.state, quill, true) && !view.state.selection.empty)
    view.dispatch(view.state.tr.deleteSelection())
  return pointAt(view.state.doc, view.state.selection.head)
}

/** Puts a slice in at the selection; `rivals`: which of its clauses are options of one another. Words of one clause go in as words; more become clauses of their own. */
export function paste(view: EditorView, slice: Slice, { quill, later }: Putting, rivals: Rivals = []): boolean {
  const clauses = clausesIn(slice)
  if (crossing(view.state)) removeCrossing(view.state, quill, true)
  if (clauses.length <= 1) pasteWords(view, clauses[0]?.content ?? slice.content)
  else {
    later.perform(clauses.length, () => {
      if (!moveCut(view.state, clauses, quill)) pasteClauses(view, clauses, rivals, quill)
    })
  }
  return true
}

function pasteWords(view: EditorView, content: Fragment): void {
  const inline = content.content.filter((node) => node.isInline)
  view.dispatch(
    view.state.tr
      .replaceSelection(new Slice(Fragment.fromArray(inline), 0, 0))
      .scrollIntoView()
      .setMeta('paste', true),
  )
}

/** Clauses that stand in this text as deleted come back with their ids, to where the caret is. */
function moveCut({ doc, selection }: EditorState, clauses: readonly Node[], { hand, perform }: Quill): boolean {
  const ids = clauses.map((node) => String(node.attrs['id']))
  const caret = pointAt(doc, selection.head)
  let moved = false
  perform(() => {
    moved = caret !== undefined && restoreCut(hand, ids, caret)
    return moved ? { clause: ids.at(-1) ?? '', offset: clauses.at(-1)?.content.size ?? 0 } : undefined
  })
  return moved
}

/**
 * The first paragraph goes in at the caret, the others become clauses behind it, and what followed the caret ends the
 * last. Clauses that were copied here keep their kinds, but within an option, where each paragraph is another option.
 */
function pasteClauses(view: EditorView, clauses: readonly Node[], rivals: Rivals, { hand, perform }: Quill): void {
  const { selection, doc } = view.state
  if (!selection.empty) view.dispatch(view.state.tr.deleteSelection())
  const caret = pointAt(doc, selection.from)
  if (!caret) return
  const areLines = hasOptions(hand, caret.clause) || clauses.some((node) => node.attrs['id'] === '')
  const pieces = asClauses(clauses, rivals)
  perform(() =>
    areLines
      ? insertLines(
          hand,
          caret,
          pieces.map(({ words }) => words),
        )
      : insertPart(hand, caret, pieces),
  )
}
