/** Whether the numbers of the text are frozen, for panels to follow; and what is numbered is drawn anew where words alone change that. */

import { frozenIn, metaOf, waitingIn } from '@travaux/core'
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
  let waiting = waitingIn(doc)
  // Whoever writes in the empty clause that stands for one that was cut makes it a clause of its own.
  const changed = (): void => {
    const before = waiting
    waiting = waitingIn(doc)
    if (waiting !== before && !haveSame(before, waiting)) renumber()
  }
  const meta = metaOf(doc)
  meta.observe(renumber)
  doc.on('afterTransaction', changed)
  return {
    numbering,
    stop: () => {
      meta.unobserve(renumber)
      doc.off('afterTransaction', changed)
    },
  }
}

function haveSame(a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>): boolean {
  return a.size === b.size && [...a].every(([cut, stand]) => b.get(cut) === stand)
}

function numberingOf(doc: Y.Doc): Numbering {
  return { frozen: frozenIn(doc).frozen !== undefined }
}
