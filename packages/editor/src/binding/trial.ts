/** A tiny language for tests of the binding: people with a replica and a view each, and what is on its way between them. */

import {
  clausesOf,
  normalWords,
  readClauses,
  textOf,
  Undo,
  writeDraft,
  type Clause,
  type Hand,
  type Point,
  newDocument,
} from '@travaux/core'
import { isDeepStrictEqual } from 'node:util'
import { EditorState, TextSelection, type Plugin } from 'prosemirror-state'
import { expect } from 'vitest'
import * as Y from 'yjs'
import { bind, type Binding } from './bind.ts'
import { allBlocks } from './blocks.ts'
import { documentNode } from './projection.ts'
import { schema, wordsOfNodes } from './schema.ts'
import { travelIn, type Travel } from './travel.ts'

/** One person at a text: a replica, a view of it without a browser, and a queue of what is still on its way. */
export class Person {
  readonly doc = newDocument()
  readonly hand: Hand
  readonly binding: Binding
  readonly undo: Undo
  readonly travel: Travel
  readonly inbox: Uint8Array[] = []
  /** Carets whose clause somebody else took away. */
  readonly stranded: Point[] = []
  mayWrite = true
  state: EditorState
  #ids = 0

  /** `plugins`: what else the view is to hold. */
  constructor(name: string, start: Uint8Array, client: number, plugins: (doc: Y.Doc) => readonly Plugin[] = () => []) {
    this.doc.clientID = client
    Y.applyUpdate(this.doc, start)
    this.hand = { doc: this.doc, by: name, now: () => 0, newId: () => `${name}-${++this.#ids}`, origin: { name } }
    this.state = EditorState.create({ schema, doc: documentNode(this.doc), plugins: plugins(this.doc) })
    this.binding = bind(this, this.hand, {
      restructured: () => undefined,
      stranded: (caret) => this.stranded.push(caret),
      mayWrite: () => this.mayWrite,
    })
    this.undo = new Undo(this.hand)
    this.travel = travelIn(this, this.doc, this.undo)
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

export function pick<T>(list: readonly T[], nth: number): T {
  const item = list[nth % list.length]
  if (item === undefined) throw new Error('nothing to pick from')
  return item
}

/** Deletes the words of the nth clause from one offset to another, as the view would. */
export function strike({ state, binding }: Person, nth: number, from: number, to: number): void {
  const { pos } = pick(allBlocks(state.doc), nth)
  binding.dispatch(state.tr.delete(pos + 1 + from, pos + 1 + to))
}

export function connect(people: readonly Person[]): void {
  for (const person of people) {
    person.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== 'remote') for (const other of people) if (other !== person) other.inbox.push(update)
    })
  }
}

export function deliverAll(people: readonly Person[]): void {
  while (people.some(({ inbox }) => inbox.length > 0)) {
    for (const person of people) for (const update of person.inbox.splice(0)) person.receive(update)
  }
}

export function startWith(clauses: readonly Clause[]): Uint8Array {
  const doc = newDocument()
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

export const sample: readonly Clause[] = [
  clause('title', 'title', '', 0, 'Common standards'),
  clause('art1', 'article', '', 0, 'Object'),
  clause('p1', 'paragraph', 'art1', 1, 'Each State shall prohibit the export'),
  clause('p1a', 'point', 'p1', 2, 'of restraint chairs'),
  clause('p1b', 'point', 'p1', 2, 'of thumb cuffs'),
  clause('p2', 'paragraph', 'art1', 1, 'Each State shall license the rest'),
  clause('art2', 'article', '', 0, 'Definitions'),
  clause('p3', 'text', 'art2', 1, 'For these purposes'),
]

export function two(clauses: readonly Clause[] = sample): [Person, Person] {
  const start = startWith(clauses)
  const people: [Person, Person] = [new Person('ana', start, 10), new Person('ben', start, 20)]
  connect(people)
  return people
}

export function three(clauses: readonly Clause[]): [Person, Person, Person] {
  const start = startWith(clauses)
  const people: [Person, Person, Person] = [
    new Person('ana', start, 10),
    new Person('ben', start, 20),
    new Person('cy', start, 30),
  ]
  connect(people)
  return people
}

export const textsOf = (person: Person): string[] => readClauses(person.doc).map(({ words }) => textOf(words))

/** As `toEqual`, which costs many times as much: it is asked only for what it has to say of a difference. */
export function expectEqual(actual: unknown, expected: unknown): void {
  if (!isDeepStrictEqual(actual, expected)) expect(actual).toEqual(expected)
}

/** Expects that each shows what its document says. */
export function expectShown(people: readonly Person[]): void {
  for (const person of people) expectEqual(person.shown(), person.projected())
}

export function expectSame(people: readonly Person[]): void {
  expectShown(people)
  for (const person of people.slice(1)) expectEqual(person.projected(), people[0]?.projected())
}

/** Who wrote each character of each clause. */
export function authors(doc: Y.Doc): Record<string, number[]> {
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
