/** What a member said is in the rail at once, and never twice. */

import type { api } from '@travaux/core'
import { expect, test } from 'vitest'
import { withWaiting } from './overlay.ts'

const me = { id: 'ines', name: 'Ines', delegation: 'Arcadia' }
const anchor: api.Anchor = { clause: 'c1', quote: 'remote training', before: '', after: '' }

const open: api.TextCommand = {
  type: 'comment.open',
  thread: 'thread-1',
  comment: 'comment-1',
  anchor,
  words: 'Does this cover it?',
  audience: 'all',
}

/** The rail after these commands, none of which the server has answered. */
function after(threads: readonly api.Thread[], ...commands: api.TextCommand[]) {
  const letters = commands.map((command, index) => ({ text: 't', request: { id: `request-${index}`, command } }))
  return withWaiting(threads, letters, me, 5)
}

const known: api.Thread = {
  id: 'thread-1',
  anchor,
  audience: 'all',
  comments: [
    { id: 'comment-1', by: 'ines', name: 'Ines', delegation: 'Arcadia', at: 1, words: 'Old words', edits: [] },
  ],
  turns: [],
  resolved: false,
}

test('a new thread shows before the server has it', () => {
  const [thread] = after([], open)
  expect(thread?.comments[0]?.words).toBe('Does this cover it?')
  expect(thread?.waiting.has('comment-1')).toBe(true)
})

test('a thread the server already has is not shown twice', () => {
  expect(after([known], open)).toEqual([{ ...known, waiting: new Set() }])
})

test('a reply, an edit and a resolution show at once', () => {
  const [thread] = after(
    [known],
    { type: 'comment.reply', thread: 'thread-1', comment: 'comment-2', words: 'It does.' },
    { type: 'comment.edit', thread: 'thread-1', comment: 'comment-1', words: 'New words' },
    { type: 'thread.resolve', thread: 'thread-1' },
  )
  expect(thread?.comments.map(({ words }) => words)).toEqual(['New words', 'It does.'])
  expect(thread?.comments[0]?.edits).toEqual([{ at: 5, words: 'Old words' }])
  expect(thread?.resolved).toBe(true)
})

test('commands for threads that are not there change nothing', () => {
  expect(after([], { type: 'thread.resolve', thread: 'thread-9' })).toEqual([])
})
