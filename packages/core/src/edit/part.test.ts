/** A part of a text that is put back where it was taken out makes the text what it was. */

import { expect, test } from 'vitest'
import * as Y from 'yjs'
import type { Clause } from '../clause/clause.ts'
import { textOf } from '../clause/words.ts'
import { readClauses } from '../yjs/read.ts'
import { writeDraft } from '../yjs/write.ts'
import type { Hand } from './hand.ts'
import { insertPart } from './part.ts'

/** Clauses from an outline: two spaces a level, a kind, and words. */
function outline(prefix: string, lines: readonly string[]): Clause[] {
  const clauses: Clause[] = []
  for (const [index, line] of lines.entries()) {
    const depth = (line.length - line.trimStart().length) / 2
    const [kind = '', ...words] = line.trim().split(' ')
    const parent = clauses.findLast((clause) => clause.depth < depth)?.id ?? ''
    const text = words.join(' ')
    clauses.push({ id: `${prefix}${index}`, kind, parent, depth, words: text === '' ? [] : [{ insert: text }] })
  }
  return clauses
}

function textWith(lines: readonly string[]): Hand {
  const doc = new Y.Doc()
  writeDraft(doc, { title: '', language: 'en', symbol: '', clauses: outline('c', lines) })
  let made = 0
  return { doc, by: 'm', now: () => 0, newId: () => `n${++made}`, origin: null }
}

const shown = (hand: Hand): string[] =>
  readClauses(hand.doc).map(({ depth, kind, words }) => `${'  '.repeat(depth)}${kind} ${textOf(words)}`.trimEnd())

test.each<[string, readonly string[], readonly string[], readonly string[]]>([
  [
    'across a heading, whose other paragraphs come back beneath it',
    ['article Object', '  paragraph One', '  paragraph Twofour', '  paragraph Five', 'article Final'],
    ['  paragraph words', '  paragraph Three', 'article Scope', '  paragraph This'],
    [
      'article Object',
      '  paragraph One',
      '  paragraph Twowords',
      '  paragraph Three',
      'article Scope',
      '  paragraph Thisfour',
      '  paragraph Five',
      'article Final',
    ],
  ],
  [
    'across a chapter and an article',
    ['chapter I', '  article Object', '    paragraph One', '    paragraph Twofour', '  article Next', 'chapter III'],
    ['    paragraph words', 'chapter II', '  article Scope', '    paragraph Whole', '    paragraph This'],
    [
      'chapter I',
      '  article Object',
      '    paragraph One',
      '    paragraph Twowords',
      'chapter II',
      '  article Scope',
      '    paragraph Whole',
      '    paragraph Thisfour',
      '  article Next',
      'chapter III',
    ],
  ],
  [
    'across points',
    ['article Object', '  paragraph One', '  paragraph Twofour', '  paragraph Five'],
    ['  paragraph words', '    point a', '      point i', '    point b', '  paragraph This'],
    [
      'article Object',
      '  paragraph One',
      '  paragraph Twowords',
      '    point a',
      '      point i',
      '    point b',
      '  paragraph Thisfour',
      '  paragraph Five',
    ],
  ],
  [
    'across two paragraphs',
    ['article Object', '  paragraph One', '  paragraph Twofour'],
    ['  paragraph words', '  paragraph This'],
    ['article Object', '  paragraph One', '  paragraph Twowords', '  paragraph Thisfour'],
  ],
])('%s', (_what, text, part, expected) => {
  const hand = textWith(text)
  const clause = outline('c', text).find(({ words }) => textOf(words) === 'Twofour')?.id ?? ''
  const end = insertPart(hand, { clause, offset: 3 }, outline('p', part))
  expect(shown(hand)).toEqual(expected)
  expect(end?.offset).toBe('This'.length)
})
