/** The course over time has every day and version once, ends with the present, and fits its chart. */

import { expect, test } from 'vitest'
import { courseOf, pointsOf, stepsThrough } from './course.ts'

const open = (pairs: number, options = 0) => ({ pairs, placeholders: 0, options, unbalanced: 0 })

const told = {
  seq: 9,
  days: [
    { day: '2026-11-20', at: 100, ...open(4) },
    { day: '2026-11-21', at: 300, ...open(8) },
    { day: '2026-11-22', at: 400, ...open(6) },
  ],
  versions: [{ version: 'v1', at: 200, ...open(5) }],
}

test('days and versions stand by time, and the present in place of the last day', () => {
  const course = courseOf(told, open(2), 500)
  expect(course.map(({ at, pairs, version }) => [at, pairs, version])).toEqual([
    [100, 4, undefined],
    [200, 5, 'v1'],
    [300, 8, undefined],
    [500, 2, undefined],
  ])
})

test('a clock that is behind the server does not turn time back', () => {
  expect(courseOf(told, open(2), 50).at(-1)?.at).toBe(400)
})

test('time runs to the right and the highest count stands at the top', () => {
  const points = pointsOf(courseOf(told, open(2), 500), 'pairs', { width: 400, height: 80 })
  expect(points).toEqual([
    { x: 0, y: 40 },
    { x: 100, y: 30 },
    { x: 200, y: 0 },
    { x: 400, y: 60 },
  ])
  expect(stepsThrough(points)).toBe('M0 40H100V30H200V0H400V60')
})

test('a text with nothing open stands on the floor', () => {
  const points = pointsOf(
    [
      { at: 1, ...open(0) },
      { at: 2, ...open(0) },
    ],
    'pairs',
    { width: 10, height: 10 },
  )
  expect(points.map(({ y }) => y)).toEqual([10, 10])
})
