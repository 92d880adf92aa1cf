/**
 * What the browser does to the text: typing, keys, the clipboard. It tells of a moved caret in a task of its own, which a
 * fast key, a paste or a cut overtakes: so what it has not told yet is read first.
 */

import { withoutSoftHyphens } from '@travaux/core'
import type { EditorProps, EditorView } from 'prosemirror-view'
import { plainWordsOf } from './clipboard.ts'
import { copy, cut } from './copy.ts'
import { flush } from './flush.ts'
import { removeCrossing } from './keys.ts'
import type { Quill } from './quill.ts'
import type { Later } from './later.ts'
import { paste, pasteForeign, pasteOwn } from './paste.ts'
import type { Pen } from './pen.ts'
import { refuseInput, refuseKey } from './reading.ts'
import type { SurfaceEvents } from './surface.ts'

/** What is told of the browser's events. */
interface Heard {
  readonly focused: () => void
  readonly events: Pick<SurfaceEvents, 'leftOut' | 'landed'>
}

interface Tools {
  readonly quill: Quill
  readonly pen: Pen
  readonly later: Later
}

/** How the browser's events are taken: written with `quill` where `pen` may write, else refused; behind what waits in `later`. */
export function inputProps({ quill, pen, later }: Tools, { focused, events }: Heard): EditorProps {
  const { doc } = quill.hand
  const putting = { quill, later, landed: events.landed }
  const catchUp = (view: EditorView): void => {
    later.now()
    flush(view)
  }
  return {
    handleTextInput: (view, _from, _to, text) => pen.mayWrite && typeOver(view, quill, text),
    handlePaste: (view, event, slice) =>
      pen.refuses() ||
      pasteOwn(view, event, putting) ||
      pasteForeign(view, event, putting, events.leftOut) ||
      paste(view, slice, putting),
    transformPastedHTML: plainWordsOf,
    transformPastedText: withoutSoftHyphens,
    handleDrop: () => pen.refuses(),
    handleKeyDown: (view, event) => {
      catchUp(view)
      return !pen.mayWrite && refuseKey(event, pen)
    },
    handleDOMEvents: {
      paste: catchUp,
      mousedown: () => later.now(),
      cut: (view, event) => {
        catchUp(view)
        return cut(view, event, { quill, pen })
      },
      copy: (view, event) => {
        catchUp(view)
        return copy(view, event, doc)
      },
      beforeinput: (_view, event) => {
        later.now()
        return !pen.mayWrite && refuseInput(event, pen)
      },
      focus: focused,
    },
  }
}

/** Typing over words selected across clauses deletes them first, then types; else ProseMirror's own way is right. */
function typeOver(view: EditorView, quill: Quill, text: string): boolean {
  if (!removeCrossing(view.state, quill, true)) return false
  view.dispatch(view.state.tr.insertText(text).scrollIntoView())
  return true
}
