/** Pieces of other documents: what was copied there, read for the text that it is put into. */

import type { Clause } from '../clause/clause.ts'
import { countWords } from '../clause/count.ts'
import { textOf } from '../clause/words.ts'
import { largestFile } from './decode.ts'
import { withoutFreedLines } from './freed.ts'
import { plainHeading } from './heading.ts'
import { readHtml } from './html.ts'
import { withoutSoftHyphens } from './hyphen.ts'
import { withoutFreed } from './import.ts'
import { readPlain, readPlainPiece } from './plain.ts'
import { opensRecital } from './recital.ts'
import { clausesFrom } from './sketch.ts'
import { recognizeStructure } from './structure.ts'

export interface Piece {
  readonly kind: 'plain' | 'html'
  readonly source: string
  /** The words of the text it goes into; where there are none yet, it may be a whole text with a title. */
  readonly into: string
}

export interface Pieced {
  /** None where it holds no words, is binary, or is larger than a file may be. */
  readonly clauses: readonly Clause[]
  /** How many words were left out because they are struck out, or deleted by a change that is tracked. */
  readonly struck: number
}

/** Reads a piece as the text it would be once its tracked changes are accepted. */
export function readPiece({ kind, source, into }: Piece): Pieced {
  if (source.length > largestFile || source.includes('\0')) return { clauses: [], struck: 0 }
  const isPiece = into.trim() !== '' || (kind === 'plain' && !isWhole(source))
  const plain = (text: string) => (isPiece ? readPlainPiece(text, into) : readPlain(text))
  let struck = 0
  const html = (text: string) => readHtml(text, (words) => (struck += countWords(words)), true)
  const read = kind === 'html' ? html : plain
  const blocks = withoutFreed(read(withoutFreedLines(withoutSoftHyphens(source))))
  return { clauses: clausesFrom(recognizeStructure(blocks, isPiece), 'en'), struck }
}

/** Whether a plain text reads as one that has a title: its first line stands alone over more, or it has divisions or recitals. */
function isWhole(source: string): boolean {
  const [first, second, ...more] = source.trim().split(/\r\n?|\n/u)
  if (first !== undefined && second?.trim() === '' && more.length > 0) return true
  return readPlain(source)
    .slice(1)
    .some(
      ({ heading, words }) => heading > 0 || plainHeading(textOf(words)) !== undefined || opensRecital(textOf(words)),
    )
}
