/**
 * Numbers, computed and never typed: what stands beside a clause (`2.`, `(a)`) and how a lawyer cites it
 * (`Article 5(2)(a)`, `Annex I, 1.3`, `Preamble, 4`). One pass over the clauses in reading order.
 */

import type { Clause } from './clause.ts'
import { shownKind, type Kind } from './kind.ts'

export interface ClauseNumber {
  /** As it stands beside the clause: `Article 5`, `2.`, `(a)`, `PP4`, `1.3`; '' where the kind has none. */
  readonly label: string
  /** The full path: unique but for clauses whose labels were fixed by hand to the same number. */
  readonly citation: string
}

/** Words that numbering needs, by language; paragraph numbers are the same in every language. */
interface NumberWords {
  readonly article: string
  readonly part: string
  readonly chapter: string
  readonly annex: string
  readonly preamble: string
  readonly option: string
  readonly title: string
  /** An unnumbered paragraph, within a provision and by itself. */
  readonly subparagraph: string
  readonly text: string
  readonly point: (ordinal: string) => string
}

const english: NumberWords = {
  article: 'Article',
  part: 'Part',
  chapter: 'Chapter',
  annex: 'Annex',
  preamble: 'Preamble',
  option: 'Option',
  title: 'Title',
  subparagraph: 'subparagraph',
  text: 'Text',
  point: (ordinal) => `(${ordinal})`,
}

const numberWords: Readonly<Record<string, NumberWords>> = {
  en: english,
  fr: {
    ...english,
    part: 'Partie',
    chapter: 'Chapitre',
    annex: 'Annexe',
    preamble: 'Préambule',
    title: 'Titre',
    subparagraph: 'alinéa',
    text: 'Texte',
    point: (n) => `${n})`,
  },
  es: {
    ...english,
    article: 'Artículo',
    part: 'Parte',
    chapter: 'Capítulo',
    annex: 'Anexo',
    preamble: 'Preámbulo',
    option: 'Opción',
    title: 'Título',
    subparagraph: 'párrafo',
    text: 'Texto',
    point: (n) => `${n})`,
  },
}

/** `1` to `3999` in upper-case Roman digits. */
export function roman(value: number): string {
  const digits: [number, string][] = [
    [1000, 'M'], [900, 'CM'], [500, 'D'], [400, 'CD'], [100, 'C'], [90, 'XC'],
    [50, 'L'], [40, 'XL'], [10, 'X'], [9, 'IX'], [5, 'V'], [4, 'IV'], [1, 'I'],
  ] // oxfmt-ignore
  let rest = value
  return digits
    .map(([worth, digit]) => {
      const times = Math.floor(rest / worth)
      rest -= times * worth
      return digit.repeat(times)
    })
    .join('')
}

/** `1` is `a`, `26` is `z`, `27` is `aa`. */
export function letter(value: number): string {
  let rest = value
  let out = ''
  for (; rest > 0; rest = Math.floor((rest - 1) / 26)) out = String.fromCharCode(97 + ((rest - 1) % 26)) + out
  return out
}

interface Numbered extends ClauseNumber {
  readonly kind: Kind
  /** How many points stand above, itself included: it chooses between `(a)`, `(i)`, `a.` and `i.`. */
  readonly points: number
  /** What the numbers of children are built on: an unnumbered first paragraph lends them its parent's. */
  readonly base: string
}

/** Numbers every clause, by id. `clauses` in reading order; `language` chooses the words and the points' style. */
export function numberClauses(clauses: readonly Clause[], language: string): ReadonlyMap<string, ClauseNumber> {
  const words = numberWords[language.split('-')[0] ?? 'en'] ?? english
  const numbers = new Map<string, Numbered>()
  const counts = new Map<string, number>()
  for (const clause of clauses) {
    const kind = shownKind(clause.kind)
    const parent = numbers.get(clause.parent)
    const scope = `${kind} ${countedOverWholeText(kind, parent) ? '' : clause.parent}`
    const ordinal = (counts.get(scope) ?? 0) + 1
    counts.set(scope, ordinal)
    numbers.set(clause.id, numberOne({ kind, parent, ordinal, fixed: clause.label, words }))
  }
  return numbers
}

function countedOverWholeText(kind: Kind, parent: Numbered | undefined): boolean {
  return (kind === 'article' && parent?.kind !== 'annex') || kind === 'recital' || kind === 'part' || kind === 'annex'
}

interface Place {
  readonly kind: Kind
  readonly parent: Numbered | undefined
  readonly ordinal: number
  readonly fixed: string | undefined
  readonly words: NumberWords
}

function numberOne(place: Place): Numbered {
  const { kind, parent, ordinal, fixed } = place
  const points = (parent?.points ?? 0) + (kind === 'point' ? 1 : 0)
  const bare = fixed === undefined ? computed(place, points) : bareLabel(fixed)
  const citation = cite(place, bare)
  const lends = kind === 'text' && ordinal === 1 && parent !== undefined
  return {
    kind,
    points,
    label: fixed ?? label(place, bare, points),
    citation,
    base: lends ? parent.base : citation,
  }
}

/** The ordinal as it stands in a citation, without brackets, full stops or the kind's name. */
function computed({ kind, parent, ordinal }: Place, points: number): string {
  switch (kind) {
    case 'part':
    case 'annex':
      return roman(ordinal)
    case 'point':
      return points % 2 === 1 ? letter(ordinal) : roman(ordinal).toLowerCase()
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

function label({ kind, words }: Place, bare: string, points: number): string {
  switch (kind) {
    case 'part':
    case 'chapter':
    case 'article':
    case 'annex':
      return `${words[kind]} ${bare}`
    case 'alternative':
      return `${words.option} ${bare}`
    case 'recital':
      return `PP${bare}`
    case 'paragraph':
      return `${bare}.`
    case 'entry':
      return bare.includes('.') ? bare : `${bare}.`
    case 'point':
      return points <= 2 ? words.point(bare) : `${bare}.`
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
      return `${words[kind]} ${bare}`
    case 'article':
      return parent?.kind === 'annex' ? `${parent.base}, ${words.article} ${bare}` : `${words.article} ${bare}`
    case 'chapter':
      return within(parent, `${words.chapter} ${bare}`)
    case 'text':
      return within(parent, `${parent ? words.subparagraph : words.text} ${bare}`)
    case 'alternative':
      return within(parent, `${words.option} ${bare}`)
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
