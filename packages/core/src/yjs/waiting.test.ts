/** A clause that was cut keeps its number and its references in what stands for it, until it is pasted. */

import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { checkText } from '../check/check.ts'
import { freedNumbers, saidOfFreed } from '../clause/freed.ts'
import { numberDraft } from '../clause/number.ts'
import { textOf } from '../clause/words.ts'
import { readDraft } from '../draft/read.ts'
import { cutClause, pasteCut, type CutClause } from '../edit/cut.ts'
import { setFrozen } from '../edit/freeze.ts'
import type { Hand } from '../edit/hand.ts'
import { removeClauses } from '../edit/remove.ts'
import { referenceTo } from '../embed/embed.ts'
import { spelledDraft } from '../embed/spell.ts'
import { clausesOf, textIn } from './stored.ts'
import { waitingIn } from './waiting.ts'
import { writeDraft } from './write.ts'

const clause = (id: string, kind: string, parent: string, depth: number) => ({
  id,
  kind,
  parent,
  depth,
  words: id === 'r' ? [{ insert: 'see ' }, { insert: referenceTo('b') }] : [{ insert: `words ${id}` }],
})

/** An article of paragraphs a, b with a point p, c; and another, in which r refers to b. */
function start(): Hand {
  const doc = new Y.Doc()
  const clauses = [
    clause('A', 'article', '', 0),
    clause('a', 'paragraph', 'A', 1),
    clause('b', 'paragraph', 'A', 1),
    clause('p', 'point', 'b', 2),
    clause('c', 'paragraph', 'A', 1),
    clause('B', 'article', '', 0),
    clause('r', 'paragraph', 'B', 1),
  ]
  writeDraft(doc, { title: '', language: 'en', symbol: '', clauses })
  let made = 0
  return { doc, by: 'ana', now: () => 0, newId: () => `n${++made}`, origin: 'ana' }
}

function cut(hand: Hand): CutClause {
  const taken = cutClause(hand, 'b')
  if (!taken) throw new Error('nothing was cut')
  return taken
}

/** The text as it reads: numbers and words, and the lines of free numbers. */
function reading({ doc }: Hand): string[] {
  const draft = readDraft(doc)
  const numbers = numberDraft(draft)
  const free = Map.groupBy(freedNumbers(draft, numbers), ({ after }) => after)
  return spelledDraft(draft).clauses.flatMap(({ id, words }) => [
    `${numbers.get(id)?.label} ${textOf(words)}`.trim(),
    ...(free.get(id) ?? []).map((one) => `${one.label} ${saidOfFreed(one, numbers, 'en')}`),
  ])
}

const waits = [
  'Article 1 words A', '1. words a', '2.', '(a) words p', '3. words c', 'Article 2 words B', '1. see article 1(2)',
] // oxfmt-ignore

test.each([true, false])('numbers frozen: %s, one number and the reference to it stay where it was cut', (frozen) => {
  const hand = start()
  if (frozen) setFrozen(hand, true)
  cut(hand)
  expect(reading(hand)).toEqual(waits)
  expect(checkText(readDraft(hand.doc)).map(({ kind }) => kind)).not.toContain('brokenReference')
})

test('pasted, it is where it goes that is referred to, and the number that it had is free', () => {
  const hand = start()
  setFrozen(hand, true)
  pasteCut(hand, cut(hand), { clause: 'r', offset: 'see '.length + 1 })
  expect(reading(hand)).toEqual([
    'Article 1 words A', '1. words a', '2. [moved to Article 2(1 bis)]', '3. words c',
    'Article 2 words B', '1. see paragraph 1 bis', '1 bis. words b', '(a) words p',
  ]) // oxfmt-ignore
})

test('where it stood, it has its number again, though numbers were frozen while it waited', () => {
  const hand = start()
  const before = reading(hand)
  const taken = cut(hand)
  setFrozen(hand, true)
  setFrozen(hand, true)
  expect(reading(hand)).toEqual(waits)
  pasteCut(hand, taken, { clause: taken.stand, offset: 0 })
  expect(reading(hand)).toEqual(before)
})

test('what is written there is another clause, and what is deleted is deleted', () => {
  const hand = start()
  setFrozen(hand, true)
  const { stand } = cut(hand)
  expect([...waitingIn(hand.doc)]).toEqual([['b', stand]])
  textIn(clausesOf(hand.doc).get(stand)!)?.insert(0, 'Other')
  expect(reading(hand)).toEqual(expect.arrayContaining(['1 bis. Other', '2. [deleted]']))
  expect(reading(hand).at(-1)).toBe('1. see [reference to a deleted clause]')
  textIn(clausesOf(hand.doc).get(stand)!)?.delete(0, 'Other'.length)
  expect(reading(hand)).toEqual(waits)
  removeClauses(hand, [stand])
  expect(reading(hand)).toEqual(expect.arrayContaining(['2. [deleted]', '1. see [reference to a deleted clause]']))
})
