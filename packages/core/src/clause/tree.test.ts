/** Reading order: total and the same everywhere, whatever the replicas left behind. */

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readingOrder, storedOrder, type Loose } from './tree.ts'

/** `id<parent@order`, a trailing `!` where the clause is hidden: `b<a@1 c<b@1!`. */
function loose(line: string): Loose[] {
  return line.split(' ').map((item) => {
    const [, id = '', parent = '', order = '', hidden] = /^(\w+)<(\w*)@(\w+)(!)?$/u.exec(item) ?? []
    return { id, parent, order, hidden: hidden !== undefined }
  })
}

function placed(line: string): string {
  return readingOrder(loose(line))
    .map(({ clause, parent, depth }) => `${clause.id}<${parent}:${depth}`)
    .join(' ')
}

describe('reading order', () => {
  it('is depth first, siblings by order and then by id', () => {
    expect(placed('c<a@2 b<a@1 a<@1 d<@2 e<@2')).toBe('a<:0 b<a:1 c<a:1 d<:0 e<:0')
  })

  it('puts a clause whose parent does not exist at the root', () => {
    expect(placed('b<gone@1 a<@2')).toBe('b<:0 a<:0')
  })

  it('lets the living children of a deleted clause step up into its place', () => {
    expect(placed('a<@1 b<a@1! c<b@1 d<a@2')).toBe('a<:0 c<a:1 d<a:1')
  })

  it('sends the smallest id of a cycle to the root, and the rest beneath it', () => {
    expect(placed('c<b@1 b<a@1 a<c@1')).toBe('a<:0 b<a:1 c<b:2')
    expect(placed('a<a@1')).toBe('a<:0')
    expect(placed('x<a@1 a<b@1 b<a@1')).toBe('a<:0 b<a:1 x<a:1')
  })
})

const ids = ['', 'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']

/** Any map that replicas may leave: parents that are gone, cycles, equal orders, hidden clauses anywhere, no name. */
const anyClauses: fc.Arbitrary<Loose[]> = fc.uniqueArray(fc.constantFrom(...ids), { maxLength: 8 }).chain((present) =>
  fc.tuple(
    ...present.map((id) =>
      fc.record({
        id: fc.constant(id),
        parent: fc.constantFrom('gone', ...ids),
        order: fc.constantFrom('a0', 'a1', 'a2'),
        hidden: fc.boolean(),
      }),
    ),
  ),
)

describe('the laws of reading order', () => {
  it('brings out every clause that is not hidden exactly once', () => {
    fc.assert(
      fc.property(anyClauses, (clauses) => {
        const out = readingOrder(clauses).map(({ clause }) => clause.id)
        expect(out.toSorted()).toEqual(clauses.flatMap(({ id, hidden }) => (hidden ? [] : [id])).toSorted())
      }),
      { numRuns: 1000 },
    )
  })

  it('puts every parent before its children, one level above them', () => {
    fc.assert(
      fc.property(anyClauses, (clauses) => {
        const depths = new Map([['', -1]])
        for (const { clause, parent, depth } of readingOrder(clauses)) {
          expect(depths.get(parent)).toBe(depth - 1)
          if (clause.id !== '') depths.set(clause.id, depth)
        }
      }),
      { numRuns: 1000 },
    )
  })

  it('is the same whatever order the clauses were inserted in', () => {
    fc.assert(
      fc.property(
        anyClauses.chain((clauses) =>
          fc.tuple(fc.constant(clauses), fc.shuffledSubarray(clauses, { minLength: clauses.length })),
        ),
        ([clauses, shuffled]) => {
          expect(readingOrder(shuffled)).toEqual(readingOrder(clauses))
        },
      ),
      { numRuns: 1000 },
    )
  })

  it('is what is left of the stored order, which is the same whatever is hidden', () => {
    fc.assert(
      fc.property(anyClauses, (clauses) => {
        const stored = storedOrder(clauses).map(({ clause, container }) => [clause.id, container])
        const shown = storedOrder(clauses.map((clause) => ({ ...clause, hidden: false })))
        expect(stored).toEqual(shown.map(({ clause, container }) => [clause.id, container]))
      }),
      { numRuns: 1000 },
    )
  })

  it('takes time in proportion to the number of clauses, also in one long chain', () => {
    const chain = Array.from({ length: 20_000 }, (_, at) => ({
      id: `c${at}`,
      parent: at === 0 ? '' : `c${at - 1}`,
      order: 'a0',
      hidden: false,
    }))
    expect(readingOrder(chain.toReversed()).at(-1)?.depth).toBe(19_999)
  })
})
