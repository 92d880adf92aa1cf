/** Pieces of other documents: what was copied there, read for the text that it is put into. */

import type { Clause } from '../clause/clause.ts'
import { countWords } from '../clause/count.ts'
import { largestFile } from './decode.ts'
import { withoutFreedLines } from './freed.ts'
import { readHtml } from './html.ts'
import { withoutSoftHyphens } from './hyphen.ts'
import { withoutFreed } from './import.ts'
import { readPlain, readPlainPiece } from './plain.ts'
import { clausesFrom } from './sketch.ts'
import { recognizeStructure } from './structure.ts'

export interface Piece {
  readonly kind: 'plain' | 'html'
  readonly source: string
  /** The words of the text it goes into; where there are none yet, it is read as a whole text with a title. */
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
  const isPiece = into.trim() !== ''
  const plain = (text: string) => (isPiece ? readPlainPiece(text, into) : readPlain(text))
  let struck = 0
  const html = (text: string) => readHtml(text, (words) => (struck += countWords(words)))
  const read = kind === 'html' ? html : plain
  const blocks = withoutFreed(read(withoutFreedLines(withoutSoftHyphens(source))))
  return { clauses: clausesFrom(recognizeStructure(blocks, isPiece), 'en'), struck }
}
