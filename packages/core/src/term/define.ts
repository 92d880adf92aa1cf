/**
 * Terms that a text defines, recognized where lawyers define them: “Term” means ..., « terme » désigne ..., a quoted term
 * at the head of a provision of the article on definitions, and words with the mark `term`.
 */

import type { Clause } from '../clause/clause.ts'
import { textOf, type Words } from '../clause/words.ts'

/** A defined term, and where its name stands. */
export interface Definition {
  readonly term: string
  readonly clause: string
  /** Offsets of the term within the words of the clause, its quotation marks left out. */
  readonly from: number
  readonly to: number
}

/** A stretch of the words of one clause. */
export interface Stretch {
  readonly from: number
  readonly to: number
}

/** Quotation marks of all typographic kinds, and what closes each. */
const closing: Readonly<Record<string, string>> = {
  '“': '”“',
  '„': '“”',
  '«': '»',
  '»': '«',
  '"': '"',
  '‘': '’',
  '‚': '‘',
  '「': '」',
  '『': '』',
}

const LONGEST_TERM = 120

/** What stands between quotation marks, without the marks and the spaces within them. One pass. */
export function quotedIn(text: string): Stretch[] {
  const found: Stretch[] = []
  for (let at = 0; at < text.length; at++) {
    const closers = closing[text[at] ?? '']
    if (closers === undefined) continue
    const end = closerFrom(text, at + 1, closers)
    if (end < 0) continue
    const words = text.slice(at + 1, end)
    const from = at + 1 + (words.length - words.trimStart().length)
    if (words.trim() !== '') found.push({ from, to: from + words.trim().length })
    at = end
  }
  return found
}

function closerFrom(text: string, from: number, closers: string): number {
  const most = Math.min(text.length, from + LONGEST_TERM)
  for (let at = from; at < most; at++) if (closers.includes(text[at] ?? '')) return at
  return -1
}

/** What follows a term that is defined, in the languages of the United Nations. */
const means =
  /^[\s,]*(?:(?:(?:shall |should |will )?(?:means?|includes?|refers? to|denotes?|designates?|have|has the (?:same )?meaning)|(?:is|are) defined|désigne(?:nt)?|signifie(?:nt)?|comprend|comprennent|s[’']entend(?:ent)?|a le sens|significan?|designan?|comprende|se entenderán?|se entienden?|означа[её]т|означают|понимается|понимаются)(?!\p{L})|系指|是指|指|意指|يعني|تعني|يقصد)/iu
/** What stands before a term that is defined. */
const introduces =
  /(?:\bon entend par|\bs[’']entend de|\bse entender[áa] por|\bse entiende por|\bпод(?: термином)?|\bis meant by|يقصد ب(?:ـ|تعبير |عبارة )?|يعني تعبير|hereinafter(?: referred to as)?(?: the)?|ci-après(?: dénommée?s?)?|en adelante(?: denominad[oa]s?)?|далее именуем\p{L}+|以下(?:称|简称))\s*[“"«„‘'「(]?\s*$/iu
/** What may stand between two terms that are defined together: “A” and “B” mean. */
const joins = /^\s*(?:,|and|or|et|ou|y|o|и|или|和|、|أو|و|\/|\s)*$/iu

const definitionsHeading =
  /\b(?:definitions?|use of terms|terms used|interpretation|définitions?|emploi des termes|expressions employées|definiciones|términos empleados)\b|определени|употребление терминов|定义|用语|تعاريف|تعريف|المصطلحات/iu

/** Whether an article with this title defines terms. */
function isDefinitionsHeading(title: string): boolean {
  return definitionsHeading.test(title)
}

/** The terms that a clause defines. `inDefinitions`: it stands in an article on definitions. */
export function definedIn(words: Words, inDefinitions: boolean): Stretch[] {
  const marked = markedIn(words)
  const text = textOf(words)
  const quoted = quotedIn(text)
  const ends = quoted.map((stretch) => defines(text, stretch, inDefinitions))
  const defined = quoted.filter((stretch, at) => {
    let last = at
    while (!ends[last] && joins.test(text.slice(outer(text, quoted[last]?.to), inner(text, quoted[last + 1]?.from))))
      last++
    return ends[last] === true && stretch.to <= (quoted[last]?.to ?? 0)
  })
  const apart = marked.filter(({ from, to }) => !defined.some((one) => one.from < to && from < one.to))
  return [...defined, ...apart].toSorted((a, b) => a.from - b.from)
}

/** Behind the mark that closes, before the mark that opens. Where there is no such stretch nothing joins. */
function outer(text: string, to = 0): number {
  return to + (/^\s*./u.exec(text.slice(to))?.[0].length ?? 0)
}

function inner(text: string, from: number | undefined): number {
  if (from === undefined) return text.length
  return text.slice(0, from).trimEnd().length - 1
}

function defines(text: string, { from, to }: Stretch, inDefinitions: boolean): boolean {
  const behind = text.slice(outer(text, to))
  const before = text.slice(0, inner(text, from))
  if (means.test(behind) || introduces.test(before)) return true
  return inDefinitions && /^[\s(\d\p{L}).-]{0,6}$/u.test(before) && /^\s*[:–—-]/u.test(behind)
}

function markedIn(words: Words): Stretch[] {
  const found: Stretch[] = []
  let at = 0
  for (const { insert, attributes } of words) {
    const size = typeof insert === 'string' ? insert.length : 1
    const last = found.at(-1)
    if (attributes?.['term'] === true) {
      if (last?.to === at) found[found.length - 1] = { from: last.from, to: at + size }
      else found.push({ from: at, to: at + size })
    }
    at += size
  }
  return found
}

/** Headings that a heading on definitions reaches no further than. */
const parts: ReadonlySet<string> = new Set(['title', 'preamble', 'part', 'chapter', 'article', 'annex'])

type Worded = Pick<Clause, 'id' | 'kind' | 'words'>

/** The definitions of a text, in reading order. `read` may remember what it read of a clause. Cost: one pass. */
export function definitionsOf(
  clauses: readonly Worded[],
  read: (clause: Worded, inDefinitions: boolean) => Stretch[] = readClause,
): Definition[] {
  const found: Definition[] = []
  let inDefinitions = false
  for (const clause of clauses) {
    if (parts.has(clause.kind)) inDefinitions = isDefinitionsHeading(textOf(clause.words))
    for (const { from, to } of read(clause, inDefinitions)) {
      const term = textOf(clause.words).slice(from, to).replace(/\s+/gu, ' ').trim()
      if (term !== '') found.push({ term, clause: clause.id, from, to })
    }
  }
  return found
}

function readClause({ words }: Worded, inDefinitions: boolean): Stretch[] {
  return definedIn(words, inDefinitions)
}
