/** Who is told of which comment. */

import type { api } from '@travaux/core'
import { expect, test } from 'vitest'
import { commentsIn, newsIn } from './news.ts'

const reader = { id: 'ana', delegation: 'Arcadia', code: 'ARC' }

/** A thread of comments, each `member: words`. */
function thread(...said: readonly string[]): api.Thread {
  const comments = said.map((one, at): api.Comment => {
    const [by = '', words = ''] = one.split(': ')
    return { id: `${by}-${at}`, by, name: by, delegation: by, at, words, edits: [] }
  })
  const anchor = { clause: 'art5', quote: '', before: '', after: '' }
  return { id: 't', anchor, audience: 'all', comments, turns: [], resolved: false }
}

const toldOf = (...said: readonly string[]): string[] =>
  newsIn(new Set(), [thread(...said)], reader).map(({ kind, comment }) => `${kind}: ${comment.words}`)

test.each<[string, readonly string[], readonly string[]]>([
  ['an answer to one who spoke', ['ana: Why?', 'ben: Because.'], ['reply: Because.']],
  ['nothing said among others', ['ben: Why?', 'eva: Because.'], []],
  ['nothing before one spoke', ['ben: Why?', 'ana: Because.'], []],
  ['one whose delegation is named', ['ben: As Arcadia proposed.'], ['mention: As Arcadia proposed.']],
  ['one whose code is named', ['ben: See ARC, 3 May.'], ['mention: See ARC, 3 May.']],
  ['nothing where the code is part of a word', ['ben: The ARCHIVE and the arc.'], []],
  ['nobody of their own words', ['ana: Arcadia thinks so.'], []],
])('%s', (_name, said, expected) => {
  expect(toldOf(...said)).toEqual(expected)
})

test('what was there before is no news', () => {
  const before = thread('ana: Why?', 'ben: Because.')
  const now = thread('ana: Why?', 'ben: Because.', 'ben: And so.')
  expect(newsIn(commentsIn([before]), [now], reader).map(({ comment }) => comment.words)).toEqual(['And so.'])
})
