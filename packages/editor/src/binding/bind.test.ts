/** What one person's and two people's editing does to the clauses, case by case. */

import {
  addFirst,
  clausesOf,
  cutClause,
  footnoteOf,
  footnotesIn,
  mergeClause,
  moveClause,
  pasteCut,
  readClauses,
  removeClauses,
  removeRange,
  shiftClause,
  splitClause,
  textOf,
  wordsOf,
} from '@travaux/core'
import { TextSelection } from 'prosemirror-state'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { allBlocks } from './blocks.ts'
import { schema, wordsOfNodes } from './schema.ts'
import { authors, deliverAll, expectSame, pick, strike, textsOf, two, type Person } from './trial.ts'

/** Where `p2` stands, and how long it is. */
const [P2, END] = [5, 'Each State shall license the rest'.length]

describe('one person', () => {
  test('typing writes only the typed characters', () => {
    const [ana] = two()
    ana.type(2, 4, '!')
    expect(textsOf(ana)[2]).toBe('Each! State shall prohibit the export')
    expect(ana.shown()).toEqual(ana.projected())
  })

  test('Enter in the words parts a clause, and merging joins it again', () => {
    const [ana] = two()
    const next = splitClause(ana.hand, 'p2', 10) ?? ''
    expect(textsOf(ana).slice(5, 7)).toEqual(['Each State', ' shall license the rest'])
    expect(mergeClause(ana.hand, next, 'p2')).toBe(10)
    expect(textsOf(ana)[5]).toBe('Each State shall license the rest')
    expect(ana.shown()).toEqual(ana.projected())
  })

  test('Enter at the start puts an empty clause before, and the words keep their clause', () => {
    const [ana] = two()
    expect(splitClause(ana.hand, 'p2', 0)).toBe('p2')
    expect(textsOf(ana).slice(5, 7)).toEqual(['', 'Each State shall license the rest'])
  })

  test('a clause that the browser parts by itself is parted in the text, and the caret stays in its half', () => {
    const [ana] = two()
    const { pos } = pick(allBlocks(ana.state.doc), 5)
    const split = ana.state.tr.split(pos + 11)
    ana.binding.dispatch(split.setSelection(TextSelection.create(split.doc, pos + 14)))
    expect(textsOf(ana).slice(5, 7)).toEqual(['Each State', ' shall license the rest'])
    const { $head } = ana.state.selection
    expect([textOf(wordsOfNodes($head.parent.children)), $head.parentOffset]).toEqual([' shall license the rest', 1])
    expect(ana.shown()).toEqual(ana.projected())
  })

  test('undo of a split brings the words back and leaves no empty clause', () => {
    const [ana] = two()
    const before = ana.projected()
    splitClause(ana.hand, 'p2', 10)
    ana.undo.undo()
    expect(ana.projected()).toEqual(before)
    ana.undo.redo()
    expect(textsOf(ana).slice(5, 7)).toEqual(['Each State', ' shall license the rest'])
    expect(ana.shown()).toEqual(ana.projected())
  })

  test('deleting from one clause into another joins what is left and undo brings all back', () => {
    const [ana] = two()
    const before = ana.projected()
    removeRange(ana.hand, { clause: 'p1', offset: 4 }, { clause: 'p2', offset: 4 })
    expect(textsOf(ana)).toEqual([
      'Common standards',
      'Object',
      'Each State shall license the rest',
      'Definitions',
      'For these purposes',
    ])
    ana.undo.undo()
    expect(ana.projected()).toEqual(before)
    expect(ana.shown()).toEqual(before)
  })

  test('moving an article takes everything beneath it and re-authors nothing', () => {
    const [ana] = two()
    const before = Y.encodeStateVector(ana.doc)
    const authored = authors(ana.doc)
    moveClause(ana.hand, 'art2', 'title')
    expect(readClauses(ana.doc).map(({ id }) => id)).toEqual(['title', 'art2', 'p3', 'art1', 'p1', 'p1a', 'p1b', 'p2'])
    expect(authors(ana.doc)).toEqual(authored)
    expect(Y.decodeUpdate(Y.encodeStateAsUpdate(ana.doc, before)).structs.length).toBe(1)
    expect(ana.shown()).toEqual(ana.projected())
  })
})

/** Puts a footnote in behind the first word of a paragraph, in place of so many characters. */
function write(person: Person, words: string, over: number): void {
  const at = pick(allBlocks(person.state.doc), 5).pos + 1 + 4
  const value = footnoteOf([{ insert: words }])
  person.binding.dispatch(person.state.tr.replaceWith(at, at + over, schema.node('embed', { value })))
}

describe('two people at once', () => {
  test('splitting one clause at two places leaves every word standing once', () => {
    const [ana, ben] = two()
    splitClause(ana.hand, 'p2', 10)
    splitClause(ben.hand, 'p2', 24)
    deliverAll([ana, ben])
    expectSame([ana, ben])
    expect(textsOf(ana).join('').split('license').length).toBe(2)
    expect(textsOf(ana).join('')).toContain('the rest')
    expect(textsOf(ana).join('').split('the rest').length).toBe(2)
  })

  test('splitting at the same place, and typing into both tails, keeps both additions', () => {
    const [ana, ben] = two()
    splitClause(ana.hand, 'p2', 10)
    splitClause(ben.hand, 'p2', 10)
    ana.type(6, 6, 'ANA')
    ben.type(6, 14, 'BEN')
    deliverAll([ana, ben])
    expectSame([ana, ben])
    const all = textsOf(ana).join(' ')
    for (const word of ['ANA', 'BEN']) expect(all.split(word).length).toBe(2)
    expect(all.split('the rest').length).toBe(2)
  })

  test('words typed into a tail that another splits off go along with it', () => {
    const [ana, ben] = two()
    splitClause(ana.hand, 'p2', 10)
    ben.type(5, 24, ' strictly')
    deliverAll([ana, ben])
    expectSame([ana, ben])
    expect(textsOf(ana).slice(5, 7)).toEqual(['Each State', ' shall license strictly the rest'])
  })

  test('words typed into a clause that another merges away go along with it', () => {
    const [ana, ben] = two()
    mergeClause(ana.hand, 'p1b', 'p1a')
    ben.type(4, 8, ' metal')
    deliverAll([ana, ben])
    expectSame([ana, ben])
    expect(textsOf(ana)[3]).toBe('of restraint chairsof thumb metal cuffs')
  })

  test('merging a clause twice does not double its words', () => {
    const [ana, ben] = two()
    mergeClause(ana.hand, 'p1b', 'p1a')
    mergeClause(ben.hand, 'p1b', 'p1a')
    deliverAll([ana, ben])
    expectSame([ana, ben])
    expect(textsOf(ana)[3]).toBe('of restraint chairsof thumb cuffs')
  })

  test('a clause moved beneath one that is being deleted stays in the text', () => {
    const [ana, ben] = two()
    removeClauses(ana.hand, ['art2', 'p3'])
    moveClause(ben.hand, 'p2', 'p3')
    deliverAll([ana, ben])
    expectSame([ana, ben])
    expect(textsOf(ana)).toContain('Each State shall license the rest')
  })

  test('undoing my split leaves what another typed into the new clause', () => {
    const [ana, ben] = two()
    splitClause(ana.hand, 'p2', 10)
    deliverAll([ana, ben])
    ben.type(6, 23, ' BEN')
    deliverAll([ana, ben])
    ana.undo.undo()
    deliverAll([ana, ben])
    expectSame([ana, ben])
    expect(textsOf(ana).join('|').split('BEN').length).toBe(2)
  })

  test('a caret in words that another splits off goes along with them', () => {
    const [ana, ben] = two()
    const block = pick(allBlocks(ben.state.doc), 5)
    ben.updateState(ben.state.apply(ben.state.tr.setSelection(TextSelection.create(ben.state.doc, block.pos + 1 + 20))))
    splitClause(ana.hand, 'p2', 10)
    deliverAll([ana, ben])
    const { $head } = ben.state.selection
    expect([textOf(wordsOfNodes($head.parent.children)), $head.parentOffset]).toEqual([' shall license the rest', 10])
  })

  test.each([1, 2])(
    'a caret behind own words that follow those another splits off goes along, %i keys on their way',
    (keys) => {
      const [ana, ben] = two()
      ben.type(5, 24, ' strictly'.slice(0, keys))
      splitClause(ana.hand, 'p2', 10)
      deliverAll([ana, ben])
      expectSame([ana, ben])
      expect(aroundCaret(ben)).toEqual([` shall license${' strictly'.slice(0, keys)}`, ' the rest'])
      expect(ben.stranded).toEqual([])
    },
  )

  test('a caret behind own words at the end of a clause goes along where another splits or joins it', () => {
    const [ana, ben] = two()
    ben.type(5, 33, 'X')
    splitClause(ana.hand, 'p2', 10)
    deliverAll([ana, ben])
    expect(aroundCaret(ben)).toEqual([' shall license the restX', ''])
    ben.type(4, 14, 'Y')
    mergeClause(ana.hand, 'p1b', 'p1a')
    deliverAll([ana, ben])
    expectSame([ana, ben])
    expect(aroundCaret(ben)).toEqual(['of restraint chairsof thumb cuffsY', ''])
    expect(ben.stranded).toEqual([])
  })

  test.each([
    ['once', [10], ['Each State', ' shall license the rest']],
    ['twice from behind', [19, 4], ['Each', ' State shall li', 'cense the rest']],
  ])('what one parts off %s goes along with the clause that another moves at that moment', (_how, offsets, words) => {
    const [ana, ben] = two()
    moveClause(ana.hand, 'p2', 'art2')
    for (const offset of offsets) splitClause(ben.hand, 'p2', offset)
    deliverAll([ana, ben])
    expectSame([ana, ben])
    const texts = textsOf(ana)
    const at = texts.indexOf(words[0] ?? '')
    expect(texts.slice(at, at + words.length)).toEqual(words)
    expect(texts[at - 1]).toBe('For these purposes')
  })

  test.each([1, -1] as const)('and back where that is taken back, and there again (%i)', (by) => {
    const [ana, ben] = two()
    const id = by > 0 ? 'p1a' : 'p1b'
    shiftClause(ana.hand, id, by)
    if (by > 0) splitClause(ben.hand, 'p1a', 'of restraint '.length)
    else splitClause(ben.hand, 'p1b', 'of '.length)
    deliverAll([ana, ben])
    const there = textsOf(ana)
    ana.undo.undo()
    deliverAll([ana, ben])
    expectSame([ana, ben])
    const back = textsOf(ana)
    expect(back.join('')).toBe(
      'Common standardsObjectEach State shall prohibit the exportof restraint chairsof thumb cuffsEach State shall license the restDefinitionsFor these purposes',
    )
    ana.undo.redo()
    deliverAll([ana, ben])
    expectSame([ana, ben])
    expect(textsOf(ana)).toEqual(there)
  })

  test('but what one parts off, knowing where it went, stays where they put it', () => {
    const [ana, ben] = two()
    moveClause(ana.hand, 'p2', 'art2')
    deliverAll([ana, ben])
    const part = splitClause(ben.hand, 'p2', 10)
    moveClause(ben.hand, part ?? '', 'p1')
    deliverAll([ana, ben])
    expectSame([ana, ben])
    expect(textsOf(ana).indexOf(' shall license the rest')).toBeLessThan(textsOf(ana).indexOf('Definitions'))
  })

  test('a caret whose clause another deletes is said to be stranded, though keys were on their way', () => {
    const [ana, ben] = two()
    ben.type(5, 33, 'X')
    removeClauses(ana.hand, ['p2'])
    deliverAll([ana, ben])
    expect(ben.stranded).toEqual([{ clause: 'p2', offset: 34 }])
  })

  test.each<[string, (ana: Person) => unknown, string]>([
    ['parts off', (ana) => splitClause(ana.hand, 'p2', 10), 'Each State| shall the rest'],
    ['joins on', (ana) => mergeClause(ana.hand, 'p2', 'p1'), 'Each State shall the rest'],
    [
      'parts off twice',
      (ana) => splitClause(ana.hand, splitClause(ana.hand, 'p2', 4) ?? '', 6),
      ' State| shall the rest',
    ],
  ])('words that one strikes out while another %s what they stand in are struck out', (_what, carry, words) => {
    const [ana, ben] = two()
    strike(ben, 5, 16, 24)
    carry(ana)
    deliverAll([ana, ben])
    expectSame([ana, ben])
    expect(textsOf(ana).join('|')).toContain(words)
    expect(textsOf(ana).join('|')).not.toContain('license')
  })

  test('words that are struck out where they were carried to stay so when another carries them elsewhere at that moment', () => {
    const [ana, ben] = two()
    splitClause(ben.hand, 'p2', 10)
    strike(ben, 6, 6, 14)
    splitClause(ana.hand, 'p2', 4)
    deliverAll([ana, ben])
    expectSame([ana, ben])
    expect(textsOf(ana).join('|')).not.toContain('license')
    expect(textsOf(ana).join('|').split('the rest').length).toBe(2)
  })

  test('words that one strikes out and brings back while another carries them stand once', () => {
    const [ana, ben] = two()
    strike(ben, 5, 16, 24)
    ben.undo.undo()
    splitClause(ana.hand, 'p2', 10)
    deliverAll([ana, ben])
    expectSame([ana, ben])
    expect(textsOf(ana).join('|').split('license').length).toBe(2)
  })

  test('what is composed of letters that another carries meanwhile takes their place', () => {
    const [ana, ben] = two()
    ben.type(5, 24, 'k')
    deliverAll([ana, ben])
    ben.type(5, 25, 'a')
    splitClause(ana.hand, 'p2', 10)
    strike(ben, 5, 24, 26)
    ben.type(5, 24, '漢')
    deliverAll([ana, ben])
    expectSame([ana, ben])
    expect(textsOf(ana)[6]).toBe(' shall license漢 the rest')
  })

  test('a footnote that two people write again at once stands twice, and neither wording is lost', () => {
    const [ana, ben] = two()
    write(ana, 'first', 0)
    deliverAll([ana, ben])
    write(ana, 'by ana', 1)
    write(ben, 'by ben', 1)
    deliverAll([ana, ben])
    expectSame([ana, ben])
    const notes = footnotesIn(readClauses(ana.doc)).map(({ words }) => textOf(words))
    expect(notes.toSorted()).toEqual(['by ana', 'by ben'])
  })

  test('content of a newer version survives editing around it', () => {
    const [ana, ben] = two()
    const stored = clausesOf(ana.doc).get('p2') as Y.Map<unknown>
    ana.doc.transact(() => {
      stored.set('futureKey', { deep: [1] })
      stored.set('kind', 'futureKind')
      const text = stored.get('text') as Y.Text
      text.format(0, 4, { futureMark: { level: 2 } })
      text.insertEmbed(4, { futureEmbed: true })
    })
    deliverAll([ana, ben])
    ben.type(5, 6, 'X')
    splitClause(ben.hand, 'p2', 12)
    deliverAll([ana, ben])
    expectSame([ana, ben])
    const kept = clausesOf(ana.doc).get('p2') as Y.Map<unknown>
    expect(kept.get('futureKey')).toEqual({ deep: [1] })
    expect(kept.get('kind')).toBe('futureKind')
    expect(wordsOf(kept).slice(0, 2)).toEqual([
      { insert: 'Each', attributes: { futureMark: { level: 2 } } },
      { insert: { futureEmbed: true } },
    ])
  })
})

const idsOf = ({ doc }: Person): string[] => readClauses(doc).map(({ id }) => id)

describe('a clause of words that I wrote', () => {
  const parted = ['Each State ', 'shall license the rest']

  test('is parted by another where they pressed Enter', () => {
    const [ana, ben] = two()
    const made = splitClause(ana.hand, 'p2', END) ?? ''
    for (const [at, letter] of Array.from(parted.join('')).entries()) ana.type(P2 + 1, at, letter)
    deliverAll([ana, ben])
    splitClause(ben.hand, made, 'Each State '.length)
    deliverAll([ana, ben])
    expectSame([ana, ben])
    expect(textsOf(ana).slice(P2 + 1, P2 + 3)).toEqual(parted)
  })

  test('is parted by another behind what I put before the words of a third', () => {
    const [ana, ben] = two()
    ana.type(P2, 0, 'Then ')
    deliverAll([ana, ben])
    splitClause(ben.hand, 'p2', 'Then '.length)
    deliverAll([ana, ben])
    expectSame([ana, ben])
    expect(textsOf(ana).slice(P2, P2 + 2)).toEqual(['Then ', parted.join('')])
  })

  test('is parted by another where they pressed Enter once I deleted it and brought it back', () => {
    const [ana, ben] = two()
    strike(ana, P2, 0, END)
    ana.undo.undo()
    deliverAll([ana, ben])
    splitClause(ben.hand, 'p2', 'Each State '.length)
    deliverAll([ana, ben])
    expectSame([ana, ben])
    expect(textsOf(ana).slice(P2, P2 + 2)).toEqual(parted)
  })
})

test('what one parted off stays where it is when another moves what it was parted from, and parts that', () => {
  const [ana, ben] = two()
  shiftClause(ana.hand, 'p2', -1)
  deliverAll([ana, ben])
  const part = splitClause(ben.hand, 'p2', 'Each State '.length)
  deliverAll([ana, ben])
  ana.undo.undo()
  const other = splitClause(ana.hand, 'p2', 'Each '.length)
  const meant = idsOf(ana)
  expect([part, 'p1', 'p2', other].map((id) => meant.indexOf(id ?? ''))).toEqual([2, 3, 6, 7])
  deliverAll([ana, ben])
  expectSame([ana, ben])
  expect(idsOf(ana)).toEqual(meant)
})

test('what I wrote meanwhile in the empty clause stays where another cut one, which is pasted elsewhere', () => {
  const [ana, ben] = two()
  const taken = cutClause(ben.hand, 'p2')
  deliverAll([ana, ben])
  ana.type(P2, 0, ' w')
  deliverAll([ana, ben])
  if (taken) pasteCut(ben.hand, taken, { clause: 'art1', offset: 0 })
  deliverAll([ana, ben])
  expectSame([ana, ben])
  expect(textsOf(ana)).toEqual(expect.arrayContaining(['Each State shall license the rest', ' w']))
})

test('what is parted off stands directly behind, though a heading whose clauses go on beneath was joined to it', () => {
  const [ana] = two([
    { id: 'p', kind: 'paragraph', parent: '', depth: 0, words: [{ insert: 'Each State' }] },
    { id: 'art', kind: 'article', parent: '', depth: 0, words: [{ insert: 'Definitions' }] },
    { id: 'q', kind: 'text', parent: 'art', depth: 1, words: [{ insert: 'For these purposes' }] },
  ])
  removeRange(ana.hand, { clause: 'p', offset: 0 }, { clause: 'art', offset: 'Def'.length })
  splitClause(ana.hand, 'p', 1)
  expect(textsOf(ana)).toEqual(['i', 'nitions', 'For these purposes'])
  expectSame([ana])
})

test('a joined clause that stands for what another wrote in it is not taken from who empties it', () => {
  const people = two()
  const [ana, ben] = people
  mergeClause(ben.hand, 'p2', 'p1b')
  ana.type(P2, 0, 'B')
  // Ana is away: what she wrote stays where it was.
  for (const update of ana.inbox.splice(0)) ben.receive(update)
  for (const update of ben.inbox.splice(0)) ben.receive(update)
  expect(textsOf(ben)[P2]).toBe('B')
  strike(ben, P2, 0, 1)
  expectSame([ben])
  expect(textsOf(ben)[P2]).toBe('')
})

test('what another writes meanwhile in the place of a clause that is cut stands in the text once that is pasted there', () => {
  const people = two()
  const [ana, ben] = people
  const cut = cutClause(ana.hand, 'p2')
  deliverAll(people)
  ben.type(P2, 0, 'B')
  if (cut) pasteCut(ana.hand, cut, { clause: cut.stand, offset: 0 })
  deliverAll(people)
  expectSame(people)
  expect(textsOf(ana).slice(P2, P2 + 2)).toEqual(['B', 'Each State shall license the rest'])
})

test('the first clause of an empty text is made by typing', () => {
  const [ana, ben] = two([])
  ana.type(0, 0, 'Hello')
  ana.type(0, 5, ' world')
  deliverAll([ana, ben])
  expectSame([ana, ben])
  expect(textsOf(ben)).toEqual(['Hello world'])
  addFirst(ben.hand, 'title', [{ insert: 'T' }])
  deliverAll([ana, ben])
  expect(textsOf(ana)).toEqual(['T', 'Hello world'])
  expectSame([ana, ben])
})

/** The words of the caret's clause before and behind it. */
function aroundCaret({ state }: Person): [string, string] {
  const { $head } = state.selection
  const words = textOf(wordsOfNodes($head.parent.children))
  return [words.slice(0, $head.parentOffset), words.slice($head.parentOffset)]
}
