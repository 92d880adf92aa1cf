/** Who wrote and who deleted what, however the words travelled. */

import * as Y from 'yjs'
import { describe, expect, it } from 'vitest'
import { plainWords } from '../clause/words.ts'
import type { Hand } from '../edit/hand.ts'
import { mergeClause } from '../edit/merge.ts'
import { removeClauses } from '../edit/remove.ts'
import { splitClause } from '../edit/split.ts'
import { settleCopies } from '../edit/settle.ts'
import { Undo } from '../edit/undo.ts'
import type { Placed } from '../record/acts.ts'
import { insertCopy } from '../edit/copies.ts'
import { standings, type Span } from '../yjs/items.ts'
import { clausesOf, COPY_PREFIX, textIn, type YClause } from '../yjs/stored.ts'
import { writeDraft } from '../yjs/write.ts'
import { blameFrom, entriesToQuote, traceClauses } from './blame.ts'
import { Ledger } from './ledger.ts'
import { lookAt } from './look.ts'
import { joinRows, rowOf } from './rows.ts'
import { clausesTouched } from './touched.ts'

/** A text in which everybody hears of everything at once, and the record of it. One minute passes between entries. */
class Table {
  readonly record: Placed[] = []
  readonly #docs = new Map<string, Y.Doc>()
  #heard = true

  constructor(clauses: Record<string, string>) {
    const place = { kind: 'paragraph', parent: '', depth: 0 }
    const draft = Object.entries(clauses).map(([id, words]) => ({ id, ...place, words: plainWords(words) }))
    this.by('first', (doc) => writeDraft(doc, { title: '', language: 'en', symbol: '', clauses: draft }))
  }

  doc(member: string): Y.Doc {
    const known = this.#docs.get(member)
    if (known) return known
    const doc = new Y.Doc()
    for (const { body } of this.record) Y.applyUpdate(doc, body)
    doc.on('update', (update, origin) => origin !== 'heard' && this.#enter(member, update))
    this.#docs.set(member, doc)
    return doc
  }

  by(member: string, change: (doc: Y.Doc, hand: Hand) => void): void {
    const doc = this.doc(member)
    const newId = (): string => `new-${this.record.length}`
    const hand = { doc, by: member, now: () => 0, newId, origin: 'own' }
    doc.transact(() => change(doc, hand), 'own')
  }

  /** Undoes what the member does from now on. */
  undoOf(member: string): Y.UndoManager {
    const hand = { doc: this.doc(member), by: member, now: () => 0, newId: () => '', origin: 'own' }
    return new Undo(hand)
  }

  type(member: string, clause: string, at: number, words: string): void {
    this.by(member, (doc) => wordsIn(doc, clause).insert(at, words))
  }

  erase(member: string, clause: string, from: number, to: number): void {
    this.by(member, (doc) => wordsIn(doc, clause).delete(from, to - from))
  }

  /** Does things as one entry: what is written and deleted again meanwhile is not in it. */
  offline(member: string, things: () => void): void {
    const doc = this.doc(member)
    const [before, known] = [this.record.length, Y.encodeStateVector(doc)]
    this.#heard = false
    things()
    this.#heard = true
    this.record.length = before
    this.#enter(member, Y.encodeStateAsUpdate(doc, known))
  }

  /** Does things that nobody hears of before all of them are done. */
  atOnce(things: () => void): void {
    this.#heard = false
    things()
    this.#heard = true
    for (const { actor, body } of this.record) this.#tell(actor, body)
  }

  /** `words(author)`, deleted ones as `-words(author, deleter)-`, for each clause. */
  blame(only?: string): Record<string, string> {
    const ledger = new Ledger()
    for (const entry of this.record) ledger.take(entry)
    const traced = [...traceClauses(lookAt(this.doc('reader'), only), ledger)]
    const bodies = new Map(entriesToQuote(traced).map((seq) => [seq, this.record[seq - 1]?.body ?? new Uint8Array()]))
    const { clauses, deeds } = blameFrom(traced, { seq: ledger.seq, ledger, bodies, nameOf: (id) => id })
    const who = (seq: number): string => deeds.find((deed) => deed.seq === seq)?.actor ?? '?'
    const told = clauses.map(({ clause, runs, gone }) => {
      const said = runs.map(({ words, wrote, deleted }) =>
        deleted === undefined ? `${words}(${who(wrote)})` : `-${words}(${who(wrote)}, ${who(deleted)})-`,
      )
      return [clause, said.join('') + (gone === undefined ? '' : ` gone(${who(gone)})`)]
    })
    return Object.fromEntries(told) as Record<string, string>
  }

  #enter(actor: string, body: Uint8Array): void {
    const seq = this.record.length + 1
    this.record.push({ seq, at: seq * 120_000, actor, delegation: '', kind: 'update', room: 'text:t', body })
    if (this.#heard) this.#tell(actor, body)
  }

  #tell(actor: string, body: Uint8Array): void {
    for (const [member, doc] of this.#docs) if (member !== actor) Y.applyUpdate(doc, body, 'heard')
  }
}

function wordsIn(doc: Y.Doc, clause: string): Y.Text {
  const stored = clausesOf(doc).get(clause)
  const text = stored && textIn(stored)
  if (!text) throw new Error(`There is no clause ${clause}`)
  return text
}

it('names who wrote each stretch of words', () => {
  const table = new Table({ a: 'States act.' })
  table.type('ann', 'a', 6, ' shall')
  table.type('bob', 'a', 12, ' not')
  expect(table.blame()).toEqual({ a: 'States(first) shall(ann) not(bob) act.(first)' })
})

it('shows deleted words where they stood, with who wrote and who deleted them', () => {
  const table = new Table({ a: 'States act.' })
  table.type('ann', 'a', 6, ' shall')
  table.erase('bob', 'a', 6, 12)
  table.erase('cat', 'a', 0, 2)
  expect(table.blame()).toEqual({ a: '-St(first, cat)-ates(first)- shall(ann, bob)- act.(first)' })
})

it('leaves words their author when a clause is split', () => {
  const table = new Table({ a: 'States act.' })
  table.type('ann', 'a', 6, ' shall')
  table.by('bob', (_doc, hand) => splitClause(hand, 'a', 6))
  table.type('cat', 'new-2', 6, ' not')
  expect(table.blame()).toEqual({ a: 'States(first)', 'new-2': ' shall(ann) not(cat) act.(first)' })
})

it('leaves words their author through a split and a merge back', () => {
  const table = new Table({ a: 'one two' })
  table.type('ann', 'a', 7, ' three')
  table.by('bob', (_doc, hand) => splitClause(hand, 'a', 3))
  table.by('cat', (_doc, hand) => mergeClause(hand, 'new-2', 'a'))
  expect(table.blame()).toEqual({ a: 'one two(first) three(ann)' })
})

describe('words that one carries on while offline', () => {
  it("stay their authors' beside words that were typed there before", () => {
    const table = new Table({ a: 'one two' })
    table.offline('bob', () => {
      table.type('bob', 'a', 7, ' three four')
      table.by('bob', (_doc, hand) => splitClause({ ...hand, newId: () => 'new' }, 'a', 3))
    })
    expect(table.blame()).toEqual({ a: 'one(first)', new: ' two(first) three four(bob)' })
  })

  it("stay their authors' however often they are carried", () => {
    const table = new Table({ a: 'one two', b: 'three' })
    table.type('ann', 'b', 5, ' four')
    table.offline('bob', () => {
      table.type('bob', 'b', 10, ' five')
      table.by('bob', (_doc, hand) => splitClause({ ...hand, newId: () => 'c' }, 'b', 2))
      table.by('bob', (_doc, hand) => splitClause({ ...hand, newId: () => 'd' }, 'c', 3))
      table.by('bob', (_doc, hand) => mergeClause(hand, 'd', 'a'))
    })
    expect(table.blame()).toEqual({ a: 'one two(first) four(ann) five(bob)', b: 'th(first)', c: 'ree(first)' })
    table.erase('cat', 'a', 7, 9)
    expect(table.blame()['a']).toBe('one two(first)- f(ann, cat)-our(ann) five(bob)')
  })
})

it('leaves words their author when their deletion is undone', () => {
  const table = new Table({ a: 'States act.' })
  table.type('ann', 'a', 6, ' shall')
  const undo = table.undoOf('bob')
  table.erase('bob', 'a', 3, 9)
  undo.undo()
  expect(table.blame()).toEqual({ a: 'States(first) shall(ann) act.(first)' })
  undo.redo()
  expect(table.blame()).toEqual({ a: 'Sta(first)-tes(first, bob)-- sh(ann, bob)-all(ann) act.(first)' })
  undo.undo()
  expect(table.blame()).toEqual({ a: 'States(first) shall(ann) act.(first)' })
})

it('shows words once where two people who deleted them both undo it', () => {
  const table = new Table({ a: 'States act.' })
  const [ann, bob] = ['ann', 'bob'].map((member) => table.undoOf(member)) as [Y.UndoManager, Y.UndoManager]
  table.atOnce(() => {
    table.erase('ann', 'a', 2, 8)
    table.erase('bob', 'a', 0, 6)
  })
  table.atOnce(() => {
    ann.undo()
    bob.undo()
  })
  for (const member of ['ann', 'bob']) settleCopies(table.doc(member), 'own')
  expect(table.blame()).toEqual({ a: 'States act.(first)' })
})

it('names who deleted carried words, and whose they were', () => {
  const table = new Table({ a: 'one two' })
  table.by('ann', (_doc, hand) => splitClause(hand, 'a', 3))
  table.erase('bob', 'new-1', 0, 4)
  expect(table.blame()).toEqual({ a: 'one(first)', 'new-1': '- two(first, bob)-' })
})

it('shows words once where two people split one clause at once', () => {
  const table = new Table({ a: 'one two' })
  const [ann, bob] = [table.doc('ann'), table.doc('bob')]
  table.atOnce(() => {
    table.by('ann', (_doc, hand) => splitClause({ ...hand, newId: () => 'by-ann' }, 'a', 3))
    table.by('bob', (_doc, hand) => splitClause({ ...hand, newId: () => 'by-bob' }, 'a', 3))
  })
  settleCopies(ann, 'own')
  settleCopies(bob, 'own')
  const said = Object.values(table.blame()).join('|')
  expect(said.match(/two/g)).toHaveLength(1)
  expect(said).toContain(' two(first)')
})

/** The part of a span that lies between two positions, counted from the first character ever written. */
const within =
  (from: number, to: number) =>
  ({ client, clock, length }: Span): Span => {
    const start = Math.max(clock, from)
    return { client, clock: start, length: Math.min(clock + length, to) - start }
  }

/** A table at which Ann wrote words into `a`, and the clock of their first character. */
function tableWith(words: string): { table: Table; at: number } {
  const table = new Table({ a: '', b: 'agrees' })
  table.type('ann', 'a', 0, words)
  const [span] = [...standings(wordsIn(table.doc('reader'), 'a'))]
  return { table, at: span?.clock ?? 0 }
}

/** Bob puts words at the start of `b` and notes them as a copy of the characters of `a` from one offset to another. */
function forge(table: Table, words: string, ...sources: readonly (readonly [from: number, to: number])[]): void {
  table.by('bob', (doc) => {
    const [a, b] = ['a', 'b'].map((id) => clausesOf(doc).get(id)) as [YClause, YClause]
    const spans = sources.flatMap(([from, to]) => [...standings(textIn(a) as Y.Text)].map(within(from, to)))
    insertCopy(
      b,
      0,
      plainWords(words),
      spans.filter(({ length }) => length > 0),
    )
  })
}

describe('a note of a copy that nothing bears out', () => {
  it('puts nothing into the mouth of another: other words', () => {
    const { table, at } = tableWith('ja')
    table.erase('bob', 'a', 0, 2)
    forge(table, 'no', [at, at + 2])
    expect(table.blame('b')).toEqual({ b: 'no(bob)agrees(first)' })
  })

  it('nor the same words in another order', () => {
    const { table, at } = tableWith('on')
    table.erase('bob', 'a', 0, 2)
    forge(table, 'no', [at + 1, at + 2], [at, at + 1])
    expect(table.blame('b')).toEqual({ b: 'no(bob)agrees(first)' })
  })

  it('nor words that stand where they were written', () => {
    const { table, at } = tableWith('no')
    forge(table, 'no', [at, at + 2])
    expect(table.blame('b')).toEqual({ b: 'no(bob)agrees(first)' })
  })

  it('nor words that another copied', () => {
    const { table, at } = tableWith('no')
    table.erase('bob', 'a', 0, 2)
    table.type('cat', 'b', 0, 'no')
    table.by('bob', (doc) => {
      const [span] = [...standings(wordsIn(doc, 'b'))]
      const source = [...standings(wordsIn(doc, 'a'))][0]
      clausesOf(doc).get('b')?.set(`${COPY_PREFIX}1:1`, [span?.client, span?.clock, 2, source?.client, at])
    })
    expect(table.blame('b')).toEqual({ b: 'no(cat)agrees(first)' })
  })

  it('while one that is borne out is believed', () => {
    const { table, at } = tableWith('no')
    table.erase('bob', 'a', 0, 2)
    forge(table, 'no', [at, at + 2])
    expect(table.blame('b')).toEqual({ b: 'no(ann)agrees(first)' })
  })
})

it('says who deleted a clause, whose words stay with their authors', () => {
  const table = new Table({ a: 'one', b: 'two' })
  table.by('ann', (_doc, hand) => removeClauses(hand, ['a']))
  expect(table.blame()).toEqual({ b: 'two(first)', a: 'one(first) gone(ann)' })
})

it('says of one clause what it says of all', () => {
  const table = new Table({ a: 'one', b: 'two' })
  table.type('ann', 'b', 3, '!')
  expect(table.blame('b')).toEqual({ b: 'two(first)!(ann)' })
})

it('is not kept busy by a deletion of impossible length', () => {
  const ledger = new Ledger()
  const doc = new Y.Doc()
  doc.getText('a').insert(0, 'words')
  const entry = { at: 0, actor: 'ann', delegation: '', kind: 'update', room: '' }
  ledger.take({ ...entry, seq: 1, body: Y.encodeStateAsUpdate(doc) })
  // No structs; one client, one range of deletions: from clock 1, 2 ** 39 long.
  const long = [0x80, 0x80, 0x80, 0x80, 0x80, 0x40]
  const client = [...Y.encodeStateVector(doc)].slice(1, -1)
  ledger.take({ ...entry, seq: 2, body: Uint8Array.from([0, 1, ...client, 1, 1, ...long]) })
  expect([ledger.deleter(doc.clientID, 0), ledger.deleter(doc.clientID, 4)]).toEqual([undefined, 2])
})

it('knows which clauses an update touched', () => {
  const table = new Table({ a: 'one', b: 'two', c: 'three' })
  table.type('ann', 'a', 0, 'x')
  table.erase('ann', 'b', 0, 1)
  table.by('ann', (_doc, hand) => mergeClause(hand, 'b', 'a'))
  const touched = table.record.map(({ body }) => clausesTouched(table.doc('reader'), body).sort().join())
  expect(touched).toEqual(['a,b,c', 'a', 'b', 'a,b'])
})

function change(seq: number, actor: string, minute: number): Placed {
  return { seq, at: minute * 60_000, actor, delegation: '', kind: 'update', room: '', body: new Uint8Array() }
}

it('makes one row of what one member wrote without a long pause', () => {
  const [newer, older] = [rowOf(change(8, 'ann', 9), ['b']), rowOf(change(7, 'ann', 5), ['a'])]
  const row = joinRows(newer, older)
  expect(row).toMatchObject({ entry: { seq: 8 }, from: { seq: 7 }, entries: 2, clauses: ['a', 'b'] })
  expect(joinRows(newer, rowOf(change(7, 'bob', 8), ['a']))).toBeUndefined()
  expect(joinRows(newer, rowOf(change(7, 'ann', 3), ['a']))).toBeUndefined()
})
