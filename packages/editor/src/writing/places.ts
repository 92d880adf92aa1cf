/** Where clauses, threads and selected words are on the page, and going there. */

import { EMBED, makeAnchor, readableText, resolveAnchor, type api, type Match } from '@travaux/core'
import { TextSelection, type EditorState } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import type * as Y from 'yjs'
import { allBlocks, findBlock, pointAt } from '../binding/blocks.ts'
import { saidBy } from '../binding/schema.ts'
import { isFolded } from './alone.ts'
import type { Box, ThreadPlace, Beside } from './surface.ts'

/** Pixels below the upper edge where the clause is looked for that counts as being read. */
const PEEK = 48

/**
 * Looks a little below the upper edge, in the middle of the column; between two clauses, further down. A clause that was
 * jumped to stands lower, and is what is being read.
 */
export function clauseAtTop(view: EditorView, scroller: HTMLElement): string | undefined {
  const revealed = clauseRevealed(view, scroller)
  if (revealed !== undefined) return revealed
  const [frame, column] = [scroller.getBoundingClientRect(), view.dom.getBoundingClientRect()]
  const [middle, top] = [column.left + column.width / 2, Math.max(frame.top, column.top)]
  for (let below = PEEK; below <= 4 * PEEK; below += PEEK / 4) {
    const clause = document.elementFromPoint(middle, top + below)?.closest<HTMLElement>('.clause')
    if (clause) return clause.dataset['id']
  }
  return undefined
}

/** Id of the clause that was just jumped to, as long as it is in sight. */
export function clauseRevealed(view: EditorView, scroller: HTMLElement): string | undefined {
  const revealed = view.dom.querySelector<HTMLElement>('.revealed')
  return revealed && isIn(scroller, revealed) ? revealed.dataset['id'] : undefined
}

function isIn(scroller: HTMLElement, element: HTMLElement): boolean {
  const [frame, box] = [scroller.getBoundingClientRect(), element.getBoundingClientRect()]
  return box.bottom > frame.top && box.top < frame.bottom
}

/** Id of the clause of the caret, or null in an empty text. */
export function clauseOfCaret({ doc, selection }: EditorState): string | null {
  const clause = pointAt(doc, selection.head)?.clause
  return clause === undefined || clause === '' ? null : clause
}

/** Where the selection begins. */
export function caretOf({ doc, selection }: EditorState): Match | null {
  const point = pointAt(doc, selection.from)
  return point ? { clause: point.clause, from: point.offset, to: point.offset } : null
}

/** Anchor of the selected words, or null where nothing is selected within one clause. */
export function selectedAnchor({ doc: shown, selection }: EditorState, doc: Y.Doc): api.Anchor | null {
  const [from, to] = [pointAt(shown, selection.from), pointAt(shown, selection.to)]
  if (!from || !to || from.clause !== to.clause) return null
  return makeAnchor(doc, from.clause, from.offset, to.offset) ?? null
}

/** Where an anchor's words are drawn, or their clause where they are gone. */
export function placeOf(view: EditorView, doc: Y.Doc, anchor: api.Anchor): ThreadPlace {
  const at = resolveAnchor(doc, anchor)
  const block = at.kind === 'nowhere' ? undefined : findBlock(view.state.doc, at.clause)
  if (at.kind === 'nowhere' || !block) return { kind: 'nowhere' }
  if (isFolded(view.state, block.pos)) return { kind: 'folded' }
  const top = view.dom.getBoundingClientRect().top
  if (at.kind === 'words')
    return { kind: 'words', clause: at.clause, top: view.coordsAtPos(block.pos + 1 + at.from).top - top }
  const element = view.nodeDOM(block.pos)
  return {
    kind: 'clause',
    clause: at.clause,
    top: element instanceof Element ? element.getBoundingClientRect().top - top : 0,
  }
}

/** Where a clause is drawn, or null where it is not shown. */
export function boxOf(view: EditorView, clause: string): Box | null {
  const block = findBlock(view.state.doc, clause)
  const element = block && view.nodeDOM(block.pos)
  if (!(element instanceof Element)) return null
  const origin = view.dom.getBoundingClientRect().top
  const { top, bottom } = element.getBoundingClientRect()
  return { top: top - origin, bottom: bottom - origin }
}

/** Ids of the clauses that the selection runs across; none where it stays within one. */
export function crossedClauses({ doc, selection: { from, to } }: EditorState): string[] {
  const crossed = allBlocks(doc).filter(({ pos, node }) => pos + 1 <= to && pos + 1 + node.content.size >= from)
  return crossed.length > 1 ? crossed.map(({ id }) => id) : []
}

/** Pixels that a caret keeps from the edges, as ProseMirror does. */
const MARGIN = 5

/** Whether the end of the selection is seen as it is: then nothing need be measured to scroll to it. */
export function isHeadInSight(view: EditorView, scroller: HTMLElement): boolean {
  const caret = view.coordsAtPos(view.state.selection.head)
  const frame = scroller.getBoundingClientRect()
  const across = caret.left >= frame.left && caret.right <= frame.right
  return across && caret.top >= frame.top + MARGIN && caret.bottom <= frame.bottom - MARGIN
}

/** How much of the height stays free above and beneath a line that is read in comfort, in parts of the whole. */
const BAND = { above: 0.08, beneath: 0.2 }

/** Whether the line of a position stands where it is read in comfort. */
export function isLineInBand(view: EditorView, scroller: HTMLElement, at: number): boolean {
  const [line, frame] = [view.coordsAtPos(at), scroller.getBoundingClientRect()]
  const height = frame.bottom - frame.top
  return line.top >= frame.top + height * BAND.above && line.bottom <= frame.bottom - height * BAND.beneath
}

/** Scrolls the line of a position to where a clause comes to stand that is jumped to. */
export function bringLine(view: EditorView, scroller: HTMLElement, at: number): void {
  const { top, height } = scroller.getBoundingClientRect()
  scroller.scrollTop += view.coordsAtPos(at).top - top - (height * parseInt(DOWN)) / 100
}

/** How far down a clause comes to stand that is jumped to: with some of what goes before it. */
const DOWN = '33%'

/** Scrolls a clause to where it is read, and puts the caret before its words where it is to have the focus. */
export function reveal(view: EditorView, pos: number | undefined, focus: boolean): void {
  if (pos === undefined) return
  const element = view.nodeDOM(pos)
  if (element instanceof HTMLElement) bringDown(element)
  if (!focus) return
  view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, pos + 1)))
  view.focus()
}

function bringDown(element: HTMLElement): void {
  const scroller = scrollerOf(element)
  // The clause's own style is the surface's: the room above it is asked for from outside.
  scroller?.style.setProperty('scroll-padding-block-start', DOWN)
  element.scrollIntoView({ block: 'start', behavior: 'instant' })
  scroller?.style.removeProperty('scroll-padding-block-start')
}

function scrollerOf({ parentElement }: HTMLElement): HTMLElement | null {
  if (!parentElement || /auto|scroll/.test(getComputedStyle(parentElement).overflowY)) return parentElement
  return scrollerOf(parentElement)
}

/** Selects words of a clause and brings them into view: to where they are read if the view `goes` there. */
export function selectWords(view: EditorView, { clause, from, to }: Match, goes: boolean): void {
  const block = findBlock(view.state.doc, clause)
  if (!block) return
  const size = block.node.content.size
  const [start, end] = to <= size ? [from, to] : [0, 0]
  if (goes) reveal(view, block.pos, true)
  else view.focus()
  const words = TextSelection.create(view.state.doc, block.pos + 1 + start, block.pos + 1 + end)
  view.dispatch(view.state.tr.setSelection(words).scrollIntoView())
}

/** Pixels that what floats beside words may take. */
const FLOATING = 280

/** Where something can float beside a position, within the page that the view is placed in. */
export function besideAt(view: EditorView, pos: number): Beside {
  const page = (view.dom.offsetParent ?? view.dom).getBoundingClientRect()
  const at = view.coordsAtPos(pos)
  const above = at.bottom + FLOATING > window.innerHeight && at.top > window.innerHeight / 2
  return { top: (above ? at.top : at.bottom) - page.top, left: at.left - page.left, above }
}

/** The words of a stretch as they are shown; those that stand in no clause of the view are ''. */
export function wordsOf({ doc }: EditorState, { clause, from, to }: Match): string {
  const node = findBlock(doc, clause)?.node
  if (!node) return ''
  const end = Math.min(to, node.content.size)
  return node.textBetween(Math.min(from, end), end, undefined, (leaf) =>
    leaf.type.name === 'embed' ? saidBy(leaf) : ' ',
  )
}

/** The words a thread hangs on: as they are shown where they still stand, else as they were quoted. */
export function quoted(state: EditorState, doc: Y.Doc, anchor: api.Anchor): string {
  if (!anchor.quote.includes(EMBED)) return anchor.quote
  const at = resolveAnchor(doc, anchor)
  return at.kind === 'words' ? wordsOf(state, at) : readableText(anchor.quote)
}
