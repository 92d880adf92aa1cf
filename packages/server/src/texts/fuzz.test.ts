/** Bytes of every kind against the check: what it lets through applies whole; what honest pages make is let through. */

import { clausesOf, plainWords, readDraft, textIn, writeDraft } from '@travaux/core'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { check, type Owners } from './check.ts'
import { claim } from './state.ts'

const members = ['ann', 'bob', 'eve'] as const
type Member = (typeof members)[number]

/** One thing a page does; `at` and `size` are taken modulo what is there. */
const deedArbitrary = fc.record({
  member: fc.constantFrom(...members),
  kind: fc.constantFrom('type', 'delete', 'mark', 'clause', 'move', 'undo', 'reload', 'sync'),
  at: fc.nat(50),
  size: fc.integer({ min: 1, max: 5 }),
})
type Deed = typeof deedArbitrary extends fc.Arbitrary<infer T> ? T : never

interface Page {
  doc: Y.Doc
  undo: Y.UndoManager
}

class Scene {
  readonly server = new Y.Doc()
  readonly owners: Owners = new Map()
  readonly pages = new Map<Member, Page>()
  readonly sent: Uint8Array[] = []
  #clients = 10

  constructor() {
    this.server.clientID = 1
    const clauses = [{ id: 'c1', kind: 'article', parent: '', depth: 0, words: plainWords('Scope of goods') }]
    writeDraft(this.server, { title: 'T', language: 'en', symbol: '', clauses })
    claim(this.owners, 'server', [1])
    for (const member of members) this.#open(member, Y.encodeStateAsUpdate(this.server))
  }

  do({ member, kind, at, size }: Deed): void {
    const page = this.pages.get(member)
    if (!page) return
    const { doc, undo } = page
    const ids = [...clausesOf(doc).keys()]
    const clause = clausesOf(doc).get(ids[at % ids.length] ?? '')
    const text = clause && textIn(clause)
    if (!clause || !text) return
    switch (kind) {
      case 'type':
        return text.insert(at % (text.length + 1), 'abcde'.slice(0, size))
      case 'delete':
        return text.delete(0, Math.min(size, text.length))
      case 'mark':
        return text.format(0, Math.min(size, text.length), { bold: at % 2 === 0 ? true : null })
      case 'clause':
        return this.#newClause(doc, at)
      case 'move':
        return void clause.set('place', { parent: '', order: `a${size}` })
      case 'undo':
        return void undo.undo()
      case 'reload':
        return this.#open(member, Y.encodeStateAsUpdate(doc))
      case 'sync':
        return this.sync(member)
      default:
        return kind satisfies never
    }
  }

  /** What a page and the server do when it connects. Fails if the honest page is refused. */
  sync(member: Member): void {
    const page = this.pages.get(member)
    if (!page) return
    const answer = Y.encodeStateAsUpdate(page.doc, Y.encodeStateVector(this.server))
    this.sent.push(answer)
    const verdict = check(this.server, this.owners, member, answer)
    expect(['new', 'known']).toContain(verdict.kind)
    if (verdict.kind === 'new') claim(this.owners, member, verdict.clients)
    Y.applyUpdate(this.server, answer)
    expect(this.server.store.pendingStructs ?? this.server.store.pendingDs).toBeNull()
    Y.applyUpdate(page.doc, Y.encodeStateAsUpdate(this.server, Y.encodeStateVector(page.doc)))
  }

  #newClause(doc: Y.Doc, at: number): void {
    const clause = new Y.Map<unknown>()
    clause.set('kind', 'point')
    clause.set('place', { parent: '', order: 'a5' })
    clause.set('text', new Y.Text('new'))
    clausesOf(doc).set(`c${at}`, clause)
  }

  #open(member: Member, state: Uint8Array): void {
    const doc = new Y.Doc()
    doc.clientID = ++this.#clients
    Y.applyUpdate(doc, state)
    this.pages.set(member, { doc, undo: new Y.UndoManager(clausesOf(doc)) })
  }
}

it('refuses nothing that honest pages make, in whatever order they come and go', () => {
  fc.assert(
    fc.property(fc.array(deedArbitrary, { maxLength: 60 }), (deeds) => {
      const scene = new Scene()
      for (const deed of deeds) scene.do(deed)
      for (let round = 0; round < 6; round++) for (const member of members) scene.sync(member)
      const states = [...scene.pages.values()].map(({ doc }) => readDraft(doc))
      for (const state of states) expect(state).toEqual(readDraft(scene.server))
    }),
    { numRuns: 150 },
  )
})

/** Changes some bytes of an update, cuts it, or doubles a part of it. */
function spoil(update: Uint8Array, wounds: readonly { at: number; to: number; how: number }[]): Uint8Array {
  let bytes = [...update]
  for (const { at, to, how } of wounds) {
    const place = at % (bytes.length + 1)
    if (how === 0) bytes[place] = to
    else if (how === 1) bytes = [...bytes.slice(0, place), to, ...bytes.slice(place)]
    else if (how === 2) bytes.splice(place, 1 + (to % 4))
    else bytes = [...bytes.slice(0, place), ...bytes.slice(Math.max(0, place - (to % 16)))]
  }
  return Uint8Array.from(bytes)
}

it('lets no spoiled update through that Yjs cannot take whole, and that does not read', () => {
  const wound = fc.record({ at: fc.nat(400), to: fc.nat(255), how: fc.nat(3) })
  let taken = 0
  fc.assert(
    fc.property(
      fc.array(deedArbitrary, { minLength: 1, maxLength: 12 }),
      fc.array(fc.array(wound, { minLength: 1, maxLength: 4 }), { minLength: 20, maxLength: 20 }),
      (deeds, spoilings) => {
        const scene = new Scene()
        for (const deed of deeds) scene.do(deed)
        const { doc } = scene.pages.get('eve')!
        const honest = Y.encodeStateAsUpdate(doc, Y.encodeStateVector(scene.server))
        for (const wounds of spoilings) {
          const update = spoil(honest, wounds)
          if (check(scene.server, scene.owners, 'eve', update).kind !== 'new') continue
          taken++
          const copy = new Y.Doc()
          clausesOf(copy)
          Y.applyUpdate(copy, Y.encodeStateAsUpdate(scene.server))
          Y.applyUpdate(copy, update)
          expect(copy.store.pendingStructs ?? copy.store.pendingDs).toBeNull()
          readDraft(copy)
        }
      },
    ),
    { numRuns: 200 },
  )
  expect(taken).toBeGreaterThan(0)
})
