/** A bracket without a partner: what is wrong with it, said where it stands when the caret comes to it. */

import { readBrackets } from '@travaux/core'
import { Plugin, type EditorState } from 'prosemirror-state'
import { textOfBlock } from './brackets.ts'
import { addFloat, floatAt } from './float.ts'
import type { Says } from './surface.ts'

/** The position of the bracket without a partner that the caret touches. */
function loneAt({ selection: { $head, empty } }: EditorState): number | undefined {
  if (!empty || $head.depth < 2) return undefined
  const { unbalanced } = readBrackets(textOfBlock($head.parent))
  const at = unbalanced.find((one) => one === $head.parentOffset || one + 1 === $head.parentOffset)
  return at === undefined ? undefined : $head.start() + at
}

/** Says it for as long as the caret rests there, and not to somebody who is just typing the pair. */
export function lonePlugin(says: Says): Plugin {
  return new Plugin({
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
