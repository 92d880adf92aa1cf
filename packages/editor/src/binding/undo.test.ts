/** Undo and redo of one's own steps, alone and while somebody else writes. */

import { removeClauses, splitClause } from '@travaux/core'
import { describe, expect, test } from 'vitest'
import { deliverAll, expectSame, textsOf, two, type Person } from './trial.ts'

const END = 'Each State shall license the rest'.length
/** Where `p2` stands, and the clause that Enter makes behind it. */
const [P2, NEW] = [5, 6]

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

  test('stays with the words that another typed into it, and one undo does not go on to the step before', () => {
    const [ana, ben] = two()
    step(ana, () => ana.type(P2, END, ' KEEP ME'))
    enterAtEnd(ana)
    deliverAll([ana, ben])
    ben.type(NEW, 0, 'BEN')
    deliverAll([ana, ben])
    ana.undo.undo()
    deliverAll([ana, ben])
    expectSame([ana, ben])
    expect(textsOf(ana).slice(P2, NEW + 1)).toEqual(['Each State shall license the rest KEEP ME', 'BEN'])
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

  test('keeps what another typed into it after it came back by redo', () => {
    const [ana, ben] = two()
    enterAtEnd(ana)
    ana.undo.undo()
    ana.undo.redo()
    deliverAll([ana, ben])
    ben.type(NEW, 0, 'BEN')
    deliverAll([ana, ben])
    ana.undo.undo()
    deliverAll([ana, ben])
    expectSame([ana, ben])
    expect(textsOf(ana)[NEW]).toBe('BEN')
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
