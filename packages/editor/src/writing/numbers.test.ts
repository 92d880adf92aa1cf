/** Margins are drawn anew only where they change, and are always what one would draw from nothing. */

import {
  indentClause,
  mergeClause,
  moveClauses,
  offerOption,
  outdentClause,
  placedClauses,
  removeClauses,
  restoreClauses,
  setFrozen,
  shiftClause,
  splitClause,
  turnClause,
  type Clause,
} from '@travaux/core'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { RESTRUCTURED } from '../binding/bind.ts'
import { allBlocks } from '../binding/blocks.ts'
import { Person, pick, startWith } from '../binding/trial.ts'
import { marginAttributes, marginsOf, numbersOf, numbersPlugin } from './numbers.ts'

/** Articles of paragraphs and points: enough of them for several groups. */
const clauses = Array.from({ length: 40 }, (_, nth): Clause[] => {
  const words = [{ insert: 'some words' }]
  return [
    { id: `a${nth}`, kind: 'article', parent: '', depth: 0, words },
    ...['p', 'q'].map((id) => ({ id: `${id}${nth}`, kind: 'paragraph', parent: `a${nth}`, depth: 1, words })),
    { id: `x${nth}`, kind: 'point', parent: `q${nth}`, depth: 2, words },
  ]
}).flat()
const start = startWith(clauses)

type Act = (person: Person, id: string, at: number) => unknown

const idsOf = ({ doc }: Person): string[] => placedClauses(doc).map(({ clause: { id } }) => id)

const acts: Readonly<Record<string, Act>> = {
  type: (person, _id, at) => person.type(at, at, 'w'),
  split: ({ hand }, id, at) => splitClause(hand, id, at % 8),
  // As a paste would bring: more than a group holds.
  splitOften: ({ hand }, id) => Array.from({ length: 90 }, () => splitClause(hand, id, 0)),
  merge: (person, id) => {
    const ids = idsOf(person)
    const before = ids[ids.indexOf(id) - 1]
    return before !== undefined && mergeClause(person.hand, id, before)
  },
  remove: ({ hand }, id) => removeClauses(hand, [id]),
  removeMany: (person, _id, at) => removeClauses(person.hand, idsOf(person).slice(at, at + 90)),
  restore: ({ hand }) =>
    restoreClauses(
      hand,
      clauses.map(({ id }) => id),
    ),
  indent: ({ hand }, id) => indentClause(hand, id),
  outdent: ({ hand }, id) => outdentClause(hand, id),
  shift: ({ hand }, id, at) => shiftClause(hand, id, at % 2 === 0 ? 1 : -1),
  carry: (person, id, at) => moveClauses(person.hand, [id], { parent: pick(['', ...idsOf(person)], at), after: '' }),
  turn: ({ hand }, id, at) => turnClause(hand, id, pick(['article', 'text', 'point', 'part'], at)),
  offer: ({ hand }, id) => offerOption(hand, id),
  freeze: (person, _id, at) => {
    setFrozen(person.hand, at % 2 === 0)
    person.updateState(person.state.apply(person.state.tr.setMeta(RESTRUCTURED, true)))
  },
  // As an input method does that composes over a selection across clauses.
  compose: ({ state, binding }, _id, at) => {
    const blocks = allBlocks(state.doc)
    const [first, last] = [pick(blocks, at), blocks[(at % blocks.length) + 1 + (at % 3)]]
    if (last) binding.dispatch(state.tr.insertText('w', first.pos + 1, last.pos + 1))
  },
  undo: ({ travel }) => travel.undo(),
}

interface Drawn {
  readonly from: number
  readonly to: number
  readonly attributes: Record<string, string>
}

const plugins = (doc: Person['doc']) => [numbersPlugin(doc, 'en')]

function drawn({ state }: Person): Drawn[] {
  const [plugin] = state.plugins as ReturnType<typeof numbersPlugin>[]
  const marks = (plugin?.getState(state)?.marks.find() ?? []).toSorted((a, b) => a.from - b.from)
  return marks.map(({ from, to, ...mark }) => ({
    from,
    to,
    attributes: (mark as unknown as { type: { attrs: Record<string, string> } }).type.attrs,
  }))
}

function drawnAnew({ state, doc }: Person): Drawn[] {
  return marginsOf(allBlocks(state.doc), numbersOf(doc, 'en')).map(({ block, ...margin }) => ({
    from: block.pos,
    to: block.pos + block.node.nodeSize,
    attributes: marginAttributes(margin),
  }))
}

const script = fc.array(fc.tuple(fc.constantFrom(...Object.keys(acts)), fc.nat(400), fc.nat(400)), { maxLength: 12 })

test('a clause that others were joined to by what was composed over them keeps its mark', () => {
  const person = new Person('ana', start, 10, plugins)
  for (const at of [1, 2, 100]) {
    acts['compose']?.(person, '', at)
    expect(drawn(person)).toEqual(drawnAnew(person))
  }
})

test('after every change each clause has the mark that it would have if all were drawn anew', () => {
  fc.assert(
    fc.property(script, (moves) => {
      const person = new Person('ana', start, 10, plugins)
      for (const [name, nth, at] of moves) {
        acts[name]?.(person, pick([...idsOf(person), ''], nth), at)
        expect(drawn(person)).toEqual(drawnAnew(person))
      }
    }),
    { numRuns: 30 },
  )
})
