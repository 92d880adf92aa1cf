/** Undo and redo of one's own steps, alone and while somebody else writes. */

import {
  adoptClause,
  bracketRange,
  clausesOf,
  cutClause,
  EMBED,
  findWords,
  footnoteOf,
  footnotesIn,
  indentClauses,
  insertClauses,
  mergeClause,
  moveClause,
  offerOption,
  outdentClause,
  pasteCut,
  readClauses,
  readDraft,
  referenceTo,
  removeClauses,
  removeRange,
  replaceWords,
  restoreClause,
  setFrozen,
  setKind,
  splitClause,
  textIn,
  textOf,
  turnClause,
  type Clause,
  type CutClause,
} from '@travaux/core'
import { TextSelection } from 'prosemirror-state'
import { describe, expect, test } from 'vitest'
import { allBlocks, pointAt } from './blocks.ts'
import { schema } from './schema.ts'
import {
  connect,
  deliverAll,
  expectSame,
  Person,
  pick,
  sample,
  startWith,
  strike,
  textsOf,
  three,
  two,
} from './trial.ts'

const END = 'Each State shall license the rest'.length
/** Where `p2` stands, and the clause that Enter makes behind it. */
const [P2, NEW] = [5, 6]
/** Where `p1b` stands. */
const P1B = 4

/** Does something as a step of its own. */
function step(person: Person, act: () => unknown): void {
  person.undo.stopCapturing()
  act()
  person.undo.stopCapturing()
}

const enterAtEnd = (person: Person): void =>
  step(person, () => splitClause(person.hand, 'p2', textsOf(person)[P2]?.length ?? 0))

describe('an empty new clause', () => {
  test('goes with the Enter that made it, and the words before stay', () => {
    const [ana] = two()
    step(ana, () => ana.type(P2, END, ' KEEP ME'))
    const before = textsOf(ana)
    enterAtEnd(ana)
    expect(textsOf(ana)).toHaveLength(before.length + 1)
    ana.undo.undo()
    expect(textsOf(ana)).toEqual(before)
    ana.undo.undo()
    expect(textsOf(ana)[P2]).toBe('Each State shall license the rest')
  })

  test('stands again where a clause was joined to it, and what was joined on deleted with more, and both undone', () => {
    const [ana] = two()
    let made = ''
    step(ana, () => (made = splitClause(ana.hand, 'p1b', 'of thumb cuffs'.length) ?? ''))
    const before = textsOf(ana)
    step(ana, () => mergeClause(ana.hand, 'p2', made))
    step(ana, () => removeRange(ana.hand, { clause: 'p1b', offset: 0 }, { clause: made, offset: 'Each State'.length }))
    ana.undo.undo()
    ana.undo.undo()
    expect(textsOf(ana)).toEqual(before)
  })

  test('goes in an untouched text, comes back by redo, and goes again', () => {
    const [ana] = two()
    const before = textsOf(ana)
    enterAtEnd(ana)
    const after = textsOf(ana)
    for (let round = 0; round < 3; round++) {
      ana.undo.undo()
      expect(textsOf(ana)).toEqual(before)
      ana.undo.redo()
      expect(textsOf(ana)).toEqual(after)
    }
    expect(ana.shown()).toEqual(ana.projected())
  })

  test('is taken back by one change that others get whole', () => {
    const [ana, ben] = two()
    enterAtEnd(ana)
    deliverAll([ana, ben])
    ana.undo.undo()
    expect(ben.inbox).toHaveLength(1)
  })

  test('stays with the words that another typed into it, and undo takes back the step before', () => {
    const [ana, ben] = two()
    step(ana, () => ana.type(P2, END, ' KEEP ME'))
    enterAtEnd(ana)
    deliverAll([ana, ben])
    ben.type(NEW, 0, 'BEN')
    deliverAll([ana, ben])
    ana.undo.undo()
    deliverAll([ana, ben])
    expectSame([ana, ben])
    expect(textsOf(ana).slice(P2, NEW + 1)).toEqual(['Each State shall license the rest', 'BEN'])
    ana.undo.redo()
    expect(textsOf(ana).slice(P2, NEW + 1)).toEqual(['Each State shall license the rest KEEP ME', 'BEN'])
    expect(ana.undo.redo()).toBeNull()
    expect(textsOf(ana).slice(P2, NEW + 1)).toEqual(['Each State shall license the rest KEEP ME', 'BEN'])
  })

  test('stays while another who typed into it erases that and types anew', () => {
    const [ana, ben] = two()
    enterAtEnd(ana)
    deliverAll([ana, ben])
    ben.type(NEW, 0, 'BEN')
    deliverAll([ana, ben])
    ana.undo.undo()
    deliverAll([ana, ben])
    strike(ben, NEW, 0, 3)
    deliverAll([ana, ben])
    expectSame([ana, ben])
    ben.type(NEW, 0, 'NEW')
    deliverAll([ana, ben])
    expectSame([ana, ben])
    expect(textsOf(ana).slice(P2, NEW + 1)).toEqual(['Each State shall license the rest', 'NEW'])
  })

  test('goes with the words that another typed into it and takes back', () => {
    const [ana, ben] = two()
    const before = textsOf(ana)
    enterAtEnd(ana)
    deliverAll([ana, ben])
    step(ben, () => ben.type(NEW, 0, 'BEN'))
    deliverAll([ana, ben])
    ana.undo.undo()
    deliverAll([ana, ben])
    ben.undo.undo()
    deliverAll([ana, ben])
    expectSame([ana, ben])
    expect(textsOf(ana)).toEqual(before)
  })

  test('shows the words that another typed into it at the moment it was taken back', () => {
    const [ana, ben] = two()
    enterAtEnd(ana)
    deliverAll([ana, ben])
    ben.type(NEW, 0, 'BEN')
    ana.undo.undo()
    deliverAll([ana, ben])
    expectSame([ana, ben])
    expect(textsOf(ana)[NEW]).toBe('BEN')
  })

  test('keeps what another typed into it after it came back by redo, and undo takes back the step before', () => {
    const [ana, ben] = two()
    step(ana, () => ana.type(P2, END, ' KEEP ME'))
    enterAtEnd(ana)
    ana.undo.undo()
    ana.undo.redo()
    deliverAll([ana, ben])
    ben.type(NEW, 0, 'BEN')
    deliverAll([ana, ben])
    ana.undo.undo()
    deliverAll([ana, ben])
    expectSame([ana, ben])
    expect(textsOf(ana).slice(P2, NEW + 1)).toEqual(['Each State shall license the rest', 'BEN'])
  })

  test('loses the words of whoever made it by the first undo, and the step before by the second', () => {
    const [ana, ben] = two()
    step(ana, () => ana.type(P2, END, ' KEEP ME'))
    step(ana, () => {
      splitClause(ana.hand, 'p2', textsOf(ana)[P2]?.length ?? 0)
      ana.type(NEW, 0, 'MINE')
    })
    deliverAll([ana, ben])
    ben.type(NEW, 2, 'BEN')
    deliverAll([ana, ben])
    const undone = (): string[] => {
      ana.undo.undo()
      return textsOf(ana).slice(P2, NEW + 1)
    }
    expect(undone()).toEqual(['Each State shall license the rest KEEP ME', 'BEN'])
    expect(undone()).toEqual(['Each State shall license the rest', 'BEN'])
    ana.undo.redo()
    ana.undo.redo()
    expect(textsOf(ana).slice(P2, NEW + 1)).toEqual(['Each State shall license the rest KEEP ME', 'MIBENNE'])
  })

  test('that another deleted stays deleted', () => {
    const [ana, ben] = two()
    const before = textsOf(ana)
    step(ana, () => ana.type(P2, END, ' KEEP ME'))
    enterAtEnd(ana)
    deliverAll([ana, ben])
    removeClauses(ben.hand, ['ana-1'])
    deliverAll([ana, ben])
    ana.undo.undo()
    deliverAll([ana, ben])
    expectSame([ana, ben])
    expect(textsOf(ana)).toEqual(before)
  })
})

describe('a step of which a reader sees nothing', () => {
  test('is passed over: a split that another merged again', () => {
    const [ana, ben] = two()
    step(ana, () => ana.type(0, 0, 'FIRST '))
    step(ana, () => splitClause(ana.hand, 'p2', 10))
    deliverAll([ana, ben])
    mergeClause(ben.hand, 'ana-1', 'p2')
    deliverAll([ana, ben])
    ana.undo.undo()
    expect(textsOf(ana)).toEqual(textsOf(two()[0]))
  })

  test('is passed over, back and forth: words brought back into a clause that another deleted', () => {
    const [ana, ben] = two()
    step(ana, () => ana.type(0, 0, 'FIRST '))
    step(ana, () => ana.hand.doc.transact(() => textOfClause(ana, 'p2')?.delete(0, 5), ana.hand.origin))
    deliverAll([ana, ben])
    removeClauses(ben.hand, ['p2'])
    deliverAll([ana, ben])
    ana.undo.undo()
    expect(textsOf(ana)[0]).toBe('Common standards')
    ana.undo.redo()
    expect(textsOf(ana)[0]).toBe('FIRST Common standards')
    expect(ana.undo.redo()).toBeNull()
    ana.undo.undo()
    expect(textsOf(ana)[0]).toBe('Common standards')
  })
})

test('a clause that another wrote in stays what it was made as, and where', () => {
  const [ana, ben] = two()
  step(ana, () => {
    splitClause(ana.hand, 'p1b', 'of thumb cuffs'.length)
    outdentClause(ana.hand, 'ana-1')
  })
  step(ana, () => offerOption(ana.hand, 'p2'))
  deliverAll([ana, ben])
  for (const id of ['ana-1', 'ana-2']) ben.type(placeOfClause(ben, id), 0, 'BEN')
  deliverAll([ana, ben])
  const before = ana.projected()
  expect(ana.undo.undo()).toBeNull()
  expect(ana.projected()).toEqual(before)
})

test('words that another carried on stand once when their cutting and pasting is undone', () => {
  const [ana, ben] = two()
  let cut: CutClause | undefined
  step(ana, () => (cut = cutClause(ana.hand, 'p3')))
  step(ana, () => cut && pasteCut(ana.hand, cut, { clause: 'p2', offset: END }))
  deliverAll([ana, ben])
  mergeClause(ben.hand, 'p3', 'p2')
  deliverAll([ana, ben])
  for (const go of ['undo', 'undo', 'redo', 'redo'] as const) {
    ana.undo[go]()
    deliverAll([ana, ben])
    expectSame([ana, ben])
    expect(textsOf(ana).join(' ').split('For these purposes')).toHaveLength(2)
  }
})

const letters = (person: Person): string => textsOf(person).join('').split('').toSorted().join('')

test('words that another split off again stand once, however often the first split is undone and redone', () => {
  const [ana, ben] = two()
  const before = letters(ana)
  step(ana, () => splitClause(ana.hand, 'p2', 10))
  deliverAll([ana, ben])
  splitClause(ben.hand, 'ana-1', 3)
  deliverAll([ana, ben])
  for (const go of ['undo', 'redo', 'undo', 'redo'] as const) {
    ana.undo[go]()
    deliverAll([ana, ben])
    expectSame([ana, ben])
    expect(letters(ana)).toBe(before)
  }
})

test('words that one took away and brought back while the other carried them stand once, whoever hears of it first', () => {
  for (const nth of [0, 1]) {
    const people = two()
    const [one, other] = [pick(people, nth), pick(people, nth + 1)]
    const before = letters(one)
    const cut = cutClause(other.hand, 'p1b')
    if (!cut) throw new Error('nothing was cut')
    pasteCut(other.hand, cut, { clause: cut.stand, offset: 0 })
    step(one, () => removeRange(one.hand, { clause: 'p1a', offset: 0 }, { clause: 'p1b', offset: 3 }))
    one.undo.undo()
    deliverAll(people)
    expectSame(people)
    expect(letters(one)).toBe(before)
  }
})

function embolden(person: Person, nth: number, from: number, to: number): void {
  const { pos } = pick(allBlocks(person.state.doc), nth)
  person.binding.dispatch(person.state.tr.addMark(pos + 1 + from, pos + 1 + to, schema.mark('strong')))
}

const boldIn = ({ doc }: Person): string =>
  readClauses(doc)
    .flatMap(({ words }) => textOf(words.filter(({ attributes }) => attributes?.['strong'] !== undefined)))
    .join('')

describe('words that I wrote', () => {
  test('go from where another carried them, and come back there', () => {
    const [ana, ben] = two()
    step(ana, () => ana.type(P2, 10, 'MINE'))
    deliverAll([ana, ben])
    mergeClause(ben.hand, 'p2', 'p1b')
    deliverAll([ana, ben])
    const carried = textsOf(ana)
    ana.undo.undo()
    expect(textsOf(ana)).toEqual(carried.map((text) => text.replace('MINE', '')))
    ana.undo.redo()
    expect(textsOf(ana)).toEqual(carried)
  })

  test('go from where I took them after another who carried what is around them', () => {
    const [ana, ben] = two()
    step(ana, () => ana.type(P2, 10, 'MINE'))
    splitClause(ben.hand, 'p2', 5)
    deliverAll([ana, ben])
    expect(textsOf(ana)[NEW]).toContain('MINE')
    ana.undo.undo()
    deliverAll([ana, ben])
    expectSame([ana, ben])
    expect(textsOf(ana).join('')).not.toContain('M')
    ana.undo.redo()
    expect(textsOf(ana)[NEW]).toContain('MINE')
  })

  test.each(['another', 'me after another'])(
    'go step by step though they stood side by side when carried by %s',
    (by) => {
      const people = two()
      const [ana, ben] = people
      step(ana, () => ana.type(P2, 10, 'MINE'))
      step(ana, () => ana.type(P2, 14, 'MORE'))
      if (by === 'another') deliverAll(people)
      mergeClause(ben.hand, 'p2', 'p1b')
      deliverAll(people)
      const carried = textsOf(ana)
      expect(carried[P1B]).toContain('MINEMORE')
      for (const gone of ['MORE', 'MINEMORE']) {
        ana.undo.undo()
        expect(textsOf(ana)).toEqual(carried.map((text) => text.replace(gone, '')))
      }
      for (let steps = 0; steps < 2; steps++) ana.undo.redo()
      expect(textsOf(ana)).toEqual(carried)
    },
  )

  test('go from where I took them after another, though they stood beside a reference that I set before', () => {
    const [ana, ben] = two()
    step(ana, () => {
      const { pos } = pick(allBlocks(ana.state.doc), P2)
      const reference = schema.node('embed', { value: referenceTo('art1') })
      ana.binding.dispatch(ana.state.tr.insert(pos + 1 + 10, reference))
    })
    step(ana, () => ana.type(P2, 11, 'M'))
    mergeClause(ben.hand, 'p2', 'p1b')
    deliverAll([ana, ben])
    const carried = textsOf(ana)
    for (const gone of ['M', `${EMBED}M`]) {
      ana.undo.undo()
      deliverAll([ana, ben])
      expectSame([ana, ben])
      expect(textsOf(ana)).toEqual(carried.map((text) => text.replace(gone, '')))
    }
  })

  test('leave the marks that another carried with them to what he writes among them, and get them again by redo', () => {
    const [ana, ben] = two()
    step(ana, () => ana.type(P2, 10, 'MINE'))
    deliverAll([ana, ben])
    embolden(ben, P2, 10, 14)
    mergeClause(ben.hand, 'p2', 'p1b')
    deliverAll([ana, ben])
    ana.undo.undo()
    ben.type(P1B, textsOf(ben)[P1B]?.indexOf('NE') ?? 0, 'BEN')
    deliverAll([ana, ben])
    expectSame([ana, ben])
    expect(boldIn(ana)).toBe('BEN')
    ana.undo.redo()
    deliverAll([ana, ben])
    expectSame([ana, ben])
    expect(boldIn(ana)).toBe('MIBENNE')
  })

  test('go whole, though another deleted the first of them', () => {
    const [ana, ben] = two()
    const before = textsOf(ana)
    step(ana, () => ana.type(P2, END, 'MMMM'))
    step(ana, () => ana.hand.doc.transact(() => textOfClause(ana, 'p2')?.delete(END, 4), ana.hand.origin))
    ana.undo.undo()
    deliverAll([ana, ben])
    ben.hand.doc.transact(() => textOfClause(ben, 'p2')?.delete(END, 1), ben.hand.origin)
    deliverAll([ana, ben])
    ana.undo.undo()
    expect(textsOf(ana)).toEqual(before)
  })
})

const clauseOf = ({ doc }: Person, id: string) => readClauses(doc).find((clause) => clause.id === id)

describe('a split', () => {
  test('that is undone and redone takes along what another typed in either half, and leaves nothing behind', () => {
    const [ana, ben] = two()
    const before = textsOf(ana)
    step(ana, () => splitClause(ana.hand, 'p2', 5))
    deliverAll([ana, ben])
    step(ben, () => ben.type(P2, 5, 'one '))
    step(ben, () => ben.type(NEW, 5, ' or two'))
    deliverAll([ana, ben])
    for (let round = 0; round < 2; round++) {
      ana.undo.undo()
      deliverAll([ana, ben])
      expectSame([ana, ben])
      expect(textsOf(ana)).toEqual(before.with(P2, 'Each one State or two shall license the rest'))
      ana.undo.redo()
      deliverAll([ana, ben])
      expectSame([ana, ben])
      expect(textsOf(ana).slice(P2, NEW + 1)).toEqual(['Each one ', 'State or two shall license the rest'])
    }
    for (let steps = 0; steps < 2; steps++) ben.undo.undo()
    ana.undo.undo()
    deliverAll([ana, ben])
    expectSame([ana, ben])
    expect(textsOf(ana)).toEqual(before)
  })

  test('and what another typed at the end of the first half stay where they are when more is joined to the second', () => {
    const [ana, ben] = two()
    step(ana, () => splitClause(ana.hand, 'p2', 5))
    deliverAll([ana, ben])
    ben.type(P2, 5, 'one ')
    deliverAll([ana, ben])
    mergeClause(ana.hand, 'p3', 'ana-1')
    deliverAll([ana, ben])
    expectSame([ana, ben])
    expect(textsOf(ana)[P2]).toBe('Each one ')
  })
})

describe('what two people made of one clause', () => {
  test.each<[string, (person: Person) => unknown, number]>([
    ['parted', ({ hand }) => splitClause(hand, 'p2', 10), NEW],
    ['joined', ({ hand }) => mergeClause(hand, 'p2', 'p1'), 2],
  ])('what another struck out of words that I %s does not come back when I undo and redo that', (_what, carry, nth) => {
    const [ana, ben] = two()
    step(ana, () => carry(ana))
    deliverAll([ana, ben])
    const at = textsOf(ben)[nth]?.indexOf(' license') ?? -1
    step(ben, () => strike(ben, nth, at, at + 8))
    deliverAll([ana, ben])
    const struck = letters(ana)
    for (const travel of ['undo', 'redo', 'undo'] as const) {
      ana.undo[travel]()
      deliverAll([ana, ben])
      expectSame([ana, ben])
      expect(letters(ana)).toBe(struck)
    }
    ben.undo.undo()
    deliverAll([ana, ben])
    expectSame([ana, ben])
    expect(textsOf(ana).join('|').split(' license')).toHaveLength(2)
  })

  test('nor does what another typed and took back, nor what they strike out at the moment of my undo', () => {
    const [ana, ben] = two()
    step(ben, () => ben.type(P2, END, ' TYPED'))
    deliverAll([ana, ben])
    step(ana, () => splitClause(ana.hand, 'p2', 10))
    deliverAll([ana, ben])
    ben.undo.undo()
    deliverAll([ana, ben])
    step(ben, () => strike(ben, NEW, 6, 14))
    ana.undo.undo()
    deliverAll([ana, ben])
    expectSame([ana, ben])
    expect(textsOf(ana)[P2]).toBe('Each State shall the rest')
  })

  test.each([0, 1])('at the same moment is what the other made of it when one of them takes it back: %i', (nth) => {
    const people = two()
    const [one, other] = [pick(people, nth), pick(people, nth + 1)]
    step(one, () => moveClause(one.hand, 'p1b', ''))
    step(one, () => setKind(one.hand, 'p2', 'text'))
    moveClause(other.hand, 'p1b', 'p2')
    setKind(other.hand, 'p2', 'entry')
    deliverAll(people)
    one.undo.undo()
    one.undo.undo()
    deliverAll(people)
    expectSame(people)
    expect(clauseOf(one, 'p2')?.kind).toBe('entry')
    expect(clauseOf(one, 'p1b')?.parent).toBe('art1')
    expect(textsOf(one)[P2]).toBe('of thumb cuffs')
  })

  test('stays as the other made it between two steps of mine', () => {
    const [ana, ben] = two()
    for (const [person, kind] of [
      [ana, 'text'],
      [ben, 'entry'],
      [ana, 'point'],
    ] as const) {
      step(person, () => setKind(person.hand, 'p2', kind))
      deliverAll([ana, ben])
    }
    ana.undo.undo()
    expect(clauseOf(ana, 'p2')?.kind).toBe('entry')
    expect(ana.undo.undo()).toBeNull()
    expect(clauseOf(ana, 'p2')?.kind).toBe('entry')
    ana.undo.redo()
    expect(clauseOf(ana, 'p2')?.kind).toBe('point')
  })

  test('is nothing again where both deleted it at the same moment and brought it back', () => {
    const [ana, ben] = two()
    step(ana, () => removeClauses(ana.hand, ['p2']))
    removeClauses(ben.hand, ['p2'])
    restoreClause(ben.hand, 'p2')
    ana.undo.undo()
    deliverAll([ana, ben])
    const before = textsOf(ana)
    step(ana, () => mergeClause(ana.hand, 'p2', 'p1b'))
    ana.undo.undo()
    deliverAll([ana, ben])
    expectSame([ana, ben])
    expect(textsOf(ana)).toEqual(before)
    expect(before).toEqual(textsOf(two()[0]))
  })

  test('is joined again by redo where another wrote in it while it was taken back', () => {
    const [ana, ben] = two()
    step(ana, () => offerOption(ana.hand, 'art2'))
    deliverAll([ana, ben])
    ana.undo.undo()
    ben.type(textsOf(ben).length - 1, 0, 'BEN')
    deliverAll([ana, ben])
    ana.undo.redo()
    step(ana, () => mergeClause(ana.hand, 'ana-1', 'p3'))
    const joined = textsOf(ana)
    expect(joined.at(-1)).toBe('For these purposesBEN')
    ana.undo.undo()
    expect(ana.undo.undo()).toBeNull()
    ana.undo.redo()
    expect(textsOf(ana)).toEqual(joined)
  })
})

const placeOfClause = ({ doc }: Person, id: string): number => readClauses(doc).findIndex((clause) => clause.id === id)

/** The key Enter. */
const ENTER = '\n'

/** Puts the caret somewhere and types, or presses Enter, as a step of its own. */
function at(person: Person, nth: number, offset: number, key: string): void {
  select(person, nth, offset)
  const { id } = pick(allBlocks(person.state.doc), nth)
  step(person, () =>
    person.travel.step(() => {
      if (key !== ENTER) return person.type(nth, offset, key)
      return person.binding.perform(() => ({ clause: splitClause(person.hand, id, offset) ?? id, offset: 0 }))
    }),
  )
}

function select(person: Person, nth: number, from: number, to = from): void {
  const start = pick(allBlocks(person.state.doc), nth).pos + 1
  person.updateState(
    person.state.apply(person.state.tr.setSelection(TextSelection.create(person.state.doc, start + from, start + to))),
  )
}

/** The ends of the selection: which clause of the text, and the offset there. */
function selected({ state: { doc, selection } }: Person): [number, number][] {
  const blocks = allBlocks(doc)
  return [selection.anchor, selection.head].map((pos) => {
    const point = pointAt(doc, pos)
    return [blocks.findIndex(({ id }) => id === point?.clause), point?.offset ?? -1]
  })
}

const caret = (person: Person): [number, number] | undefined => {
  const [anchor, head] = selected(person)
  expect(anchor).toEqual(head)
  return head
}

describe('the caret', () => {
  test('is back before the words that a split carried off, and behind the split by redo', () => {
    const [ana] = two()
    at(ana, P2, 10, ENTER)
    ana.travel.undo()
    expect(caret(ana)).toEqual([P2, 10])
    ana.travel.redo()
    expect(caret(ana)).toEqual([NEW, 0])
    ana.travel.undo()
    ana.type(P2, caret(ana)?.[1] ?? 0, 'TYPED')
    expect(textsOf(ana)[P2]).toBe('Each StateTYPED shall license the rest')
  })

  test('is back at the end where Enter made an empty clause', () => {
    const [ana] = two()
    at(ana, P2, END, ENTER)
    expect(caret(ana)).toEqual([NEW, 0])
    ana.travel.undo()
    expect(caret(ana)).toEqual([P2, END])
    ana.travel.redo()
    expect(caret(ana)).toEqual([NEW, 0])
  })

  test('goes to what was typed, from wherever it was', () => {
    const [ana] = two()
    at(ana, 0, 6, ' WORDS')
    select(ana, P2, 3)
    ana.travel.undo()
    expect(caret(ana)).toEqual([0, 6])
    select(ana, P2, 3)
    ana.travel.redo()
    expect(caret(ana)).toEqual([0, 12])
  })

  test('goes to what was typed though others wrote before it', () => {
    const [ana, ben] = two()
    at(ana, P2, 10, ' WORDS')
    deliverAll([ana, ben])
    ben.type(P2, 0, 'BEN ')
    ben.type(0, 0, 'BEN ')
    deliverAll([ana, ben])
    select(ana, 0, 3)
    ana.travel.undo()
    expect(caret(ana)).toEqual([P2, 14])
    ana.travel.redo()
    expect(caret(ana)).toEqual([P2, 20])
  })

  test('gives way to the words that were selected when they were deleted', () => {
    const [ana] = two()
    select(ana, P2, 5, 10)
    step(ana, () => ana.travel.step(() => ana.binding.dispatch(ana.state.tr.deleteSelection())))
    expect(textsOf(ana)[P2]).toBe('Each  shall license the rest')
    select(ana, 0, 0)
    ana.travel.undo()
    expect(selected(ana)).toEqual([
      [P2, 5],
      [P2, 10],
    ])
  })

  test('goes to what changed where the step was not made at the caret', () => {
    const [ana] = two()
    select(ana, 0, 0)
    step(ana, () => ana.hand.doc.transact(() => textOfClause(ana, 'p2')?.delete(5, 5), ana.hand.origin))
    ana.travel.undo()
    expect(caret(ana)).toEqual([P2, 5])
    step(ana, () => removeClauses(ana.hand, ['p1a']))
    select(ana, 0, 0)
    ana.travel.undo()
    expect(caret(ana)).toEqual([3, 0])
  })

  test('stays where nothing is left to undo', () => {
    const [ana] = two()
    select(ana, P2, 4)
    ana.travel.undo()
    ana.travel.redo()
    expect(caret(ana)).toEqual([P2, 4])
  })
})

function textOfClause({ doc }: Person, id: string) {
  const stored = clausesOf(doc).get(id)
  return stored && textIn(stored)
}

describe('a step that is gathered', () => {
  test('holds all that was done until it was parted, and nothing before or after', () => {
    const [ana] = two()
    const before = textsOf(ana)
    ana.type(P2, END, ' BEFORE')
    ana.undo.gather()
    ana.type(P2, 0, 'a')
    ana.undo.undo()
    ana.type(P2, 0, 'b')
    ana.type(P2, 1, 'c')
    ana.undo.part()
    ana.type(P2, 0, 'AFTER ')
    expect(textsOf(ana)[P2]).toBe('AFTER bcEach State shall license the rest BEFORE')
    ana.undo.undo()
    expect(textsOf(ana)[P2]).toBe('bcEach State shall license the rest BEFORE')
    ana.undo.undo()
    expect(textsOf(ana)[P2]).toBe('Each State shall license the rest BEFORE')
    ana.undo.undo()
    expect(textsOf(ana)).toEqual(before)
  })
})

describe('a step of several acts', () => {
  test.each([1, 2, 3])(
    'a clause that was parted, and %i words deleted of what was parted off, are whole again',
    (words) => {
      const [ana] = two()
      const before = textsOf(ana)
      ana.undo.gather()
      splitClause(ana.hand, 'p2', 'Each '.length)
      for (let nth = 0; nth < words; nth++) strike(ana, NEW, 0, 'State '.length)
      ana.undo.part()
      const after = textsOf(ana)
      for (let round = 0; round < 2; round++) {
        ana.undo.undo()
        expect(textsOf(ana)).toEqual(before)
        ana.undo.redo()
        expect(textsOf(ana)).toEqual(after)
      }
    },
  )

  test('a clause that was deleted and restored stands after undo, too', () => {
    const [ana] = two()
    const before = textsOf(ana)
    ana.undo.gather()
    removeClauses(ana.hand, ['p2'])
    restoreClause(ana.hand, 'p2')
    ana.type(P2, END, ' MORE')
    ana.undo.part()
    ana.undo.undo()
    expect(textsOf(ana)).toEqual(before)
  })
})

type Turn = readonly ['ana' | 'ben', (person: Person) => unknown]

const paragraphs: readonly Clause[] = Object.entries({ p: 'One two', q: 'Three four', r: 'Five six' }).map(
  ([id, insert]) => ({ id, kind: 'paragraph', parent: '', depth: 0, words: [{ insert }] }),
)
const article: Clause = { id: 'a', kind: 'article', parent: '', depth: 0, words: [{ insert: 'Object' }] }
const undo = (person: Person): unknown => person.undo.undo()
const redo = (person: Person): unknown => person.undo.redo()
const join =
  (id: string, into: string) =>
  ({ hand }: Person): unknown =>
    mergeClause(hand, id, into)
const joinNext = ({ hand }: Person): unknown => mergeClause(hand, readClauses(hand.doc)[2]?.id ?? '', 'q')
const part =
  (id: string, offset: number) =>
  ({ hand }: Person): unknown =>
    splitClause(hand, id, offset)
const bracket =
  (nth: number, from: number, to: number) =>
  ({ hand }: Person): unknown =>
    bracketRange(hand, readClauses(hand.doc)[nth]?.id ?? '', { from, to })
const type =
  (nth: number, offset: number, words: string) =>
  (person: Person): unknown =>
    person.type(nth, offset, words)
const strikeAt =
  (nth: number, from: number, to: number) =>
  (person: Person): unknown =>
    strike(person, nth, from, to)

const over =
  (nth: number, from: number, to: number, words: string) =>
  (person: Person): unknown => {
    strike(person, nth, from, to)
    return person.type(nth, from, words)
  }
const remove =
  (id: string) =>
  ({ hand }: Person): unknown =>
    removeClauses(hand, [id])
const cutAndPaste =
  (id: string, behind: string) =>
  ({ hand }: Person): unknown => {
    const [cut, end] = [cutClause(hand, id), textIn(clausesOf(hand.doc).get(behind)!)]
    return cut && pasteCut(hand, cut, { clause: behind, offset: end?.length ?? 0 })
  }

/** What two people do one after the other, each knowing of all before, and the texts at the end. */
const turns: readonly [string, readonly Turn[], readonly string[]][] = [
  [
    'words that were deleted at the end come back in front of what was joined on since',
    [
      ['ben', strikeAt(0, 3, 7)],
      ['ana', join('q', 'p')],
      ['ben', undo],
    ],
    ['One twoThree four', 'Five six'],
  ],
  [
    'and there they stay where that is taken back',
    [
      ['ben', strikeAt(0, 3, 7)],
      ['ana', join('q', 'p')],
      ['ana', undo],
      ['ben', undo],
    ],
    ['One two', 'Three four', 'Five six'],
  ],
  [
    'words that were deleted from what was parted off come back where they were parted from',
    [
      ['ana', part('r', 5)],
      ['ben', strikeAt(3, 0, 2)],
      ['ana', undo],
      ['ben', undo],
    ],
    ['One two', 'Three four', 'Five six'],
  ],
  [
    'and so they do where that was all that was parted off',
    [
      ['ana', part('r', 5)],
      ['ben', strikeAt(3, 0, 3)],
      ['ana', undo],
      ['ben', undo],
    ],
    ['One two', 'Three four', 'Five six'],
  ],
  [
    'what was joined behind what another joined and took back is a clause again',
    [
      ['ana', join('q', 'p')],
      ['ben', join('r', 'p')],
      ['ana', undo],
      ['ben', undo],
    ],
    ['One two', 'Three four', 'Five six'],
  ],
  [
    'what was joined, and went along with what another joined and took back, is a clause again',
    [
      ['ben', join('r', 'q')],
      ['ana', join('q', 'p')],
      ['ana', undo],
      ['ben', undo],
    ],
    ['One two', 'Three four', 'Five six'],
  ],
  [
    'what was parted off is joined again, with the words that another deleted and brought back in it',
    [
      ['ben', part('p', 1)],
      ['ana', strikeAt(1, 0, 2)],
      ['ana', undo],
      ['ben', undo],
    ],
    ['One two', 'Three four', 'Five six'],
  ],
  [
    'what another wrote at the start of what was parted off goes there and back with it',
    [
      ['ana', part('q', 1)],
      ['ben', type(2, 0, 'New ')],
      ['ana', undo],
      ['ana', redo],
    ],
    ['One two', 'T', 'New hree four', 'Five six'],
  ],
  [
    'what was written behind what was joined on stands in its order when both are redone',
    [
      ['ana', join('q', 'p')],
      ['ana', type(0, 17, ' shall not')],
      ['ben', type(0, 27, ' be exported')],
      ['ana', undo],
      ['ana', undo],
      ['ana', redo],
      ['ana', redo],
    ],
    ['One twoThree four shall not be exported', 'Five six'],
  ],
  [
    'what was typed over words that another parted and joined again is redone as it was',
    [
      ['ana', over(1, 6, 10, 'item')],
      ['ben', part('q', 6)],
      ['ana', undo],
      ['ben', undo],
      ['ana', redo],
    ],
    ['One two', 'Three item', 'Five six'],
  ],
  [
    'what was typed over words that another joined and parted again, too',
    [
      ['ana', over(1, 0, 5, 'Item')],
      ['ben', join('q', 'p')],
      ['ana', undo],
      ['ben', undo],
      ['ana', redo],
    ],
    ['One two', 'Item four', 'Five six'],
  ],
  [
    'what was typed over words that another had parted off, and joined again, is redone as it was',
    [
      ['ana', part('q', 6)],
      ['ben', over(2, 0, 4, 'item')],
      ['ben', undo],
      ['ana', undo],
      ['ben', redo],
    ],
    ['One two', 'Three item', 'Five six'],
  ],
  [
    'words that were struck out of what another had parted off, and joined again, are struck out by redo',
    [
      ['ana', part('q', 2)],
      ['ben', strikeAt(2, 1, 4)],
      ['ben', undo],
      ['ana', undo],
      ['ben', redo],
    ],
    ['One two', 'Thrfour', 'Five six'],
  ],
  [
    'brackets around words that another parted are redone where they were, and so is the parting',
    [
      ['ben', bracket(1, 2, 7)],
      ['ana', part('q', 4)],
      ['ben', bracket(2, 5, 7)],
      ['ben', undo],
      ['ben', undo],
      ['ana', undo],
      ['ben', redo],
      ['ben', redo],
      ['ana', redo],
    ],
    ['One two', 'Th[r', 'ee f][ou]r', 'Five six'],
  ],
  [
    'what another typed in a part, where joining and parting it are taken back one after the other, stays in its order',
    [
      ['ana', type(1, 5, ' a')],
      ['ben', part('q', 2)],
      ['ana', type(2, 5, ' b')],
      ['ben', joinNext],
      ['ana', type(1, 9, ' c')],
      ['ben', undo],
      ['ben', undo],
    ],
    ['One two', 'Three a b c four', 'Five six'],
  ],
  [
    'what was typed over in the middle of a clause that another parts before it is as it was by undo, in its place',
    [
      ['ana', over(1, 6, 9, 'item')],
      ['ben', part('q', 5)],
      ['ana', undo],
    ],
    ['One two', 'Three', ' four', 'Five six'],
  ],
  [
    'and where another joins that clause to the one before',
    [
      ['ana', over(1, 6, 9, 'item')],
      ['ben', join('q', 'p')],
      ['ana', undo],
    ],
    ['One twoThree four', 'Five six'],
  ],
  [
    'and where another parts it and joins it again',
    [
      ['ana', over(1, 6, 9, 'item')],
      ['ben', part('q', 5)],
      ['ben', joinNext],
      ['ana', undo],
    ],
    ['One two', 'Three four', 'Five six'],
  ],
  [
    'words that were struck out, parted by another and joined again are struck out by redo',
    [
      ['ana', strikeAt(1, 5, 10)],
      ['ben', part('q', 2)],
      ['ana', undo],
      ['ben', undo],
      ['ana', redo],
    ],
    ['One two', 'Three', 'Five six'],
  ],
  [
    'what was parted off stays where the rest was deleted since',
    [
      ['ben', part('q', 6)],
      ['ana', remove('q')],
      ['ben', undo],
    ],
    ['One two', 'four', 'Five six'],
  ],
  [
    'and the rest comes back',
    [
      ['ben', part('q', 6)],
      ['ana', remove('q')],
      ['ben', undo],
      ['ana', undo],
    ],
    ['One two', 'Three ', 'four', 'Five six'],
  ],
  [
    'a clause that was deleted comes back though another took back what they wrote behind it',
    [
      ['ben', part('q', 10)],
      ['ben', type(2, 0, 'New')],
      ['ana', remove('q')],
      ['ben', undo],
      ['ben', undo],
      ['ana', undo],
    ],
    ['One two', 'Three four', 'Five six'],
  ],
  [
    'what another wrote behind a clause that was cut and pasted stays behind it',
    [
      ['ana', cutAndPaste('q', 'r')],
      ['ben', type(2, 10, ' more')],
      ['ana', undo],
    ],
    ['One two', 'Three four more', 'Five six'],
  ],
  [
    'a clause that was taken back while another wrote in it is redone once that is taken back, too',
    [
      ['ana', part('q', 10)],
      ['ana', type(2, 0, 'New.')],
      ['ben', type(2, 4, ' bee')],
      ['ana', undo],
      ['ana', undo],
      ['ben', undo],
      ['ana', redo],
      ['ana', redo],
    ],
    ['One two', 'Three four', 'New.', 'Five six'],
  ],
  [
    'a clause whose words another parted off again where they were joined stays with those',
    [
      ['ana', join('q', 'p')],
      ['ben', part('p', 7)],
      ['ana', undo],
    ],
    ['One two', 'Three four', 'Five six'],
  ],
  [
    'and so it does where another joined them on',
    [
      ['ana', join('r', 'q')],
      ['ben', join('q', 'p')],
      ['ana', undo],
    ],
    ['One twoThree four', 'Five six'],
  ],
  [
    'a clause that was deleted comes back though another took back the Enter at its end',
    [
      ['ben', part('q', 10)],
      ['ana', remove('q')],
      ['ben', undo],
      ['ana', undo],
    ],
    ['One two', 'Three four', 'Five six'],
  ],
  [
    'what another wrote within a clause that was cut and pasted stays within it',
    [
      ['ana', cutAndPaste('q', 'r')],
      ['ben', type(2, 5, ' mid')],
      ['ana', undo],
    ],
    ['One two', 'Three mid four', 'Five six'],
  ],
  [
    'what was joined is parted again though another parted in front of it',
    [
      ['ana', join('q', 'p')],
      ['ben', part('p', 4)],
      ['ana', undo],
    ],
    ['One ', 'two', 'Three four', 'Five six'],
  ],
  [
    'and it is whole when that is taken back, too',
    [
      ['ana', join('q', 'p')],
      ['ben', part('p', 4)],
      ['ana', undo],
      ['ben', undo],
    ],
    ['One two', 'Three four', 'Five six'],
  ],
  [
    'what another parted off from what was joined stays parted',
    [
      ['ana', join('q', 'p')],
      ['ben', part('p', 13)],
      ['ben', type(1, 0, 'mid ')],
      ['ana', undo],
    ],
    ['One two', 'Three ', 'mid four', 'Five six'],
  ],
]

/** Writes the footnote at the end of a clause again, or for the first time. */
function note(person: Person, nth: number, words: string): void {
  const { pos, node } = pick(allBlocks(person.state.doc), nth)
  const [end, { lastChild }] = [pos + 1 + node.content.size, node]
  const from = lastChild?.type.name === 'embed' ? end - 1 : end
  const value = footnoteOf([{ insert: words }])
  step(person, () => person.binding.dispatch(person.state.tr.replaceWith(from, end, schema.node('embed', { value }))))
}

const notesOf = ({ doc }: Person): string[] => footnotesIn(readClauses(doc)).map(({ words }) => textOf(words))

test('a footnote that another wrote again since is not brought back beside it', () => {
  const people = two(paragraphs)
  const [ana, ben] = people
  note(ana, 0, 'Base')
  note(ana, 0, 'Base a')
  deliverAll(people)
  note(ben, 0, 'Base a b')
  deliverAll(people)
  ana.undo.undo()
  deliverAll(people)
  expect(notesOf(ana)).toEqual(['Base a b'])
  ben.undo.undo()
  deliverAll(people)
  expectSame(people)
  expect(notesOf(ana)).toEqual(['Base a'])
})

test('a footnote written again and again is taken back step by step', () => {
  const [ana] = two(paragraphs)
  for (const words of ['One', 'Two', 'Three']) note(ana, 0, words)
  for (const words of [['Two'], ['One'], []]) {
    ana.undo.undo()
    expect(notesOf(ana)).toEqual(words)
  }
  for (const words of ['One', 'Two', 'Three']) {
    ana.undo.redo()
    expect(notesOf(ana)).toEqual([words])
  }
})

const articles: readonly Clause[] = [
  article,
  { id: 'p', kind: 'paragraph', parent: 'a', depth: 1, words: [{ insert: 'One two' }] },
  { ...article, id: 'b', words: [{ insert: 'Scope' }] },
  { id: 'q', kind: 'paragraph', parent: 'b', depth: 1, words: [{ insert: 'Three four' }] },
  { id: 'r', kind: 'paragraph', parent: 'b', depth: 1, words: [{ insert: 'Five six' }] },
]
const outlineOf = ({ doc }: Person): string[] => readClauses(doc).map(({ depth, words }) => `${depth} ${textOf(words)}`)

test('what another parts of what was joined over a heading stands beneath the heading when that comes back', () => {
  const people = two(articles)
  const [ana, ben] = people
  step(ana, () => removeRange(ana.hand, { clause: 'p', offset: 7 }, { clause: 'q', offset: 0 }))
  deliverAll(people)
  step(ben, () => splitClause(ben.hand, 'p', 13))
  ben.type(2, 0, 'mid ')
  deliverAll(people)
  ana.undo.undo()
  deliverAll(people)
  expectSame(people)
  expect(outlineOf(ana)).toEqual(['0 Object', '1 One two', '0 Scope', '1 Three ', '1 mid four', '1 Five six'])
})

test('a heading that both delete at once comes back by the undo of either', () => {
  for (const first of [0, 1]) {
    const people = two(articles)
    const [ana, ben] = [pick(people, first), pick(people, first + 1)]
    step(ana, () => strike(ana, 2, 0, 5))
    deliverAll(people)
    for (const { hand } of people) mergeClause(hand, 'b', 'p')
    deliverAll(people)
    expect(outlineOf(ana)).toEqual(['0 Object', '1 One two', '1 Three four', '1 Five six'])
    ana.undo.undo()
    ana.undo.undo()
    deliverAll(people)
    ben.undo.undo()
    deliverAll(people)
    expectSame(people)
    expect(outlineOf(ana)).toEqual(['0 Object', '1 One two', '0 Scope', '1 Three four', '1 Five six'])
  }
})

test('a clause that another put elsewhere since stays what it is there', () => {
  const [ana, ben] = two(paragraphs.map((one) => ({ ...one, parent: 'a', depth: 1 })).toSpliced(0, 0, article))
  step(ana, () => indentClauses(ana.hand, ['q', 'r']))
  deliverAll([ana, ben])
  step(ben, () => outdentClause(ben.hand, 'q'))
  deliverAll([ana, ben])
  ana.undo.undo()
  deliverAll([ana, ben])
  expectSame([ana, ben])
  expect(readClauses(ana.doc).map(({ id, kind, parent }) => [id, kind, parent])).toEqual([
    ['a', 'article', ''],
    ['p', 'paragraph', 'a'],
    ['q', 'paragraph', 'a'],
    ['r', 'point', 'q'],
  ])
})

test('a clause that another put elsewhere, and back, is what it was, and where, when I take back that I put it there', () => {
  const [ana, ben] = two(paragraphs.map((one) => ({ ...one, parent: 'a', depth: 1 })).toSpliced(0, 0, article))
  const before = ana.projected()
  step(ana, () => indentClauses(ana.hand, ['q']))
  deliverAll([ana, ben])
  const indented = ana.projected()
  step(ben, () => outdentClause(ben.hand, 'q'))
  deliverAll([ana, ben])
  ben.undo.undo()
  deliverAll([ana, ben])
  expect(ana.projected()).toEqual(indented)
  ana.undo.undo()
  deliverAll([ana, ben])
  expectSame([ana, ben])
  expect(ana.projected()).toEqual(before)
  ana.undo.redo()
  expect(ana.projected()).toEqual(indented)
})

describe('undo and redo, where each knows what the other did', () => {
  test.each(turns.flatMap((turn) => [0, 1].map((first) => [turn[0], first, turn] as const)))(
    '%s (%i)',
    (_what, first, [, steps, texts]) => {
      const people = two(paragraphs)
      const [ana, ben] = [pick(people, first), pick(people, first + 1)]
      for (const [who, act] of steps) {
        const person = who === 'ana' ? ana : ben
        step(person, () => act(person))
        deliverAll(people)
      }
      expectSame(people)
      expect(textsOf(ana)).toEqual(texts)
    },
  )
})

function moveByPaste(person: Person, before: string): void {
  let cut: CutClause | undefined
  step(person, () => (cut = cutClause(person.hand, 'p2')))
  step(person, () => cut && pasteCut(person.hand, cut, { clause: before, offset: 0 }))
}

/** Ben writes a word into `p2`, which Ana then cuts and pastes before `p1b`. */
function pasted(): readonly [Person, Person] {
  const [ana, ben] = two()
  step(ben, () => ben.type(P2, 'Each'.length, ' new'))
  deliverAll([ana, ben])
  moveByPaste(ana, 'p1b')
  deliverAll([ana, ben])
  return [ana, ben]
}

describe('a clause that I cut and pasted', () => {
  test.each([
    ['took back', ({ undo }: Person) => undo.undo()],
    ['struck out', (ben: Person) => strike(ben, P2 - 1, 'Each'.length, 'Each new'.length)],
  ])('comes back without the word that another %s since, and by redo and undo again', (_how, act) => {
    const [ana, ben] = pasted()
    expect(textsOf(ben)[P2 - 1]).toBe('Each new State shall license the rest')
    act(ben)
    deliverAll([ana, ben])
    for (let round = 0; round < 2; round++) {
      for (let nth = 0; nth < 2; nth++) ana.undo.undo()
      deliverAll([ana, ben])
      expectSame([ana, ben])
      expect(textsOf(ana)[P2]).toBe('Each State shall license the rest')
      for (let nth = 0; nth < 2; nth++) ana.undo.redo()
      expect(textsOf(ana)[P2 - 1]).toBe('Each State shall license the rest')
    }
  })

  test('comes back whole where what was done since undo began was undone, too', () => {
    const [ana, ben] = pasted()
    ana.undo.undo()
    step(ana, () => ana.type(1, 0, 'X'))
    ana.undo.undo()
    ana.undo.undo()
    deliverAll([ana, ben])
    expectSame([ana, ben])
    expect(textsOf(ana)[P2]).toBe('Each new State shall license the rest')
  })

  test('stays as it is where another cut and pasted it since, with what a third person wrote in it', () => {
    const [ana, ben] = pasted()
    moveByPaste(ben, 'p1a')
    deliverAll([ana, ben])
    step(ben, () => ben.type(P2 - 2, 'Each'.length, ' third'))
    deliverAll([ana, ben])
    const meant = ana.projected()
    ana.undo.undo()
    ana.undo.undo()
    deliverAll([ana, ben])
    expectSame([ana, ben])
    expect(textOf(clauseOf(ana, 'p2')?.words ?? [])).toBe('Each third new State shall license the rest')
    expect(ana.projected()).toEqual(meant)
  })
})

/** Cuts a clause as a whole and pastes it behind another, as two steps that everybody hears of at once. */
function moveBehind(people: readonly Person[], person: Person, [id, behind]: readonly [string, string]): void {
  let cut: CutClause | undefined
  step(person, () => (cut = cutClause(person.hand, id)))
  deliverAll(people)
  step(
    person,
    () => cut && pasteCut(person.hand, cut, { clause: behind, offset: textOfClause(person, behind)?.length ?? 0 }),
  )
  deliverAll(people)
}

/** Takes two steps back, each of which everybody hears of at once. */
function takeBoth(person: Person, people: readonly Person[]): void {
  for (let nth = 0; nth < 2; nth++) {
    person.undo.undo()
    deliverAll(people)
    expectSame(people)
  }
}

describe('a clause that two cut and pasted, one after the other', () => {
  const typed = ['One two', 'Three more four', 'Five six']
  test('keeps its words in order, with what a third wrote in it, where the second takes that back, then the first', () => {
    const people = three(paragraphs)
    const [ana, ben, cy] = people
    moveBehind(people, ana, ['q', 'r'])
    moveBehind(people, ben, ['q', 'p'])
    cy.type(1, 'Three'.length, ' more')
    deliverAll(people)
    expect(textsOf(ana)).toEqual(typed)
    takeBoth(ben, people)
    expect(textsOf(ana)).toEqual(['One two', 'Five six', 'Three more four'])
    takeBoth(ana, people)
    expect(textsOf(ana)).toEqual(typed)
  })

  test('stays where the second put it when the first takes back what nobody sees any more', () => {
    const people = three(paragraphs)
    const [ana, ben, cy] = people
    moveBehind(people, ana, ['q', 'r'])
    moveBehind(people, ben, ['q', 'p'])
    cy.type(1, 'Three'.length, ' more')
    deliverAll(people)
    takeBoth(ana, people)
    expect(textsOf(ana)).toEqual(typed)
    takeBoth(ben, people)
    expect(textsOf(ana)).toEqual(['One two', 'Five six', 'Three more four'])
    cy.undo.undo()
    deliverAll(people)
    expect(textsOf(ana)).toEqual(['One two', 'Five six', 'Three four'])
  })
})

/** Cuts a clause as a whole and pastes it behind another. */
function carryBehind({ hand }: Person, id: string, behind: string): void {
  const stored = clausesOf(hand.doc).get(behind)
  const cut = cutClause(hand, id)
  if (cut) pasteCut(hand, cut, { clause: behind, offset: (stored && textIn(stored)?.length) ?? 0 })
}

const strikeWord = (ben: Person): void => step(ben, () => strike(ben, 1, 0, 'Three '.length))

describe('a clause that one cuts as a whole and pastes is still the one that the other', () => {
  test('struck a word out of, which comes back in its place', () => {
    const [ana, ben] = two(paragraphs)
    strikeWord(ben)
    deliverAll([ana, ben])
    carryBehind(ana, 'q', 'r')
    deliverAll([ana, ben])
    ben.undo.undo()
    deliverAll([ana, ben])
    expectSame([ana, ben])
    expect(textsOf(ana)).toEqual(['One two', 'Five six', 'Three four'])
  })

  test.each<[string, (ben: Person) => unknown, readonly string[]]>([
    ['types in', (ben) => ben.type(1, 5, ' and more'), ['One two', 'Five six', 'Three and more four']],
    ['strikes a word out of', strikeWord, ['One two', 'Five six', 'four']],
    ['parts', (ben) => splitClause(ben.hand, 'q', 'Three'.length), ['One two', 'Five six', 'Three', ' four']],
  ])('%s at that moment', (_what, act, texts) => {
    const [ana, ben] = two(paragraphs)
    carryBehind(ana, 'q', 'r')
    act(ben)
    deliverAll([ana, ben])
    expectSame([ana, ben])
    expect(textsOf(ana)).toEqual(texts)
  })

  test('joined another to, which is parted again where it then stands', () => {
    const [ana, ben] = two(paragraphs)
    step(ben, () => mergeClause(ben.hand, 'r', 'q'))
    deliverAll([ana, ben])
    carryBehind(ana, 'q', 'p')
    deliverAll([ana, ben])
    ben.undo.undo()
    deliverAll([ana, ben])
    expectSame([ana, ben])
    expect(textsOf(ana)).toEqual(['One two', 'Three four', 'Five six'])
  })
})

test('what I typed in a clause that another deleted is not undone unseen, and can be once the clause is back', () => {
  const people = two(paragraphs)
  const [ana, ben] = people
  step(ana, () => ana.type(0, 0, '1 '))
  step(ana, () => ana.type(1, 0, '2 '))
  deliverAll(people)
  step(ben, () => removeClauses(ben.hand, ['q']))
  deliverAll(people)
  ana.undo.undo()
  expect(textsOf(ana)).toEqual(['One two', 'Five six'])
  expect(ana.undo.undo()).toBeNull()
  deliverAll(people)
  ben.undo.undo()
  deliverAll(people)
  expectSame(people)
  expect(textsOf(ana)).toEqual(['One two', '2 Three four', 'Five six'])
  ana.undo.redo()
  expect(textsOf(ana)).toEqual(['1 One two', '2 Three four', 'Five six'])
  ana.undo.undo()
  ana.undo.undo()
  expect(textsOf(ana)).toEqual(['One two', 'Three four', 'Five six'])
})

test('what I parted off and another deleted does not stand again by undo, and is joined again once it is back', () => {
  const people = two(paragraphs)
  const [ana, ben] = people
  step(ana, () => ana.type(0, 0, '1 '))
  step(ana, () => splitClause(ana.hand, 'q', 'Three'.length))
  deliverAll(people)
  step(ben, () => removeClauses(ben.hand, ['ana-1']))
  deliverAll(people)
  ana.undo.undo()
  expect(textsOf(ana)).toEqual(['One two', 'Three', 'Five six'])
  expect(ana.undo.undo()).toBeNull()
  deliverAll(people)
  ben.undo.undo()
  deliverAll(people)
  expectSame(people)
  expect(textsOf(ana)).toEqual(['One two', 'Three', ' four', 'Five six'])
  ana.undo.undo()
  expect(textsOf(ana)).toEqual(['One two', 'Three four', 'Five six'])
})

test('what I typed is taken back where another parted it off, though he deleted the clause that I typed it in', () => {
  const [ana, ben] = two()
  step(ana, () => ana.type(P2, END, ' MINE'))
  deliverAll([ana, ben])
  splitClause(ben.hand, 'p2', 'Each'.length)
  removeClauses(ben.hand, ['p2'])
  deliverAll([ana, ben])
  expect(textsOf(ana).join()).toContain('MINE')
  ana.undo.undo()
  expect(textsOf(ana).join()).not.toContain('MINE')
})

test('what I typed, struck out and brought back is taken back as a whole, though I parted it and took that back', () => {
  const [ana] = two()
  const before = textsOf(ana)
  step(ana, () => ana.type(P2, 'Each'.length, ' MINE'))
  const typed = textsOf(ana)
  step(ana, () => strike(ana, P2, 'Ea'.length, 'Each MINE St'.length))
  ana.undo.undo()
  step(ana, () => splitClause(ana.hand, 'p2', 'Each MI'.length))
  ana.undo.undo()
  ana.undo.undo()
  expect(textsOf(ana)).toEqual(before)
  ana.undo.redo()
  expect(textsOf(ana)).toEqual(typed)
})

test('redo leaves the wording that the step took over where that stands', () => {
  const [ana] = two()
  const old = readDraft(ana.doc)
  step(ana, () => {
    removeRange(ana.hand, { clause: 'art2', offset: 0 }, { clause: 'p3', offset: 'For these'.length })
    adoptClause(ana.hand, old, 'p3')
  })
  const after = textsOf(ana)
  expect(after.slice(-2)).toEqual([' purposes', 'For these purposes'])
  ana.undo.undo()
  expect(readDraft(ana.doc)).toEqual(old)
  ana.undo.redo()
  expect(textsOf(ana)).toEqual(after)
})

test('redo of a parting leaves what stands before the part, though another has put that ahead', () => {
  const people = two(paragraphs)
  const [ana, ben] = people
  step(ana, () => insertClauses(ana.hand, 'q', [{ ...article, kind: 'paragraph', words: [{ insert: 'Then more' }] }]))
  step(ana, () => splitClause(ana.hand, 'ana-1', 'Then'.length))
  deliverAll(people)
  moveClause(ben.hand, 'ana-2', '')
  deliverAll(people)
  const parted = [' more', 'One two', 'Three four', 'Then', 'Five six']
  expect(textsOf(ana)).toEqual(parted)
  for (let nth = 0; nth < 2; nth++) ana.undo.undo()
  for (let nth = 0; nth < 2; nth++) ana.undo.redo()
  expect(textsOf(ana)).toEqual(parted)
})

test('a deletion that was taken back, and done again by undo, is taken back with its step', () => {
  const [ana] = two()
  const old = readDraft(ana.doc)
  step(ana, () => {
    splitClause(ana.hand, 'art1', 1)
    removeClauses(ana.hand, ['art1'])
  })
  step(ana, () => adoptClause(ana.hand, old, 'art1'))
  const texts = [old, readDraft(ana.doc)]
  for (let round = 0; round < 2; round++) {
    while (ana.undo.undo());
    expect(readDraft(ana.doc)).toEqual(texts[0])
    while (ana.undo.redo());
    expect(readDraft(ana.doc)).toEqual(texts[1])
  }
})

test('a clause that was joined, restored, cut and pasted is joined again by undo of its restoring', () => {
  const [ana] = two()
  const old = readDraft(ana.doc)
  step(ana, () => mergeClause(ana.hand, 'p1', 'art1'))
  const joined = readDraft(ana.doc)
  step(ana, () => adoptClause(ana.hand, old, 'p1'))
  step(ana, () => {
    const cut = cutClause(ana.hand, 'p1')
    if (cut) pasteCut(ana.hand, cut, { clause: cut.stand, offset: 0 })
  })
  ana.undo.undo()
  expect(readDraft(ana.doc)).toEqual(joined)
})

test('numbers that are let go and kept again, the same ones in another order, are no step', () => {
  const [ana] = two([{ ...article, id: 'p', kind: 'paragraph' }, article])
  setFrozen(ana.hand, true)
  moveClause(ana.hand, 'a', '')
  step(ana, () => ana.type(0, 0, '1 '))
  step(ana, () => {
    setFrozen(ana.hand, false)
    setFrozen(ana.hand, true)
  })
  ana.undo.undo()
  expect(textsOf(ana)).toEqual(['Object', 'Object'])
})

test('redo brings back with a step what was passed over before it', () => {
  const people = two()
  const [ana, ben] = people
  mergeClause(ben.hand, 'p1a', 'p1')
  step(ana, () => ana.type(0, 0, '1 '))
  step(ana, () => removeClauses(ana.hand, ['p1a']))
  deliverAll(people)
  const before = readDraft(ana.doc)
  ana.undo.undo()
  expect(textsOf(ana)[0]).toBe('Common standards')
  ana.undo.redo()
  expect(readDraft(ana.doc)).toEqual(before)
})

test('words that I struck out and brought back stand, though another carried them on twice meanwhile', () => {
  const start = startWith(sample)
  const people: [Person, Person] = [new Person('ana', start, 30), new Person('ben', start, 20)]
  const [ana, ben] = people
  connect(people)
  step(ana, () => splitClause(ana.hand, 'p2', 1))
  mergeClause(ben.hand, 'art2', 'p2')
  step(ana, () => removeRange(ana.hand, { clause: 'ana-1', offset: 0 }, { clause: 'art2', offset: 5 }))
  for (const update of ana.inbox.splice(0)) ana.receive(update)
  ana.undo.undo()
  deliverAll(people)
  expectSame(people)
  expect(textsOf(ana).join('|')).toContain('Definitions')
})

test('a word that I typed over comes back where it was among what went along with something I did', () => {
  const people = two(paragraphs)
  const [ana, ben] = people
  mergeClause(ben.hand, 'r', 'q')
  step(ana, () => removeRange(ana.hand, { clause: 'p', offset: 'One'.length }, { clause: 'q', offset: 'Three'.length }))
  for (const update of ana.inbox.splice(0)) ana.receive(update)
  expect(textsOf(ana)).toEqual(['One four', 'Five six'])
  step(ana, () => {
    strike(ana, 1, 1, 2)
    ana.type(1, 1, 'y')
  })
  deliverAll(people)
  expect(textsOf(ana)).toEqual(['One fourFyve six'])
  ana.undo.undo()
  expect(textsOf(ana)).toEqual(['One fourFive six'])
  ana.undo.redo()
  expect(textsOf(ana)).toEqual(['One fourFyve six'])
})

test('words that I joined on, struck out and brought back are not parted into a clause that another deleted', () => {
  const people = two(paragraphs)
  const [ana, ben] = people
  removeClauses(ben.hand, ['q'])
  step(ana, () => mergeClause(ana.hand, 'q', 'p'))
  step(ana, () => strike(ana, 0, 'One two'.length, 'One twoThree'.length))
  deliverAll(people)
  for (let nth = 0; nth < 2; nth++) ana.undo.undo()
  expect(textsOf(ana)).toEqual(['One twoThree four', 'Five six'])
})

test('a clause that another put elsewhere, and back as another kind, stays where that one put it', () => {
  const people = two()
  const [ana, ben] = people
  step(ana, () => turnClause(ana.hand, 'art1', 'part'))
  deliverAll(people)
  step(ben, () => indentClauses(ben.hand, ['p2']))
  step(ben, () => turnClause(ben.hand, 'p2', 'part'))
  deliverAll(people)
  ana.undo.undo()
  deliverAll(people)
  expectSame(people)
  expect(readClauses(ana.doc).find(({ id }) => id === 'p2')).toMatchObject({ kind: 'part', parent: '' })
})

test('one undo takes back one step, though another makes seen what the step before it did', () => {
  const people = two()
  const [ana, ben] = people
  const place = { parent: '', order: 'a1G' }
  step(ana, () => ana.doc.transact(() => clausesOf(ana.doc).get('art2')?.set('place', place), ana.hand.origin))
  expect(ana.undo.undo()).toBeNull()
  ana.undo.redo()
  step(ana, () => ana.type(0, 0, 'The '))
  step(ben, () => turnClause(ben.hand, 'art1', 'part'))
  deliverAll(people)
  ana.undo.undo()
  expect(textsOf(ana)[0]).toBe('Common standards')
  expect(clausesOf(ana.doc).get('art2')?.get('place')).toEqual(place)
})

test('what I wrote before a clause is deleted with it where another joined that to what I deleted', () => {
  const people = two()
  const [ana, ben] = people
  step(ana, () => ana.type(P1B, 0, 'any '))
  step(ana, () => removeClauses(ana.hand, ['p1a']))
  step(ben, () => mergeClause(ben.hand, 'p1b', 'p1a'))
  deliverAll(people)
  expectSame(people)
  expect(textsOf(ana)).not.toContain('any ')
  ana.undo.undo()
  deliverAll(people)
  expectSame(people)
  expect(textsOf(ana)).toContain('of restraint chairsany of thumb cuffs')
})

test('what I struck out comes back where its author took it along at that moment', () => {
  const people = two(paragraphs)
  const [ana, ben] = people
  step(ana, () => mergeClause(ana.hand, 'q', 'p'))
  ben.type(1, 'Three'.length, ' more')
  for (const update of ana.inbox.splice(0)) ana.receive(update)
  expect(textsOf(ana)).toEqual(['One twoThree four', ' more', 'Five six'])
  step(ana, () => ana.doc.transact(() => textOfClause(ana, 'q')?.delete(0, ' more'.length), ana.hand.origin))
  deliverAll(people)
  const struck = ['One twoThree four', 'Five six']
  expect(textsOf(ana)).toEqual(struck)
  ana.undo.undo()
  deliverAll(people)
  expectSame(people)
  const before = ['One twoThree more four', 'Five six']
  expect(textsOf(ana)).toEqual(before)
  ana.undo.undo()
  expect(textsOf(ana)).toEqual(['One two', 'Three more four', 'Five six'])
  ana.undo.redo()
  expect(textsOf(ana)).toEqual(before)
  ana.undo.redo()
  expect(textsOf(ana)).toEqual(struck)
})

test('a footnote that I wrote anew goes along with what it was, and is one, back and forth', () => {
  const people = two(paragraphs)
  const [ana, ben] = people
  step(ana, () => mergeClause(ana.hand, 'q', 'p'))
  ben.doc.transact(() => textOfClause(ben, 'q')?.insertEmbed(1, footnoteOf([{ insert: 'so' }])), ben.hand.origin)
  for (const update of ana.inbox.splice(0)) ana.receive(update)
  const search = { words: 'so', matchCase: true, wholeWord: false, pattern: false, inBrackets: false }
  step(ana, () => {
    const found = findWords(ana.doc, search)
    if (found.ok) replaceWords(ana.hand, search, found.matches, 'thus')
  })
  deliverAll(people)
  expectSame(people)
  const shown = (): string =>
    readClauses(ana.doc)
      .map(({ words }) =>
        words.map(({ insert }) => (typeof insert === 'string' ? insert : JSON.stringify(insert))).join(''),
      )
      .join('|')
  const texts = [shown()]
  expect(texts).toEqual([`One twoT${JSON.stringify(footnoteOf([{ insert: 'thus' }]))}hree four|Five six`])
  while (ana.undo.undo()) texts.push(shown())
  expect(texts.at(-1)).toBe(`One two|T${JSON.stringify(footnoteOf([{ insert: 'so' }]))}hree four|Five six`)
  for (const text of texts.toReversed().slice(1)) {
    ana.undo.redo()
    expect(shown()).toBe(text)
  }
})

test('what I did in a clause that another deleted waits until that is back, with what another overtook', () => {
  const people = two()
  const [ana, ben] = people
  step(ben, () => removeClauses(ben.hand, ['p1a']))
  step(ana, () => {
    moveClause(ana.hand, 'p1b', 'p2')
    ana.type(3, 0, 'any ')
  })
  deliverAll(people)
  step(ben, () => moveClause(ben.hand, 'p1b', 'p1'))
  deliverAll(people)
  step(ana, () => restoreClause(ana.hand, 'p1a'))
  const restored = textsOf(ana)
  expect(restored[3]).toBe('any of restraint chairs')
  ana.undo.undo()
  expect(ana.undo.undo()).toBeNull()
  ana.undo.redo()
  expect(textsOf(ana)).toEqual(restored)
})

test('what I wrote before a clause that another joined on goes along, wherever I put the other at that moment', () => {
  const people = two(paragraphs)
  const [ana, ben] = people
  step(ana, () => ana.type(1, 0, 'any '))
  step(ana, () => moveClause(ana.hand, 'p', 'r'))
  step(ben, () => mergeClause(ben.hand, 'q', 'p'))
  deliverAll(people)
  expectSame(people)
  expect(textsOf(ana)).toEqual(['Five six', 'One twoany Three four'])
})

test('a move is taken back though places were given anew to make room beside it', () => {
  const people = two()
  const [ana, ben] = people
  step(ana, () => moveClause(ana.hand, 'p2', 'art1'))
  step(ben, () => moveClause(ben.hand, 'p3', 'art1'))
  step(ben, () => splitClause(ben.hand, 'p2', 'Each'.length))
  const before = readClauses(ben.doc).find(({ id }) => id === 'p2')?.parent
  deliverAll(people)
  expectSame(people)
  ana.undo.undo()
  deliverAll(people)
  expectSame(people)
  expect(readClauses(ana.doc).find(({ id }) => id === 'p2')?.parent).toBe(before)
})

test('a clause that was emptied before it was joined on stands for nothing, also when that is done again', () => {
  const people = two(paragraphs)
  const [ana, ben] = people
  step(ben, () => splitClause(ben.hand, 'q', 'Three'.length))
  deliverAll(people)
  const part = readClauses(ana.doc)[2]?.id ?? ''
  step(ana, () => splitClause(ana.hand, part, ' fo'.length))
  const [, , , own] = readClauses(ana.doc)
  step(ana, () =>
    ana.doc.transact(() => textOfClause(ana, 'p')?.insertEmbed(0, referenceTo(own?.id ?? '')), ana.hand.origin),
  )
  step(ana, () => removeRange(ana.hand, { clause: part, offset: 0 }, { clause: own?.id ?? '', offset: 'ur'.length }))
  const { joined } = readDraft(ana.doc)
  while (ana.undo.undo());
  while (ana.undo.redo());
  expect(readDraft(ana.doc).joined).toEqual(joined)
})

test('what I typed and parted off in one step goes, though another deleted what I parted it from', () => {
  const people = two(paragraphs)
  const [ana, ben] = people
  step(ana, () => {
    ana.type(1, 'Three'.length, ' X')
    splitClause(ana.hand, 'q', 'Three'.length)
  })
  deliverAll(people)
  step(ben, () => removeClauses(ben.hand, ['q']))
  deliverAll(people)
  ana.undo.undo()
  deliverAll(people)
  expectSame(people)
  expect(textsOf(ana)).toEqual(['One two', ' four', 'Five six'])
})

test('a range taken out across two clauses that another joined the other way comes and goes as a whole', () => {
  const people = two()
  const [ana, ben] = people
  step(ana, () => moveClause(ana.hand, 'p2', 'p1a'))
  step(ana, () => removeRange(ana.hand, { clause: 'p2', offset: 1 }, { clause: 'p1b', offset: 5 }))
  step(ben, () => mergeClause(ben.hand, 'p2', 'p1b'))
  deliverAll(people)
  expectSame(people)
  const texts = [textsOf(ana)]
  while (ana.undo.undo()) texts.push(textsOf(ana))
  for (const text of texts.toReversed().slice(1)) {
    ana.undo.redo()
    expect(textsOf(ana)).toEqual(text)
  }
})

test('what I wrote at the start of a clause that I put elsewhere stays there, where another parted off what I struck out', () => {
  const people = two()
  const [ana, ben] = people
  step(ben, () => splitClause(ben.hand, 'p1a', 'of'.length))
  step(ana, () => moveClause(ana.hand, 'p1a', 'p2'))
  const at = textsOf(ana).indexOf('of restraint chairs')
  step(ana, () => ana.type(at, 0, 'any '))
  step(ana, () =>
    removeRange(
      ana.hand,
      { clause: 'p1a', offset: 'any '.length },
      { clause: 'p1a', offset: 'any of restraint chairs'.length },
    ),
  )
  deliverAll(people)
  expectSame(people)
  expect(textsOf(ana).slice(at, at + 2)).toEqual(['any ', ''])
})

test('with nobody writing between, redo puts words where they stood, though what they stood before is read earlier now', () => {
  const people = two(paragraphs)
  const [ana, ben] = people
  step(ana, () => ana.type(1, 0, 'X'))
  deliverAll(people)
  step(ben, () => splitClause(ben.hand, 'q', 1))
  step(ben, () => moveClause(ben.hand, 'q', 'r'))
  deliverAll(people)
  const shown = textsOf(ana)
  expect(shown).toEqual(['One two', 'Three four', 'Five six', 'X'])
  ana.undo.undo()
  expect(textsOf(ana)).toEqual(['One two', 'Three four', 'Five six', ''])
  ana.undo.redo()
  expect(textsOf(ana)).toEqual(shown)
})

test('what another made of a part that followed my move stays when I take that back', () => {
  const people = two()
  const [ana, ben] = people
  step(ana, () => outdentClause(ana.hand, 'p1a'))
  step(ben, () => splitClause(ben.hand, 'p1a', 'of'.length))
  const part = readClauses(ben.doc).find(({ id }) => id.startsWith('ben-'))?.id ?? ''
  step(ben, () => setKind(ben.hand, part, 'recital'))
  deliverAll(people)
  ana.undo.undo()
  deliverAll(people)
  expectSame(people)
  expect(readClauses(ana.doc).find(({ id }) => id === part)?.kind).toBe('recital')
})

test('a move is taken back though another gave places anew to make room beside it', () => {
  const people = two()
  const [ana, ben] = people
  const placeOf = (id: string) => clausesOf(ana.doc).get(id)?.get('place') as Record<string, unknown> | undefined
  step(ana, () => moveClause(ana.hand, 'p2', 'art1'))
  step(ben, () => moveClause(ben.hand, 'p3', 'art1'))
  deliverAll(people)
  const [first] = readClauses(ben.doc).flatMap(({ id }) => (id === 'p2' || id === 'p3' ? [id] : []))
  step(ben, () => moveClause(ben.hand, 'title', first ?? ''))
  deliverAll(people)
  expectSame(people)
  expect(placeOf('p2')?.['was']).toBeDefined()
  ana.undo.undo()
  deliverAll(people)
  expectSame(people)
  expect(placeOf('p2')?.['parent']).toBe('art1')
})
