/** What the surface tells the panels, each thing at most once a frame, and nothing that could wait before a frame. */

import type { EditorState } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { shownNumbers } from './numbers.ts'
import { outlineItems } from './outline.ts'
import { clauseAtTop, clauseOfCaret, selectedAnchor } from './places.ts'
import type { SurfaceOptions } from './surface.ts'

/** Words of the outline follow typing after this many milliseconds of rest. */
const OUTLINE_REST = 400
/** What stands beside the text follows typing this often, in milliseconds; every line more is told at once. */
const LAYOUT_REST = 150

/** Tells the panels what happened, each thing at most once a frame. */
export function reportsOf(view: EditorView, { doc, events, scroller }: SurfaceOptions) {
  const frames = new Map<string, number>()
  const timers = new Map<string, ReturnType<typeof setTimeout>>()
  const soon = (name: string, report: () => void): void => {
    if (frames.has(name)) return
    const run = (): void => {
      frames.delete(name)
      if (!view.isDestroyed) report()
    }
    frames.set(name, requestAnimationFrame(run))
  }
  const later = (name: string, rest: number, report: () => void): void => {
    if (timers.has(name)) return
    const run = (): void => {
      timers.delete(name)
      if (!view.isDestroyed) report()
    }
    timers.set(name, setTimeout(run, rest))
  }
  const afterFrame = (name: string, report: () => void): void => soon(name, () => later(name, 0, report))
  const outline = (): void => events.outline(outlineItems(view.state.doc, shownNumbers(view.state)))
  const selected = (): void => events.selection(clauseOfCaret(view.state), selectedAnchor(view.state, doc))
  const scrolled = (): void => {
    const clause = clauseAtTop(view, scroller)
    if (clause !== undefined) events.scrolled(clause)
  }
  const onScroll = (): void => soon('scroll', scrolled)
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
