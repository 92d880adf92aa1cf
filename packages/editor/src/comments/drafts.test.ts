/** A draft stays with what it is about, and comes back as it was left. */

import type { api } from '@travaux/core'
import { expect, test } from 'vitest'
import { begunIn, formOf, handedBack, readDrafts, withDraft, writeDrafts, type Draft, type Drafts } from './drafts.ts'

const anchor = (quote: string): api.Anchor => ({ clause: 'c1', quote, before: '', after: '' })
const on = (quote: string, words: string): Draft => ({ words, anchor: anchor(quote), audience: 'all' })
const writing = (drafts: Drafts, draft: Draft): Drafts =>
  withDraft(drafts, formOf.comment(draft.anchor ?? anchor('')), draft)
const two = writing(writing({}, on('Each', 'Why?')), on('It', 'Who?'))

test('a comment on other words is another draft, on the same words the same', () => {
  expect(begunIn(two).map(({ quote }) => quote)).toEqual(['Each', 'It'])
  expect(writing(two, on('Each', 'How?'))[formOf.comment(anchor('Each'))]?.words).toBe('How?')
  expect(begunIn(writing(two, on('Each', 'How?')))).toHaveLength(2)
})

test('a draft that was sent or discarded is gone, and no other', () => {
  const left = withDraft(two, formOf.comment(anchor('Each')), null)
  expect(begunIn(left).map(({ quote }) => quote)).toEqual(['It'])
})

test('what the server refused stands before what was written since', () => {
  const since = withDraft({}, formOf.reply('t1'), { words: 'And more.' })
  const back = handedBack(since, { type: 'comment.reply', thread: 't1', comment: 'c', words: 'No.' })
  expect(back[formOf.reply('t1')]?.words).toBe('No.\n\nAnd more.')
})

function memoryStore(): Pick<Storage, 'getItem' | 'setItem'> {
  const kept = new Map<string, string>()
  return { getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => void kept.set(key, value) }
}

test('drafts are read as they were written, and only by their member in their text', () => {
  const store = memoryStore()
  writeDrafts(store, { text: 't', member: 'ines' }, two)
  expect(readDrafts(store, { text: 't', member: 'ines' })).toEqual(two)
  expect(readDrafts(store, { text: 't', member: 'omar' })).toEqual({})
  expect(readDrafts(store, { text: 'u', member: 'ines' })).toEqual({})
})

test('what stands there and is no draft counts as nothing', () => {
  for (const stored of ['', '[', '{"a":1}', 'null'])
    expect(readDrafts({ getItem: () => stored }, { text: 't', member: 'm' })).toEqual({})
})
