/** Whether the numbers of the text are frozen, for panels to follow; what is numbered is drawn anew. */

import { frozenIn, metaOf } from '@travaux/core'
import type { EditorView } from 'prosemirror-view'
import type * as Y from 'yjs'
import { openStore } from '../app/store.ts'
import { RESTRUCTURED } from '../binding/bind.ts'
import type { Reports } from './reports.ts'
import type { Numbering } from './surface.ts'

/** Follows the document; to be stopped before the view is destroyed. */
export function numberingIn(view: EditorView, doc: Y.Doc, reports: Reports) {
  const numbering = openStore<Numbering>(numberingOf(doc))
  const renumber = (): void => {
    numbering.set(numberingOf(doc))
    view.updateState(view.state.apply(view.state.tr.setMeta(RESTRUCTURED, true)))
    reports.restructured()
  }
  const meta = metaOf(doc)
  meta.observe(renumber)
  return { numbering, stop: () => meta.unobserve(renumber) }
}

function numberingOf(doc: Y.Doc): Numbering {
  return { frozen: frozenIn(doc).frozen !== undefined }
}
