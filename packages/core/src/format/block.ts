/** A block: what every file format is taken apart into before its legal structure is recognized. */

import { textOf, type Words } from '../clause/words.ts'

/** One heading, paragraph or list item of a source, without the format's own markup. */
export interface Block {
  /** 1 to 6 for a heading, 0 for anything else. */
  readonly heading: number
  /** Columns from the margin, as far as the format says. */
  readonly indent: number
  /** The number or bullet that stood before the words: `2.`, `(a)`, `-`, or ''. */
  readonly marker: string
  /** Whether the format counts by itself, so that the marker is not a word of the source (an HTML list). */
  readonly implied: boolean
  /** Whether it is a row of a table, whose words say nothing of structure: `1.1` in its first cell is no number of a clause. */
  readonly row?: boolean
  readonly words: Words
}

/** The words from a character on, without white space at the front. */
export function wordsFrom(words: Words, start: number): Words {
  const kept: Words[number][] = []
  let at = 0
  for (const run of words) {
    const size = typeof run.insert === 'string' ? run.insert.length : 1
    const skip = Math.max(0, start - at)
    at += size
    if (skip >= size) continue
    const insert = typeof run.insert === 'string' ? run.insert.slice(skip) : run.insert
    const trimmed = typeof insert === 'string' && kept.length === 0 ? insert.trimStart() : insert
    if (trimmed !== '') kept.push({ ...run, insert: trimmed })
  }
  return kept
}

/** The words before a character, without white space at the end. */
export function wordsUpTo(words: Words, end: number): Words {
  const length = textOf(words).slice(0, end).trimEnd().length
  const kept: Words[number][] = []
  let room = length
  for (const run of words) {
    if (room <= 0) break
    const insert = typeof run.insert === 'string' ? run.insert.slice(0, room) : run.insert
    room -= typeof run.insert === 'string' ? run.insert.length : 1
    kept.push({ ...run, insert })
  }
  return kept
}
