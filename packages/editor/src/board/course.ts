/** The course of what is open over time: days, versions and the present in one row, and where they stand in a chart. */

import type { api, OpenCounts } from '@travaux/core'

export interface Stop extends OpenCounts {
  readonly at: number
  /** The version that was issued then; absent for the end of a day and for the present. */
  readonly version?: string
}

/** Days and versions by time, with the present at the end in place of the day that is not over. */
export function courseOf({ days, versions }: api.OpenOverTime, now: OpenCounts, at: number): readonly Stop[] {
  const told: Stop[] = [...days.slice(0, -1), ...versions]
  const before = told.toSorted((a, b) => a.at - b.at)
  return [...before, { ...now, at: Math.max(at, before.at(-1)?.at ?? 0, days.at(-1)?.at ?? 0) }]
}

export interface Point {
  readonly x: number
  readonly y: number
}

/** Room for the drawing, in units of the chart. */
export interface Room {
  readonly width: number
  readonly height: number
}

/** The highest value of a chart: at least 1, so that nothing stands on its floor. */
export function ceilingOf(stops: readonly Stop[]): number {
  return Math.max(1, ...stops.map(({ pairs, options }) => Math.max(pairs, options)))
}

/** Where each stop stands: time to the right, in even steps where all have one time; the count upwards. */
export function pointsOf(stops: readonly Stop[], of: 'pairs' | 'options', { width, height }: Room): readonly Point[] {
  const [from, to] = [stops[0]?.at ?? 0, stops.at(-1)?.at ?? 0]
  const ceiling = ceilingOf(stops)
  return stops.map((stop, index) => ({
    x: width * (to > from ? (stop.at - from) / (to - from) : index / Math.max(1, stops.length - 1)),
    y: height * (1 - stop[of] / ceiling),
  }))
}

/** A line that keeps its height until the next stop, as a count does: the path of an SVG. */
export function stepsThrough(points: readonly Point[]): string {
  return points.map(({ x, y }, index) => (index === 0 ? `M${x} ${y}` : `H${x}V${y}`)).join('')
}
