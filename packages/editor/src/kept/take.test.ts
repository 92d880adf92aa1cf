/** Kept words are seen until they are taken over, once, and seen again when that is undone. */

import {
  indentClause,
  readDraft,
  removeClauses,
  splitClause,
  textOf,
  writeDraft,
  type Draft,
  type Hand,
} from '@travaux/core'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { isTaken, missingFrom, takenBefore, takeOver } from './take.ts'

const clause = (id: string, words: string): Draft['clauses'][number] => ({
  id,
  kind: 'paragraph',
  parent: '',
  depth: 0,
  words: [{ insert: words }],
})

const draft: Draft = {
  title: 'Kept',
  language: 'en',
  symbol: '',
  clauses: [clause('a', 'Each State party shall act.'), clause('b', 'It shall keep records.')],
}

let made = 0

function handOn(doc: Y.Doc): Hand {
  return { doc, by: 'ana', now: () => 0, newId: () => `new-${++made}`, origin: { name: 'test' } }
}

/** A living text, and the state of somebody who changed it and was refused. */
function refused(change: (hand: Hand) => void) {
  const [living, mine] = [new Y.Doc(), new Y.Doc()]
  writeDraft(living, draft)
  Y.applyUpdate(mine, Y.encodeStateAsUpdate(living))
  change(handOn(mine))
  return { living, state: Y.encodeStateAsUpdate(mine), mine: wordsIn(mine) }
}

const wordsIn = (doc: Y.Doc): string[] => readDraft(doc).clauses.map(({ words, depth }) => `${depth} ${textOf(words)}`)

function typeAt(hand: Hand, id: string, at: number, words: string): void {
  const text = hand.doc.getMap<Y.Map<unknown>>('clauses').get(id)?.get('text')
  if (text instanceof Y.Text) text.insert(at, words)
}

const changes: Readonly<Record<string, (hand: Hand) => void>> = {
  'words added': (hand) => typeAt(hand, 'a', 26, ' in time'),
  'a clause deleted': (hand) => removeClauses(hand, ['b']),
  'a clause split': (hand) => void splitClause(hand, 'a', 10),
  'a clause moved beneath another': (hand) => void indentClause(hand, 'b'),
}

test.each(Object.entries(changes))('%s: taking everything over gives what was refused', (_name, change) => {
  const { living, state, mine } = refused(change)
  const missing = missingFrom(living, { state })
  expect(missing.pairs.length).toBeGreaterThan(0)
  for (const pair of missing.pairs) takeOver(handOn(living), missing.draft, pair)
  expect(wordsIn(living)).toEqual(mine)
})

test('what was taken over is told from what was not, also where others wrote meanwhile', () => {
  const { living, state } = refused((hand) => {
    typeAt(hand, 'a', 0, 'Henceforth, ')
    typeAt(hand, 'b', 22, ' Always.')
  })
  typeAt(handOn(living), 'a', 27, ' Written meanwhile.')
  const missing = missingFrom(living, { state })
  const [first, second] = missing.pairs
  if (!first || !second) throw new Error('Both clauses should be missing')
  const taken = takenBefore(living, first)
  expect(isTaken(living, taken, first)).toBe(false)
  takeOver(handOn(living), missing.draft, first)
  expect(wordsIn(living)[0]).toBe('0 Henceforth, Each State party shall act. Written meanwhile.')
  expect([first, second].map((pair) => isTaken(living, taken, pair))).toEqual([true, false])
})
