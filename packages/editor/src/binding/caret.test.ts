/** Two people at one place: where their carets stand, and that neither tears the other's word, however slow the way. */

import { cutClause, mergeClause, moveClause, pasteCut, splitClause, type CutClause } from '@travaux/core'
import fc from 'fast-check'
import { TextSelection } from 'prosemirror-state'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { allBlocks } from './blocks.ts'
import { connect, deliverAll, expectSame, Person, pick, sample, startWith, textsOf, two } from './trial.ts'

/** The paragraph that they write in, by its place in the text and by its id. */
const [NTH, ID] = [5, 'p2']

/** Puts the caret at an offset of the paragraph, as a press would. */
function put({ state, binding }: Person, offset: number): void {
  const { pos } = pick(allBlocks(state.doc), NTH)
  binding.dispatch(state.tr.setSelection(TextSelection.create(state.doc, pos + 1 + offset)))
}

const putAtEnd = (person: Person): void => put(person, pick(textsOf(person), NTH).length)

/** Types one letter after the other where the caret is. */
function key({ state, binding }: Person, letter: string): void {
  binding.dispatch(state.tr.insertText(letter))
}

function keys(person: Person, letters: string): void {
  for (const letter of letters) key(person, letter)
}

/** The words of the caret's clause, with a bar where it is. */
function aroundCaret({ state }: Person): string {
  const { $head } = state.selection
  const { textContent } = $head.parent
  return `${textContent.slice(0, $head.parentOffset)}|${textContent.slice($head.parentOffset)}`
}

/** Cuts all words of the paragraph. */
function cut(person: Person): CutClause {
  const taken = cutClause(person.hand, ID)
  if (!taken) throw new Error('There is nothing to cut')
  return taken
}

describe('the caret of another', () => {
  test('is lost where the clause is cut, with what it wrote at that moment, which goes where that is pasted', () => {
    const [ana, ben] = two()
    putAtEnd(ben)
    const taken = cut(ana)
    keys(ben, ' qb')
    deliverAll([ana, ben])
    expect(ben.stranded).toEqual([{ clause: ID, offset: 'Each State shall license the rest qb'.length }])
    pasteCut(ana.hand, taken, { clause: 'p3', offset: 'For these purposes'.length })
    deliverAll([ana, ben])
    expectSame([ana, ben])
    expect(textsOf(ana)).toContain('Each State shall license the rest qb')
  })

  test('stays behind its word where the clause is parted and joined again, and then written in', () => {
    const [ana, ben] = two()
    put(ben, 'Each State'.length)
    const part = splitClause(ana.hand, ID, 'Each'.length) ?? ''
    deliverAll([ana, ben])
    mergeClause(ana.hand, part, ID)
    deliverAll([ana, ben])
    expect(aroundCaret(ben)).toBe('Each State| shall license the rest')
    putAtEnd(ana)
    for (const letter of ' and') {
      key(ana, letter)
      deliverAll([ana, ben])
    }
    expect(aroundCaret(ben)).toBe('Each State| shall license the rest and')
  })

  test('stays behind its word where the clause is moved by somebody who wrote in front of it', () => {
    const [ana, ben] = two()
    ana.type(NTH, 0, 'Some new words in front. ')
    moveClause(ana.hand, ID, 'title')
    putAtEnd(ben)
    keys(ben, ' bb')
    // What was done without a network comes in one.
    ben.receive(Y.mergeUpdates(ben.inbox.splice(0)))
    keys(ben, ' cc')
    deliverAll([ana, ben])
    expectSame([ana, ben])
    expect(aroundCaret(ben)).toBe('Some new words in front. Each State shall license the rest bb cc|')
  })

  test('goes along behind what somebody types until its owner types there', () => {
    const [ana, ben] = two()
    putAtEnd(ana)
    keys(ana, ' al')
    deliverAll([ana, ben])
    putAtEnd(ben)
    keys(ana, 'pha')
    deliverAll([ana, ben])
    expect(aroundCaret(ben)).toBe('Each State shall license the rest alpha|')
    keys(ben, ' b')
    deliverAll([ana, ben])
    expect(aroundCaret(ana)).toBe('Each State shall license the rest alpha| b')
    keys(ana, 'bet')
    deliverAll([ana, ben])
    expect(aroundCaret(ben)).toBe('Each State shall license the rest alphabet b|')
    expectSame([ana, ben])
  })

  test('stays before what somebody begins to type where it stands', () => {
    const [ana, ben] = two()
    put(ben, 10)
    put(ana, 10)
    keys(ana, ' Party')
    deliverAll([ana, ben])
    expect(aroundCaret(ben)).toBe('Each State| Party shall license the rest')
  })

  test('does not grow a selection by what is written at its ends', () => {
    const [ana, ben] = two()
    const { pos } = pick(allBlocks(ben.state.doc), NTH)
    ben.binding.dispatch(ben.state.tr.setSelection(TextSelection.create(ben.state.doc, pos + 1 + 5, pos + 1 + 10)))
    put(ana, 10)
    keys(ana, 'hood')
    put(ana, 5)
    keys(ana, 'new ')
    deliverAll([ana, ben])
    const { from, to } = ben.state.selection
    expect(ben.state.doc.textBetween(from, to)).toBe('State')
  })
})

/** What happens next: somebody's next key, or their next letter from the others, or the caret put to the end again. */
type Happening = readonly ['key' | 'hear' | 'end', number]

const happening: fc.Arbitrary<Happening> = fc.tuple(
  fc.oneof(
    { weight: 6, arbitrary: fc.constant('key' as const) },
    { weight: 5, arbitrary: fc.constant('hear' as const) },
    { weight: 1, arbitrary: fc.constant('end' as const) },
  ),
  fc.nat(2),
)

/** What each goes on to type. The signs of one are nobody else's. */
const WORDS = [' alphabetical order', ' BETTING SHOPS', ' 0123456789']

/** Plays what happens at the end of a paragraph with so many words. Whoever has begun to type leaves the caret be. */
function play(happenings: readonly Happening[], clients: readonly number[], words: string): Person[] {
  const start = startWith(
    sample.map((one) => (one.id === ID ? { ...one, words: words ? [{ insert: words }] : [] } : one)),
  )
  const people = clients.map((client, nth) => new Person(`person-${nth}`, start, client))
  connect(people)
  const begun = new Set<Person>()
  const left = new Map(people.map((person, nth) => [person, Array.from(pick(WORDS, nth))]))
  for (const person of people) putAtEnd(person)
  for (const [what, nth] of happenings) {
    const person = pick(people, nth)
    const rest = left.get(person) ?? []
    const [update] = what === 'hear' ? person.inbox.splice(0, 1) : []
    if (update) person.receive(update)
    else if (what === 'end' && !begun.has(person)) putAtEnd(person)
    else if (what === 'key') {
      begun.add(person)
      keys(person, rest.shift() ?? '')
    }
  }
  for (const [person, rest] of left) keys(person, rest.join(''))
  deliverAll(people)
  expectSame(people)
  return people
}

describe('typing at one end', { timeout: 60_000 }, () => {
  test.each([
    ['two people', [10, 20], 'Words.'],
    ['two people, the numbers of their clients swapped', [20, 10], 'Words.'],
    ['two people in an empty paragraph', [20, 10], ''],
    ['three people', [30, 10, 20], 'Words.'],
  ])('leaves the words of each whole, letter by letter and however late: %s', (_who, clients, words) => {
    fc.assert(
      fc.property(fc.array(happening, { maxLength: 80 }), (happenings) => {
        const text = pick(textsOf(pick(play(happenings, clients, words), 0)), NTH)
        for (const one of WORDS.slice(0, clients.length)) expect(text).toContain(one)
        expect(text.startsWith(words)).toBe(true)
      }),
      { numRuns: Number(process.env['TRAVAUX_RUNS'] ?? 80) },
    )
  })
})

function twoFrom(who: string): [Person, Person] {
  const [ana, ben] = two()
  return who === 'ana' ? [ana, ben] : [ben, ana]
}

/** As a page does that was offline: in one. */
function receiveAll(person: Person): void {
  person.receive(Y.mergeUpdates(person.inbox.splice(0)))
}

describe('what comes behind the word that another is typing does not tear it', () => {
  test.each(['ana', 'ben'])('words that are joined on there by %s', (who) => {
    const [ana, ben] = twoFrom(who)
    ben.type(NTH - 1, pick(textsOf(ben), NTH - 1).length, ' sig')
    deliverAll([ana, ben])
    keys(ben, 'ma')
    mergeClause(ana.hand, ID, 'p1b')
    deliverAll([ana, ben])
    expectSame([ana, ben])
    expect(pick(textsOf(ana), NTH - 1)).toBe('of thumb cuffs sigmaEach State shall license the rest')
  })

  test.each(['ana', 'ben'])('words that %s wrote elsewhere and takes along there', (who) => {
    const [ana, ben] = twoFrom(who)
    ana.type(NTH, pick(textsOf(ana), NTH).length, ' alpha')
    mergeClause(ben.hand, ID, 'p1b')
    ben.type(NTH - 1, pick(textsOf(ben), NTH - 1).length, ' sig')
    receiveAll(ana)
    keys(ben, 'ma')
    deliverAll([ana, ben])
    expectSame([ana, ben])
    expect(pick(textsOf(ana), NTH - 1)).toContain(' sigma')
    expect(pick(textsOf(ana), NTH - 1)).toContain(' alpha')
  })

  test.each(['ana', 'ben'])('what %s types on in a word that another has joined on and written behind', (who) => {
    const [ana, ben] = twoFrom(who)
    ana.type(NTH, pick(textsOf(ana), NTH).length, 'al')
    deliverAll([ana, ben])
    keys(ana, 'pha')
    mergeClause(ben.hand, ID, 'p1b')
    ben.type(NTH - 1, pick(textsOf(ben), NTH - 1).length, 'X')
    receiveAll(ana)
    deliverAll([ana, ben])
    expectSame([ana, ben])
    expect(pick(textsOf(ana), NTH - 1)).toContain('alphaX')
  })
})
