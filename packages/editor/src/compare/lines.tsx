/** Lines from where a clause was to where it is, drawn between the two columns for what is in view. */

import { useEffect, useState, type ReactNode, type RefObject } from 'react'
import css from './compare.module.css'
import type { Row } from './view.ts'

interface MoveLinesProps {
  /** What scrolls. */
  readonly page: RefObject<HTMLElement | null>
  readonly rows: readonly Row[]
}

interface Curve {
  readonly index: number
  readonly path: string
}

/** Only a help for the eye: the words beside each clause say where it came from. */
export function MoveLines({ page, rows }: MoveLinesProps): ReactNode {
  const curves = useCurves(page, rows)
  return (
    <div className={css.lines} aria-hidden>
      <svg>
        {curves.map(({ index, path }) => (
          <path key={index} d={path} />
        ))}
      </svg>
    </div>
  )
}

/** The curves as the page stands now: measured again whenever it scrolls or changes its size, once a frame. */
function useCurves(page: RefObject<HTMLElement | null>, rows: readonly Row[]): readonly Curve[] {
  const [curves, setCurves] = useState<readonly Curve[]>([])
  useEffect(() => {
    const scroller = page.current
    const content = scroller?.querySelector('.travaux-text')
    if (!scroller || !content) return undefined
    const moves = movesIn(rows)
    let frame = 0
    const measure = (): void => {
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(() => setCurves(curvesIn(scroller, moves)))
    }
    const observer = new ResizeObserver(measure)
    observer.observe(scroller)
    observer.observe(content)
    scroller.addEventListener('scroll', measure, { passive: true })
    return () => {
      cancelAnimationFrame(frame)
      observer.disconnect()
      scroller.removeEventListener('scroll', measure)
    }
  }, [page, rows])
  return curves
}

/** Pairs that stand in both columns on lines of their own, and moved by themselves rather than with a clause above. */
function movesIn(rows: readonly Row[]): readonly number[] {
  return rows.flatMap((row) =>
    row.kind === 'pair' && row.part === 'old' && row.pair.changes.includes('moved') ? [row.index] : [],
  )
}

function curvesIn(scroller: HTMLElement, moves: readonly number[]): readonly Curve[] {
  const frame = scroller.getBoundingClientRect()
  const inView = ({ top, bottom }: DOMRect): boolean => bottom > frame.top && top < frame.bottom
  return moves.flatMap((index) => {
    const from = boxOf(scroller, index, 'old')
    const to = boxOf(scroller, index, 'new')
    if (!from || !to || !(inView(from) || inView(to))) return []
    return [{ index, path: curve(frame, from, to) }]
  })
}

function boxOf(scroller: HTMLElement, index: number, part: 'old' | 'new'): DOMRect | undefined {
  return scroller.querySelector(`[data-pair="${index}"][data-part="${part}"] [data-column]`)?.getBoundingClientRect()
}

/** Pixels that the numbers of the new column hang out into the space between the columns. */
const NUMBERS = 52

/** From the inner edge of the old column to that of the new one, along the old one: numbers hang before the new one. */
function curve(frame: DOMRect, from: DOMRect, to: DOMRect): string {
  const way = from.left > to.left ? -1 : 1
  const [inner, outer] = way === 1 ? [from.right, to.left] : [from.left, to.right]
  const start = { x: inner + 6 * way - frame.left, y: from.top + 14 - frame.top }
  const end = { x: outer - NUMBERS * way - frame.left, y: to.top + 14 - frame.top }
  const middle = start.x + 12 * way
  return `M${start.x} ${start.y}C${middle} ${start.y} ${middle} ${end.y} ${end.x} ${end.y}`
}
