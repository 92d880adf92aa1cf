/** A reference goes on to the clause where the words of its own stand, however that was joined, and comes back with undo. */

import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { checkText } from '../check/check.ts'
import { draftHash } from '../clause/canonical.ts'
import { plainWords, textOf } from '../clause/words.ts'
import { compare } from '../compare/compare.ts'
import type { Hand } from '../edit/hand.ts'
import { mergeClause } from '../edit/merge.ts'
import { removeClauses, removeRange } from '../edit/remove.ts'
import { splitClause } from '../edit/split.ts'
import { Undo } from '../edit/undo.ts'
import { referenceTo } from '../embed/embed.ts'
import { spelledDraft } from '../embed/spell.ts'
import { exportDraft } from '../format/export.ts'
import { clausesOf, textIn } from '../yjs/stored.ts'
import { writeDraft } from '../yjs/write.ts'
import { readDraft } from './read.ts'
import { shownTexts } from './shown.ts'

/** An article of paragraphs a, b, c with their names as words, and one in which r refers to b. */
function start(): Hand {
  const doc = new Y.Doc()
  const names = ['a', 'b', 'c']
  const paragraphs = names.map((id) => ({
    id,
    kind: 'paragraph',
    parent: 'A',
    depth: 1,
    words: plainWords(`words ${id}`),
  }))
  const clauses = [
    { id: 'A', kind: 'article', parent: '', depth: 0, words: plainWords('One') },
    ...paragraphs,
    { id: 'B', kind: 'article', parent: '', depth: 0, words: plainWords('Two') },
    { id: 'r', kind: 'paragraph', parent: 'B', depth: 1, words: [{ insert: 'see ' }, { insert: referenceTo('b') }] },
  ]
  writeDraft(doc, { title: '', language: 'en', symbol: '', clauses })
  let made = 0
  return { doc, by: 'ana', now: () => 0, newId: () => `n${++made}`, origin: 'ana' }
}

const broken = 'see [reference to a deleted clause]'

/** What r says, in a file, in a search and to the checks alike. */
function says({ doc }: Hand): string {
  const draft = readDraft(doc)
  const said = textOf(spelledDraft(draft).clauses.find(({ id }) => id === 'r')?.words ?? [])
  const stored = clausesOf(doc).get('r')
  expect(stored && shownTexts(doc)('r', stored).text).toBe(said)
  expect(checkText(draft).some(({ kind }) => kind === 'brokenReference')).toBe(said === broken)
  return said
}

test('to the clause that it was joined to', () => {
  const hand = start()
  mergeClause(hand, 'b', 'a')
  expect(says(hand)).toBe('see article 1(1)')
  expect(exportDraft(readDraft(hand.doc), 'html')).toContain('<a href="#a">article 1(1)</a>')
})

test('on where that was joined to another', () => {
  const hand = start()
  mergeClause(hand, 'b', 'a')
  mergeClause(hand, 'a', 'A')
  expect(says(hand)).toBe('see article 1')
})

test('to the part with its words, where the clause is parted there again', () => {
  const hand = start()
  mergeClause(hand, 'b', 'a')
  splitClause(hand, 'a', 'words a'.length)
  expect(says(hand)).toBe('see article 1(2)')
})

test('to its own clause, once the joining is undone', () => {
  const hand = start()
  const history = new Undo(hand)
  mergeClause(hand, 'b', 'a')
  history.undo()
  expect(says(hand)).toBe('see article 1(2)')
  history.redo()
  expect(says(hand)).toBe('see article 1(1)')
})

test('over a selection across the two', () => {
  const hand = start()
  removeRange(hand, { clause: 'a', offset: 2 }, { clause: 'b', offset: 2 })
  expect(says(hand)).toBe('see article 1(1)')
})

test('nowhere, where the clause was deleted, or emptied before, or what it was joined to is deleted', () => {
  const deleted = start()
  removeClauses(deleted, ['b'])
  expect(says(deleted)).toBe(broken)
  const emptied = start()
  textIn(clausesOf(emptied.doc).get('b')!)?.delete(0, 'words b'.length)
  mergeClause(emptied, 'b', 'a')
  expect(says(emptied)).toBe(broken)
  const after = start()
  mergeClause(after, 'b', 'a')
  removeClauses(after, ['a'])
  expect(says(after)).toBe(broken)
})

test('and no ring of joined clauses holds the reader', () => {
  const hand = start()
  mergeClause(hand, 'b', 'a')
  mergeClause(hand, 'a', 'c')
  const [a, b] = [clausesOf(hand.doc).get('a'), clausesOf(hand.doc).get('b')]
  for (const [clause, into] of [
    [a, 'b'],
    [b, 'a'],
  ] as const)
    clause?.set('gone', { by: 'x', at: 0, into })
  expect(['see article 1(1)', broken]).toContain(says(hand))
})

test('which is no amendment where it stands, and changes no hash', () => {
  const hand = start()
  const old = readDraft(hand.doc)
  mergeClause(hand, 'b', 'a')
  const now = readDraft(hand.doc)
  const pair = compare(old, now).pairs.find(({ new: there }) => there.some(({ id }) => id === 'r'))
  expect(pair?.changes).toEqual(['same'])
  const { joined, ...rest } = now
  expect(joined).toEqual({ b: 'a' })
  expect(draftHash(now)).toBe(draftHash(rest))
})
