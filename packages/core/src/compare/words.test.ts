/** What a lawyer would mark: one line for each case, deletions as `{old-}` and insertions as `{new+}`. */

import { diffWordsWithSpace } from 'diff'
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { applied } from './check.ts'
import type { WordOp } from './comparison.ts'
import { tokenize } from './token.ts'
import { compareWords } from './words.ts'
import { cases, shortcomings } from './words.cases.ts'

const marked = /\{([^{}]*)([-+])\}/gu

function side(line: string, kept: '-' | '+'): string {
  return line.replace(marked, (_, words: string, sign: string) => (sign === kept ? words : ''))
}

function marks(ops: readonly WordOp[]): string {
  return ops.map(([op, text]) => (op === '=' ? text : `{${text}${op}}`)).join('')
}

function compareTexts(old: string, now: string): WordOp[] {
  return compareWords(tokenize(old), tokenize(now))
}

for (const [what, lines] of Object.entries(cases)) {
  describe(what, () => {
    test.each(lines)('%s', (line) => {
      expect(marks(compareTexts(side(line, '-'), side(line, '+')))).toBe(line)
    })
    test.each(lines)('no more changes than a plain word diff: %s', (line) => {
      const [old, now] = [side(line, '-'), side(line, '+')]
      expect(changeCount(compareTexts(old, now))).toBeLessThanOrEqual(plainChangeCount(old, now))
    })
  })
}

describe('known shortcomings', () => {
  test.each(shortcomings)('should be $should', ({ should, does }) => {
    expect(marks(compareTexts(side(should, '-'), side(should, '+')))).toBe(does)
    expect(does).not.toBe(should)
  })
})

it('is shown on two hundred cases and more', () => {
  expect(Object.values(cases).flat().length).toBeGreaterThanOrEqual(200)
})

/** Changes as a reader counts them: a deletion and the insertion beside it are one. */
function changeCount(ops: readonly WordOp[]): number {
  return ops.filter(([op], at) => op !== '=' && (at === 0 || ops[at - 1]?.[0] === '=')).length
}

function plainChangeCount(old: string, now: string): number {
  const ops = diffWordsWithSpace(old, now).map(({ added, removed, value }): WordOp => [
    added ? '+' : removed ? '-' : '=',
    value,
  ])
  return changeCount(ops)
}

function long(word: string): string {
  return Array.from({ length: 60_000 }, (_, at) => `${word}${at % 900}`).join(' ')
}

const anyText = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc
    .array(
      fc.constantFrom(
        'the',
        'State',
        'Party',
        'shall',
        '10',
        '1,000',
        '(a)',
        ',',
        ';',
        '.',
        ' ',
        '  ',
        '\n',
        '[',
        ']',
        '“',
        '"',
        '条约',
        '每年',
        '每两年',
        '𠀀',
        '𠀁𠀀',
        'معاهدة',
      ),
      { maxLength: 40 },
    )
    .map((parts) => parts.join(' ')),
)

describe('the laws of word changes', () => {
  it('gives the old text without what was inserted, and the new text without what was deleted', () => {
    fc.assert(
      fc.property(anyText, anyText, (old, now) => {
        const ops = compareTexts(old, now)
        expect(applied(ops, '-')).toBe(old)
        expect(applied(ops, '+')).toBe(now)
      }),
    )
  })

  it('finds nothing between a text and itself', () => {
    fc.assert(fc.property(anyText, (text) => compareTexts(text, text).every(([op]) => op === '=')))
  })

  it('never deletes and inserts the same words at one place, and never leaves two ops of a kind side by side', () => {
    fc.assert(
      fc.property(anyText, anyText, (old, now) => {
        for (const [at, [op, text]] of compareTexts(old, now).entries()) {
          const next = compareTexts(old, now)[at + 1]
          expect(next?.[0]).not.toBe(op)
          if (op === '-' && next?.[0] === '+') expect(next[1]).not.toBe(text)
        }
      }),
      { numRuns: 50 },
    )
  })

  it('finds each change of a long text whose words all stand in it many times', () => {
    const words = Array.from({ length: 20_000 }, (_, at) => `word${Math.floor(Math.abs(Math.sin(at * at)) * 97)}`)
    const changed = words.map((word, at) => (at % 100 === 50 ? 'other' : word))
    const ops = compareTexts(words.join(' '), changed.join(' '))
    expect(changeCount(ops)).toBe(200)
  })

  it('keeps to its bound where two long texts have nothing in common', () => {
    const ops = compareTexts(long('old'), long('new'))
    expect(ops.map(([op]) => op)).toEqual(['-', '+'])
  })
})
