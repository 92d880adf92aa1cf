/** Whoever hears of what others did writes nothing by it: what came in may not be theirs to write. */

import { Tally } from '@travaux/core'
import { expect, test } from 'vitest'
import { allBlocks } from './blocks.ts'
import { schema } from './schema.ts'
import { deliverAll, expectSame, pick, three, type Person } from './trial.ts'

const words = [{ insert: 'Each State shall act' }]
const sample = [{ id: 'p', kind: 'paragraph', parent: '', depth: 0, words }]

/** Makes the words between two offsets strong, as a person does. */
function strengthen({ state, binding }: Person, from: number, to: number): void {
  const { pos } = pick(allBlocks(state.doc), 0)
  binding.dispatch(state.tr.addMark(pos + 1 + from, pos + 1 + to, schema.mark('strong')))
}

/** How many updates somebody makes that did not come in. */
function noteMade({ doc }: Person): { count: number } {
  const made = { count: 0 }
  doc.on('update', (_update: Uint8Array, origin: unknown) => {
    if (origin !== 'remote') made.count++
  })
  return made
}

test.each([
  { first: [0, 10], second: [0, 4] },
  { first: [0, 4], second: [0, 10] },
  { first: [5, 10], second: [0, 10] },
  { first: [0, 4], second: [0, 4] },
  { first: [0, 10], second: [5, 16] },
])('where two set marks over the same words, %o', ({ first: [a = 0, b = 0], second: [c = 0, d = 0] }) => {
  const people = three(sample)
  const [ana, ben, cy] = people
  cy.mayWrite = false
  const [made, board] = [noteMade(cy), new Tally(cy.doc)]
  strengthen(ana, a, b)
  strengthen(ben, c, d)
  for (const update of cy.inbox.splice(0)) cy.receive(update)
  expect(made.count).toBe(0)
  board.read()
  deliverAll(people)
  expectSame(people)
  expect(made.count).toBe(0)
  board.stop()
})
