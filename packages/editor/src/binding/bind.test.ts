import {
  addFirst,
  indentClause,
  mergeClause,
  moveClause,
  outdentClause,
  placedClauses,
  readClauses,
  removeClauses,
  removeRange,
  restoreClause,
  setKind,
  shiftClause,
  splitClause,
  textOf,
  undoManager,
  undoneLeftovers,
  wordsOf,
  writeDraft,
  normalWords,
  kinds,
  clausesOf,
  type Clause,
  type Hand,
} from '@travaux/core'
import fc from 'fast-check'
import { EditorState, TextSelection } from 'prosemirror-state'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { bind, type Binding } from './bind.ts'
import { allBlocks, documentNode } from './blocks.ts'
import { schema, wordsOfNodes } from './schema.ts'

/** One person at a text: a replica, a view of it without a browser, and a queue of what is still on its way. */
class Person {
  readonly doc = new Y.Doc()
  readonly hand: Hand
  readonly binding: Binding
  readonly undo: Y.UndoManager
  readonly inbox: Uint8Array[] = []
  state: EditorState
  #ids = 0

  constructor(name: string, start: Uint8Array, client: number) {
    this.doc.clientID = client
    Y.applyUpdate(this.doc, start)
    this.hand = { doc: this.doc, by: name, now: () => 0, newId: () => `${name}-${++this.#ids}`, origin: { name } }
    this.state = EditorState.create({ schema, doc: documentNode(this.doc) })
    this.binding = bind(this, this.hand)
    this.undo = undoManager(this.hand)
    undoneLeftovers(this.hand, this.undo)
  }

  updateState(state: EditorState): void {
    this.state = state
  }

  receive(update: Uint8Array): void {
    Y.applyUpdate(this.doc, update, 'remote')
  }

  /** What the view shows: ids, kinds, depths and words. */
  shown(): unknown {
    return allBlocks(this.state.doc)
      .filter(({ id }) => id !== '')
      .map(({ id, kind, depth, node }) => ({ id, kind, depth, words: normalWords(wordsOfNodes(node.children)) }))
  }

  projected(): unknown {
    return readClauses(this.doc).map(({ id, kind, depth, words }) => ({ id, kind, depth, words: normalWords(words) }))
  }

  /** Types at an offset of the nth clause, as the view would. */
  type(nth: number, offset: number, text: string): void {
    const block = pick(allBlocks(this.state.doc), nth)
    const pos = block.pos + 1 + (offset % (block.node.content.size + 1))
    this.binding.dispatch(this.state.tr.setSelection(TextSelection.create(this.state.doc, pos)).insertText(text, pos))
  }
}

function pick<T>(list: readonly T[], nth: number): T {
  const item = list[nth % list.length]
  if (item === undefined) throw new Error('nothing to pick from')
  return item
}

function connect(people: readonly Person[]): void {
  for (const person of people) {
    person.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== 'remote') for (const other of people) if (other !== person) other.inbox.push(update)
    })
  }
}

function deliverAll(people: readonly Person[]): void {
  while (people.some(({ inbox }) => inbox.length > 0)) {
    for (const person of people) for (const update of person.inbox.splice(0)) person.receive(update)
  }
}

function startWith(clauses: readonly Clause[]): Uint8Array {
  const doc = new Y.Doc()
  doc.clientID = 1
  writeDraft(doc, { title: 'T', language: 'en', symbol: '', clauses })
  return Y.encodeStateAsUpdate(doc)
}

const clause = (id: string, kind: string, parent: string, depth: number, words: string): Clause => ({
  id,
  kind,
  parent,
  depth,
  words: words === '' ? [] : [{ insert: words }],
})

const sample: readonly Clause[] = [
  clause('title', 'title', '', 0, 'Common standards'),
  clause('art1', 'article', '', 0, 'Object'),
  clause('p1', 'paragraph', 'art1', 1, 'Each State shall prohibit the export'),
  clause('p1a', 'point', 'p1', 2, 'of restraint chairs'),
  clause('p1b', 'point', 'p1', 2, 'of thumb cuffs'),
  clause('p2', 'paragraph', 'art1', 1, 'Each State shall license the rest'),
  clause('art2', 'article', '', 0, 'Definitions'),
  clause('p3', 'text', 'art2', 1, 'For these purposes'),
]

function two(clauses: readonly Clause[] = sample): [Person, Person] {
  const start = startWith(clauses)
  const people: [Person, Person] = [new Person('ana', start, 10), new Person('ben', start, 20)]
  connect(people)
  return people
}

const textsOf = (person: Person): string[] => readClauses(person.doc).map(({ words }) => textOf(words))

function expectSame(people: readonly Person[]): void {
  for (const person of people) expect(person.shown()).toEqual(person.projected())
  for (const person of people.slice(1)) expect(person.projected()).toEqual(people[0]?.projected())
}

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

/** Who wrote each character of each clause. */
function authors(doc: Y.Doc): Record<string, number[]> {
  return Object.fromEntries(
    [...clausesOf(doc)].map(([id, stored]) => {
      const text = stored.get('text') as Y.Text
      const out: number[] = []
      for (let item = text._start; item; item = item.right)
        if (!item.deleted) out.push(...Array.from({ length: item.length }, () => item.id.client))
      return [id, out]
    }),
  )
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

type Act =
  | {
      readonly do:
        | 'type'
        | 'split'
        | 'merge'
        | 'indent'
        | 'outdent'
        | 'remove'
        | 'undo'
        | 'redo'
        | 'deliver'
        | 'restore'
        | 'erase'
        | 'bold'
      readonly who: number
      readonly nth: number
      readonly at: number
    }
  | { readonly do: 'move' | 'shift' | 'kind'; readonly who: number; readonly nth: number; readonly at: number }

const acts = [
  'type',
  'type',
  'type',
  'split',
  'split',
  'merge',
  'indent',
  'outdent',
  'remove',
  'undo',
  'redo',
  'deliver',
  'deliver',
  'restore',
  'move',
  'shift',
  'kind',
  'erase',
  'bold',
] as const

const actArbitrary: fc.Arbitrary<Act> = fc.record({
  do: fc.constantFrom(...acts),
  who: fc.nat(2),
  nth: fc.nat(30),
  at: fc.nat(60),
})

let typed = 0

function perform(people: readonly Person[], { do: what, who, nth, at }: Act): void {
  const person = pick(people, who)
  const { hand } = person
  const ids = placedClauses(person.doc).map(({ clause: { id } }) => id)
  const id = ids.length > 0 ? pick(ids, nth) : ''
  switch (what) {
    case 'type':
      return person.type(nth, at, ` w${++typed}.`)
    case 'split':
      return void splitClause(
        hand,
        id,
        at % 40 > textOf(wordsOf(clausesOf(person.doc).get(id) ?? new Y.Map())).length ? 0 : at % 40,
      )
    case 'merge':
      return void (
        nth > 0 &&
        ids[ids.indexOf(id) - 1] !== undefined &&
        mergeClause(hand, id, ids[ids.indexOf(id) - 1] ?? '')
      )
    case 'indent':
      return void indentClause(hand, id)
    case 'outdent':
      return void outdentClause(hand, id)
    case 'remove':
      return removeClauses(hand, [id])
    case 'restore':
      return restoreClause(hand, pick([...clausesOf(person.doc).keys()], nth))
    case 'move':
      return void moveClause(hand, id, pick(['', ...ids], at))
    case 'shift':
      return void shiftClause(hand, id, at % 2 === 0 ? 1 : -1)
    case 'kind':
      return setKind(hand, id, pick(kinds, at))
    case 'undo':
      return void person.undo.undo()
    case 'redo':
      return void person.undo.redo()
    case 'erase':
      return eraseBetween(person, nth, at)
    case 'bold':
      return embolden(person, nth, at)
    case 'deliver':
      for (const update of person.inbox.splice(0, at)) person.receive(update)
      return undefined
    default:
      return what satisfies never
  }
}

function eraseBetween(person: Person, nth: number, at: number): void {
  const blocks = allBlocks(person.state.doc)
  const block = pick(blocks, nth)
  const from = block.pos + 1 + Math.min(at % 7, block.node.content.size)
  const to = Math.min(from + (at % 5), block.pos + 1 + block.node.content.size)
  person.binding.dispatch(person.state.tr.delete(from, to))
}

function embolden(person: Person, nth: number, at: number): void {
  const block = pick(allBlocks(person.state.doc), nth)
  const size = block.node.content.size
  const from = block.pos + 1 + (at % (size + 1))
  person.binding.dispatch(person.state.tr.addMark(from, block.pos + 1 + size, schema.mark('strong')))
}

const lettersOf = (text: string): string => text.split('').toSorted().join('')

const RUNS = Number(process.env['TRAVAUX_RUNS'] ?? 300)

describe('laws under random interleavings', () => {
  test('the view equals the projection after every step, and replicas converge', () => {
    fc.assert(
      fc.property(fc.array(actArbitrary, { maxLength: 60 }), (script) => {
        const start = startWith(sample)
        const people = [new Person('ana', start, 10), new Person('ben', start, 20), new Person('eve', start, 30)]
        connect(people)
        for (const act of script) {
          perform(people, act)
          for (const person of people) expect(person.shown()).toEqual(person.projected())
        }
        deliverAll(people)
        expectSame(people)
      }),
      { numRuns: RUNS },
    )
  })

  test('no word goes but by deletion: whatever is split, merged, moved and typed at once, each stands exactly once', () => {
    const keeping = acts.filter((what) => !['remove', 'undo', 'redo', 'restore', 'erase'].includes(what))
    fc.assert(
      fc.property(
        fc.array(fc.record({ do: fc.constantFrom(...keeping), who: fc.nat(2), nth: fc.nat(30), at: fc.nat(60) }), {
          maxLength: 50,
        }),
        (script) => {
          const start = startWith(sample)
          const people = [new Person('ana', start, 10), new Person('ben', start, 20), new Person('eve', start, 30)]
          connect(people)
          const first = typed
          const seed = lettersOf(textsOf(people[0] as Person).join(''))
          for (const act of script as Act[]) perform(people, act)
          deliverAll(people)
          expectSame(people)
          const added = Array.from({ length: typed - first }, (_, i) => ` w${first + 1 + i}.`).join('')
          const letters = lettersOf(textsOf(people[0] as Person).join(''))
          expect(letters).toBe(lettersOf(seed + added))
        },
      ),
      { numRuns: RUNS },
    )
  })
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
