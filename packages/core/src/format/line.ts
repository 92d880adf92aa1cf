/** Lines of plain text or Markdown gathered into paragraphs, headings and items. */

import { markerOf, readingsOf } from './marker.ts'
import { startsHeading } from './heading.ts'

/** A gathered block whose text is still as it was typed, markup and all. */
export interface LineBlock {
  readonly heading: number
  readonly indent: number
  readonly text: string
}

/** Decides whether a line starts a new block although no blank line stands before it. */
export type Breaks = (line: string, before: string) => boolean

/** Gathers lines into blocks: blank lines, headings, markers and `breaks` end a block. One pass. */
export function gatherLines(
  lines: readonly string[],
  breaks: Breaks,
  headingOf: (line: string) => number,
): LineBlock[] {
  const blocks: LineBlock[] = []
  let open: string[] = []
  const close = (): void => {
    if (open.length > 0) blocks.push(blockOf(open, headingOf))
    open = []
  }
  for (const line of lines) {
    const before = open.at(-1)
    if (
      before !== undefined &&
      (headingOf(before) > 0 || endsBlock(line, { first: open[0] ?? '', before }, breaks, headingOf))
    )
      close()
    if (line.trim() !== '') open.push(line)
  }
  close()
  return blocks
}

/** The block that is open: its first line and its last. */
interface OpenBlock {
  readonly first: string
  readonly before: string
}

function endsBlock(line: string, open: OpenBlock, breaks: Breaks, headingOf: (line: string) => number): boolean {
  return line.trim() === '' || headingOf(line) > 0 || startsBlock(line, open) || breaks(line, open.before)
}

/** Whether a line directly behind others is an item or a heading, and no part of their sentence. */
export function startsBlock(line: string, { first, before }: OpenBlock): boolean {
  const start = line.trimStart()
  const item = markerOf(start) !== '' && (canPrecedeItem(before) || continuesList(start, first))
  return item || (startsHeading(start) && canPrecedeItem(before))
}

/** `2.` after an item `1.`, or one bullet after another. */
function continuesList(line: string, first: string): boolean {
  const [before] = readingsOf(markerOf(first.trimStart()) || '?')
  const [here] = readingsOf(markerOf(line))
  if (markerOf(first.trimStart()) === '' || before?.style !== here?.style) return false
  return here?.style === 'bullet' || here?.value === (before?.value ?? 0) + 1
}

/** A line that wraps in mid-sentence may go on with `(a)` or `12.` without starting an item. */
function canPrecedeItem(before: string): boolean {
  return (
    /[.;:,!?؛،؟。；：，–—)\]*_"”»-]\s*$|\b(?:and|or|et|ou|y|o)\s*$/iu.test(before.trimEnd()) ||
    markerOf(before.trimStart()) !== ''
  )
}

function blockOf(lines: readonly string[], headingOf: (line: string) => number): LineBlock {
  const first = lines[0] ?? ''
  const heading = headingOf(first)
  const text = lines.map((line) => line.trim()).join('\n')
  return {
    heading,
    indent: first.length - first.trimStart().length,
    text: heading > 0 ? withoutHashes(text) : text,
  }
}

function withoutHashes(text: string): string {
  let end = text.length
  while (text[end - 1] === '#') end--
  return text
    .slice(0, end)
    .replace(/^#+\s*/u, '')
    .trimEnd()
}
