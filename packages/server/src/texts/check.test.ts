/** What is found in updates before they come near a document. */

import { clausesOf, metaOf, newClause, plainWords, textIn, writeDraft, type Draft } from '@travaux/core'
import * as encoding from 'lib0/encoding'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { check } from './check.ts'

const draft: Draft = {
  title: 'T',
  language: 'en',
  symbol: '',
  clauses: [{ id: 'c1', kind: 'article', parent: '', depth: 0, words: plainWords('Scope') }],
}

/** The server's document, as one client made it, and a copy under another client id. */
function scene() {
  const server = new Y.Doc()
  server.clientID = 1
  writeDraft(server, draft)
  return { server, owners: new Map([[1, 'server']]), mine: copyOf(server, 2) }
}

function copyOf(doc: Y.Doc, clientID: number): Y.Doc {
  const copy = new Y.Doc()
  clausesOf(copy)
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  copy.clientID = clientID
  return copy
}

/** The updates that a change amounts to. */
function updates(doc: Y.Doc, ...changes: ((doc: Y.Doc) => void)[]): Uint8Array[] {
  const made: Uint8Array[] = []
  const listen = (update: Uint8Array): number => made.push(update)
  doc.on('update', listen)
  for (const change of changes) change(doc)
  doc.off('update', listen)
  return made
}

const words = (doc: Y.Doc): Y.Text => textIn(clausesOf(doc).get('c1')!)!
const type = (text: string) => (doc: Y.Doc) => words(doc).insert(0, text)

/** What is said of a change by `ann`. */
function verdictOn(...changes: ((doc: Y.Doc) => void)[]) {
  const { server, owners, mine } = scene()
  return check(server, owners, 'ann', updates(mine, ...changes).at(-1)!)
}

describe('honest updates', () => {
  it.each<[string, (doc: Y.Doc) => void]>([
    ['typing', type('The ')],
    ['deleting', (doc) => words(doc).delete(0, 2)],
    ['marks', (doc) => words(doc).format(0, 2, { bold: true })],
    ['a new clause', (doc) => clausesOf(doc).set('c2', newClause({ kind: 'point', parent: 'c1', words: [] }, 'a0'))],
    ['a move', (doc) => clausesOf(doc).get('c1')!.set('place', { parent: '', order: 'a1' })],
    ['a key of a newer version', (doc) => clausesOf(doc).get('c1')!.set('votes', new Y.Array())],
    ['a new title', (doc) => metaOf(doc).set('title', 'U')],
    ['an embed', (doc) => words(doc).insertEmbed(0, { note: 1 })],
  ])('%s is new', (_name, change) => {
    expect(verdictOn(change).kind).toBe('new')
  })

  it('an answer with nothing new in it is known', () => {
    const { server, owners, mine } = scene()
    expect(check(server, owners, 'ann', Y.encodeStateAsUpdate(mine)).kind).toBe('known')
  })

  it('an answer may hold what other members wrote and the server has', () => {
    const { server, owners, mine } = scene()
    type('Mine. ')(mine)
    expect(check(server, owners, 'ann', Y.encodeStateAsUpdate(mine))).toEqual({ kind: 'new', clients: [2] })
  })

  it('words from earlier pages of the same member are new', () => {
    const { server, owners, mine } = scene()
    owners.set(2, 'ann')
    type('First page. ')(mine)
    const later = copyOf(mine, 3)
    type('Second page. ')(later)
    const answer = Y.encodeStateAsUpdate(later, Y.encodeStateVector(server))
    expect(check(server, owners, 'ann', answer)).toMatchObject({ kind: 'new' })
  })

  it('what was sent before the answer it builds on is early', () => {
    expect(verdictOn(type('Offline. '), type('Online. ')).kind).toBe('early')
    expect(verdictOn(type('Offline. '), (doc) => words(doc).delete(0, 3)).kind).toBe('early')
  })

  it('what says that something known rests on something unknown is early: Yjs would wait for it for ever', () => {
    const { server, owners } = scene()
    // One deleted struct, 1:1, whose parent is 9:1; and one new deletion, from 1:7 on.
    const update = Uint8Array.of(1, 1, 1, 1, 1, 0, 9, 1, 1, 1, 1, 1, 7, 1)
    expect(check(server, owners, 'ann', update).kind).toBe('early')
    Y.applyUpdate(server, update)
    expect(server.store.pendingStructs).not.toBeNull()
  })
})

const refusal = (verdict: ReturnType<typeof check>) => (verdict.kind === 'refused' ? verdict.reason : verdict.kind)

describe('refused updates', () => {
  it('news under a client of another member is forged', () => {
    const { server, owners, mine } = scene()
    owners.set(2, 'bob')
    expect(refusal(check(server, owners, 'ann', updates(mine, type('Not mine'))[0]!))).toBe('forged')
  })

  it('news under the client that made the text is forged', () => {
    const { server, owners } = scene()
    const forger = copyOf(server, 1)
    expect(refusal(check(server, owners, 'ann', updates(forger, type('Not mine'))[0]!))).toBe('forged')
  })

  it.each<[string, (doc: Y.Doc) => void]>([
    ['an unknown root type', (doc) => doc.getMap('other').set('a', 1)],
    ['a list among the clauses', (doc) => (doc.get('clauses', Y.Array) as Y.Array<number>).insert(0, [1])],
    ['a clause that is a string', (doc) => (clausesOf(doc) as Y.Map<unknown>).set('c2', 'words')],
    ['a clause that is a text', (doc) => (clausesOf(doc) as Y.Map<unknown>).set('c2', new Y.Text('words'))],
    ['a clause replaced by a number', (doc) => (clausesOf(doc) as Y.Map<unknown>).set('c1', 1)],
    ['a clause without an id', (doc) => clausesOf(doc).set('', new Y.Map())],
    ['a document in a clause', (doc) => clausesOf(doc).get('c1')!.set('sub', new Y.Doc())],
    ['XML in a clause', (doc) => clausesOf(doc).get('c1')!.set('xml', new Y.XmlFragment())],
    ['maps nested without end', (doc) => doc.transact(() => nest(clausesOf(doc).get('c1')!, 40))],
    ['a value nested without end', (doc) => clausesOf(doc).get('c1')!.set('deep', nestedValue(100))],
  ])('%s is unfit', (name, change) => {
    const { server, owners } = scene()
    const mine = new Y.Doc()
    mine.clientID = 2
    if (name !== 'a list among the clauses') Y.applyUpdate(mine, Y.encodeStateAsUpdate(server))
    expect(refusal(check(server, owners, 'ann', updates(mine, change).at(-1)!))).toBe('unfit')
  })

  it('bytes cut anywhere are malformed', () => {
    const { server, owners, mine } = scene()
    const [whole] = updates(mine, type('The '))
    for (let length = 0; length < whole!.length; length++) {
      expect(refusal(check(server, owners, 'ann', whole!.slice(0, length)))).toBe('malformed')
    }
  })

  it('one client in two blocks is malformed: Yjs would read only the last', () => {
    const { server, owners } = scene()
    const twice = encoding.encode((encoder) => {
      encoding.writeVarUint(encoder, 2)
      for (const clock of [0, 1]) {
        for (const number of [1, 2, clock]) encoding.writeVarUint(encoder, number)
        encoding.writeUint8(encoder, 0)
        encoding.writeVarUint(encoder, 1)
      }
      encoding.writeVarUint(encoder, 0)
    })
    expect(refusal(check(server, owners, 'ann', twice))).toBe('malformed')
  })
})

function nest(map: Y.Map<unknown>, levels: number): void {
  if (levels === 0) return
  const inner = new Y.Map<unknown>()
  map.set('in', inner)
  nest(inner, levels - 1)
}

function nestedValue(levels: number): unknown {
  return levels === 0 ? 1 : [nestedValue(levels - 1)]
}

it('changes nothing by looking', () => {
  const { server, owners, mine } = scene()
  const before = Y.encodeStateAsUpdate(server)
  check(server, owners, 'ann', updates(mine, type('The '))[0]!)
  expect(Y.encodeStateAsUpdate(server)).toEqual(before)
  expect([...owners]).toEqual([[1, 'server']])
})
