/** Recognizes the legal structure of a source in its blocks: divisions, articles, paragraphs, points, recitals, annexes. */

import { textOf, type Words } from '../clause/words.ts'
import { wordsFrom, type Block } from './block.ts'
import { namedHeading, plainHeading, type Division, type NamedHeading } from './heading.ts'
import { bareMarker, readingsOf } from './marker.ts'
import { Outline, type Sketch } from './outline.ts'
import { beginsPreamble, closesPreamble, splitOffClosing, splitRecitals } from './recital.ts'
import { surveyBlocks, type Survey } from './survey.ts'

/**
 * The clauses of a source in reading order. Every word of every block stands in them, in the same order. One pass. A
 * `piece` goes into another text: it has no title, and what it numbers are provisions unless it marks them as headings.
 */
export function recognizeStructure(blocks: readonly Block[], piece = false): readonly Sketch[] {
  const outline = new Outline(piece)
  const survey = surveyBlocks(blocks, piece)
  for (const [at, block] of blocks.entries()) place({ outline, survey, at, block })
  return outline.sketches
}

interface Placing {
  readonly outline: Outline
  readonly survey: Survey
  readonly at: number
  readonly block: Block
}

function place(placing: Placing): void {
  const { outline, survey, at, block } = placing
  const text = textOf(block.words)
  if (block.row === true) return outline.text('text', block.words, block.indent)
  const named = block.marker === '' ? headingIn(placing, text) : undefined
  if (named) openNamed(placing, named)
  else if (survey.numbered.has(at)) openNumbered(placing)
  else if (at === survey.title && !outline.awaitsWords) outline.title(block.words)
  else if (block.heading > 0 && block.marker === '') openUnnamed(placing)
  else if (block.marker !== '') placeItem(placing)
  else if (takesTitle(outline, text)) outline.fill(block.words)
  else if (/^(?:DONE|IN WITNESS|In witness|FAIT|EN FOI|En foi|HECHO|EN FE)\b/u.test(text)) placeAtRoot(placing)
  else placeParagraph(placing)
}

function headingIn({ survey, block }: Placing, text: string): NamedHeading | undefined {
  if (block.heading > 0) return namedHeading(text)
  return survey.plainHeadings || isStrong(block.words) ? plainHeading(text) : undefined
}

function isStrong(words: Words): boolean {
  return words.length > 0 && words.every(({ attributes }) => attributes?.['strong'] === true)
}

const ranks: Readonly<Record<Division, number>> = { preamble: 9, annex: 0, part: 1, chapter: 2, section: 3, article: 4 }

function openNamed({ outline, survey, block }: Placing, named: NamedHeading): void {
  const heading = block.heading || 9
  if (named.division === 'preamble')
    return outline.open({ kind: 'preamble', rank: ranks.preamble, heading, typed: '', words: block.words })
  const rest = wordsFrom(block.words, named.rest)
  const isSentence = block.heading === 0 && readsAsSentence(textOf(rest))
  outline.open({ ...rankOf(named.division, survey), heading, typed: named.label, words: isSentence ? [] : rest })
  if (isSentence) outline.text('text', rest, 0)
}

/** A section stands above articles as a chapter does, or beneath them as a paragraph does. */
function rankOf(division: Division, survey: Survey): { kind: string; rank: number } {
  if (division !== 'section') return { kind: division, rank: ranks[division] }
  const inArticle = survey.hasArticles && !survey.sectionsHoldArticles
  return inArticle ? { kind: 'paragraph', rank: 5 } : { kind: 'chapter', rank: ranks.section }
}

function readsAsSentence(text: string): boolean {
  return text.split(/\s+/u).length > 12 || /\w{3,}[.;:,]$|[؛،。；：，]$/u.test(text)
}

/** A heading that opens with a number: an article where the text names none, else a division of one. */
function openNumbered({ outline, survey, block }: Placing): void {
  const { marker, words, heading } = block
  outline.open({
    ...numberedRank(marker, survey, survey.inAnnex.has(block)),
    heading: heading || 9,
    typed: marker,
    words,
  })
}

/** `I.` is a part, `A.` after numbered headings an annex, `4.` an article, `4.1` and all in an annex a paragraph. */
function numberedRank(marker: string, survey: Survey, inAnnex: boolean): { kind: string; rank: number } {
  const bare = bareMarker(marker)
  if (/^[A-Z]+$/u.test(bare)) {
    const isLetter = readingsOf(marker)[0]?.style === 'capital'
    return isLetter && survey.hasNumbered ? { kind: 'annex', rank: ranks.annex } : { kind: 'part', rank: ranks.part }
  }
  const steps = bare.split('.').length
  const isArticle = steps === 1 && !survey.hasArticles && !inAnnex
  const beneath = (survey.hasArticles ? 1 : 0) + (inAnnex ? 1 : 0)
  return { kind: isArticle ? 'article' : 'paragraph', rank: ranks.article + steps - 1 + beneath }
}

/** A heading without a number: the title of the division just opened, else a division of its own. */
function openUnnamed({ outline, survey, at, block }: Placing): void {
  if (outline.awaitsWords) outline.fill(block.words)
  else if (at < survey.bodyStart && !survey.sections.has(at)) outline.text('text', strong(block.words), 0)
  else outline.open({ kind: 'text', rank: undefined, heading: block.heading, typed: '', words: strong(block.words) })
}

function strong(words: Words): Words {
  return words.map((run) => ({ ...run, attributes: { ...run.attributes, strong: true } }))
}

function placeItem({ outline, block }: Placing): void {
  const decimal = readingsOf(block.marker)[0]?.style === 'decimal'
  if (decimal && outline.divisionKind === 'preamble') outline.closeAll()
  if (outline.divisionKind !== 'preamble') return outline.item(block)
  const [first, ...rest] = splitOffClosing(block.words)
  outline.item({ ...block, words: first ?? [] })
  for (const words of rest) outline.text('text', words, -1)
}

function takesTitle(outline: Outline, text: string): boolean {
  if (!outline.awaitsWords || outline.divisionKind === 'preamble') return false
  return (
    outline.divisionKind === 'paragraph' || (!/[.;:,؛،。；：，]["”’)]*$/u.test(text) && text.split(/\s+/u).length <= 15)
  )
}

function placeAtRoot({ outline, block }: Placing): void {
  outline.closeAll()
  outline.text('text', block.words, 0)
}

function placeParagraph(placing: Placing): void {
  const { outline, survey, at, block } = placing
  const inPreamble = outline.divisionKind === 'preamble'
  if (at >= survey.bodyStart && !inPreamble) outline.text('text', block.words, block.indent)
  else placeFront(placing, inPreamble)
}

/** Before the articles: recitals one by one, the rest as it is. */
function placeFront({ outline, survey, at, block }: Placing, inPreamble: boolean): void {
  const body = inPreamble ? block.words : withoutPreambleWord(outline, block)
  if (!beginsPreamble(body, survey.texts[at + 1] ?? '')) return outline.text('text', body, 0)
  if (outline.divisionKind !== 'preamble') openPreamble(outline, [])
  for (const { kind, words } of splitRecitals(body))
    outline.text(closesPreamble(textOf(words)) ? 'text' : kind, words, 0)
}

/** `Preamble The States Parties ...` in one paragraph: the first word is the heading. */
function withoutPreambleWord(outline: Outline, { words }: Block): Words {
  const word = /^(?:PREAMBLE|Preamble|PRÉAMBULE|Préambule|Preámbulo)(?=\s)/u.exec(textOf(words))?.[0]
  if (!word) return words
  openPreamble(outline, [{ insert: word }])
  return wordsFrom(words, word.length)
}

function openPreamble(outline: Outline, words: Words): void {
  outline.open({ kind: 'preamble', rank: ranks.preamble, heading: 9, typed: '', words })
}
