/** Rival wordings: offered, chosen and dropped by one person or two at once, with no word lost or written anew. */

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { Clause } from '../clause/clause.ts'
import { numberDraft } from '../clause/number.ts'
import { textOf } from '../clause/words.ts'
import { deletions } from '../draft/deleted.ts'
import { readDraft } from '../draft/read.ts'
import { placedClauses, readClauses } from '../yjs/read.ts'
import { clausesOf, textIn, textOfStored } from '../yjs/stored.ts'
import { writeDraft } from '../yjs/write.ts'
import { setFrozen } from './freeze.ts'
import type { Hand } from './hand.ts'
import { chooseOption, dropOption, leaveOptions, offerOption } from './option.ts'
import { removeClauses, restoreClause } from './remove.ts'
import { splitClause } from './split.ts'
import { Undo } from './undo.ts'

/** `'  paragraph p2 It shall'` is a paragraph at depth 1. */
function clausesFrom(lines: readonly string[]): Clause[] {
  const clauses: Clause[] = []
  for (const line of lines) {
    const depth = (line.length - line.trimStart().length) / 2
    const [kind = '', id = '', ...words] = line.trim().split(' ')
    const parent = clauses.findLast((clause) => clause.depth === depth - 1)?.id ?? ''
    clauses.push({ id, kind, parent, depth, words: words.length > 0 ? [{ insert: words.join(' ') }] : [] })
  }
  return clauses
}

const sample = [
  'article a1 Object',
  '  paragraph p1 One',
  '  paragraph p2 Two',
  '    point p2a first',
  '    point p2b second',
  '  paragraph p3 Three',
  'article a2 Threshold',
  '  paragraph q Is met where there',
  '    alternative q1 are grounds',
  '    alternative q2 is a risk',
  '    alternative q3 is an overriding risk',
]

/** A text, and the hands of people who each have a replica of it. */
function handsOn(lines: readonly string[], names: readonly string[]): Hand[] {
  const first = new Y.Doc()
  first.clientID = 1
  writeDraft(first, { title: '', language: 'en', symbol: '', clauses: clausesFrom(lines) })
  const start = Y.encodeStateAsUpdate(first)
  return names.map((by, index) => {
    const doc = new Y.Doc()
    doc.clientID = 10 * (index + 1)
    Y.applyUpdate(doc, start)
    let made = 0
    return { doc, by, now: () => 0, newId: () => `${by}${++made}`, origin: { by } }
  })
}

function text(lines: readonly string[] = sample): Hand {
  const [hand] = handsOn(lines, ['n'])
  if (!hand) throw new Error('nobody is here')
  return hand
}

function write(hand: Hand, id: string | undefined, words: string): void {
  const stored = clausesOf(hand.doc).get(id ?? '')
  if (stored) hand.doc.transact(() => textIn(stored)?.insert(0, words, {}), hand.origin)
}

/** What stands beside each clause, and its words. */
function shown({ doc }: Hand): string[] {
  const draft = readDraft(doc)
  const numbers = numberDraft(draft)
  return draft.clauses.map(({ id, words }) => `${numbers.get(id)?.label} ${textOf(words)}`.trim())
}

const beneath = (hand: Hand, from: number, to?: number): string[] => shown(hand).slice(from, to)

function exchange(...hands: readonly Hand[]): void {
  const updates = hands.map(({ doc }) => Y.encodeStateAsUpdate(doc))
  for (const { doc } of hands) for (const update of updates) Y.applyUpdate(doc, update, 'remote')
}

describe('offering', () => {
  test('the clause becomes the first option, and an empty one stands beside it; numbers behind stay', () => {
    const hand = text()
    write(hand, offerOption(hand, 'p2'), 'Otherwise')
    expect(beneath(hand, 0, 7)).toEqual([
      'Article 1 Object',
      '1. One',
      '2. Option 1 Two',
      '(a) first',
      '(b) second',
      '2. Option 2 Otherwise',
      '3. Three',
    ])
  })

  test('a third stands behind the second, from whichever it is asked', () => {
    const hand = text()
    write(hand, offerOption(hand, 'p1'), 'B')
    write(hand, offerOption(hand, 'p1'), 'C')
    write(hand, offerOption(hand, 'n1'), 'D')
    expect(beneath(hand, 1, 5)).toEqual(['1. Option 1 One', '1. Option 2 B', '1. Option 3 C', '1. Option 4 D'])
  })

  test('an alternative of an imported text gets another beside it', () => {
    const hand = text()
    write(hand, offerOption(hand, 'q1'), 'is doubt')
    expect(beneath(hand, 8)).toEqual([
      'Option 1 are grounds',
      'Option 2 is a risk',
      'Option 3 is an overriding risk',
      'Option 4 is doubt',
    ])
  })

  test('a whole article can be offered otherwise, and provisions of an option are cited through it', () => {
    const hand = text()
    write(hand, offerOption(hand, 'a1'), 'Purpose')
    const numbers = numberDraft(readDraft(hand.doc))
    expect([numbers.get('p2a')?.citation, numbers.get('n1')?.citation, numbers.get('a2')?.citation]).toEqual([
      'Article 1, Option 1(2)(a)',
      'Article 1, Option 2',
      'Article 2',
    ])
  })

  test('Enter in an option begins another one, which can leave them', () => {
    const hand = text(['article a A', '  paragraph p One', '  paragraph r Two'])
    write(hand, offerOption(hand, 'p'), 'B')
    const next = splitClause(hand, 'n1', 1) ?? ''
    expect(beneath(hand, 1)).toEqual(['1. Option 1 One', '1. Option 2 B', '1. Option 3', '2. Two'])
    leaveOptions(hand, next)
    expect(beneath(hand, 1)).toEqual(['1. Option 1 One', '1. Option 2 B', '2.', '3. Two'])
  })

  test('Enter in what was once an option begins a plain clause', () => {
    const hand = text(['article a A', '  paragraph p One'])
    write(hand, offerOption(hand, 'p'), 'B')
    chooseOption(hand, 'n1')
    splitClause(hand, 'n1', 1)
    expect(beneath(hand, 1)).toEqual(['1. B', '2.'])
  })
})

describe('choosing and dropping', () => {
  test('the chosen wording is the plain clause; the others go with all beneath them, and can be restored', () => {
    const hand = text()
    write(hand, offerOption(hand, 'p2'), 'Otherwise')
    chooseOption(hand, 'n1')
    expect(beneath(hand, 1, 4)).toEqual(['1. One', '2. Otherwise', '3. Three'])
    expect(deletions(hand.doc).map(({ clauses }) => clauses[0]?.id)).toContain('p2')
    restoreClause(hand, 'p2')
    expect(beneath(hand, 2, 6)).toEqual(['2. Option 1 Two', '(a) first', '(b) second', '2. Option 2 Otherwise'])
  })

  test('dropping one of three leaves two; dropping one of two leaves the plain clause', () => {
    const hand = text()
    write(hand, offerOption(hand, 'p3'), 'B')
    write(hand, offerOption(hand, 'p3'), 'C')
    dropOption(hand, 'p3')
    expect(beneath(hand, 5, 7)).toEqual(['3. Option 1 B', '3. Option 2 C'])
    dropOption(hand, 'n1')
    expect(beneath(hand, 5, 6)).toEqual(['3. C'])
  })

  test('an alternative that was chosen is unnumbered text', () => {
    const hand = text()
    chooseOption(hand, 'q2')
    expect(readClauses(hand.doc).at(-1)).toMatchObject({ id: 'q2', kind: 'text' })
    expect(beneath(hand, 7)).toEqual(['1. Is met where there', 'is a risk'])
  })

  test('a clause without rivals can be neither chosen nor dropped', () => {
    const hand = text()
    expect([chooseOption(hand, 'p1'), dropOption(hand, 'p1'), chooseOption(hand, 'gone')]).toEqual([
      false,
      false,
      false,
    ])
  })

  test('what was not chosen does not come back when the chosen wording is deleted later, or gets a rival', () => {
    const hand = text(['article a A', '  paragraph p One', '  paragraph r Two'])
    write(hand, offerOption(hand, 'p'), 'B')
    chooseOption(hand, 'n1')
    write(hand, offerOption(hand, 'n1'), 'C')
    chooseOption(hand, 'n2')
    expect(beneath(hand, 1)).toEqual(['1. C', '2. Two'])
    removeClauses(hand, ['n2'])
    expect(beneath(hand, 1)).toEqual(['1. Two'])
  })

  test('a frozen number goes with the wording that is chosen', () => {
    const hand = text()
    setFrozen(hand, true)
    write(hand, offerOption(hand, 'p2'), 'Otherwise')
    chooseOption(hand, 'n1')
    expect(beneath(hand, 1, 4)).toEqual(['1. One', '2. Otherwise', '3. Three'])
  })

  test('undo takes each back', () => {
    const hand = text()
    const history = new Undo(hand)
    const before = shown(hand)
    offerOption(hand, 'p2')
    history.stopCapturing()
    chooseOption(hand, 'n1')
    history.undo()
    expect(beneath(hand, 2, 6)).toEqual(['2. Option 1 Two', '(a) first', '(b) second', '2. Option 2'])
    history.undo()
    expect(shown(hand)).toEqual(before)
    history.redo()
    history.redo()
    expect(beneath(hand, 2, 4)).toEqual(['2.', '3. Three'])
  })
})

function bothOn(lines: readonly string[]): [Hand, Hand] {
  const [ana, ben] = handsOn(lines, ['ana', 'ben'])
  if (!ana || !ben) throw new Error('nobody is here')
  return [ana, ben]
}

describe('two people at once', () => {
  test('both offer: there are three', () => {
    const [ana, ben] = bothOn(['article a A', '  paragraph p One', '  paragraph r Two'])
    write(ana, offerOption(ana, 'p'), 'A')
    write(ben, offerOption(ben, 'p'), 'B')
    exchange(ana, ben)
    expect(beneath(ana, 1)).toEqual(['1. Option 1 One', '1. Option 2 A', '1. Option 3 B', '2. Two'])
  })

  test('both choose, differently: both wordings stand, with what is beneath them, and can be chosen again', () => {
    const [ana, ben] = bothOn(sample)
    write(ana, offerOption(ana, 'p2'), 'Otherwise')
    exchange(ana, ben)
    chooseOption(ana, 'p2')
    chooseOption(ben, 'ana1')
    exchange(ana, ben)
    expect(beneath(ben, 2, 6)).toEqual(['2. Option 1 Two', '(a) first', '(b) second', '2. Option 2 Otherwise'])
    chooseOption(ana, 'ana1')
    exchange(ana, ben)
    expect(beneath(ben, 1, 4)).toEqual(['1. One', '2. Otherwise', '3. Three'])
  })

  test('one chooses what the other drops: the provision stays', () => {
    const [ana, ben] = bothOn(['article a A', '  paragraph p One'])
    write(ana, offerOption(ana, 'p'), 'B')
    write(ana, offerOption(ana, 'p'), 'C')
    exchange(ana, ben)
    chooseOption(ana, 'p')
    dropOption(ben, 'p')
    exchange(ana, ben)
    expect(beneath(ana, 1)).toEqual(['1. Option 1 B', '1. Option 2 C'])
  })

  test('one types into the wording that the other did not choose: the words wait to be restored', () => {
    const [ana, ben] = bothOn(['article a A', '  paragraph p One'])
    offerOption(ana, 'p')
    exchange(ana, ben)
    chooseOption(ana, 'p')
    write(ben, 'ana1', 'Something else')
    exchange(ana, ben)
    expect(deletions(ana.doc).map(({ clauses }) => clauses[0]?.text)).toEqual(['Something else'])
  })

  const acts = { offer: offerOption, choose: chooseOption, drop: dropOption, restore: restoreClause }
  const script = fc.array(
    fc.record({
      who: fc.nat(1),
      act: fc.constantFrom(...(['offer', 'choose', 'drop', 'restore', 'exchange'] as const)),
      nth: fc.nat(40),
    }),
    { maxLength: 30 },
  )

  test('replicas converge, every word is shown or restorable, no author changes, and other numbers stay', () => {
    fc.assert(
      fc.property(script, (steps) => {
        const hands = bothOn(sample)
        const letters = lettersOf(hands[0])
        const others = new Set(['a1', 'p1', 'p3', 'a2', 'q'])
        const numbersOf = ({ doc }: Hand): unknown[] =>
          [...numberDraft(readDraft(doc))].filter(([id]) => others.has(id)).map(([, { citation }]) => citation)
        const numbers = numbersOf(hands[0])
        for (const { who, act, nth } of steps) {
          const hand = hands[who as 0 | 1]
          if (act === 'exchange') exchange(...hands)
          else {
            const rivalled = [...clausesOf(hand.doc).keys()].filter((id) => !others.has(id))
            acts[act](hand, rivalled[nth % rivalled.length] ?? '')
          }
          expect(numbersOf(hand)).toEqual(numbers)
        }
        exchange(...hands)
        expect(readDraft(hands[1].doc)).toEqual(readDraft(hands[0].doc))
        expect(numbersOf(hands[0])).toEqual(numbers)
        expect(lettersOf(hands[0])).toEqual(letters)
        expect(
          placedClauses(hands[0].doc).some(
            ({ clause: { id, stored } }) => id === 'p2' || stored.get('option') === 'p2',
          ),
        ).toBe(true)
      }),
      { numRuns: 300 },
    )
  })
})

/** Every character of a text, shown or hidden, with the item that it is. */
function lettersOf({ doc }: Hand): Record<string, string> {
  const texts = [...clausesOf(doc)].filter(([, stored]) => textOfStored(stored) !== '')
  return Object.fromEntries(
    texts.map(([id, stored]) => {
      const item = textIn(stored)?._start
      return [id, `${item?.id.client}:${item?.id.clock} ${textOfStored(stored)}`]
    }),
  )
}
