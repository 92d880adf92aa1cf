/** What was open on each day and in each version is read from the record, and read on from where it was. */

import { boardOf, bracketRange, clausesOf, readClauses, textIn, UPDATE, writeAct, writeDraft } from '@travaux/core'
import type { Entry } from '@travaux/core'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { OpenOverTime } from './open.ts'

const DAY = 86_400_000

/** A record in the making: every change of the document becomes an entry of its day. */
function record() {
  const doc = new Y.Doc()
  const entries: Entry[] = []
  let at = 0
  const add = (kind: string, body: Uint8Array): void => {
    entries.push({
      seq: entries.length + 1,
      at,
      actor: 'm',
      delegation: 'D',
      kind,
      room: 'text:t',
      body,
      hash: '',
    })
  }
  doc.on('update', (update: Uint8Array) => add(UPDATE, update))
  writeDraft(doc, {
    title: '',
    language: 'en',
    symbol: '',
    clauses: [{ id: 'c', kind: 'paragraph', parent: '', depth: 0, words: [{ insert: 'States shall act' }] }],
  })
  let asked = 0
  const texts = {
    async *entries(_id: string, range: { after?: number; upTo?: number }) {
      for (const entry of entries.slice(range.after ?? 0, range.upTo)) {
        asked++
        yield entry
      }
    },
  }
  return {
    doc,
    texts,
    on: (day: number, change: () => void) => {
      at = day * DAY
      change()
    },
    issue: (version: string) => {
      const stamp = { number: 1, seq: 1, sha256: '', draft: {} }
      const act = { type: 'version.issue' as const, id: version, version, label: 'Zero draft', symbol: '', ...stamp }
      add('version.issue', writeAct(act).body)
    },
    seq: () => entries.length,
    asked: () => asked,
  }
}

test('days and versions are counted, and only what is new is read again', async () => {
  const { doc, texts, on, issue, seq, asked } = record()
  const hand = { doc, by: 'm', now: () => 0, newId: () => 'n', origin: null }
  const open = new OpenOverTime(texts)
  on(1, () => bracketRange(hand, 'c', { from: 7, to: 12 }))
  on(1, () => bracketRange(hand, 'c', { from: 0, to: 6 }))
  issue('version-1')
  on(3, () => clausesOf(doc).get('c')?.set('text', new Y.Text('States act within [X] days')))

  const told = await open.upTo('t', seq())
  expect(told.days.map(({ day, pairs, placeholders }) => [day, pairs, placeholders])).toEqual([
    ['1970-01-01', 0, 0],
    ['1970-01-02', 2, 0],
    ['1970-01-04', 0, 1],
  ])
  expect(told.versions).toMatchObject([{ version: 'version-1', pairs: 2, placeholders: 0 }])

  const before = asked()
  on(3, () => {
    const stored = clausesOf(doc).get('c')
    if (stored) textIn(stored)?.insert(0, '[')
  })
  const again = await open.upTo('t', seq())
  expect(asked() - before).toBe(1)
  expect(again.days.at(-1)).toMatchObject({ day: '1970-01-04', ...boardOf(readClauses(doc)).total })
  expect(again.days).toHaveLength(3)
})
