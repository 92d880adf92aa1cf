/** What goes on without the clause above it: the laws, over whatever replicas may leave. */

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { kinds } from './kind.ts'
import { storedOrder } from './tree.ts'
import { goOnBefore } from './unit.ts'

const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']

const anyClauses = fc.uniqueArray(fc.constantFrom(...ids), { maxLength: 8 }).chain((present) =>
  fc.tuple(
    ...present.map((id) =>
      fc.record({
        id: fc.constant(id),
        kind: fc.constantFrom(...kinds, 'of another version'),
        parent: fc.constantFrom('', ...ids),
        order: fc.constantFrom('a0', 'a1', 'a2'),
        hidden: fc.boolean(),
      }),
    ),
  ),
)

test('reading order stays, and the clauses shown are a tree', () => {
  fc.assert(
    fc.property(anyClauses, (clauses) => {
      const before = storedOrder(clauses)
      const after = goOnBefore(before)
      expect(after.map(({ clause, container }) => [clause, container])).toEqual(
        before.map(({ clause, container }) => [clause, container]),
      )
      const line: string[] = []
      for (const { clause, parent, depth } of after.filter((one) => !one.clause.hidden)) {
        expect(depth).toBeLessThanOrEqual(line.length)
        expect(parent).toBe(line[depth - 1] ?? '')
        line.splice(depth, Infinity, clause.id)
      }
    }),
    { numRuns: 2000 },
  )
})

test('what stands beneath a clause that is shown stays there', () => {
  fc.assert(
    fc.property(anyClauses, (clauses) => {
      for (const { clause, container, parent } of goOnBefore(storedOrder(clauses)))
        if (!clause.hidden && clauses.some(({ id, hidden }) => id === container && !hidden))
          expect(parent).toBe(container)
    }),
    { numRuns: 2000 },
  )
})
