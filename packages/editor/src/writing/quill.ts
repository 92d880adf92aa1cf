/** What keys and commands change the text of a surface with. */

import type { Hand, Point, Undo } from '@travaux/core'
import type { Binding } from '../binding/bind.ts'
import type { Travel } from '../binding/travel.ts'

export interface Quill {
  readonly hand: Hand
  /** Runs a change of the document and puts the caret where it says. */
  readonly perform: (change: () => Point | undefined) => void
  /** The same as a step of its own for undo, however quickly typing follows on it. */
  readonly performAlone: (change: () => Point | undefined) => void
  readonly undo: () => void
  readonly redo: () => void
}

interface Means {
  readonly hand: Hand
  readonly history: Undo
  readonly pen: { readonly editable: boolean; readonly settle: () => void }
  /** What holds the view to the document: there once anything is written. */
  readonly bound: () => { readonly binding: Binding; readonly travel: Travel }
}

/** A quill whose changes undo takes back without the words typed just before them. */
export function quillOf({ hand, history, pen, bound }: Means): Quill {
  const perform: Quill['perform'] = (change) => {
    history.stopCapturing()
    const { binding, travel } = bound()
    travel.step(() => binding.perform(change))
  }
  const go = (step: 'undo' | 'redo'): void => {
    if (!pen.editable) return
    pen.settle()
    bound().travel[step]()
  }
  return {
    hand,
    perform,
    performAlone: (change) => {
      perform(change)
      history.stopCapturing()
    },
    undo: () => go('undo'),
    redo: () => go('redo'),
  }
}
