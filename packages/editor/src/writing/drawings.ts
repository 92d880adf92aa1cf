/** What panels have drawn over the text, and where in it they take whoever reads. */

import { resolveAnchor } from '@travaux/core'
import type { EditorView } from 'prosemirror-view'
import { showAlone } from './alone.ts'
import { flush } from './flush.ts'
import { followIn } from './follow.ts'
import { foundIn } from './found.ts'
import { jumpsIn, type Redraw } from './jump.ts'
import { giveNames } from './naming.ts'
import { selectWords } from './places.ts'
import type { GivenMarks } from './plugins.ts'
import type { Reports } from './reports.ts'
import { steady } from './steady.ts'
import type { Surface, SurfaceOptions } from './surface.ts'

type Drawings = Pick<
  Surface,
  | 'setNames'
  | 'setThreads'
  | 'setDifferences'
  | 'setAuthors'
  | 'setFocus'
  | 'showMatches'
  | 'revealClause'
  | 'revealThread'
  | 'follow'
  | 'select'
  | 'steady'
>

interface Means {
  readonly marks: GivenMarks
  readonly reports: Reports
}

/** Draws in a view; to be stopped before the view is destroyed. */
export function drawingsIn(
  view: EditorView,
  options: SurfaceOptions,
  { marks: { threads, differences, found, revealed, authors }, reports }: Means,
): { readonly drawings: Drawings; readonly stop: () => void } {
  const { doc, scroller } = options
  const redraw = redrawIn(view)
  const jumps = jumpsIn(view, redraw, revealed)
  const following = followIn({ view, ...options, jump: (clause) => jumps.jump(clause, false) })
  const matches = foundIn(view, redraw, { found, scroller })
  const drawings: Drawings = {
    setNames: (names) => redraw((tr) => giveNames(tr, names)),
    setThreads: (shown) => redraw((tr) => threads.give(tr, shown)),
    setDifferences: (marks) => redraw((tr) => differences.give(tr, marks)),
    setAuthors: (marks) => redraw((tr) => authors.give(tr, marks)),
    setFocus: (heading) => {
      redraw((tr) => showAlone(tr, heading))
      reports.folded()
    },
    showMatches: matches.show,
    revealClause: (clause, focus = false) => jumps.jump(clause, focus),
    revealThread: (anchor) => {
      const at = resolveAnchor(doc, anchor)
      if (at.kind !== 'nowhere') jumps.jump(at.clause, false)
    },
    follow: following.follow,
    select: (words, { goes } = { goes: true }) => selectWords(view, words, goes),
    steady: () => steady(view, scroller),
  }
  const stop = (): void => {
    following.stop()
    jumps.stop()
    matches.stop()
  }
  return { drawings, stop }
}

/** Draws the same text anew. A click that the browser has not told of yet is read first: drawing would undo it. */
function redrawIn(view: EditorView): Redraw {
  return (change) => {
    flush(view)
    view.updateState(view.state.apply(change(view.state.tr)))
  }
}
