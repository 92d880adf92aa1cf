/** Stretches lie on the words that stand; what was deleted takes no room. */

import type { api } from '@travaux/core'
import { expect, test } from 'vitest'
import { deedsOf, placedRuns, readableRun, sharesOf, stretchesOf } from './stretches.ts'

const deed = (seq: number, delegation: string): api.Deed => ({ seq, at: seq, actor: 'm', name: 'M', delegation })

const clause: api.ClauseBlame = {
  clause: 'c',
  number: 'Article 1',
  kind: 'paragraph',
  runs: [
    { words: 'Each State ', wrote: 1 },
    { words: 'may ', wrote: 1, deleted: 3 },
    { words: 'shall ', wrote: 3 },
    { words: 'act.', wrote: 2 },
  ],
}
const blame: api.Blame = { seq: 3, deeds: [deed(1, ''), deed(2, 'Arcadia'), deed(3, 'Boreas')], clauses: [clause] }
const deeds = deedsOf(blame)

test('words that stand are laid on their authors, those brought in on nobody', () => {
  const { words, stretches } = stretchesOf(clause, deeds)
  expect(words).toBe('Each State shall act.')
  expect(stretches.map(({ from, to, deed }) => [words.slice(from, to), deed.delegation])).toEqual([
    ['shall ', 'Boreas'],
    ['act.', 'Arcadia'],
  ])
})

test('shares count words that stand, of clauses that stand', () => {
  const gone: api.ClauseBlame = { ...clause, clause: 'd', gone: 3 }
  expect(sharesOf({ ...blame, clauses: [clause, gone] }, deeds)).toEqual([
    ['', 2],
    ['Boreas', 1],
    ['Arcadia', 1],
  ])
})

test('references are read as they stand, and where they stand no longer by an ellipsis', () => {
  const runs = [
    { words: 'see \uFFFC', wrote: 1, deleted: 2 },
    { words: 'in \uFFFC, ', wrote: 1 },
  ]
  expect(placedRuns(runs).map((placed) => readableRun(placed, (offset) => (offset === 3 ? 'article 5' : 'x')))).toEqual(
    ['see …', 'in article 5, '],
  )
})
