/** A first look over all blocks of a source for what only the whole can tell: where the body starts, what contains what. */

import { textOf } from '../clause/words.ts'
import type { Block } from './block.ts'
import { namedHeading, plainHeading, readsAsTitle, type Division } from './heading.ts'
import { bareMarker, readingsOf } from './marker.ts'
import { beginsPreamble, opensPreamble, opensRecital, splitRecitals } from './recital.ts'

export interface Survey {
  /** Position of the title, or -1. A piece has one only where headings follow that it stands above. */
  readonly title: number
  /** Position of the first article, part, chapter, annex or numbered heading. */
  readonly bodyStart: number
  readonly hasArticles: boolean
  readonly hasNumbered: boolean
  /** Whether sections contain articles rather than articles sections. */
  readonly sectionsHoldArticles: boolean
  /** Whether paragraphs such as `Article 5` without heading markup open divisions. */
  readonly plainHeadings: boolean
  /** Positions of blocks that are headings because of their number: `4.1. Powers`. */
  readonly numbered: ReadonlySet<number>
  /** The words of each block without their marks. */
  readonly texts: readonly string[]
  /** Positions of headings over paragraphs that are no preamble: forewords and notes. */
  readonly sections: ReadonlySet<number>
  /** Blocks that stand beneath an annex. */
  readonly inAnnex: ReadonlySet<Block>
}

/** Looks over the blocks, of a whole text or of a piece that goes into another. Cost: one pass for each fact. */
export function surveyBlocks(blocks: readonly Block[], piece: boolean): Survey {
  const marked = blocks.map((block) => (block.heading > 0 ? divisionOf(block, true) : undefined))
  const plainHeadings = !marked.includes('article')
  const divisions = plainHeadings
    ? blocks.map((block) => divisionOf(block, false) ?? divisionOf(block, block.heading > 0))
    : marked
  const hasArticles = divisions.includes('article')
  const numbered = numberedHeadings(blocks, hasArticles || piece, divisions)
  const body = blocks.findIndex(
    (_, at) => numbered.has(at) || (divisions[at] !== undefined && divisions[at] !== 'preamble'),
  )
  const isUnnamed = ({ heading }: Block, at: number): boolean =>
    heading > 0 && divisions[at] === undefined && !numbered.has(at)
  const front = blocks.slice(0, Math.max(0, firstHeading(blocks, divisions, numbered)))
  return {
    title: piece ? titleOver(front, front.findIndex(isUnnamed)) : blocks.findIndex(isUnnamed),
    bodyStart: body < 0 ? firstItem(blocks) : body,
    hasArticles,
    hasNumbered: numbered.size > 0,
    sectionsHoldArticles: sectionsHoldArticles(blocks, divisions),
    plainHeadings,
    numbered,
    texts: blocks.map(({ words }) => textOf(words)),
    sections: new Set(blocks.flatMap(({ heading }, at) => (heading > 0 && opensText(blocks[at + 1]) ? [at] : []))),
    inAnnex: new Set(
      blocks.slice(Math.max(0, divisions.indexOf('annex') < 0 ? blocks.length : divisions.indexOf('annex'))),
    ),
  }
}

/** Position of the first division, a preamble without a heading among them, or of the first numbered heading; -1 where there is none. */
function firstHeading(
  blocks: readonly Block[],
  divisions: readonly (Division | undefined)[],
  numbered: ReadonlySet<number>,
): number {
  const first = blocks.findIndex((_, at) => divisions[at] !== undefined || numbered.has(at))
  const preamble = blocks.slice(0, Math.max(0, first)).findIndex(({ heading, words }, at) => {
    return heading === 0 && beginsPreamble(words, textOf(blocks[at + 1]?.words ?? []))
  })
  return preamble < 0 ? first : preamble
}

/** What stands before the first heading of a piece has a title where a heading without a number does, or its first line reads as one. */
function titleOver(front: readonly Block[], unnamed: number): number {
  if (unnamed >= 0) return unnamed
  return front[0] && isTitle(front[0]) ? 0 : -1
}

function isTitle({ marker, words, row }: Block): boolean {
  const text = textOf(words)
  return marker === '' && row !== true && !text.includes('\n') && !opensRecital(text) && readsAsTitle(text)
}

/** Whether a paragraph is plain text rather than a title's second line or a preamble. */
function opensText(block: Block | undefined): boolean {
  if (block?.heading !== 0 || opensRecital(textOf(block.words))) return false
  return splitRecitals(block.words).length <= 2 && !opensPreamble(block.words)
}

function divisionOf({ marker, words, row }: Block, heading: boolean): Division | undefined {
  if (marker !== '' || row === true) return undefined
  const text = textOf(words)
  return (heading ? namedHeading(text) : plainHeading(text))?.division
}

/** Without divisions the body starts at the first numbered provision, or at once. */
function firstItem(blocks: readonly Block[]): number {
  const at = blocks.findIndex(({ marker }) => marker !== '')
  return at < 0
    ? Math.max(
        0,
        blocks.findIndex(({ heading }) => heading === 0),
      )
    : at
}

function sectionsHoldArticles(blocks: readonly Block[], divisions: readonly (Division | undefined)[]): boolean {
  const order = divisions.flatMap((division, at) => {
    if (division === 'section' || division === 'article') return [division]
    return (blocks[at]?.heading ?? 0) > 0 ? [] : ['words' as const]
  })
  const collapsed = order.filter((step, at) => step !== order[at - 1])
  return collapsed.some((step, at) => step === 'section' && collapsed[at + 1] === 'article')
}

/** Headings with a number, and in a text without articles the short numbered lines that count 1, 2, 3 over content. */
function numberedHeadings(
  blocks: readonly Block[],
  hasArticles: boolean,
  divisions: readonly (Division | undefined)[],
): ReadonlySet<number> {
  const found = new Set<number>()
  let count = 0
  for (const [at, block] of blocks.entries()) {
    if (block.marker === '' || readingsOf(block.marker)[0]?.style === 'bullet') continue
    if (block.heading > 0) found.add(at)
    else if (!hasArticles && divisions[at] === undefined && isShortTitle(block) && opensSection(blocks, at, count)) {
      found.add(at)
      if (!bareMarker(block.marker).includes('.')) count++
    }
  }
  return found
}

function isShortTitle({ words, implied }: Block): boolean {
  const text = textOf(words)
  return !implied && /^\p{Lu}/u.test(text) && !/[.;:,]$/u.test(text) && text.split(/\s+/u).length <= 12
}

function opensSection(blocks: readonly Block[], at: number, count: number): boolean {
  const reading = readingsOf(blocks[at]?.marker ?? '')[0]
  const next = blocks[at + 1]
  if (!next || reading?.style !== 'decimal' || reading.value !== count + 1) return false
  const after = next.marker === '' ? undefined : readingsOf(next.marker)[0]
  return after?.style !== 'decimal' || after.value !== reading.value + 1
}
