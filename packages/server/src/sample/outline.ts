/** A small notation in which the sample texts are written readably, and how it becomes a draft. */

import { letter, plainWords, roman, textOf, type Clause, type Draft, type Kind } from '@travaux/core'

/**
 * A clause as its author writes it. Numbers are never typed: `article {art16}` in the words stands for whatever
 * number that clause has in the finished draft, so that every cross-reference stays right when clauses move.
 */
export interface Sketch {
  readonly kind: Kind
  readonly words: string
  readonly beneath: readonly Sketch[]
  /** An id of its own; otherwise the id comes from the place in the outline. */
  readonly id?: string
}

type Build = (words: string, ...beneath: readonly Sketch[]) => Sketch

const build =
  (kind: Kind): Build =>
  (words, ...beneath) => ({ kind, words, beneath })

export const preamble = build('preamble')
export const recital = build('recital')
export const part = build('part')
export const article = build('article')
export const paragraph = build('paragraph')
export const point = build('point')
export const text = build('text')
export const alternative = build('alternative')
export const annex = build('annex')
export const entry = build('entry')

/** The same sketch with an id of its own, from which the ids beneath it follow. */
export function named(id: string, sketch: Sketch): Sketch & { readonly id: string } {
  return { ...sketch, id }
}

/** The same clause with other words. */
export function withWords(clause: Clause, words: string): Clause {
  return { ...clause, words: plainWords(words) }
}

type Count = (scope: string) => number

/** Counts from 1 in each scope it is asked about. */
function counter(): Count {
  const counts = new Map<string, number>()
  return (scope) => {
    const next = (counts.get(scope) ?? 0) + 1
    counts.set(scope, next)
    return next
  }
}

/** Clauses in reading order, references still unresolved. Ids come from the place: `art7-p2-a`, `rec4`, `annex1-1-3`. */
export function outline(...sketches: readonly Sketch[]): readonly Clause[] {
  const count = counter()
  return sketches.flatMap((sketch) => planted(sketch, undefined, count))
}

/** The clauses of a sketch planted beneath a clause (or at the root), the sketch itself first. */
export function planted(sketch: Sketch, above: Clause | undefined, count: Count = counter()): readonly Clause[] {
  const parent = above?.id ?? ''
  const own: Clause = {
    id: sketch.id ?? placeId(sketch.kind, above, count),
    kind: sketch.kind,
    parent,
    depth: above ? above.depth + 1 : 0,
    words: plainWords(sketch.words),
  }
  return [own, ...sketch.beneath.flatMap((child) => planted(child, own, count))]
}

const wholeText: Partial<Record<Kind, string>> = { recital: 'rec', part: 'part', article: 'art', annex: 'annex' }
const beneathParent: Partial<Record<Kind, string>> = { paragraph: '-p', text: '-t', alternative: '-o', entry: '-' }

function placeId(kind: Kind, above: Clause | undefined, count: Count): string {
  const prefix = wholeText[kind]
  if (prefix) return `${prefix}${count(kind)}`
  if (!above) return kind
  const ordinal = count(`${kind} ${above.id}`)
  if (kind === 'point') return `${above.id}-${pointMark(above, ordinal)}`
  return `${above.id}${beneathParent[kind] ?? `-${kind}`}${ordinal}`
}

/** `a` for a point, `ii` for a point beneath a point. */
function pointMark(above: Clause, ordinal: number): string {
  return above.kind === 'point' ? roman(ordinal).toLowerCase() : letter(ordinal)
}

/** The bare number of every clause that can be referred to: `16`, `IV`, `(b)`. */
function references(clauses: readonly Clause[]): ReadonlyMap<string, string> {
  const byId = new Map(clauses.map((clause) => [clause.id, clause]))
  const count = counter()
  return new Map(
    clauses.map((clause) => {
      const scope = clause.kind in wholeText ? '' : clause.parent
      return [clause.id, reference(clause, byId.get(clause.parent), count(`${clause.kind} ${scope}`))]
    }),
  )
}

function reference(clause: Clause, above: Clause | undefined, ordinal: number): string {
  if (clause.kind === 'part' || clause.kind === 'annex') return roman(ordinal)
  if (clause.kind === 'point' && above) return `(${pointMark(above, ordinal)})`
  return `${ordinal}`
}

/** As resolutions are set: the participle that a recital opens with is in italics. */
function withOpening(clause: Clause): Clause {
  const words = textOf(clause.words)
  const [opening = ''] = /^\p{L}+/u.exec(words) ?? []
  if (clause.kind !== 'recital' || opening === '') return clause
  return {
    ...clause,
    words: [{ insert: opening, attributes: { em: true } }, ...plainWords(words.slice(opening.length))],
  }
}

/** The clauses with every `{id}` replaced by the number of that clause; a reference to nothing throws. */
function resolved(clauses: readonly Clause[]): readonly Clause[] {
  const numbers = references(clauses)
  return clauses.map((clause) =>
    withWords(
      clause,
      textOf(clause.words).replace(/\{([\w-]+)\}/g, (_all, id: string) => {
        const number = numbers.get(id)
        if (number === undefined) throw new Error(`${clause.id} refers to ${id}, which is not in the text`)
        return number
      }),
    ),
  )
}

/** A finished English draft of an outline. */
export function draft(title: string, symbol: string, clauses: readonly Clause[]): Draft {
  return { title, language: 'en', symbol, clauses: resolved(clauses).map(withOpening) }
}
