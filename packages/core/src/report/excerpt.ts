/** What changed in a clause, in one line: its first change with a few words around it. */

import type { WordOp } from '../compare/comparison.ts'

export interface Excerpt {
  /** At most about `length` characters; cut words end in an ellipsis. */
  readonly words: readonly WordOp[]
  /** Changes that are not in it. */
  readonly more: number
}

/** Characters of unchanged words before the first change. */
const before = 28

/** O(words up to the end of the excerpt), and one pass to count the rest. */
export function excerptOf(words: readonly WordOp[], length = 120): Excerpt {
  const first = words.findIndex(([op]) => op !== '=')
  if (first < 0) return { words: [], more: 0 }
  const lead = words[first - 1]
  const taken: WordOp[] = lead ? [['=', cutStart(flat(lead[1]), before)]] : []
  let left = length - (taken[0]?.[1].length ?? 0)
  let at = first
  for (; at < words.length && left > 0; at++) {
    const [op, text] = words[at] ?? ['=', '']
    const whole = flat(text)
    const cut = cutEnd(whole, Math.max(left, 8))
    taken.push([op, cut])
    left = cut === whole ? left - cut.length : 0
  }
  return { words: taken, more: countChanges(words.slice(at)) }
}

/** How many places were changed: a deletion with the insertion that replaces it is one. */
export function countChanges(words: readonly WordOp[]): number {
  return words.filter(([op], at) => op !== '=' && (words[at - 1]?.[0] ?? '=') === '=').length
}

/** Characters inserted and deleted. */
export function changeSize(words: readonly WordOp[]): number {
  return words.reduce((size, [op, text]) => (op === '=' ? size : size + text.length), 0)
}

function flat(text: string): string {
  return text.replace(/\s+/gu, ' ')
}

function cutEnd(text: string, length: number): string {
  if (text.length <= length) return text
  const cut = text.slice(0, length)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), length - 20))}…`
}

function cutStart(text: string, length: number): string {
  if (text.length <= length) return text
  const cut = text.slice(-length)
  return `…${cut.slice(Math.max(0, cut.indexOf(' ')))}`
}
