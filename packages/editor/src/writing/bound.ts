/** The view of a surface held to its document, the caret with it: also where somebody else takes its clause away. */

import type { Hand, Undo } from '@travaux/core'
import type { EditorState } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { bind, type Binding, type View } from '../binding/bind.ts'
import { findBlock } from '../binding/blocks.ts'
import { travelIn, type Travel } from '../binding/travel.ts'
import { unfoldedBy } from './alone.ts'
import { flush } from './flush.ts'
import type { Pen } from './pen.ts'
import { isHeadInSight } from './places.ts'
import type { Reports } from './reports.ts'
import { steady } from './steady.ts'
import type { SurfaceOptions } from './surface.ts'

export interface Bound {
  readonly binding: Binding
  readonly travel: Travel
  readonly stop: () => void
}

interface Means {
  readonly hand: Hand
  readonly history: Undo
  readonly pen: Pen
  readonly reports: Reports
}

/** Binds a view; to be stopped before it is destroyed. */
export function boundIn(view: EditorView, options: SurfaceOptions, { hand, history, pen, reports }: Means): Bound {
  const seen = watched(view, options, reports.changed)
  const binding = bind(seen, hand, {
    stranded: (caret) => {
      pen.lose(caret)
      if (view.hasFocus()) pen.refuse()
    },
    restructured: () => {
      if (pen.lost && findBlock(view.state.doc, pen.lost.clause)) writeKept(view, binding, pen)
      reports.restructured()
    },
    mayWrite: () => pen.editable,
  })
  const stopFlushing = options.beforeReceive(() => flush(view))
  return {
    binding,
    travel: travelIn(seen, hand.doc, history),
    stop: () => {
      stopFlushing()
      binding.destroy()
    },
  }
}

/** The view as the binding sees it, telling of every new state. The caret's line stays where it is as all is unfolded. */
function watched(view: EditorView, { scroller, events }: SurfaceOptions, changed: (before: EditorState) => void): View {
  return {
    get state() {
      return view.state
    },
    updateState: (state: EditorState) => {
      const before = view.state
      const unfolded = unfoldedBy(before, state)
      const back = unfolded && isHeadInSight(view, scroller) ? steady(view, scroller) : undefined
      view.updateState(state)
      back?.()
      changed(before)
      if (unfolded) events.unfolded(unfolded)
    },
  }
}

/** The clause that was gone came back: so does the caret, and what was typed meanwhile is written. */
function writeKept(view: EditorView, binding: Binding, pen: Pen): void {
  const resumed = pen.resume()
  if (!resumed) return
  const { caret, kept } = resumed
  binding.perform(() => caret)
  if (kept === '') return
  // Behind the change that brought it back, which may be somebody else's: this is written by the person here.
  queueMicrotask(() => {
    if (view.isDestroyed) return
    binding.perform(() => caret)
    view.dispatch(view.state.tr.insertText(kept).scrollIntoView())
  })
}
