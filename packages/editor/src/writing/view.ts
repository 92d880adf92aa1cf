/** The view of a surface: a text box that lets through what may be written. */

import type { EditorState } from 'prosemirror-state'
import { EditorView } from 'prosemirror-view'
import { directionOf } from '../words/words.ts'
import type { Bound } from './bound.ts'
import { inputProps } from './input.ts'
import { crossing, removeCrossing } from './keys.ts'
import type { Later } from './later.ts'
import type { Pen } from './pen.ts'
import { isHeadInSight } from './places.ts'
import type { Quill } from './quill.ts'
import type { SurfaceOptions } from './surface.ts'

interface Means {
  readonly quill: Quill
  readonly pen: Pen
  readonly later: Later
  /** What holds the view to the document: there once anything happens in it. */
  readonly bound: () => Bound
  readonly focused: () => void
}

export function openView(
  options: SurfaceOptions,
  state: EditorState,
  { quill, pen, later, bound, focused }: Means,
): EditorView {
  const { mount, scroller, events } = options
  const view = new EditorView(
    { mount },
    {
      state,
      attributes: () => textboxAttributes(options, pen.editable),
      dispatchTransaction: (tr) => {
        if (tr.docChanged && !pen.mayWrite) return pen.refuse()
        if (tr.selectionSet) pen.settle()
        const { binding, travel } = bound()
        if (tr.getMeta('uiEvent') === 'cut' && crossing(view.state)) removeCrossing(view.state, quill)
        else if (tr.docChanged) travel.step(() => binding.dispatch(tr))
        else binding.dispatch(tr)
      },
      handleScrollToSelection: (shown) => isHeadInSight(shown, scroller),
      ...inputProps({ quill, pen, later }, { focused, events }),
    },
  )
  return view
}

function textboxAttributes({ label, language }: SurfaceOptions, editable: boolean): Record<string, string> {
  return {
    class: 'travaux-text',
    role: 'textbox',
    'aria-multiline': 'true',
    'aria-label': label,
    'aria-readonly': String(!editable),
    lang: language,
    dir: directionOf(language),
    tabindex: '0',
    spellcheck: 'true',
  }
}
