/** Plain text out. */

import type { Draft } from '../clause/clause.ts'
import { writtenOut } from '../embed/notes.ts'
import { freedLine, writeWithFreed } from './freed.ts'
import { plainLine, plainNote } from './write.ts'

/** The draft as plain text: a blank line between clauses, four spaces for each level, footnotes at the end. */
export function writePlain(draft: Draft): string {
  const { draft: whole, notes } = writtenOut(draft)
  const lines = writeWithFreed(whole, { clause: plainLine, freed: freedLine })
  return [...lines, ...notes.map(plainNote)]
    .filter((line) => line.trim() !== '')
    .map((line) => `${line}\n`)
    .join('\n')
}
