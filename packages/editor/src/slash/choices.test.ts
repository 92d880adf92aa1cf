/** What a slash offers at a clause, how typing narrows it, and what choosing does. */

import { readClauses, textOf, writeDraft, type Hand } from '@travaux/core'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { beginsGroup, choicesAt, choose, matching } from './choices.ts'

function textWithEmptyParagraph(): Hand {
  const doc = new Y.Doc()
  const clauses = [
    { id: 'A', kind: 'article', parent: '', depth: 0, words: [{ insert: 'Scope' }] },
    { id: 'a1', kind: 'paragraph', parent: 'A', depth: 1, words: [] },
  ]
  writeDraft(doc, { title: '', language: 'en', symbol: '', clauses })
  return { doc, by: 'm', now: () => 0, newId: () => 'new', origin: null }
}

const shown = ({ doc }: Hand): string[] =>
  readClauses(doc).map(({ depth, kind, words }) => `${depth} ${kind} ${textOf(words)}`)

const names = (typed: string): string[] =>
  matching([{ name: 'Part' }, { name: 'Paragraph' }, { name: 'Counterpart' }, { name: 'Third part' }], typed).map(
    ({ name }) => name,
  )

test('kinds that fit, and the one it is as what it is; a comment only from those who may', () => {
  const { doc } = textWithEmptyParagraph()
  const kinds = choicesAt(doc, 'a1', false).flatMap((choice) => (choice.type === 'kind' ? [choice] : []))
  const all = ['part', 'chapter', 'article', 'paragraph', 'point', 'text', 'alternative', 'annex']
  expect(kinds.map(({ kind }) => kind)).toEqual(all)
  expect(kinds.filter(({ current }) => current).map(({ kind }) => kind)).toEqual(['paragraph'])
  expect(choicesAt(doc, 'a1', true).at(-1)).toEqual({ type: 'comment' })
  expect(choicesAt(doc, 'a1', false)).not.toContainEqual({ type: 'comment' })
})

test('kinds, what is put in, and what is done stand apart', () => {
  const choices = choicesAt(textWithEmptyParagraph().doc, 'a1', true)
  const first = choices.filter((choice, at) => beginsGroup(choice, choices[at - 1]))
  expect(first).toEqual([
    { type: 'insert', insert: 'brackets' },
    { type: 'command', command: 'reference' },
  ])
})

test('a kind moves the clause where it belongs, brackets leave the caret within', () => {
  const hand = textWithEmptyParagraph()
  expect(choose(hand, 'a1', { type: 'insert', insert: 'rivals' })).toEqual({ clause: 'a1', offset: 1 })
  choose(hand, 'a1', { type: 'kind', kind: 'article', current: false })
  expect(shown(hand)).toEqual(['0 article Scope', '0 article [] []'])
})

test('taking the kind that it is changes nothing', () => {
  const hand = textWithEmptyParagraph()
  const before = shown(hand)
  expect(choose(hand, 'a1', { type: 'kind', kind: 'paragraph', current: true })).toEqual({ clause: 'a1', offset: 0 })
  expect(shown(hand)).toEqual(before)
})

test('names that begin with what is typed come first, then those with a word that does, and none that only has it within', () => {
  expect(names('')).toEqual(['Part', 'Paragraph', 'Counterpart', 'Third part'])
  expect(names('part')).toEqual(['Part', 'Third part'])
  expect(names('art')).toEqual([])
  expect(names('5 of')).toEqual([])
})
