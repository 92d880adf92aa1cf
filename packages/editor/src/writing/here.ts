/** What panels have done where the caret is, as a key pressed there does it. */

import type { Command } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { attributable } from './attribution.ts'
import { keyOf } from './commands.ts'
import { writeNote } from './note.ts'
import type { Pen } from './pen.ts'
import { makeLive, take } from './pick.ts'
import { explainHere } from './point.ts'
import type { Quill } from './quill.ts'
import type { Surface, SurfaceOptions } from './surface.ts'

type Here = Pick<
  Surface,
  'command' | 'undo' | 'redo' | 'attributable' | 'makeLive' | 'explain' | 'writeNote' | 'pick' | 'focus' | 'press'
>

interface Means {
  readonly quill: Quill
  readonly pen: Pen
  readonly keys: Record<string, Command>
}

export function hereIn(view: EditorView, { doc, language, events }: SurfaceOptions, { quill, pen, keys }: Means): Here {
  return {
    command: (name) => {
      view.focus()
      return keys[keyOf[name]]?.(view.state, view.dispatch, view) ?? false
    },
    undo: quill.undo,
    redo: quill.redo,
    attributable: () => (pen.editable ? attributable(quill, view.state) : null),
    makeLive: (typed, target) => pen.editable && makeLive(view, typed, target),
    explain: () => explainHere(view, { doc, language, tell: events.pointed }),
    writeNote: (words) => writeNote(view, words),
    pick: (clause) => take(view, clause),
    focus: () => view.focus(),
    press: (event) => {
      view.focus()
      view.dispatchEvent(event)
    },
  }
}
