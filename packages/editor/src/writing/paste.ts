/** Pasting and cutting: words into a clause, several paragraphs as clauses, and clauses that were cut as a move. */

import {
  clausesOf,
  hasOptions,
  insertClausesAt,
  insertLines,
  insertPart,
  insertPiece,
  pasteCut,
  removeRange,
  restoreCut,
  textOf,
  type Hand,
  type Point,
} from '@travaux/core'
import { Fragment, Slice, type Node } from 'prosemirror-model'
import { TextSelection, type EditorState } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { allBlocks, pointAt } from '../binding/blocks.ts'
import { inlineNodes, wordsOfNodes } from '../binding/schema.ts'
import { clipboardPiece, isWords, type Around } from './clipboard.ts'
import { asClauses, clausesIn, type Rivals } from './copied.ts'
import { lastCut, readOwn, withKnownReferences } from './copy.ts'
import { removeCrossing } from './keys.ts'
import { landedBehind } from './landing.ts'
import type { Later } from './later.ts'
import { meant } from './meant.ts'
import { shownNumbers } from './numbers.ts'
import { outlineItems } from './outline.ts'
import type { Quill } from './quill.ts'
import type { SurfaceEvents } from './surface.ts'

interface Putting {
  readonly quill: Quill
  readonly later: Later
  readonly landed: SurfaceEvents['landed']
}

/**
 * Puts in what another program copied, with its structure; false where it is our own or only some words. Tells what
 * was left out of it.
 */
export function pasteForeign(
  view: EditorView,
  event: ClipboardEvent,
  putting: Putting,
  leftOut: SurfaceEvents['leftOut'],
): boolean {
  const { quill } = putting
  const around = aroundSelection(view.state)
  const { clauses, ...left } = clipboardPiece(event.clipboardData, around)
  leftOut(left)
  const [only] = clauses
  if (!only) return false
  if (clauses.length === 1 && isWords(only, around))
    pasteInline(view, Fragment.fromArray(inlineNodes(only.words)), quill)
  else putIn(view, putting, { count: clauses.length, put: (caret) => insertPiece(quill.hand, caret, clauses) })
  return true
}

function aroundSelection({ doc, selection: { from, to, empty, $from } }: EditorState): Around {
  const words = `${doc.textBetween(0, from, '\n')}\n${doc.textBetween(to, doc.content.size, '\n')}`
  return { words, empty: empty && $from.parent.content.size === 0 }
}

/** Puts in what was copied here: clauses copied whole come with their structure; false where it is not our own. */
export function pasteOwn(view: EditorView, event: ClipboardEvent, putting: Putting): boolean {
  const { quill } = putting
  const own = readOwn(event.clipboardData)
  if (!own) return false
  const { hand } = quill
  if (pasteLastCut(view.state, clausesIn(own.slice), quill)) return true
  const coming = own.whole ? clausesIn(own.slice).map(({ attrs }) => String(attrs['id'])) : []
  const slice = withKnownReferences(own.slice, hand.doc, new Set(coming))
  const clauses = clausesIn(slice)
  if (!own.whole) return paste(view, slice, putting, own.rivals)
  const pieces = asClauses(clauses, own.rivals, (id) => clausesOf(hand.doc).has(id))
  const put = (caret: Point) => bringBack(hand, clauses, caret) ?? insertClausesAt(hand, caret, pieces)
  putIn(view, putting, { count: clauses.length, put })
  return true
}

/** What is put in: so many clauses, at a caret that is in clause '' where the text shows none. */
interface Coming {
  readonly count: number
  readonly put: (caret: Point) => Point | undefined
}

/** Puts clauses in at the caret, once what is selected made room for them: one step for undo. Tells where they are if not there. */
function putIn(view: EditorView, { quill, later, landed }: Putting, { count, put }: Coming): void {
  const { hand, perform } = quill
  later.perform(count, () => {
    const range = selectedIn(view.state)
    if (!range) return
    const before = allBlocks(view.state.doc)
    perform(() =>
      hand.doc.transact(() => {
        if (!view.state.selection.empty) removeRange(hand, range.from, range.to)
        return put(range.from)
      }, hand.origin),
    )
    const behind = landedBehind(before, range.from.clause, allBlocks(view.state.doc))
    if (behind !== undefined) landed(nameOf(view.state, behind))
  })
}

function nameOf(state: EditorState, clause: string): string {
  return outlineItems(state.doc, shownNumbers(state)).find(({ id }) => id === clause)?.name ?? ''
}

/** The first and last points of what is meant by the selection. */
function selectedIn(state: EditorState): { readonly from: Point; readonly to: Point } | undefined {
  const { $from, $to } = meant(state)
  const selection = TextSelection.between($from, $to)
  const [from, to] = [pointAt(state.doc, selection.from), pointAt(state.doc, selection.to)]
  return from && to && { from, to }
}

/** The one clause that was cut last moves to the caret, where that is at the edge of a clause; else it is only words. */
function pasteLastCut({ doc, selection }: EditorState, clauses: readonly Node[], { hand, perform }: Quill): boolean {
  const [cut, caret, node] = [lastCut(hand.doc), pointAt(doc, selection.head), clauses[0]]
  if (!cut || !caret || !node || clauses.length > 1 || !selection.empty) return false
  if (node.attrs['id'] !== cut.clause || textOf(wordsOfNodes(node.children)) !== cut.text) return false
  let landing: Point | undefined
  perform(() => (landing = pasteCut(hand, cut, caret)))
  return landing !== undefined
}

/** Puts a slice in at the selection; `rivals`: which of its clauses are options of one another. Words of one clause go in as words; more become clauses of their own. */
export function paste(view: EditorView, slice: Slice, putting: Putting, rivals: Rivals = []): boolean {
  const clauses = clausesIn(slice)
  const { quill } = putting
  const { hand } = quill
  if (clauses.length <= 1) pasteInline(view, clauses[0]?.content ?? slice.content, quill)
  else {
    const put = (caret: Point) => bringBack(hand, clauses, caret) ?? putPart(hand, caret, clauses, rivals)
    putIn(view, putting, { count: clauses.length, put })
  }
  return true
}

/** Puts words in at the selection. */
function pasteInline(view: EditorView, content: Fragment, quill: Quill): void {
  removeCrossing(view.state, quill, true)
  const inline = content.content.filter((node) => node.isInline)
  view.dispatch(
    view.state.tr
      .replaceSelection(new Slice(Fragment.fromArray(inline), 0, 0))
      .scrollIntoView()
      .setMeta('paste', true),
  )
}

/** Clauses that stand in this text as deleted come back with their ids, to where the caret is. */
function bringBack(hand: Hand, clauses: readonly Node[], caret: Point): Point | undefined {
  const ids = clauses.map((node) => String(node.attrs['id']))
  const isBack = restoreCut(hand, ids, caret)
  return isBack ? { clause: ids.at(-1) ?? '', offset: clauses.at(-1)?.content.size ?? 0 } : undefined
}

/**
 * The first paragraph goes in at the caret, the others become clauses behind it, and what followed the caret ends the
 * last. Clauses that were copied here keep their kinds, but within an option, where each paragraph is another option.
 */
function putPart(hand: Hand, caret: Point, clauses: readonly Node[], rivals: Rivals): Point | undefined {
  const areLines = hasOptions(hand, caret.clause) || clauses.some((node) => node.attrs['id'] === '')
  const pieces = asClauses(clauses, rivals)
  const lines = pieces.map(({ words }) => words)
  return areLines ? insertLines(hand, caret, lines) : insertPart(hand, caret, pieces)
}
