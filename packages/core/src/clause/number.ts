/**
 * Numbers, computed and never typed: what stands beside a clause (`2.`, `(a)`) and how a lawyer cites it
 * (`Article 5(2)(a)`, `Annex I, 1.3`, `Preamble, 4`). One pass over the clauses in reading order.
 */

import type { Clause, Draft, Frozen, FrozenKinds } from './clause.ts'
import { readKeeping, scopeOf, type Keeping } from './kept.ts'
import { shownKind, type Kind } from './kind.ts'
import { numberWords, written, type NumberWords } from './number-words.ts'
import { readOptions } from './option.ts'
import { bareLabel, insertedBefore, insertedBehind, roman } from './ordinal.ts'
import { compareRanks, ranker, type Rank } from './rank.ts'

export interface ClauseNumber {
  /** As it stands beside the clause: `Article 5`, `2.`, `(a)`, `PP4`, `1.3`; '' where the kind has none. */
  readonly label: string
  /** The full path: unique but for clauses whose labels were fixed by hand to the same number. */
  readonly citation: string
  /** The last step of the citation by itself: `5`, `a`, `1.3`, `4 bis`. */
  readonly ordinal: string
}

interface Numbered extends ClauseNumber {
  readonly kind: Kind
  /** How many points stand above, itself included: it chooses between `(a)`, `(i)`, `a.` and `i.`. */
  readonly points: number
  /** What the numbers of children are built on: an unnumbered first paragraph lends them its parent's. */
  readonly base: string
}

/**
 * Numbers every clause, by id. `clauses` in reading order; `language` chooses the words and the points' letters. Where
 * numbers are frozen each clause keeps the ordinal it had, of the kind it had in `kinds` and beneath the parent it had, or
 * through the text where its kind is counted so; what was inserted since becomes `bis`, `ter`, `quater`, and what was
 * deleted leaves its number free (`freed.ts`). Options of one provision share its number. Law: where numbers are frozen and
 * none is fixed by hand, no two provisions of a kind beneath one parent have the same ordinal, nor has any a free one.
 */
export function numberClauses(
  clauses: readonly Clause[],
  language: string,
  frozen?: Frozen,
  kinds: FrozenKinds = {},
): ReadonlyMap<string, ClauseNumber> {
  const words = numberWords(language)
  const numbers = new Map<string, Numbered>()
  const provisions = new Map<string, Numbered>()
  const options = readOptions(clauses)
  const counter = countIn(frozen && readKeeping({ clauses, frozen, frozenKinds: kinds }, options))
  const scopes = scopesInOrder()
  for (const clause of clauses) {
    const option = options.get(clause.id)
    const provision = option && provisions.get(option.first)
    if (option && provision) {
      numbers.set(clause.id, asOption(provision, option.nth, words))
      continue
    }
    const kind = shownKind(clause.kind)
    const parent = numbers.get(clause.parent)
    const style = { kind, parent, words, points: (parent?.points ?? 0) + (kind === 'point' ? 1 : 0) }
    const count = counter(clause, scopes(kind, clause.parent, parent?.kind), style)
    const numbered = numberOne(style, count, clause.label)
    if (option) provisions.set(clause.id, numbered)
    numbers.set(clause.id, option ? asOption(numbered, option.nth, words) : numbered)
  }
  return numbers
}

/** `scopeOf` for clauses in reading order: those that stand one behind the other mostly share a scope, which is read once. */
function scopesInOrder(): typeof scopeOf {
  let last: Parameters<typeof scopeOf> | undefined
  let scope = ''
  return (...asked) => {
    if (asked.some((part, at) => part !== last?.[at])) [last, scope] = [asked, scopeOf(...asked)]
    return scope
  }
}

/** `2. Option 1`, `Article 5, Option 2`: the number of the provision, and which wording of it this is. */
function asOption(provision: Numbered, nth: number, words: NumberWords): Numbered {
  const name = written(words.option, `${nth}`)
  const parting = provision.label === '' ? '' : /[.)]$/u.test(provision.label) ? ' ' : ', '
  const citation = `${provision.citation}, ${name}`
  return { ...provision, label: `${provision.label}${parting}${name}`, citation, base: citation }
}

/** Numbers the clauses of a draft, as its language and its frozen numbers have it. */
export function numberDraft({
  clauses,
  language,
  frozen,
  frozenKinds,
}: Pick<Draft, 'clauses' | 'language' | 'frozen' | 'frozenKinds'>): ReadonlyMap<string, ClauseNumber> {
  return numberClauses(clauses, language, frozen, frozenKinds)
}

/** The numbers as they stand, to be kept: what `numberClauses` takes as `frozen`. */
export function freezeNumbers(
  clauses: readonly Clause[],
  language: string,
  frozen?: Frozen,
  kinds?: FrozenKinds,
): Frozen {
  const numbers = numberClauses(clauses, language, frozen, kinds)
  return Object.fromEntries(clauses.map(({ id, parent }) => [id, [numbers.get(id)?.ordinal ?? '', parent]]))
}

/** What an ordinal of a kind is written by. */
interface Style {
  readonly kind: Kind
  readonly parent: Numbered | undefined
  /** How many points stand above, itself included. */
  readonly points: number
  readonly words: NumberWords
}

interface Count {
  /** How many of its kind were counted, itself included. */
  readonly nth: number
  readonly ordinal: string
}

type Counter = (clause: Clause, scope: string, style: Style) => Count

/**
 * Counts the clauses of each scope in reading order. Where any of a scope had ordinals that are kept, the others follow
 * those, with names that no other has or had.
 */
function countIn(keeping: Keeping | undefined): Counter {
  const counts = new Map<string, number>()
  const last = new Map<string, string>()
  return ({ id, label }, scope, style) => {
    const nth = (counts.get(scope) ?? 0) + 1
    counts.set(scope, nth)
    const taken = keeping?.taken.get(scope)
    const own = keeping?.own.get(id)
    if (!taken) return { nth, ordinal: own ?? computed(style, nth) }
    if (own === undefined && label !== undefined) return { nth, ordinal: bareLabel(label) }
    const ordinal = own ?? insertedIn({ last: last.get(scope), first: keeping?.first.get(scope), taken }, style)
    last.set(scope, ordinal)
    taken.add(ordinal)
    return { nth, ordinal }
  }
}

interface Among {
  /** The ordinal before it in reading order. */
  readonly last: string | undefined
  /** The first that is kept. */
  readonly first: string | undefined
  readonly taken: ReadonlySet<string>
}

/**
 * What is inserted behind the last; where there is none, behind the greatest of those that are gone and stood before the
 * first, or before the first; where all that had numbers are gone, behind the greatest of those.
 */
function insertedIn({ last, first, taken }: Among, style: Style): string {
  const before = last ?? greatestBefore(first, taken, style)
  if (before !== undefined) return insertedBehind(before, taken)
  return insertedBefore(first ?? '', (nth) => computed(style, nth), taken)
}

/** The greatest of these that stands before another, or of all where there is no other. */
function greatestBefore(
  first: string | undefined,
  ordinals: ReadonlySet<string>,
  { kind, points, words }: Style,
): string | undefined {
  const rank = ranker(kind, points, words)
  const end = first === undefined ? undefined : rank(first)
  return [...ordinals]
    .map((ordinal) => ({ ordinal, rank: rank(ordinal) }))
    .filter((one) => end === undefined || compareRanks(one.rank, end) < 0)
    .reduce<{ ordinal: string; rank: Rank } | undefined>(
      (most, one) => (most && compareRanks(most.rank, one.rank) >= 0 ? most : one),
      undefined,
    )?.ordinal
}

/** Numbers one clause; `fixed`: its label, where that was fixed by hand. */
function numberOne(style: Style, { nth, ordinal }: Count, fixed: string | undefined): Numbered {
  const { kind, parent, points } = style
  const bare = fixed === undefined ? ordinal : bareLabel(fixed)
  const citation = cite(style, bare)
  const lends = kind === 'text' && nth === 1 && parent !== undefined
  return {
    kind,
    ordinal: bare,
    points,
    label: fixed ?? labelOf(style, bare, points),
    citation,
    base: lends ? parent.base : citation,
  }
}

/** The ordinal as it stands in a citation, without brackets, full stops or the kind's name. */
function computed({ kind, parent, words, points }: Style, ordinal: number): string {
  switch (kind) {
    case 'part':
    case 'annex':
      return roman(ordinal)
    case 'point':
      return points % 2 === 1 ? words.letter(ordinal) : roman(ordinal).toLowerCase()
    case 'entry':
      return parent?.kind === 'entry' ? `${lastStep(parent.citation)}.${ordinal}` : `${ordinal}`
    default:
      return `${ordinal}`
  }
}

/** `Annex I, 1.3` gives `1.3`. */
function lastStep(citation: string): string {
  return citation.slice(citation.lastIndexOf(', ') + 1).trim()
}

/** An ordinal as it stands beside a clause of this kind; `points`: how many stand above, itself included. */
export function labelOf({ kind, words }: Pick<Style, 'kind' | 'words'>, bare: string, points: number): string {
  switch (kind) {
    case 'part':
    case 'chapter':
    case 'article':
    case 'annex':
      return written(words[kind], bare)
    case 'alternative':
      return written(words.option, bare)
    case 'recital':
      return `PP${bare.replace(' ', '')}`
    case 'paragraph':
      return `${bare}.`
    case 'entry':
      return bare.includes('.') ? bare : `${bare}.`
    case 'point':
      return points <= 2 ? written(words.point, bare) : `${bare}.`
    case 'title':
    case 'preamble':
    case 'text':
      return ''
    default:
      return kind satisfies never
  }
}

function cite({ kind, parent, words }: Style, bare: string): string {
  switch (kind) {
    case 'title':
      return words.title
    case 'preamble':
      return words.preamble
    case 'recital':
      return `${words.preamble}, ${bare}`
    case 'part':
    case 'annex':
      return written(words[kind], bare)
    case 'article':
      return parent?.kind === 'annex' ? within(parent, written(words.article, bare)) : written(words.article, bare)
    case 'chapter':
      return within(parent, written(words.chapter, bare))
    case 'text':
      return within(parent, written(parent ? words.subparagraph : words.text, bare))
    case 'alternative':
      return within(parent, written(words.option, bare))
    case 'entry':
      return parent?.kind === 'entry'
        ? `${parent.citation.slice(0, -lastStep(parent.citation).length)}${bare}`
        : within(parent, bare)
    case 'paragraph':
    case 'point':
      return numbersProvisions(parent)
        ? `${parent.base}(${bare})`
        : within(parent, kind === 'point' ? `(${bare})` : bare)
    default:
      return kind satisfies never
  }
}

function within(parent: Numbered | undefined, step: string): string {
  return parent ? `${parent.base}, ${step}` : step
}

/** Whether numbers beneath follow in brackets without a comma: `Article 5(2)`, but `Annex I, 2`. */
function numbersProvisions(parent: Numbered | undefined): parent is Numbered {
  return parent !== undefined && !['title', 'preamble', 'part', 'chapter', 'annex'].includes(parent.kind)
}
