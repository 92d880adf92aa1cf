/** Plain text taken apart into blocks: unwraps hard-wrapped lines and finds the paragraphs in them. */

import { plainWords, textOf } from '../clause/words.ts'
import type { Block } from './block.ts'
import { plainHeading } from './heading.ts'
import { gatherLines, type Breaks, type LineBlock } from './line.ts'
import { markerOf } from './marker.ts'

/** Blocks of a plain text. Lines in capitals that stand alone count as headings. */
export function readPlain(source: string): Block[] {
  const lines = source.replace(/\r\n?/gu, '\n').replaceAll('\t', '    ').split('\n')
  const blocks = gatherLines(lines, breaksFor(lines), () => 0).map(blockOf)
  const [first, ...rest] = blocks
  return first && isTitle(first) ? [{ ...first, heading: 1 }, ...rest] : blocks
}

function isTitle({ marker, words }: Block): boolean {
  const text = textOf(words)
  return marker === '' && text.length <= 150 && !/[.;:,]$/u.test(text) && plainHeading(text) === undefined
}

/**
 * Text wrapped by hand has no mark where a paragraph ends, but its last line is shorter than it needed to be: the first
 * word of the next line would have fitted. Text with very long lines was not wrapped, nor was text with short ones alone:
 * every line is a paragraph.
 */
function breaksFor(lines: readonly string[]): Breaks {
  const width = lines.reduce((most, line) => Math.max(most, line.trimEnd().length), 0)
  if (width < 40 || width > 200) return () => true
  return (line, before) => {
    const used = before.trimEnd().length
    const fits = used + 1 + (/^\S+/u.exec(line.trimStart())?.[0].length ?? 0) <= width
    return fits && (/[.:;!?]["”’)\]]*$/u.test(before.trimEnd()) || used < width * 0.7)
  }
}

function blockOf({ text }: LineBlock): Block {
  const flat = text.replace(/\s+/gu, ' ').trim()
  const marker = markerOf(flat)
  const heading = marker === '' && isShout(flat) ? 3 : 0
  return { heading, indent: 0, marker, implied: false, words: plainWords(flat.slice(marker.length).trim()) }
}

/** `GENERAL PROVISIONS`: a few words, all in capitals. */
function isShout(text: string): boolean {
  return text.length <= 100 && /\p{Lu}{4}/u.test(text) && text === text.toUpperCase() && !/[,;:]$/u.test(text)
}
