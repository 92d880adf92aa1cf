/** What the bracket board costs in a text of 10,000 clauses: its first reading, after a key, and all read anew after a key. */

import { boardOf, clausesOf, readClauses, Tally, textIn, writeDraft, type Clause } from '@travaux/core'
import * as Y from 'yjs'
import type { Figure } from './figure.ts'

const CLAUSES = 10_000
const KEYS = 50

export async function board(): Promise<Figure[]> {
  const doc = new Y.Doc()
  writeDraft(doc, { title: '', language: 'en', symbol: '', clauses: Array.from({ length: CLAUSES }, clauseAt) })
  const tally = new Tally(doc)
  const first = timed(() => tally.read())
  const kept = afterKeys(doc, () => tally.read())
  tally.stop()
  const anew = afterKeys(doc, () => boardOf(readClauses(doc)))
  const name = `the bracket board of ${CLAUSES} clauses`
  return [
    { name: `${name}, first`, unit: 'ms', better: 'less', values: { Travaux: first } },
    { name: `${name}, after a key, median`, unit: 'ms', better: 'less', values: { Travaux: kept, 'read anew': anew } },
  ]
}

/** An article of seven paragraphs of sixty words, every third with two pairs of brackets. */
function clauseAt(_: unknown, index: number): Clause {
  const open = index % 3 === 0 ? '[Arcadia: shall] [may]' : 'shall'
  const words = `Each State party ${open} ${'consider the matter '.repeat(20)}`
  return {
    id: `c${index}`,
    kind: index % 8 === 0 ? 'article' : 'paragraph',
    parent: '',
    depth: 0,
    words: [{ insert: words }],
  }
}

function timed(read: () => unknown): number {
  const start = performance.now()
  read()
  return performance.now() - start
}

function afterKeys(doc: Y.Doc, read: () => unknown): number {
  const clauses = [...clausesOf(doc).values()]
  const times = Array.from({ length: KEYS }, (_, key) => {
    const clause = clauses[(key * 197) % clauses.length]
    if (clause) textIn(clause)?.insert(0, 'x')
    return timed(read)
  })
  return times.toSorted((a, b) => a - b)[KEYS / 2] ?? 0
}
