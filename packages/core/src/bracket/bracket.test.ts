/** Brackets are read as negotiators mean them, and lifting them leaves the words they would leave. */

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { Hand } from '../edit/hand.ts'
import { clausesOf, textOfStored } from '../yjs/stored.ts'
import { writeDraft } from '../yjs/write.ts'
import { Undo } from '../edit/undo.ts'
import { attributeBracket, bracketRange, bracketRanges, keepRival, liftBracket } from './edit.ts'
import { bracketAround, namingAt, readBrackets, rivals, sponsorsIn, type Bracket } from './read.ts'

const pairsIn = (text: string): string[] =>
  readBrackets(text).pairs.map(({ from, to, depth }) => `${depth} ${text.slice(from, to)}`)
const only = (text: string): Bracket => {
  const [pair] = readBrackets(text).pairs
  if (!pair) throw new Error('no bracket')
  return pair
}

describe('reading', () => {
  test.each<[string, string[]]>([
    ['States [shall] act', ['1 [shall]']],
    ['[a [b] c] [d]', ['1 [a [b] c]', '2 [b]', '1 [d]']],
    ['no brackets', []],
  ])('%s', (text, expected) => {
    expect(pairsIn(text)).toEqual(expected)
  })

  test.each<[string, readonly string[]]>([
    ['[Mexico: shall]', ['Mexico']],
    ['[Mexico, Kenya: shall]', ['Mexico', 'Kenya']],
    ["[Côte d'Ivoire, United Kingdom: shall]", ["Côte d'Ivoire", 'United Kingdom']],
    ['[EU: shall]', ['EU']],
    ['[G77 and China, EU: shall]', ['G77 and China', 'EU']],
    ['[Iran (Islamic Republic of): shall]', ['Iran (Islamic Republic of)']],
    ['[المكسيك، كينيا: يجب]', ['المكسيك', 'كينيا']],
    ['[墨西哥：应]', ['墨西哥']],
    ['[shall: and also]', []],
    ['[Note: see above]', []],
    ['[Option 1: prohibit]', []],
  ])('%s is attributed to %j', (text, sponsors) => {
    expect(only(text).sponsors).toEqual(sponsors)
  })

  test.each(['[X]', '[n]', '[date]', '[…]', '[...]', '[number]'])('%s is to be filled in', (text) => {
    expect(only(text).placeholder).toBe(true)
  })

  test.each(['[5]', '[shall]', '[Mexico: X]'])('%s is not', (text) => {
    expect(only(text).placeholder).toBe(false)
  })

  test('brackets without a partner are flagged where they stand', () => {
    expect(readBrackets('a ] b [ c [d]').unbalanced).toEqual([2, 6])
  })

  test('a caret is in the innermost pair around it', () => {
    const text = '[a [b] c]'
    const at = (offset: number): string => {
      const pair = bracketAround(readBrackets(text), offset)
      return pair ? text.slice(pair.from, pair.to) : ''
    }
    expect([at(0), at(4), at(8)]).toEqual(['[a [b] c]', '[b]', '[a [b] c]'])
  })

  test('rival wordings stand side by side', () => {
    const text = 'States [shall] [should] / [may] act [now]'
    const brackets = readBrackets(text)
    const groups = brackets.pairs.map((pair) => rivals(text, brackets, pair).length)
    expect(groups).toEqual([3, 3, 3, 1])
  })

  test('sponsors are found where they stand', () => {
    const text = 'a [ Mexico , Kenya: b]'
    const named = sponsorsIn(text, only(text))
    expect(named.map(({ from, to }) => text.slice(from, to))).toEqual(['Mexico', 'Kenya'])
  })

  test.each<[string, string | undefined, readonly string[]]>([
    ['shall [Mex|', 'Mex', []],
    ['shall [Mexico, Ke|', 'Ke', ['Mexico']],
    ['shall [Mexico, United K|]', 'United K', ['Mexico']],
    ['[a] [In |', 'In ', []],
    ['[المكسيك، كي|', 'كي', ['المكسيك']],
    ['shall [may|', undefined, []],
    ['shall [Mexico: Ke|', undefined, []],
    ['shall [Mexico, |', undefined, []],
    ['shall [Me|xico', undefined, []],
    ['shall [Mexico] Ke|', undefined, []],
    ['shall Ke|', undefined, []],
  ])('in %s the name %j is being typed', (marked, typed, before) => {
    const caret = marked.indexOf('|')
    const naming = namingAt(marked.replace('|', ''), caret)
    expect([naming?.typed, naming?.before ?? []]).toEqual([typed, before])
  })

  test('every bracket is in one pair or flagged, never both', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a[\] :X]{0,40}$/), (text) => {
        const { pairs, unbalanced } = readBrackets(text)
        const seen = [...pairs.flatMap(({ from, to }) => [from, to - 1]), ...unbalanced].toSorted((a, b) => a - b)
        expect(seen).toEqual([...text.matchAll(/[[\]]/g)].map(({ index }) => index))
      }),
    )
  })
})

function clauseWith(words: string): { hand: Hand; text: () => string } {
  const doc = new Y.Doc()
  writeDraft(doc, {
    title: '',
    language: 'en',
    symbol: '',
    clauses: [{ id: 'c', kind: 'paragraph', parent: '', depth: 0, words: [{ insert: words }] }],
  })
  const stored = clausesOf(doc).get('c') ?? new Y.Map()
  return { hand: { doc, by: 'm', now: () => 0, newId: () => 'n', origin: null }, text: () => textOfStored(stored) }
}

describe('editing', () => {
  test('bracketing and lifting are each other’s inverse', () => {
    const { hand, text } = clauseWith('States shall act')
    bracketRange(hand, 'c', { from: 7, to: 12 }, ['Arcadia', 'Norland'])
    expect(text()).toBe('States [Arcadia, Norland: shall] act')
    liftBracket(hand, 'c', only(text()))
    expect(text()).toBe('States shall act')
  })

  test('stretches of several clauses are bracketed each by itself, and one undo lifts them all', () => {
    const doc = new Y.Doc()
    const clauses = ['a', 'b', 'c'].map((id) => ({
      id,
      kind: 'paragraph',
      parent: '',
      depth: 0,
      words: [{ insert: 'shall act' }],
    }))
    writeDraft(doc, { title: '', language: 'en', symbol: '', clauses })
    const hand: Hand = { doc, by: 'm', now: () => 0, newId: () => 'n', origin: { name: 'm' } }
    const history = new Undo(hand)
    const texts = (): string[] => [...clausesOf(doc).values()].map(textOfStored)
    const ranges = [
      { clause: 'a', from: 6, to: 9 },
      { clause: 'b', from: 0, to: 9 },
      { clause: 'c', from: 0, to: 0 },
    ]
    bracketRanges(hand, ranges, ['Arcadia'])
    expect(texts()).toEqual(['shall [Arcadia: act]', '[Arcadia: shall act]', 'shall act'])
    history.undo()
    expect(texts()).toEqual(['shall act', 'shall act', 'shall act'])
  })

  test('an attribution takes the place of the one before', () => {
    const { hand, text } = clauseWith('States [shall] act')
    attributeBracket(hand, 'c', only(text()), ['Arcadia'])
    expect(text()).toBe('States [Arcadia: shall] act')
    attributeBracket(hand, 'c', only(text()), ['Norland', 'Meridia'])
    expect(text()).toBe('States [Norland, Meridia: shall] act')
    attributeBracket(hand, 'c', only(text()), [])
    expect(text()).toBe('States [shall] act')
  })

  test.each([
    [0, 'States shall act'],
    [1, 'States should act'],
    [2, 'States may act'],
  ])('keeping wording %i deletes its rivals', (nth, expected) => {
    const { hand, text } = clauseWith('States [shall] [Arcadia: should] [may] act')
    const pair = readBrackets(text()).pairs[nth]
    if (pair) keepRival(hand, 'c', pair)
    expect(text()).toBe(expected)
  })
})
