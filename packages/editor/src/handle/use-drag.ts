/** Dragging clauses by their handle: with any pointer, scrolling at the edges, given up with Escape. */

import { dropGaps, moveClauses, treeOf, type DropSpot, type Gap, type TreeClause } from '@travaux/core'
import { useEffect, useEffectEvent, useRef, useState, type PointerEvent as ReactPointerEvent } from 'react'
import type * as Y from 'yjs'
import type { Surface } from '../writing/surface.ts'
import { nearestGap, spotNear } from './aim.ts'
import { clauseAt } from './hit.ts'

/** Pixels the pointer must go before a press becomes a drag. */
const SLOP = 4
/** Pixels to the side that change the depth by one. */
const DEPTH_STEP = 36
/** From this many pixels before the edge the page scrolls, by at most so many a frame. */
const EDGE = 64
const FASTEST = 18

/** What is being dragged and where it would land. */
export interface Drag {
  readonly ids: readonly string[]
  readonly tree: readonly TreeClause[]
  readonly gap: Gap
  readonly spot: DropSpot
}

export interface DragOptions {
  readonly surface: Surface
  readonly doc: Y.Doc
  /** The element that the text stands in; its nearest `[data-scroller]` is scrolled. */
  readonly page: () => HTMLElement | null
  readonly direction: 'ltr' | 'rtl'
}

interface Held {
  readonly ids: readonly string[]
  readonly tree: readonly TreeClause[]
  readonly gaps: readonly Gap[]
  readonly depth: number
  readonly from: { readonly x: number; readonly y: number }
  at: { readonly x: number; readonly y: number }
  moving: boolean
}

/** Gives what is dragged now, and what to hang on the handle. */
export function useDrag({ surface, doc, page, direction }: DragOptions) {
  const [drag, setDrag] = useState<Drag | null>(null)
  const held = useRef<Held | null>(null)
  const dropped = useRef(false)
  const frame = useRef<number | undefined>(undefined)

  const stop = (): void => {
    if (frame.current !== undefined) cancelAnimationFrame(frame.current)
    frame.current = undefined
    dropped.current = held.current?.moving === true
    held.current = null
    setDrag(null)
  }

  const follow = (): void => {
    const holding = held.current
    const mount = page()
    if (!holding || !mount) return
    scrollAtEdge(mount, holding.at.y)
    const next = aimed(holding, mount, direction)
    if (next) setDrag((now) => (now && sameAim(now, next) ? now : next))
    frame.current = requestAnimationFrame(follow)
  }

  const press = (event: ReactPointerEvent, clause: string): void => {
    dropped.current = false
    if (event.button !== 0) return
    event.currentTarget.setPointerCapture(event.pointerId)
    held.current = hold(surface, doc, clause, { x: event.clientX, y: event.clientY })
  }

  const move = (event: ReactPointerEvent): void => {
    const holding = held.current
    if (!holding) return
    holding.at = { x: event.clientX, y: event.clientY }
    const { x, y } = holding.from
    if (holding.moving || Math.hypot(event.clientX - x, event.clientY - y) < SLOP) return
    holding.moving = true
    frame.current = requestAnimationFrame(follow)
  }

  const release = (): void => {
    const holding = held.current
    const mount = page()
    const landing = holding?.moving && mount ? aimed(holding, mount, direction) : undefined
    stop()
    if (!landing) return
    surface.change((hand) => moveClauses(hand, landing.ids, landing.spot))
    surface.focus()
  }

  const dragging = drag !== null
  const giveUp = useEffectEvent((event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return
    event.preventDefault()
    event.stopPropagation()
    stop()
  })
  useEffect(() => {
    if (!dragging) return undefined
    const pressed = (event: KeyboardEvent): void => giveUp(event)
    window.addEventListener('keydown', pressed, true)
    return () => window.removeEventListener('keydown', pressed, true)
  }, [dragging])
  useEffect(() => () => cancelAnimationFrame(frame.current ?? 0), [])

  return { drag, press, move, release, cancel: stop, wasDrop: () => dropped.current }
}

/** Of several selected clauses any handle takes all. */
function hold(surface: Surface, doc: Y.Doc, clause: string, from: Held['from']): Held {
  const crossed = surface.crossed()
  const ids = crossed.includes(clause) ? crossed : [clause]
  const tree = treeOf(doc)
  const depth = tree.find(({ id }) => ids.includes(id))?.depth ?? 0
  return { ids, tree, gaps: dropGaps(tree, new Set(ids)), depth, from, at: from, moving: false }
}

function aimed({ ids, tree, gaps, depth, from, at }: Held, mount: HTMLElement, direction: string): Drag | undefined {
  const element = clauseAt(mount, at.y)
  const index = tree.findIndex(({ id }) => id === element?.dataset['id'])
  if (!element || index < 0) return undefined
  const { top, bottom } = element.getBoundingClientRect()
  const gap = nearestGap(gaps, tree, at.y < (top + bottom) / 2 ? index : index + 1)
  const aside = (at.x - from.x) * (direction === 'rtl' ? -1 : 1)
  const spot = gap && spotNear(gap, depth + Math.round(aside / DEPTH_STEP))
  return gap && spot && { ids, tree, gap, spot }
}

function sameAim(a: Drag, b: Drag): boolean {
  return a.spot.parent === b.spot.parent && a.spot.after === b.spot.after
}

function scrollAtEdge(mount: HTMLElement, y: number): void {
  const scroller = mount.closest<HTMLElement>('[data-scroller]')
  if (!scroller) return
  const { top, bottom } = scroller.getBoundingClientRect()
  const over = y < top + EDGE ? y - top - EDGE : Math.max(0, y - bottom + EDGE)
  if (over !== 0) scroller.scrollTop += Math.max(-1, Math.min(1, over / EDGE)) * FASTEST
}
