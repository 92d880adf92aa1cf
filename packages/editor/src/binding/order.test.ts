/**
 * Words keep their order, however clauses are parted and joined, undone and redone by several people at once: what was
 * written between two characters stands between them at the end, once, unless who wrote it took it back. Signs, each written once, show where they stand.
 * TRAVAUX_RUNS sets how many scripts are played and TRAVAUX_SEED which.
 */

import { mergeClause, placedClauses, splitClause, textOfStored, type Clause } from '@travaux/core'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { connect, deliverAll, expectSame, expectShown, Person, pick, startWith, textsOf } from './trial.ts'

const FIRST = 0xe000
const sign = (nth: number): string => String.fromCharCode(FIRST + nth)

/** Three paragraphs of six signs. */
const sample: readonly Clause[] = [0, 1, 2].map((nth) => ({
  id: `p${nth}`,
  kind: 'paragraph',
  parent: '',
  depth: 0,
  words: [{ insert: Array.from({ length: 6 }, (_, i) => sign(6 * nth + i)).join('') }],
}))

const acts = ['type', 'part', 'join', 'undo', 'redo', 'deliver', 'deliverAll'] as const

interface Move {
  readonly act: (typeof acts)[number]
  readonly who: number
  readonly nth: number
  readonly at: number
}

const script = (names: readonly (typeof acts)[number][], maxLength: number): fc.Arbitrary<Move[]> =>
  fc.array(fc.record({ act: fc.constantFrom(...names), who: fc.nat(1), nth: fc.nat(5), at: fc.nat(20) }), {
    maxLength,
    size: 'max',
  })

/** A sign that somebody wrote, and what stood on both sides of it in its clause then. */
interface Written {
  readonly by: Person
  readonly sign: string
  readonly before: string
  readonly behind: string
}

/** What was written, and which of it its writers have not taken back. */
class Text {
  readonly written: Written[] = []
  readonly standing = new Set<string>()

  /** Types the next sign into a clause. */
  write(by: Person, { nth, at }: Move): void {
    const texts = textsOf(by)
    if (texts.length === 0) return
    const index = nth % texts.length
    const here = texts[index] ?? ''
    const offset = at % (here.length + 1)
    const next = sign(100 + this.written.length)
    by.type(index, offset, next)
    this.written.push({ by, sign: next, before: here.slice(0, offset).at(-1) ?? '', behind: here.at(offset) ?? '' })
    this.standing.add(next)
  }

  /** Has a person take a step back or forth, by which signs of theirs go and come. */
  travel(person: Person, way: 'undo' | 'redo'): void {
    person.undo[way]()
    const read = textsOf(person).join('')
    for (const { by, sign: one } of this.written)
      if (by === person && read.includes(one)) this.standing.add(one)
      else if (by === person) this.standing.delete(one)
  }

  expectIn(person: Person): void {
    const read = textsOf(person).join('')
    const first = Array.from(read).filter((one) => one < sign(100))
    expect(first.join('')).toBe(Array.from({ length: 18 }, (_, nth) => sign(nth)).join(''))
    for (const { sign: one, before, behind } of this.written) {
      expect(read.split(one)).toHaveLength(this.standing.has(one) ? 2 : 1)
      if (!this.standing.has(one)) continue
      if (read.includes(before)) expect(read.lastIndexOf(before, read.indexOf(one))).toBeGreaterThanOrEqual(0)
      if (read.includes(behind)) expect(read.indexOf(behind, read.indexOf(one))).toBeGreaterThanOrEqual(0)
    }
  }
}

function play(people: readonly Person[], moves: readonly Move[]): Text {
  const text = new Text()
  for (const move of moves) {
    const person = pick(people, move.who)
    const placed = placedClauses(person.doc)
    const index = placed.length > 0 ? move.nth % placed.length : 0
    const [here, above] = [placed[index]?.clause, placed[index - 1]?.clause]
    if (move.act === 'type') text.write(person, move)
    else if (move.act === 'part' && here)
      splitClause(person.hand, here.id, move.at % (textOfStored(here.stored).length + 1))
    else if (move.act === 'join' && here && above) mergeClause(person.hand, here.id, above.id)
    else if (move.act === 'undo' || move.act === 'redo') text.travel(person, move.act)
    else if (move.act === 'deliver')
      for (const update of person.inbox.splice(0, 1 + (move.at % 3))) person.receive(update)
    else if (move.act === 'deliverAll') deliverAll(people)
    person.undo.stopCapturing()
    expectShown(people)
  }
  deliverAll(people)
  expectSame(people)
  return text
}

function twoPeople(): Person[] {
  const start = startWith(sample)
  const people = [new Person('ana', start, 10), new Person('ben', start, 20)]
  connect(people)
  return people
}

const runs = { numRuns: Number(process.env['TRAVAUX_RUNS'] ?? 300), seed: Number(process.env['TRAVAUX_SEED'] ?? 7) }

function expectKept(moves: readonly Move[]): void {
  const people = twoPeople()
  const text = play(people, moves)
  for (const person of people) text.expectIn(person)
}

const expectKeptSettled = (moves: readonly Move[]): void =>
  expectKept(moves.flatMap((move) => [move, { act: 'deliverAll', who: 0, nth: 0, at: 0 }]))

/**
 * A script in some thousands breaks this (docs/decisions/001), where nothing is on its way fewer: too rare for a run of the
 * tests to look for. It plays the same ones each time, unless told which.
 */
describe('words keep their order', { timeout: 60_000 }, () => {
  test('whatever is done, where each knows what the other did before', () => {
    const moves = script(['type', 'part', 'join', 'undo', 'redo'], 12)
    fc.assert(fc.property(moves, expectKeptSettled), runs)
  })

  test.each([
    ['clauses are parted', ['type', 'part', 'deliver', 'deliverAll']],
    ['clauses are parted and joined', ['type', 'part', 'join', 'deliver', 'deliverAll']],
    ['clauses are parted, and that undone', ['type', 'part', 'undo', 'redo', 'deliver', 'deliverAll']],
    ['all of this is done', [...acts]],
  ] as const)('where %s while others do so too', (_what, names) => {
    fc.assert(fc.property(script(names, 12), expectKept), runs)
  })
})

const doing = (act: Move['act'], who: number, nth = 0, at = 0): Move => ({ act, who, nth, at })

test.each<[string, readonly Move[]]>([
  [
    'before words that somebody else parted off at that moment, and parted from them',
    [doing('part', 0, 0, 17), doing('part', 1, 0, 3), doing('type', 1, 1), doing('part', 1, 1, 16)],
  ],
  [
    'on the left of what is left in a clause that was joined on itself',
    [doing('type', 1, 4), doing('join', 0, 1), doing('deliver', 0), doing('join', 0, 5)],
  ],
  [
    'before the words that are left in a clause that was joined on',
    [doing('join', 1, 2), doing('type', 0, 2), doing('deliver', 1), doing('type', 1, 2)],
  ],
  [
    'in what two joined on at once, the one of whom took that back',
    [doing('join', 0, 1), doing('undo', 0), doing('join', 1, 1), doing('type', 1, 0, 7)],
  ],
])('words stand where they were written %s', (_what, moves) => {
  expectKept(moves)
})

test.each<[string, readonly Move[]]>([
  [
    'where a part that was taken back is parted off again, behind what another parted off',
    [doing('part', 0, 0, 1), doing('undo', 0), doing('join', 0, 1), doing('part', 1, 0, 6), doing('part', 0, 0, 1)],
  ],
  [
    'before a part that goes back, and on to what somebody parted off meanwhile',
    [doing('part', 1, 1, 1), doing('type', 0, 2), doing('type', 0, 5), doing('part', 0, 1, 10), doing('undo', 1)],
  ],
  [
    'in what another parted off, joined and took back, as it is parted again',
    [
      doing('part', 1, 4, 9),
      doing('join', 1, 2),
      doing('part', 0),
      doing('undo', 1),
      doing('type', 0, 3, 1),
      doing('part', 0, 3, 19),
    ],
  ],
])('each knowing what the other did, words stand where they were written %s', (_what, moves) => {
  expectKeptSettled(moves)
})
