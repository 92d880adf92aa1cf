/** What the surface tells the panels, each thing at most once a frame, and nothing that could wait before a frame. */

import type { EditorState } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { shownNumbers } from './numbers.ts'
import { outlineItems } from './outline.ts'
import { clauseAtTop, clauseOfCaret, clauseRevealed, isHeadInSight, selectedAnchor } from './places.ts'
import type { SurfaceOptions } from './surface.ts'

/** Words of the outline follow typing after this many milliseconds of rest. */
const OUTLINE_REST = 400
/** What stands beside the text follows typing this often, in milliseconds; every line more is told at once. */
const LAYOUT_REST = 150
/** What comes into sight from far away is drawn some frames later: asked for again after so many milliseconds. */
const FAR_REST = 100

export type Reports = ReturnType<typeof reportsOf>

/** Tells the panels what happened, each thing at most once a frame. */
export function reportsOf(view: EditorView, { doc, events, scroller }: SurfaceOptions) {
  const frames = new Map<string, number>()
  const timers = new Map<string, ReturnType<typeof setTimeout>>()
  const soon = (name: string, report: () => unknown): void => {
    if (frames.has(name)) return
    const run = (): void => {
      frames.delete(name)
      if (!view.isDestroyed) report()
    }
    frames.set(name, requestAnimationFrame(run))
  }
  const later = (name: string, rest: number, report: () => unknown): void => {
    if (timers.has(name)) return
    const run = (): void => {
      timers.delete(name)
      if (!view.isDestroyed) report()
    }
    timers.set(name, setTimeout(run, rest))
  }
  const afterFrame = (name: string, report: () => unknown): void => soon(name, () => later(name, 0, report))
  const outline = (): void => events.outline(outlineItems(view.state.doc, shownNumbers(view.state)))
  /** The clause of the caret that was told last; undefined before there is a caret to be seen. */
  let caret: string | null | undefined
  const tellPlace = (revealed: string | undefined): boolean => {
    const top = clauseAtTop(view, scroller)
    const written = caret !== undefined && isHeadInSight(view, scroller) ? clauseOfCaret(view.state) : null
    if (top !== undefined) events.scrolled(top, revealed ?? written ?? top)
    return top !== undefined
  }
  // What was jumped to is read, wherever the caret stayed; until the caret goes somewhere itself.
  const scrolled = (): boolean => tellPlace(clauseRevealed(view, scroller))
  const placed = (): boolean => tellPlace(undefined)
  const selected = (): void => {
    const before = caret
    caret = clauseOfCaret(view.state)
    events.selection(caret, selectedAnchor(view.state, doc))
    // Within one clause nothing is measured for a letter.
    if (caret !== before) afterFrame('here', placed)
  }
  const onScroll = (): void => soon('scroll', () => scrolled() || later('again', FAR_REST, scrolled))
  scroller.addEventListener('scroll', onScroll, { passive: true })
  return {
    changed: (before: EditorState): void => {
      if (before.doc !== view.state.doc) {
        clearTimeout(timers.get('outline'))
        timers.delete('outline')
        later('outline', OUTLINE_REST, outline)
        later('layout', LAYOUT_REST, events.layout)
      }
      if (!before.selection.eq(view.state.selection)) soon('selection', selected)
    },
    focused: (): void => soon('selection', selected),
    tellSelection: (): void => {
      const waiting = frames.get('selection')
      if (waiting === undefined) return
      cancelAnimationFrame(waiting)
      frames.delete('selection')
      selected()
    },
    folded: (): void => afterFrame('here', placed),
    restructured: (): void => {
      afterFrame('numbers', outline)
      afterFrame('places', events.layout)
      afterFrame('top', scrolled)
    },
    stop: (): void => {
      for (const timer of timers.values()) clearTimeout(timer)
      for (const frame of frames.values()) cancelAnimationFrame(frame)
      scroller.removeEventListener('scroll', onScroll)
    },
  }
}
