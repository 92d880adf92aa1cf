/** The check of every import: that each word of the source stands in the draft, in its order. */

import { diffArrays } from 'diff'
import type { Draft } from '../clause/clause.ts'
import { numberDraft } from '../clause/number.ts'
import { textOf } from '../clause/words.ts'
import { footnotesIn } from '../embed/notes.ts'
import { spelledDraft } from '../embed/spell.ts'
import { withoutFreedLines } from './freed.ts'
import { withoutSoftHyphens } from './hyphen.ts'
import { extensionOf } from './import.ts'
import { bodyOf, countOnes } from './markdown.ts'

export interface Fidelity {
  /** Words of the source that do not stand in the draft where they should. */
  readonly lost: readonly string[]
  /** Words in the draft's clauses that the source does not have there. Computed numbers do not count. */
  readonly invented: readonly string[]
  /** How many words the source has. */
  readonly total: number
}

/**
 * Compares a source with the draft read from it. White space, punctuation, markup, case, link targets and struck words of
 * HTML do not count.
 */
export function checkFidelity(name: string, source: string, draft: Draft): Fidelity {
  const words = sourceWords(name, source)
  const rendered = renderedWords(draft, true)
  const clauses = renderedWords(draft, false)
  return {
    lost: isWithin(words, rendered) ? [] : missing(words, rendered),
    invented: isWithin(clauses, words) ? [] : missing(clauses, words),
    total: words.length,
  }
}

/** Words as runs of letters or digits. Soft hyphens and signs that may be markup do not part words, on neither side. */
function tokens(text: string): string[] {
  return (
    withoutSoftHyphens(text)
      .toLowerCase()
      .replace(/[*`[\]]/gu, '')
      .match(/[\p{L}\p{M}]+|\p{N}+/gu) ?? []
  )
}

/** Reads the source's words without its markup, by other means than the importer, so that their faults do not agree. */
function sourceWords(name: string, source: string): string[] {
  const extension = extensionOf(name)
  if (extension === 'txt') return tokens(withoutFreedLines(source))
  return tokens(extension.startsWith('htm') ? withoutTags(source) : withoutMarkup(withoutFreedLines(source)))
}

function withoutTags(source: string): string {
  return decodeEntities(
    withoutStruck(
      source.replace(/^#use .*$/gmu, '').replace(/<!--[\s\S]*?-->|<(script|style|head)\b[\s\S]*?<\/\1>/giu, ' '),
    )
      .replace(/<p class="freed"[^>]*>.*?<\/p>/gu, ' ')
      .replace(/<\/?(?:a|b|i|em|strong|cite|span|q|code|u|sup|sub)\b[^>]*>/giu, '')
      .replace(/<[^>]*>/gu, ' '),
  )
}

const striking =
  /<(?:(del|s|strike)\b[^>]*|(\w+)\b[^>]*(?:\bline-through\b|\bclass\s*=\s*["']?[^"'>]*\bmsoDel\b)[^>]*)>/iu

/** Without the elements that strike out what is in them; one that is not closed ends with its paragraph. */
function withoutStruck(source: string): string {
  const kept: string[] = []
  let rest = source
  for (let opening = striking.exec(rest); opening; opening = striking.exec(rest)) {
    const [all, struck, styled] = opening
    kept.push(rest.slice(0, opening.index))
    const inside = rest.slice(opening.index + all.length)
    rest = inside.slice(endOf(struck ?? styled ?? '', inside))
  }
  return [...kept, rest].join('')
}

/** Where the element of this name ends that begins before a source. */
function endOf(name: string, source: string): number {
  let depth = 1
  for (const tag of source.matchAll(new RegExp(`<(/?)(?:${name}|p)\\b[^>]*>`, 'giu'))) {
    if (/^<\/?p\b/iu.test(tag[0]) && name !== 'p') return tag.index
    depth += tag[1] === '' ? 1 : -1
    if (depth === 0) return tag.index + tag[0].length
  }
  return source.length
}

const tags =
  /(?<!\\)<\/?(?:meta|link|wbr|p|div|span|su[pb]|[abiuqs]|em|strong|table|t[rdh]|thead|tbody|img|hr|h[1-6]|[uod]l|li|d[td]|cite|code|pre|center|font|small|blockquote|del|ins|abbr|mark|section|article|header|footer|nav|details|summary)\b[^<>]*>/giu

function withoutMarkup(source: string): string {
  return decodeEntities(
    countOnes(withNotesLast(bodyOf(source)).split('\n'))
      .join('\n')
      .replace(/(?<!\\)\]\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*(?:\s+"[^"]*")?\)/gu, '')
      .replace(/(?<!\\)<br\b[^<>]*>/giu, ' ')
      .replace(tags, '')
      .replace(/^\s*(?:`{3,}|~{3,}).*$/gmu, '')
      .replace(/[*`]|\\(?=\p{P}|\p{S})/gu, ''),
  )
}

/** Notes behind the text in the order of their signs, where something refers to them; the signs are no words. */
function withNotesLast(body: string): string {
  const notes = new Map<string, string>()
  const text = body.replace(
    /^\[\^([^\]\s]+)\]:[ \t]*(.*(?:\n(?!\[\^|[ \t]*$).+)*)/gmu,
    (all: string, id: string, words: string) => {
      if (!body.replaceAll(`[^${id}]:`, '').includes(`[^${id}]`) || notes.has(id)) return all
      notes.set(id, words)
      return ''
    },
  )
  const last: string[] = []
  const without = text.replace(/\[\^([^\]\s]+)\]/gu, (all: string, id: string) => {
    const words = notes.get(id)
    if (words === undefined) return all
    last.push(words)
    return ''
  })
  return [without, ...last].join('\n\n')
}

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  shy: '\u00AD',
}

function decodeEntities(text: string): string {
  return text
    .replace(/&#(\d+);/gu, (_, code: string) => String.fromCodePoint(Math.min(Number(code), 0x10ffff)))
    .replace(/&#x([\da-f]+);/giu, (_, code: string) =>
      String.fromCodePoint(Math.min(Number.parseInt(code, 16), 0x10ffff)),
    )
    .replace(/&(\w+);/gu, (all, name: string) => entities[name] ?? (/^[a-z]/iu.test(name) ? ' ' : all))
}

function renderedWords(draft: Draft, labels: boolean): string[] {
  const numbers = numberDraft(draft)
  const clauses = spelledDraft(draft).clauses.flatMap(({ id, words }) =>
    tokens(`${labels ? (numbers.get(id)?.label ?? '') : ''} ${textOf(words)}`),
  )
  return [...clauses, ...footnotesIn(draft.clauses).flatMap(({ words }) => tokens(textOf(words)))]
}

/** Whether the words stand in the other list in their order. One pass. */
function isWithin(words: readonly string[], within: readonly string[]): boolean {
  let at = 0
  for (const word of within) if (word === words[at]) at++
  return at === words.length
}

function missing(words: readonly string[], within: readonly string[]): string[] {
  const parts = diffArrays([...words], [...within], { maxEditLength: 20_000 })
  return parts ? parts.flatMap(({ removed, value }) => (removed ? value : [])) : [...words]
}
