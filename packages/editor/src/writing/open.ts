/** The writing surface: one ProseMirror view on the living text, with everything that hangs on it. */

import { Undo, type Hand } from '@travaux/core'
import { EditorState } from 'prosemirror-state'
import { documentNode } from '../binding/projection.ts'
import { schema } from '../binding/schema.ts'
import { newId } from '../wire/id.ts'
import { actsOf } from './acts.ts'
import { boundIn } from './bound.ts'
import { editingKeys } from './commands.ts'
import { countsPlugin } from './counts.ts'
import { drawingsIn } from './drawings.ts'
import { flush } from './flush.ts'
import { numberingIn } from './frozen.ts'
import { hold } from './held.ts'
import { hereIn } from './here.ts'
import { Later } from './later.ts'
import { Pen } from './pen.ts'
import { givenMarks, pluginsOf } from './plugins.ts'
import { listenForPresses } from './presses.ts'
import { quillOf } from './quill.ts'
import { readingsOf } from './readings.ts'
import { reportsOf } from './reports.ts'
import { slashPlugin } from './slash.ts'
import type { Surface, SurfaceOptions } from './surface.ts'
import { openView } from './view.ts'

/** Opens the surface in an empty element. The document must be there already: a surface never seeds content. */
export function openSurface(options: SurfaceOptions): Surface {
  const { mount, doc, events } = options
  const hand: Hand = { doc, by: options.member, now: () => Date.now(), newId, origin: { name: 'surface' } }
  const history = new Undo(hand)
  const pen = new Pen(options.editable, events)
  const later = new Later(events.pasting)
  const quill = quillOf({ hand, history, pen, bound: () => bound })
  const keys = editingKeys(quill, { editable: () => pen.mayWrite, ...events })
  const marks = givenMarks(doc)
  const { plugin: slashing, slash } = slashPlugin(() => view, quill)
  const { plugin: counting, counts } = countsPlugin()
  const plugins = pluginsOf(options, { history, pen, keys, marks, slashing, counting })
  const state = EditorState.create({ schema, doc: documentNode(doc), plugins })

  const focused = (): void => reports.focused()
  const view = openView(options, state, { quill, pen, later, bound: () => bound, focused })
  const reports = reportsOf(view, options)
  const bound = boundIn(view, options, { hand, history, pen, reports })
  const { drawings, stop: stopDrawing } = drawingsIn(view, options, { marks, reports })
  const { numbering, stop: stopNumbering } = numberingIn(view, doc, reports)
  const stopPresses = listenForPresses(mount, events)
  reports.restructured()

  return {
    ...readingsOf(view, doc),
    ...drawings,
    ...actsOf({ hand, history, pen, reveal: (clause) => drawings.revealClause(clause, true) }),
    ...hereIn(view, options, { quill, pen, keys }),
    slash,
    counts,
    numbering,
    setEditable: (next) => {
      pen.editable = next
      view.setProps({})
    },
    hold: (match) => hold(doc, match),
    tellSelection: () => {
      flush(view)
      reports.tellSelection()
    },
    destroy: () => {
      later.now()
      stopDrawing()
      stopNumbering()
      stopPresses()
      reports.stop()
      history.destroy()
      bound.stop()
      view.destroy()
    },
  }
}
