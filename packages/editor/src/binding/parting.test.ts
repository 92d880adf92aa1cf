import { mergeClause, readClauses, splitClause, textOf } from '@travaux/core'
import fc from 'fast-check'
import { TextSelection } from 'prosemirror-state'
import { describe, expect, test } from 'vitest'
import { allBlocks } from './blocks.ts'
import { connect, deliverAll, expectSame, Person, pick, startWith, textsOf } from './trial.ts'

const WORDS = 'Each State shall take measures now.'
const TYPED = ' abcdefghij'

type Happening = 'key' | 'hear' | 'part' | 'join' | 'cyd hears'
const happening: fc.Arbitrary<Happening> = fc.constantFrom(
  'key',
  'key',
  'hear',
  'hear',
  'cyd hears',
  'cyd hears',
  'part',
  'join',
)

/** Plays it. @returns the words of both, as one */
function play(
  happenings: readonly Happening[],
  [first, second]: readonly [number, number],
  place: number,
  cut: number,
): string {
  const start = startWith([{ id: 'p', kind: 'paragraph', parent: '', depth: 0, words: [{ insert: WORDS }] }])
  const [ana, cyd] = [new Person('ana', start, first), new Person('cyd', start, second)]
  const people = [ana, cyd]
  connect(people)
  const { pos } = pick(allBlocks(ana.state.doc), 0)
  ana.binding.dispatch(ana.state.tr.setSelection(TextSelection.create(ana.state.doc, pos + 1 + place)))
  const left = Array.from(TYPED)
  const key = (): void => {
    const letter = left.shift()
    if (letter !== undefined) ana.binding.dispatch(ana.state.tr.insertText(letter))
  }
  for (const what of happenings) {
    if (what === 'key') key()
    else if (what === 'hear' || what === 'cyd hears') {
      const person = what === 'hear' ? ana : cyd
      const [update] = person.inbox.splice(0, 1)
      if (update) person.receive(update)
    } else {
      const clauses = readClauses(cyd.doc)
      if (what === 'part' && clauses.length === 1) splitClause(cyd.hand, 'p', cut)
      const [, other] = clauses
      if (what === 'join' && other) mergeClause(cyd.hand, other.id, 'p')
    }
  }
  while (left.length > 0) key()
  deliverAll(people)
  expectSame(people)
  return readClauses(ana.doc)
    .map(({ words }) => textOf(words))
    .join('')
}

describe('what one types in a clause that another parts and joins meanwhile', () => {
  test.each([
    ['ana first', [10, 20], 16, 4],
    ['cyd first', [20, 10], 16, 4],
    ['at the end', [10, 20], WORDS.length, 4],
    ['at the end, cyd first', [20, 10], WORDS.length, 4],
    ['before the parting', [10, 20], 4, 16],
    ['before the parting, cyd first', [20, 10], 4, 16],
  ] as const)('stands in one piece where it was begun: %s', (_who, clients, place, cut) => {
    fc.assert(
      fc.property(fc.array(happening, { maxLength: 40 }), (happenings) => {
        expect(play(happenings, clients, place, cut)).toBe(WORDS.slice(0, place) + TYPED + WORDS.slice(place))
      }),
      { numRuns: Number(process.env['TRAVAUX_RUNS'] ?? 300) },
    )
  })
})
