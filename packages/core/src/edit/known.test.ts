/** What the note of a copy says of what it was made upon. */

import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { clausesOf, COPY_PREFIX, textIn, type YClause } from '../yjs/stored.ts'
import { writeDraft } from '../yjs/write.ts'
import { copiesIn } from './copies.ts'
import { moveClauses } from './drop.ts'
import type { Hand } from './hand.ts'
import { isKnown } from './known.ts'
import { mergeClause } from './merge.ts'
import { splitClause } from './split.ts'

/** A text of paragraphs p0, p1 and so on, each 'one two', in the hands of these clients. */
function handsOn(count: number, ...clients: number[]): Hand[] {
  const first = new Y.Doc()
  first.clientID = 1
  const clauses = Array.from({ length: count }, (_, nth) => {
    return { id: `p${nth}`, kind: 'text', parent: '', depth: 0, words: [{ insert: 'one two' }] }
  })
  writeDraft(first, { title: '', language: 'en', symbol: '', clauses })
  return clients.map((client) => {
    const doc = new Y.Doc()
    doc.clientID = client
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(first))
    let made = 0
    return { doc, by: `${client}`, now: () => 0, newId: () => `${client}-${++made}`, origin: { client } }
  })
}

const hear = (hand: Hand, ...others: Hand[]): void => {
  for (const { doc } of others) Y.applyUpdate(hand.doc, Y.encodeStateAsUpdate(doc))
}

function clauseOf({ doc }: Hand, id: string): YClause {
  return clausesOf(doc).get(id) as YClause
}

/** What is noted of the one copy in a clause. */
function uponOf(hand: Hand, id: string): readonly number[] {
  const [copy, ...more] = copiesIn(clauseOf(hand, id))
  expect(more).toEqual([])
  return copy?.upon ?? []
}

function placeId({ doc }: Hand, id: string): Y.ID {
  return clausesOf(doc).get(id)?.['_map'].get('place')?.id as Y.ID
}

describe('whoever parts a clause off', () => {
  test('notes that they knew where another had put a part beside it, and one who had not heard of that does not', () => {
    const [ana, ben, eve] = handsOn(2, 10, 20, 30) as [Hand, Hand, Hand]
    const part = splitClause(ana, 'p0', 4) ?? ''
    hear(ben, ana)
    const [knowing, unknowing] = [splitClause(ben, 'p0', 2) ?? '', splitClause(eve, 'p0', 2) ?? '']
    expect(isKnown(uponOf(ben, knowing), placeId(ana, part))).toBe(true)
    expect(isKnown(uponOf(eve, unknowing), placeId(ana, part))).toBe(false)
  })

  test('notes as much as they knew of who moves and parts again', () => {
    const [ana, ben] = handsOn(4, 10, 20) as [Hand, Hand]
    moveClauses(ana, ['p3'], { parent: '', after: 'p0' })
    hear(ben, ana)
    moveClauses(ana, ['p3'], { parent: '', after: '' })
    const part = splitClause(ben, 'p0', 4) ?? ''
    expect(isKnown(uponOf(ben, part), placeId(ben, 'p3'))).toBe(true)
    expect(isKnown(uponOf(ben, part), placeId(ana, 'p3'))).toBe(false)
  })

  test('notes nothing of who worked far away from there, nor of themselves', () => {
    const [ana, ben] = handsOn(60, 10, 20) as [Hand, Hand]
    const part = splitClause(ana, 'p50', 4) ?? ''
    hear(ben, ana)
    splitClause(ben, 'p0', 2)
    const next = splitClause(ben, 'p0', 1) ?? ''
    expect(isKnown(uponOf(ben, next), placeId(ana, part))).toBe(false)
    // The client that wrote the text, and nobody else.
    expect(uponOf(ben, next)).toEqual([1, Y.getState(ben.doc.store, 1)])
  })
})

test('whoever joins a clause on notes that they knew who had written in it', () => {
  const [ana, ben] = handsOn(2, 10, 20) as [Hand, Hand]
  textIn(clauseOf(ana, 'p1'))?.insert(0, 'new ')
  hear(ben, ana)
  textIn(clauseOf(ana, 'p1'))?.insert(0, 'unheard ')
  mergeClause(ben, 'p1', 'p0')
  const upon = uponOf(ben, 'p0')
  expect(isKnown(upon, { client: 10, clock: 3 })).toBe(true)
  expect(isKnown(upon, { client: 10, clock: 4 })).toBe(false)
})

/** What is read of a note that holds this. */
function noteOf(value: unknown) {
  const [ana] = handsOn(1, 10) as [Hand]
  clauseOf(ana, 'p0').set(`${COPY_PREFIX}9:0`, value)
  return copiesIn(clauseOf(ana, 'p0'))[0]
}

describe('a note that cannot be read', () => {
  const segment = [9, 0, 1, 8, 0]

  test.each([[['ten', 1]], [[-1, 2]], [[1.5]], [{ 10: 1 }], ['upon']])(
    'is read without what it was made upon: %j',
    (upon) => {
      const note = noteOf([...segment, upon])
      expect(note?.segments).toHaveLength(1)
      expect(note?.upon).toBeUndefined()
      expect(note?.again).toBe(false)
    },
  )

  test('says nothing of a client whose number is missing', () => {
    expect(isKnown(noteOf([...segment, [10, 7, 20]])?.upon ?? [], { client: 20, clock: 0 })).toBe(false)
  })
})
