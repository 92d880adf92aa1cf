/** Markdown taken apart into blocks, including the dialects that conversions of official texts come in. */

import { textOf } from '../clause/words.ts'
import type { Block } from './block.ts'
import { isTag, readInline } from './inline.ts'
import { gatherLines, type LineBlock } from './line.ts'
import { headingMarkerOf, markerOf } from './marker.ts'
import { takeNotes } from './note.ts'

/**
 * Blocks of a Markdown source. Reads `####Title` without a space and `[^1]` with its note; drops comments, tags, front
 * matter and rules.
 */
export function readMarkdown(source: string): Block[] {
  const { body, withNotes } = takeNotes(bodyOf(source))
  const lines = countOnes(body.split('\n').map(plainLine))
  const read = gatherLines(underlined(lines), () => false, headingLevel).map(blockOf)
  const blocks = read.map((block) => ({ ...block, words: withNotes(block.words) }))
  return blocks.filter(({ marker, words }) => marker !== '' || textOf(words) !== '')
}

/** The source without front matter and comments, with one kind of line end. */
export function bodyOf(source: string): string {
  const text = source.replace(/\r\n?/gu, '\n').replaceAll('\t', '    ')
  const front = /^---\n(?:[^\n]*\n){0,200}?---\n/u.exec(text)
  return text.slice(front?.[0].length ?? 0).replace(/<!--[\s\S]*?-->/gu, '')
}

/** Markdown counts lists by itself, and many are typed as `1.` throughout: the second such item gets its own number. */
export function countOnes(lines: readonly string[]): string[] {
  const counts = new Map<number, number>()
  return lines.map((line, at) => {
    const [, space = '', number = '', rest = ''] = /^(\s*)(\d{1,3})([.)](?:\s.*)?)$/u.exec(line) ?? []
    if (number === '') {
      if (endsLists(line, lines[at - 1] ?? '')) counts.clear()
      return line
    }
    const before = counts.get(space.length)
    if (number !== '1') {
      counts.delete(space.length)
      return line
    }
    const count = (before ?? 0) + 1
    counts.set(space.length, count)
    return `${space}${count}${rest}`
  })
}

/** A heading, or a paragraph at the margin. */
function endsLists(line: string, before: string): boolean {
  return line.startsWith('#') || (/^\S/u.test(line) && before.trim() === '' && !/^[-*+(]/u.test(line))
}

const rule = /^\s*(?:[-*_=]\s*){3,}$|^\s*\|?(?:\s*:?-{2,}:?\s*\|)+\s*(?::?-{2,}:?)?\s*$|^\s*(?:`{3,}|~{3,})\w*\s*$/u

/** A rule, a fence or the line beneath a table's head. No such line is long, and the pattern is not made for long ones. */
function isRule(line: string): boolean {
  return line.length <= 1000 && rule.test(line)
}

function plainLine(line: string): string {
  const quoted = line.replace(/^(?:\s{0,3}>\s?)+/u, '')
  if (isOnlyTags(quoted.trim()) || isTableRule(quoted)) return ''
  return quoted.startsWith('|') ? quoted.replaceAll('|', ' ').trim() : withBareMarker(quoted)
}

/** `**2.1** Words` and `**2.1 Words**` with the number taken out of the emphasis, so that it reads as one. */
function withBareMarker(line: string): string {
  const [, space = '', sign = '', first = '', rest = ''] =
    /^(\s*)(\*{1,3}|_{1,3})([^\s*_]{1,12})(.*)$/u.exec(line) ?? []
  if (sign === '' || markerOf(`${first} `) !== first) return line
  if (rest.startsWith(sign)) return `${space}${first} ${rest.slice(sign.length).trimStart()}`
  return /^\s/u.test(rest) ? `${space}${first} ${sign}${rest.trimStart()}` : line
}

/** The line between a table's head and its body. */
function isTableRule(line: string): boolean {
  return line.includes('|') && line.includes('--') && /^[\s|:-]+$/u.test(line)
}

function isOnlyTags(line: string): boolean {
  if (!line.startsWith('<') || !line.endsWith('>')) return false
  return line.split(/(?<=>)\s*(?=<)/u).every((piece) => isTag(piece) && piece.indexOf('>') === piece.length - 1)
}

/** A line underlined with `===` or `---` becomes a heading; other rules go. */
function underlined(lines: readonly string[]): string[] {
  return lines.map((line, at) => {
    const next = lines[at + 1]?.trim() ?? ''
    const alone = (lines[at - 1] ?? '').trim() === '' && line.trim() !== '' && headingLevel(line) === 0
    if (alone && /^=+$/u.test(next)) return `# ${line.trim()}`
    if (alone && /^-{2,}$/u.test(next) && !isRule(line)) return `## ${line.trim()}`
    return isRule(line) || /^=+$/u.test(line.trim()) ? '' : line
  })
}

function headingLevel(line: string): number {
  return /^ {0,3}(#{1,6})(?!#)/u.exec(line)?.[1]?.length ?? 0
}

function blockOf({ heading, indent, text }: LineBlock): Block {
  const marker = heading > 0 ? headingMarkerOf(text) : markerOf(text)
  return { heading, indent, marker, implied: false, words: readInline(text.slice(marker.length).trim()) }
}
