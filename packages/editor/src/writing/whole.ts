/** The one clause that is selected from its first word to its last. */

import { Plugin, PluginKey, TextSelection, type EditorState } from 'prosemirror-state'
import { RECEIVED } from '../binding/bind.ts'
import { findBlock, pointAt } from '../binding/blocks.ts'
import { meant } from './meant.ts'

const key = new PluginKey<string | undefined>('whole')

/** Remembers which clause was selected whole: it is so still when others write before or behind what is selected. */
export function wholePlugin(): Plugin<string | undefined> {
  return new Plugin({
    key,
    state: {
      init: (_config, state) => selectedWhole(state),
      apply: (tr, old, before, state) => {
        const isLeft = tr.getMeta(RECEIVED) !== undefined || (!tr.docChanged && state.selection.eq(before.selection))
        return selectedWhole(state) ?? (isLeft && isWithin(state, old) ? old : undefined)
      },
    },
  })
}

/** The clause that is selected whole, its words all selected with it; undefined where none is, or more than one. */
export function wholeSelection(state: EditorState): { clause: string; selection: TextSelection } | undefined {
  const clause = key.getState(state)
  const block = clause === undefined ? undefined : findBlock(state.doc, clause)
  if (clause === undefined || !block) return undefined
  return { clause, selection: TextSelection.create(state.doc, block.pos + 1, block.pos + 1 + block.node.content.size) }
}

function selectedWhole(state: EditorState): string | undefined {
  const { $from, $to, from, empty } = meant(state)
  if (empty || $from.parent !== $to.parent) return undefined
  const isWhole = $from.parentOffset === 0 && $to.parentOffset === $to.parent.content.size
  return isWhole ? pointAt(state.doc, from)?.clause : undefined
}

/** Whether something is selected, in this clause and in no other. */
function isWithin(state: EditorState, clause: string | undefined): boolean {
  const { from, to, empty } = state.selection
  return !empty && [from, to].every((pos) => clause !== undefined && pointAt(state.doc, pos)?.clause === clause)
}
