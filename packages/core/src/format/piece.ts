/** Pieces of other documents: what was copied there, read for the text that it is put into. */

import type { Clause } from '../clause/clause.ts'
import { largestFile } from './decode.ts'
import { withoutFreedLines } from './freed.ts'
import { readHtml } from './html.ts'
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

/** Clauses of a piece, none where it holds no words is binary, or is larger than a file may be. */
export function readPiece({ kind, source, into }: Piece): readonly Clause[] {
  if (source.length > largestFile || source.includes('\0')) return []
  const isPiece = into.trim() !== ''
  const plain = (text: string) => (isPiece ? readPlainPiece(text, into) : readPlain(text))
  const text = withoutFreedLines(source)
  const blocks = withoutFreed(kind === 'html' ? readHtml(text) : plain(text))
  return clausesFrom(recognizeStructure(blocks, isPiece), 'en')
}
