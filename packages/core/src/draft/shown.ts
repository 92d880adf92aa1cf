/** The words of stored clauses as the page shows them, and where each shown character stands in the words. */

import type * as Y from 'yjs'
import { EMBED, textOf } from '../clause/words.ts'
import { kindOf, textOfStored, wordsOf, type YClause } from '../yjs/stored.ts'
import { citerOf, type Citer } from '../embed/cite.ts'
import { readEmbed } from '../embed/embed.ts'
import { referencesIn } from '../embed/spell.ts'
import { readDraft } from './read.ts'

export interface ShownText {
  /** References are written out; other embedded objects are one `EMBED` each. */
  readonly text: string
  /** The stretch of the words that shows the characters from `from` up to `to`; a reference is in it whole or not at all. */
  readonly wordsBehind: (from: number, to: number) => { readonly from: number; readonly to: number }
}

/**
 * A reader of shown words. Numbers are computed once, when the first reference is met: ask again for another state of the
 * document.
 */
export function shownTexts(doc: Y.Doc): (id: string, stored: YClause) => ShownText {
  let citer: Citer | undefined
  return (id, stored) => {
    const plain = textOfStored(stored)
    if (!plain.includes(EMBED)) return { text: plain, wordsBehind: (from, to) => ({ from, to }) }
    citer ??= citerOf(readDraft(doc))
    return written(id, stored, citer)
  }
}

interface Piece {
  readonly shown: number
  readonly text: string
  readonly offset: number
  readonly size: number
}

/** Whether a piece shows an embedded object by more than its one character. */
function isWhole({ text, size }: Piece): boolean {
  return text.length !== size
}

function written(id: string, stored: YClause, citer: Citer): ShownText {
  const says = referencesIn({ id, kind: kindOf(stored) }, citer)
  const pieces: Piece[] = []
  let [text, offset] = ['', 0]
  for (const run of wordsOf(stored)) {
    const own = textOf([run])
    const said = typeof run.insert === 'string' ? own : (says(readEmbed(run.insert), text) ?? own)
    pieces.push({ shown: text.length, text: said, offset, size: own.length })
    text += said
    offset += own.length
  }
  const wordsBehind: ShownText['wordsBehind'] = (from, to) => {
    const within = pieces.filter((piece) => piece.shown < to && from < piece.shown + piece.text.length)
    const [first, last] = [within[0], within.at(-1)]
    if (!first || !last) return { from: 0, to: 0 }
    return {
      from: isWhole(first) ? first.offset : first.offset + Math.max(0, from - first.shown),
      to: isWhole(last) ? last.offset + last.size : last.offset + Math.min(last.size, to - last.shown),
    }
  }
  return { text, wordsBehind }
}
