/** A comment that is begun or opened is seen, whatever stood in the place of the rail. */

import { describe, expect, test } from 'vitest'
import { beginComment, composeComment, openDesk, showThread, toggleAuthors, toggleChecks, type Desk } from './desk.ts'

const words = { clause: 'a', quote: 'licence', before: '', after: '' }

const ways: readonly [string, (desk: Desk) => unknown][] = [
  ['on selected words', beginComment],
  ['on a clause', (desk) => composeComment(desk, words)],
  ['by its thread', (desk) => showThread(desk, 'thread')],
]

const panels: readonly [string, (desk: Desk) => void][] = [
  ['the checks', toggleChecks],
  ['who wrote it', toggleAuthors],
  ['nothing', () => undefined],
]

describe.each(panels)('in the place of %s', (_name, open) => {
  test.each(ways)('a comment is seen %s', (_way, show) => {
    const desk = openDesk()
    desk.set({ selected: words })
    open(desk)
    show(desk)
    expect(desk.get()).toMatchObject({ drawer: 'comments', checks: false, authors: false })
  })
})

test('of the checks and who wrote it, the one asked for last is seen', () => {
  const desk = openDesk()
  toggleChecks(desk)
  toggleAuthors(desk)
  expect(desk.get()).toMatchObject({ checks: false, authors: true })
  toggleChecks(desk)
  expect(desk.get()).toMatchObject({ checks: true, authors: false })
  toggleChecks(desk)
  expect(desk.get()).toMatchObject({ checks: false, authors: false })
})
