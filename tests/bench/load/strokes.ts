/** Keystrokes made before they are needed: each one Yjs update of one character, by one client of its own. */

import { clausesOf, textIn } from '@travaux/core'
import * as Y from 'yjs'

export interface Strokes {
  readonly client: number
  /** The n-th stroke is the client's clock n. */
  readonly updates: readonly Uint8Array[]
}

/** So many strokes of one person in a text, at the end of the words of one of its clauses. */
export function makeStrokes(state: Uint8Array, person: number, count: number): Strokes {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, state)
  const words = wordsOf(doc, person)
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  for (let stroke = 0; stroke < count; stroke++) words.insert(words.length, 'abcdefgh '[stroke % 9] ?? '')
  return { client: doc.clientID, updates }
}

function wordsOf(doc: Y.Doc, person: number): Y.Text {
  const clauses = [...clausesOf(doc).values()]
  const clause = clauses[person % clauses.length]
  const words = clause && textIn(clause)
  if (!words) throw new Error('The text has no clause to type in')
  return words
}

/** What an update brings: so many clocks of one client, from one on. */
export interface Brought {
  readonly client: number
  readonly from: number
  readonly to: number
}

/** Longest update whose reading is remembered: the same one comes to everybody in the room. */
const LONGEST = 16 * 1024
const MOST = 2000

/** Reads what updates bring, each of the same bytes once. */
export function strokeReader(): (update: Uint8Array) => readonly Brought[] {
  const known = new Map<string, readonly Brought[]>()
  return (update) => {
    if (update.length > LONGEST) return broughtBy(update)
    const key = Buffer.from(update.buffer, update.byteOffset, update.length).toString('latin1')
    const found = known.get(key) ?? broughtBy(update)
    if (known.size > MOST) known.clear()
    known.set(key, found)
    return found
  }
}

function broughtBy(update: Uint8Array): readonly Brought[] {
  const { from, to } = Y.parseUpdateMeta(update)
  return [...to].map(([client, end]) => ({ client, from: from.get(client) ?? 0, to: end }))
}
