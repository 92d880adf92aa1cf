/**
 * Numbers, computed and never typed: what stands beside a clause (`2.`, `(a)`) and how a lawyer cites it
 * (`Article 5(2)(a)`, `Annex I, 1.3`, `Preamble, 4`). One pass over the clauses in reading order.
 */

import type { Clause, Draft, Frozen, FrozenKinds } from './clause.ts'
import { shownKind, type Kind } from './kind.ts'
import { numberWords, written, type NumberWords } from './number-words.ts'
import { readOptions, type Option } from './option.ts'
import { inserted, insertedBefore, roman } from './ordinal.ts'

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
 * numbers are frozen each clause keeps the ordinal it had beneath the parent it had; what was inserted since becomes
 * `bis`, `ter`, `quater`, and what was deleted leaves its number free (`freed.ts`). Options of one provision share its number.
 * An ordinal that is counted through the text is kept by a clause of the kind it had in `kinds`: no paragraph takes its
 * own along when it becomes an article.
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
  const counter = countIn(clauses, frozen && keptBy(frozen, clauses, options), kinds)
  for (const clause of clauses) {
    const option = options.get(clause.id)
    const provision = option && provisions.get(option.first)
    if (option && provision) {
      numbers.set(clause.id, asOption(provision, option.nth, words))
      continue
    }
    const kind = shownKind(clause.kind)
    const parent = numbers.get(clause.parent)
    const wide = isCountedThrough(kind, parent?.kind)
    const { ordinal, kept, ahead } = counter(clause, `${kind} ${wide ? '' : clause.parent}`, wide)
    const numbered = numberOne({ kind, parent, words, fixed: clause.label, ordinal, kept, ahead })
    if (option) provisions.set(clause.id, numbered)
    numbers.set(clause.id, option ? asOption(numbered, option.nth, words) : numbered)
  }
  return numbers
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

interface Count {
  readonly ordinal: number
  /** The ordinal to show instead of the counted one. */
  readonly kept: string | undefined
  /** 1 for the first of those that were inserted before every kept ordinal; 0 for all else. */
  readonly ahead: number
}

type Counter = (clause: Clause, scope: string, wide: boolean) => Count

type Kept = ReadonlyMap<string, Frozen[string]>

/**
 * What each clause keeps: its own frozen ordinal, or that of the wording it was offered against, where that one is gone.
 * Of several options the first one keeps what any of them had.
 */
function keptBy(frozen: Frozen, clauses: readonly Clause[], options: ReadonlyMap<string, Option>): Kept {
  const taken = new Set(clauses.map(({ id }) => id))
  const out = new Map<string, Frozen[string]>()
  for (const { id, option } of clauses) {
    const heir = option !== undefined && frozen[id] === undefined && !taken.has(option)
    if (heir) taken.add(option)
    const kept = frozen[heir ? option : id]
    const keeper = options.get(id)?.first ?? id
    if (kept && !out.has(keeper)) out.set(keeper, kept)
  }
  return out
}

/** Counts the clauses of each scope; where some of a scope have frozen ordinals, the others follow those. */
function countIn(clauses: readonly Clause[], ordinals: Kept | undefined, hadKinds: FrozenKinds): Counter {
  const keeping = clauses.filter(({ id }) => ordinals?.has(id))
  const staying = keeping.filter(({ id, parent }) => ordinals?.get(id)?.[1] === parent)
  const parents = new Set(staying.map(({ parent, kind }) => `${kind} ${parent}`))
  const kinds = new Set(keeping.map(({ kind }) => kind))
  const counts = new Map<string, number>()
  const last = new Map<string, { ordinal: string; since: number }>()
  return (clause, scope, wide) => {
    const ordinal = (counts.get(scope) ?? 0) + 1
    counts.set(scope, ordinal)
    if (!ordinals || !(wide ? kinds.has(clause.kind) : parents.has(`${clause.kind} ${clause.parent}`)))
      return { ordinal, kept: undefined, ahead: 0 }
    const [had, parent] = ordinals.get(clause.id) ?? []
    const { [clause.id]: hadKind = clause.kind } = hadKinds
    const keeps = had !== undefined && (wide ? hadKind === clause.kind : parent === clause.parent)
    const before = last.get(scope) ?? { ordinal: '', since: 0 }
    const now = keeps ? { ordinal: had, since: 0 } : { ordinal: before.ordinal, since: before.since + 1 }
    last.set(scope, now)
    if (now.ordinal === '') return { ordinal, kept: undefined, ahead: now.since }
    return { ordinal, kept: keeps ? had : inserted(now.ordinal, now.since), ahead: 0 }
  }
}

/** Whether clauses of a kind are counted through the whole text, beneath whatever they stand. */
export function isCountedThrough(kind: Kind, parent: Kind | undefined): boolean {
  return (kind === 'article' && parent !== 'annex') || kind === 'recital' || kind === 'part' || kind === 'annex'
}

interface Place {
  readonly kind: Kind
  readonly parent: Numbered | undefined
  readonly ordinal: number
  readonly kept: string | undefined
  readonly ahead: number
  readonly fixed: string | undefined
  readonly words: NumberWords
}

function numberOne(place: Place): Numbered {
  const { kind, parent, ordinal, fixed } = place
  const points = (parent?.points ?? 0) + (kind === 'point' ? 1 : 0)
  const bare = fixed === undefined ? (place.kept ?? counted(place, points)) : bareLabel(fixed)
  const citation = cite(place, bare)
  const lends = kind === 'text' && ordinal === 1 && parent !== undefined
  return {
    kind,
    ordinal: bare,
    points,
    label: fixed ?? labelOf(place, bare, points),
    citation,
    base: lends ? parent.base : citation,
  }
}

function counted(place: Place, points: number): string {
  if (place.ahead === 0) return computed(place, points)
  return insertedBefore(computed({ ...place, ordinal: 1 }, points), place.ahead)
}

/** The ordinal as it stands in a citation, without brackets, full stops or the kind's name. */
function computed({ kind, parent, ordinal, words }: Place, points: number): string {
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

/** A fixed label without what surrounds its number: `(x)`, `2.` and `Article 4 bis` give `x`, `2` and `4 bis`. */
function bareLabel(label: string): string {
  const bare = label.replace(/^[([\s]+|[)\].:\s]+$/gu, '')
  return bare.replace(/^\p{L}{3,}\.?\s+(?=\S)/u, '')
}

/** An ordinal as it stands beside a clause of this kind; `points`: how many stand above, itself included. */
export function labelOf({ kind, words }: Pick<Place, 'kind' | 'words'>, bare: string, points: number): string {
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

function cite({ kind, parent, words }: Place, bare: string): string {
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
