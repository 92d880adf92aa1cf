/** Corrections: the last word holds, the way round does not matter, and the comparison does as it is told. */

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { verdicts } from '../api/command.ts'
import type { Clause, Draft } from '../clause/clause.ts'
import { plainWords } from '../clause/words.ts'
import { compare } from './compare.ts'
import { correctionsOf, optionsFrom, verdictOn, withCorrection, type Correction } from './correct.ts'

const anyCorrection: fc.Arbitrary<Correction> = fc.record({
  old: fc.constantFrom('v1', 'v2', 'living'),
  new: fc.constantFrom('v1', 'v2', 'living'),
  clauses: fc.tuple(fc.constantFrom('a', 'b'), fc.constantFrom('a', 'b')),
  as: fc.constantFrom(...verdicts),
  by: fc.constant('ann'),
  at: fc.nat(),
})

const mirrored = ({ old, new: now, clauses: [a, b], ...rest }: Correction): Correction => ({
  ...rest,
  old: now,
  new: old,
  clauses: [b, a],
})

describe('what is kept', () => {
  it('holds the last word on two clauses, and at most one', () => {
    fc.assert(
      fc.property(fc.array(anyCorrection), anyCorrection, (earlier, last) => {
        const kept = [...earlier, last].reduce(withCorrection, [] as readonly Correction[])
        expect(verdictOn(kept, last)).toBe(last.as)
        expect(kept.filter((one) => verdictOn([one], last) !== 'found').length).toBeLessThanOrEqual(1)
      }),
    )
  })

  it('is the same from the other side', () => {
    fc.assert(
      fc.property(fc.array(anyCorrection), anyCorrection, (earlier, last) => {
        const kept = earlier.reduce(withCorrection, [] as readonly Correction[])
        expect(verdictOn(kept, mirrored(last))).toBe(verdictOn(kept, last))
        const { old, new: now } = last
        const there = correctionsOf(kept, { old, new: now })
        const back = correctionsOf(kept, { old: now, new: old })
        if (old !== now) expect(back).toEqual(there.map(mirrored))
      }),
    )
  })
})

const clause = (id: string, text: string): Clause => ({
  id,
  kind: 'paragraph',
  parent: '',
  depth: 0,
  words: plainWords(text),
})
const draft = (...clauses: Clause[]): Draft => ({ title: '', language: 'en', symbol: '', clauses })

const before = draft(
  clause('a1', 'Each State Party shall prohibit the export of goods of this kind.'),
  clause('a2', 'The Committee meets once a year.'),
)
const after = draft(
  clause('b1', 'Each State Party shall prohibit the export and transit of goods of this kind.'),
  clause('b2', 'Sessions are convened by the depositary.'),
)

const said = (as: Correction['as'], ...clauses: [string, string]): Correction => ({
  old: 'v1',
  new: 'v2',
  clauses,
  as,
  by: 'ann',
  at: 0,
})
const idsOf = (sides: readonly { id: string }[]): string => sides.map(({ id }) => id).join('+')
const shape = (...corrections: Correction[]) =>
  compare(before, after, optionsFrom(corrections)).pairs.map(
    (pair) => `${idsOf(pair.old)}>${idsOf(pair.new)} ${pair.why}`,
  )

describe('what the comparison does with it', () => {
  it('says by itself what is alike and what is new', () => {
    expect(shape()).toEqual(['a1>b1 similar', 'a2> alone', '>b2 alone'])
  })

  it('joins what a person joined', () => {
    expect(shape(said('joined', 'a2', 'b2'))).toEqual(['a1>b1 similar', 'a2>b2 given'])
  })

  it('parts what a person parted', () => {
    expect(shape(said('parted', 'a1', 'b1'))).not.toContain('a1>b1 similar')
  })

  it('is not disturbed by clauses that are no longer there', () => {
    expect(shape(said('joined', 'gone', 'b2'), said('parted', 'a1', 'gone'))).toEqual(shape())
  })
})
