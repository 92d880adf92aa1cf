/** Words with line breaks in them, as web pages and messages have them: the paragraphs that these lines are. */

import { normalWords, textOf, type Run, type Words } from '../clause/words.ts'
import { startsHeading } from './heading.ts'
import { tidyWords } from './inline.ts'
import { startsBlock } from './line.ts'
import { markerOf, readingsOf } from './marker.ts'

/** What stands for a line break until the paragraphs are found: white space that no source means anything else by. */
export const BREAK = '\u2028'

/**
 * Paragraphs of tidy words. As in plain text a paragraph ends at a blank line, behind a line that is a heading and before one
 * that opens or goes on with a list; any other break is one within the paragraph. Cost: one pass.
 */
export function paragraphsOf(words: Words): Words[] {
  const lines = linesOf(words)
  const last = lastPlaces(lines)
  const paragraphs: Words[][] = []
  let open: Words[] = []
  for (const [at, line] of lines.entries()) {
    const [first, before] = [textOf(open[0] ?? []), textOf(open.at(-1) ?? [])]
    const text = textOf(line)
    const opensList = (last.get(keyOf(text, 1)) ?? -1) > at
    const isNew = text === '' || startsHeading(before) || opensList || startsBlock(text, { first, before })
    if (isNew) open = []
    if (text === '') continue
    if (open.length === 0) paragraphs.push(open)
    open.push(line)
  }
  return paragraphs.map(joined)
}

function linesOf(words: Words): Words[] {
  const lines: Run[][] = [[]]
  for (const run of words) {
    if (typeof run.insert !== 'string') {
      lines.at(-1)?.push(run)
      continue
    }
    const [first = '', ...more] = run.insert.split(BREAK)
    lines.at(-1)?.push({ ...run, insert: first })
    for (const insert of more) lines.push([{ ...run, insert }])
  }
  return lines.map(tidyWords)
}

/** Where each number of a list stands last. */
function lastPlaces(lines: readonly Words[]): ReadonlyMap<string, number> {
  const numbered = lines.map((line, at) => [keyOf(textOf(line), 0), at] as const)
  return new Map(numbered.filter(([key]) => key !== ''))
}

/** What the number of a line, or the one so many `ahead` of it, is known by; '' where it has none. */
function keyOf(line: string, ahead: number): string {
  const marker = markerOf(line)
  const [reading] = marker === '' ? [] : readingsOf(marker)
  return reading ? `${reading.style} ${reading.style === 'bullet' ? 0 : reading.value + ahead}` : ''
}

function joined(lines: readonly Words[]): Words {
  return normalWords(lines.flatMap((line, at) => (at === 0 ? line : [{ insert: '\n' }, ...line])))
}
