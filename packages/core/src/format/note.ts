/** Footnotes of Markdown: `[^1]` in the text, `[^1]: words` in lines of their own. */

import { normalWords, type Run, type Words } from '../clause/words.ts'
import { footnoteOf } from '../embed/embed.ts'
import { readInline } from './inline.ts'

export interface Notes {
  /** The source without the notes that something in it refers to. */
  readonly body: string
  /** Puts the notes in where the words refer to them. */
  readonly withNotes: (words: Words) => Words
}

const opening = /^\[\^([^\]\s]{1,64})\]:[ ]?(.*)$/u
const sign = /\[\^([^\]\s]{1,64})\]/gu

/** Takes the notes out of a source. What nothing refers to, and signs without a note, stay as they are. One pass. */
export function takeNotes(source: string): Notes {
  if (!source.includes('[^')) return { body: source, withNotes: (words) => words }
  const referred = new Set([...source.replace(/^\[\^[^\]\n]*\]:/gmu, '').matchAll(sign)].map(([, id]) => id))
  const notes = new Map<string, Words>()
  const kept: string[] = []
  let open: { readonly id: string; words: string } | undefined
  const shut = (): void => {
    if (open) notes.set(open.id, readInline(open.words.trim()))
    open = undefined
  }
  for (const line of source.split('\n')) {
    const [, id = '', words = ''] = opening.exec(line) ?? []
    if (id !== '' || line.trim() === '') shut()
    if (id !== '' && referred.has(id) && !notes.has(id)) open = { id, words }
    else if (open) open.words += ` ${line.trim()}`
    else kept.push(line)
  }
  shut()
  return { body: kept.join('\n'), withNotes: (words) => signed(words, notes) }
}

function signed(words: Words, notes: ReadonlyMap<string, Words>): Words {
  return normalWords(words.flatMap((run) => (typeof run.insert === 'string' ? cut(run, run.insert, notes) : [run])))
}

/** A run parted at its signs. */
function cut(run: Run, text: string, notes: ReadonlyMap<string, Words>): Run[] {
  return text.split(/(\[\^[^\]\s]{1,64}\])/u).map((piece) => {
    const note = piece.startsWith('[^') ? notes.get(piece.slice(2, -1)) : undefined
    return { ...run, insert: note ? footnoteOf(note) : piece }
  })
}
