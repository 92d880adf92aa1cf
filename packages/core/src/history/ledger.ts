/**
 * Who wrote and who deleted what, as a reading of the record: for every character that was ever written, which it was,
 * the entry that wrote it and the first one that deleted it. It grows with the record and is never rebuilt.
 */

import * as Y from 'yjs'
import { canonicalJson } from '../clause/canonical.ts'
import { UPDATE } from '../record/act.ts'
import type { Entry } from '../record/entry.ts'
import { idKey } from '../yjs/items.ts'
import { Cells } from './cells.ts'
import type { CharacterId } from './origins.ts'

/** Who made an entry, and when. */
export type Signature = Pick<Entry, 'seq' | 'at' | 'actor' | 'delegation'>

export class Ledger {
  readonly #signatures = new Signatures()
  readonly #written = new Map<number, Cells>()
  readonly #deleted = new Map<number, Cells>()
  /** Code of each character plus one. */
  readonly #characters = new Map<number, Cells>()
  /** Embedded objects, each of which counts as one character, in canonical JSON. */
  readonly #objects = new Map<string, string>()

  /** The last entry that was taken. */
  get seq(): number {
    return this.#signatures.length
  }

  /**
   * Takes the next entry. Memory: twelve bytes for each character written and deleted, some for the entry.
   * @throws where it is not the next one.
   */
  take(entry: Omit<Entry, 'hash'>): void {
    const { seq, kind, body } = entry
    if (seq !== this.seq + 1) throw new Error(`Entry ${seq} does not follow entry ${this.seq}`)
    this.#signatures.add(entry)
    if (kind !== UPDATE) return
    const { structs, ds } = Y.decodeUpdate(body)
    for (const struct of structs) if (hasContent(struct)) this.#write(struct, seq)
    for (const [client, ranges] of ds.clients) {
      for (const { clock, len } of ranges) this.#delete(client, clock, clock + len, seq)
    }
  }

  /** @throws where no such entry was taken. */
  signature(seq: number): Signature {
    return this.#signatures.at(seq)
  }

  /** The entry that wrote a character, or undefined where the record says nothing of it. */
  writer(client: number, clock: number): number | undefined {
    return this.#written.get(client)?.at(clock) || undefined
  }

  /** The first entry that deleted a character, or undefined. */
  deleter(client: number, clock: number): number | undefined {
    return this.#deleted.get(client)?.at(clock) || undefined
  }

  /** The clocks of a range that were written with content. */
  *writtenWithin(client: number, from: number, to: number): Generator<number> {
    for (const { clock } of this.#written.get(client)?.within(from, to) ?? []) yield clock
  }

  /** Whether the record has a character: what was written and deleted before it was sent never reached it. */
  knows({ client, clock }: CharacterId): boolean {
    return this.writer(client, clock) !== undefined
  }

  /** Whether two characters were written as the same one. What the record does not know is like nothing. */
  areSame(a: CharacterId, b: CharacterId): boolean {
    const character = this.#characters.get(a.client)?.at(a.clock) ?? 0
    if (character > 0) return character === this.#characters.get(b.client)?.at(b.clock)
    const object = this.#objects.get(idKey(a))
    return object !== undefined && object === this.#objects.get(idKey(b))
  }

  #write({ id: { client, clock }, length, content }: Y.Item, seq: number): void {
    cellsOf(this.#written, client).fill(clock, clock + length, seq)
    if (content instanceof Y.ContentString) this.#spell(client, clock, content.str)
    else if (content instanceof Y.ContentEmbed) {
      const key = idKey({ client, clock })
      if (!this.#objects.has(key)) this.#objects.set(key, canonicalJson(content.embed))
    }
  }

  #spell(client: number, clock: number, words: string): void {
    const characters = cellsOf(this.#characters, client)
    for (let i = 0; i < words.length; i++) characters.fill(clock + i, clock + i + 1, words.charCodeAt(i) + 1)
  }

  #delete(client: number, from: number, to: number, seq: number): void {
    const deleted = cellsOf(this.#deleted, client)
    for (const clock of this.writtenWithin(client, from, to)) deleted.fill(clock, clock + 1, seq)
  }
}

/** Signatures of entries from 1 on, small: there may be millions. */
class Signatures {
  readonly #times: number[] = []
  readonly #signers: number[] = []
  readonly #people: { readonly actor: string; readonly delegation: string }[] = []
  readonly #numbers = new Map<string, number>()

  get length(): number {
    return this.#times.length
  }

  add({ at, actor, delegation }: Omit<Signature, 'seq'>): void {
    const key = JSON.stringify([actor, delegation])
    const signer = this.#numbers.get(key) ?? this.#people.push({ actor, delegation }) - 1
    this.#numbers.set(key, signer)
    this.#times.push(at)
    this.#signers.push(signer)
  }

  at(seq: number): Signature {
    const at = this.#times[seq - 1]
    const person = this.#people[this.#signers[seq - 1] ?? -1]
    if (at === undefined || !person) throw new RangeError(`There is no entry ${seq}`)
    return { seq, at, ...person }
  }
}

/** Content that was sent was paid for in bytes; what was only said to be deleted may be of any length. */
function hasContent(struct: Y.Item | Y.GC | Y.Skip): struct is Y.Item {
  return struct instanceof Y.Item && !(struct.content instanceof Y.ContentDeleted)
}

function cellsOf(map: Map<number, Cells>, client: number): Cells {
  const cells = map.get(client) ?? new Cells()
  map.set(client, cells)
  return cells
}
