/** Plain text taken apart into blocks: unwraps hard-wrapped lines and finds the paragraphs in them. */

import { plainWords, textOf } from '../clause/words.ts'
import type { Block } from './block.ts'
import { plainHeading, readsAsTitle, startsHeading } from './heading.ts'
import { joinCutWords, knownWords } from './hyphen.ts'
import { gatherLines, type Breaks, type LineBlock } from './line.ts'
import { markerOf } from './marker.ts'
import { closesPreamble, isOfParties, namesParties, opensRecital } from './recital.ts'
import { plainSpaces } from './space.ts'

/** Blocks of a plain text. Lines in capitals that stand alone count as headings. */
export function readPlain(source: string): Block[] {
  const lines = linesOf(source)
  const blocks = gatherLines(lines, breaksFor(lines), () => 0).map(blockOf)
  const [first, ...rest] = blocks
  return first && isTitle(first) ? [{ ...first, heading: 1 }, ...rest] : blocks
}

/**
 * Blocks of a piece of plain text that goes into a text of these words. It has no title, its lines are one paragraph only
 * where that is clear, and words that were cut at the end of a line are put together.
 */
export function readPlainPiece(source: string, into: string): Block[] {
  const lines = linesOf(source)
  let known: ReadonlySet<string> | undefined
  const knows = (): ReadonlySet<string> => (known ??= knownWords(`${source}\n\n${into}`))
  return gatherLines(lines, pieceBreaks(lines), () => 0).map((block) =>
    blockOf({ ...block, text: joinCutWords(block.text, knows) }),
  )
}

function linesOf(source: string): string[] {
  return source.replace(/\r\n?/gu, '\n').replaceAll('\t', '    ').split('\n')
}

function isTitle({ marker, words }: Block): boolean {
  const text = textOf(words)
  return marker === '' && text.length <= 150 && !/[.;:,؛،。；：，]$/u.test(text) && plainHeading(text) === undefined
}

/**
 * Text wrapped by hand has no mark where a paragraph ends, but its last line is shorter than it needed to be: the first
 * word of the next line would have fitted. Text with very long lines was not wrapped, nor was text with short ones alone:
 * every line is a paragraph.
 */
function breaksFor(lines: readonly string[]): Breaks {
  const width = widthOf(lines)
  if (width < 40 || width > 200) return () => true
  const first = lines.find((line) => line.trim() !== '') ?? ''
  return (line, before) => {
    if (endsTitle(line, before.trim(), before === first) || opensPart(line.trimStart(), before.trimEnd())) return true
    const used = before.trimEnd().length
    const fits = used + 1 + (/^\S+/u.exec(line.trimStart())?.[0].length ?? 0) <= width
    return fits && (endsSentence(before) || used < width * 0.7)
  }
}

/** Whether a title ends although its line is long: one in capitals before other words, or the first line before a recital or a heading. */
function endsTitle(line: string, before: string, isFirst: boolean): boolean {
  const start = line.trim()
  if (isShout(before)) return /^\p{Lu}/u.test(start) && !isShout(start)
  if (!isFirst || !readsAsTitle(before)) return false
  return opensRecital(start) || namesParties(start) || startsHeading(start)
}

/** Those who agree, a recital behind another, and the words that close a preamble: each begins a line. */
function opensPart(line: string, before: string): boolean {
  return isOfParties(line) || (/[,;،؛，；]$/u.test(before) && (opensRecital(line) || closesPreamble(line)))
}

function widthOf(lines: readonly string[]): number {
  return lines.reduce((most, line) => Math.max(most, line.trimEnd().length), 0)
}

function endsSentence(line: string): boolean {
  return /[.:;!?؛؟。；：]["”’)\]]*$/u.test(line.trimEnd())
}

/** Wrapped is a text in which some line goes on in mid-sentence on the next; in any other every line is a paragraph. */
function pieceBreaks(lines: readonly string[]): Breaks {
  const width = widthOf(lines)
  const goesOn = (line: string, before: string): boolean => {
    const [start, end] = [line.trimStart(), before.trimEnd()]
    if (markerOf(start) !== '' || !/^\p{L}/u.test(start)) return false
    if (/\p{L}{2}[-‐]$/u.test(end)) return true
    return /^\p{Ll}/u.test(start) && width >= 30 && width <= 200 && end.length >= width / 2 && !endsSentence(end)
  }
  const isWrapped = lines.some((line, at) => goesOn(line, lines[at - 1] ?? ''))
  const breaks = isWrapped ? breaksFor(lines) : () => true
  return (line, before) => !goesOn(line, before) && breaks(line, before)
}

function blockOf({ text }: LineBlock): Block {
  const flat = plainSpaces(text).trim()
  const marker = markerOf(flat)
  const heading = marker === '' && isShout(flat) ? 3 : 0
  return { heading, indent: 0, marker, implied: false, words: plainWords(flat.slice(marker.length).trim()) }
}

/** `GENERAL PROVISIONS`: a few words, all in capitals. */
function isShout(text: string): boolean {
  return text.length <= 100 && /\p{Lu}{4}/u.test(text) && text === text.toUpperCase() && !/[,;:]$/u.test(text)
}
