/** A comment stays with its words through cutting, pasting, splitting and merging, each undone and redone as often as one likes. */

import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { cutClause, pasteCut, type CutClause } from '../edit/cut.ts'
import type { Hand } from '../edit/hand.ts'
import { mergeClause } from '../edit/merge.ts'
import { removeClauses, restoreClause } from '../edit/remove.ts'
import { splitClause } from '../edit/split.ts'
import { Undo } from '../edit/undo.ts'
import { placedClauses } from '../yjs/read.ts'
import { clausesOf, textIn, textOfStored } from '../yjs/stored.ts'
import { writeDraft } from '../yjs/write.ts'
import { makeAnchor, resolveAnchor, type Anchored } from './anchor.ts'

const NEEDLE = 'NEEDLE'

class Desk {
  readonly hand: Hand
  readonly undo: Undo
  cut: CutClause | undefined

  constructor() {
    const doc = new Y.Doc()
    doc.clientID = 7
    const words = ['first', `Before ${NEEDLE} behind`, 'last']
    const clauses = words.map((insert, nth) => ({
      id: `c${nth}`,
      kind: 'paragraph',
      parent: '',
      depth: 0,
      words: [{ insert }],
    }))
    writeDraft(doc, { title: '', language: 'en', symbol: '', clauses })
    let made = 0
    this.hand = { doc, by: 'm', now: () => 0, newId: () => `n${++made}`, origin: { desk: this } }
    this.undo = new Undo(this.hand)
  }

  /** Somebody else's replica, which does not know what was undone. */
  replica(): Y.Doc {
    const doc = new Y.Doc()
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(this.hand.doc))
    return doc
  }

  get ids(): string[] {
    return placedClauses(this.hand.doc).map(({ clause: { id } }) => id)
  }

  id(nth: number): string {
    return this.ids[nth % Math.max(1, this.ids.length)] ?? ''
  }

  text(id: string): Y.Text | undefined {
    const stored = clausesOf(this.hand.doc).get(id)
    return stored && textIn(stored)
  }
}

/** What is done to the nth clause; `at` says where. */
const acts: Readonly<Record<string, (desk: Desk, nth: number, at: number) => unknown>> = {
  cut: (desk, nth) => {
    desk.cut = cutClause(desk.hand, desk.id(nth)) ?? desk.cut
  },
  paste: (desk, nth, at) => {
    const clause = desk.id(nth)
    return (
      desk.cut && pasteCut(desk.hand, desk.cut, { clause, offset: at % 2 === 0 ? 0 : (desk.text(clause)?.length ?? 0) })
    )
  },
  split: (desk, nth, at) => splitClause(desk.hand, desk.id(nth), at % ((desk.text(desk.id(nth))?.length ?? 0) + 1)),
  merge: (desk, nth) =>
    nth % desk.ids.length > 0 && mergeClause(desk.hand, desk.id(nth), desk.id((nth % desk.ids.length) - 1)),
  remove: (desk, nth) => removeClauses(desk.hand, [desk.id(nth)]),
  restore: (desk, nth) =>
    restoreClause(desk.hand, [...clausesOf(desk.hand.doc).keys()][nth % clausesOf(desk.hand.doc).size] ?? ''),
  undo: (desk) => desk.undo.undo(),
  undoAgain: (desk) => desk.undo.undo(),
  redo: (desk) => desk.undo.redo(),
  redoAgain: (desk) => desk.undo.redo(),
}

type Move = readonly [act: string, nth: number, at: number]

/** Plays a script; after each act the anchor must be where its words stand, if they stand somewhere whole. */
function expectFound(moves: readonly Move[]): void {
  const desk = new Desk()
  const { doc } = desk.hand
  const anchor = makeAnchor(doc, 'c1', 7, 7 + NEEDLE.length)
  if (!anchor) throw new Error('no anchor was made')
  for (const [act, nth, at] of moves) {
    acts[act]?.(desk, nth, at)
    desk.undo.stopCapturing()
    const standing = standingIn(doc)
    if (standing.length !== 1) continue
    for (const one of [doc, desk.replica()]) expect(resolveAnchor(one, anchor)).toEqual(standing[0])
  }
}

function standingIn(doc: Y.Doc): Anchored[] {
  return placedClauses(doc).flatMap(({ clause: { id, stored } }) => {
    const from = textOfStored(stored).indexOf(NEEDLE)
    return from < 0 ? [] : [{ kind: 'words', clause: id, from, to: from + NEEDLE.length }]
  })
}

test.each<[string, readonly Move[]]>([
  [
    'a split, undone and redone',
    [
      ['split', 1, 3],
      ['undo', 0, 0],
      ['redo', 0, 0],
    ],
  ],
  [
    'a clause cut, undone, redone and pasted',
    [
      ['cut', 1, 0],
      ['undo', 0, 0],
      ['redo', 0, 0],
      ['paste', 2, 1],
    ],
  ],
])('%s', (_name, moves) => expectFound(moves))

const script = fc.array(fc.tuple(fc.constantFrom(...Object.keys(acts)), fc.nat(6), fc.nat(30)), { maxLength: 24 })

test('whatever is done, undone and redone, it is where its words are', () => {
  fc.assert(fc.property(script, expectFound), { numRuns: 150 })
})
