/** A bracket without a partner: what is wrong with it, said where it stands when the caret comes to it. */

import { Plugin, type EditorState } from 'prosemirror-state'
import { Decoration, DecorationSet } from 'prosemirror-view'
import { RECEIVED } from '../binding/bind.ts'
import { bracketsOf, textOfBlock } from './brackets.ts'
import { addFloat, floatAt } from './float.ts'
import type { Says } from './surface.ts'

/** The position of the bracket without a partner that the caret touches. */
function loneAt({ selection: { $head, empty } }: EditorState): number | undefined {
  if (!empty || $head.depth < 2) return undefined
  const { unbalanced } = bracketsOf($head.parent)
  const at = unbalanced.find((one) => one === $head.parentOffset || one + 1 === $head.parentOffset)
  return at === undefined ? undefined : $head.start() + at
}

/** Marks the opening brackets before the caret whose partners may still be typed. */
function begunMarks({ doc, selection: { $head, empty } }: EditorState): DecorationSet | null {
  if (!empty || $head.depth < 2) return null
  const { unbalanced } = bracketsOf($head.parent)
  if (unbalanced.length === 0) return null
  const words = textOfBlock($head.parent)
  const begun = unbalanced.filter((at) => at < $head.parentOffset && words[at] === '[')
  const marks = begun.map((at) =>
    Decoration.inline($head.start() + at, $head.start() + at + 1, { class: 'bracket-begun' }),
  )
  return DecorationSet.create(doc, marks)
}

/**
 * Says what is wrong for as long as the caret rests at the bracket, but not to somebody who is just typing the pair: the
 * plugin's state is whether the caret is where words were last typed.
 */
export function lonePlugin(says: Says): Plugin<boolean> {
  return new Plugin<boolean>({
    state: {
      init: () => false,
      apply: (tr, typing, before, after) =>
        tr.docChanged ? typing || tr.getMeta(RECEIVED) === undefined : typing && before.selection.eq(after.selection),
    },
    props: {
      decorations(state) {
        return this.getState(state) ? begunMarks(state) : null
      },
    },
    view: (view) => {
      const tip = addFloat(view, 'div', { class: 'lone-tip', role: 'status' })
      return {
        update: (_view, before) => {
          if (before.doc === view.state.doc && before.selection.eq(view.state.selection)) return
          const at = before.doc === view.state.doc ? loneAt(view.state) : undefined
          if (at === undefined && tip.hidden) return
          tip.textContent = at === undefined ? '' : says('alone')
          tip.hidden = true
          if (at !== undefined) floatAt(view, tip, at)
        },
        destroy: () => tip.remove(),
      }
    },
  })
}
