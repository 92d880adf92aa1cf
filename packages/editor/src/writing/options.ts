/** Commands over rival wordings of a clause: offering another, choosing one, dropping one. */

import { chooseOption, dropOption, hasOptions, leaveOptions, offerOption, startAt, type Point } from '@travaux/core'
import type { Command, EditorState } from 'prosemirror-state'
import { findBlock, pointAt } from '../binding/blocks.ts'
import type { Quill } from './quill.ts'

function clauseHere({ doc, selection }: EditorState): Point | undefined {
  const point = pointAt(doc, selection.head)
  return point && point.clause !== '' ? point : undefined
}

/** Makes the clause of the caret one of several wordings, and goes to the new one; an empty text is begun so. */
export function offerHere({ hand, performAlone }: Quill): Command {
  return (state, dispatch) => {
    const point = pointAt(state.doc, state.selection.head)
    if (!point || findBlock(state.doc, point.clause)?.kind === 'title') return false
    if (dispatch) {
      performAlone(() =>
        hand.doc.transact(() => {
          const here = startAt(hand, point)
          const clause = offerOption(hand, here.clause)
          return clause === undefined ? here : { clause, offset: 0 }
        }, hand.origin),
      )
    }
    return true
  }
}

function overOption({ hand, performAlone }: Quill, act: (clause: string) => boolean): Command {
  return (state, dispatch) => {
    const here = clauseHere(state)
    if (!here || !hasOptions(hand, here.clause)) return false
    if (dispatch) {
      performAlone(() => {
        act(here.clause)
        return here
      })
    }
    return true
  }
}

/** Keeps the wording of the caret and hides its rivals. */
export function chooseHere(quill: Quill): Command {
  return overOption(quill, (clause) => chooseOption(quill.hand, clause))
}

/** Hides the wording of the caret. */
export function dropHere(quill: Quill): Command {
  return overOption(quill, (clause) => dropOption(quill.hand, clause))
}

/** Enter in an empty option: it becomes a provision of its own, as an empty item leaves a list. */
export function leaveHere(quill: Quill): Command {
  return (state, dispatch) => {
    const here = clauseHere(state)
    const block = here && findBlock(state.doc, here.clause)
    if (!here || !state.selection.empty || block?.node.content.size !== 0 || !hasOptions(quill.hand, here.clause))
      return false
    if (dispatch) {
      quill.perform(() => {
        leaveOptions(quill.hand, here.clause)
        return here
      })
    }
    return true
  }
}
