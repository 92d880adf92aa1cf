/**
 * What a search found, drawn where it is near what is in sight: thousands of marks that nobody sees would cost every key
 * of the search some hundred milliseconds.
 */

import type { Match } from '@travaux/core'
import type { EditorView } from 'prosemirror-view'
import type { ClauseAttributes } from '../binding/schema.ts'
import type { Redraw } from './jump.ts'
import type { foundMarks } from './marks.ts'

/** Draws matches in a view, and draws on as one scrolls. To be stopped before the view is destroyed. */
export function foundIn(
  view: EditorView,
  redraw: Redraw,
  { found, scroller }: { readonly found: ReturnType<typeof foundMarks>; readonly scroller: HTMLElement },
) {
  let matches: readonly Match[] = []
  let current = -1
  let near = ''
  let frame: number | undefined
  const draw = (): void => {
    const groups = groupsNear(view, scroller)
    near = groups.join(' ')
    const clauses = new Set(groups.flatMap((group) => clausesOfGroup(view, group)))
    const drawn = (match: Match, index: number): boolean => index === current || clauses.has(match.clause)
    redraw((tr) => found.give(tr, { matches: matches.filter(drawn), current: matches[current] }))
  }
  const drawOn = (): void => {
    if (matches.length > 0 && groupsNear(view, scroller).join(' ') !== near) draw()
  }
  const soon = (): void => {
    frame ??= requestAnimationFrame(() => {
      frame = undefined
      if (!view.isDestroyed) drawOn()
    })
  }
  scroller.addEventListener('scroll', soon, { passive: true })
  window.addEventListener('resize', soon)
  return {
    show: (next: readonly Match[], at: number, goes: boolean): void => {
      matches = next
      current = at
      draw()
      if (!goes) return
      view.dom.querySelector('.found-current')?.scrollIntoView({ block: 'center', behavior: 'instant' })
      drawOn()
    },
    stop: (): void => {
      if (frame !== undefined) cancelAnimationFrame(frame)
      scroller.removeEventListener('scroll', soon)
      window.removeEventListener('resize', soon)
    },
  }
}

/** Indices of the groups that are in sight, or would be after a page up or down. */
function groupsNear({ dom }: EditorView, scroller: HTMLElement): number[] {
  const { top, bottom, height } = scroller.getBoundingClientRect()
  return [...dom.querySelectorAll(':scope > .group')].flatMap((group, index) => {
    const box = group.getBoundingClientRect()
    return box.bottom >= top - height && box.top <= bottom + height ? [index] : []
  })
}

function clausesOfGroup({ state }: EditorView, group: number): string[] {
  const clauses = state.doc.maybeChild(group)?.children ?? []
  return clauses.map(({ attrs }) => (attrs as ClauseAttributes).id)
}
