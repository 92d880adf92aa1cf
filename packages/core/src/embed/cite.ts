/**
 * What a reference to a clause says, from where it stands: within its article `paragraph 2(a)`, elsewhere
 * `article 5(2)(a)`, as lawyers write it in the language of the text.
 */

import type { Clause, Draft } from '../clause/clause.ts'
import { shownKind, type Kind } from '../clause/kind.ts'
import { written } from '../clause/number-words.ts'
import { numberDraft, type ClauseNumber } from '../clause/number.ts'
import type { ReferenceForm } from './embed.ts'
import { referenceWords, type ReferenceWords } from './reference-words.ts'

/** Where a reference stands. */
export interface ReferenceStanding {
  /** Id of the article, annex or other unit that it stands in, or '' where it stands in none. */
  readonly unit: string
  /** Whether a sentence begins with it. */
  readonly opens: boolean
}

export interface Citer {
  /** Id of the unit that a clause belongs to (itself, where it is one), or ''. */
  readonly unitOf: (clause: string) => string
  /** The clause that a reference points at: its own, or that which it was joined to; undefined where neither is in the text. */
  readonly targetOf: (clause: string) => string | undefined
  /** What a reference says, or undefined where its clause is not in the text. */
  readonly cite: (target: string, standing: ReferenceStanding, form?: ReferenceForm) => string | undefined
  /** Where a clause stands, kinds of provisions left out: `article 5/2/a`, `annex I/1.3`; the ordinals as they are. */
  readonly pathOf: (clause: string) => string
  /** What is said in place of a reference whose clause is not in the text. */
  readonly words: ReferenceWords
}

type Shape = Pick<Clause, 'id' | 'kind' | 'parent'>

/** A citer for the clauses of a draft. Cost: one numbering; a citation costs no more than the clause's depth. */
export function citerOf(draft: Draft): Citer {
  return citer({ ...draft, numbers: numberDraft(draft), joinedTo: (clause) => draft.joined?.[clause] })
}

/** What is cited. */
export interface Numbered {
  readonly clauses: readonly Shape[]
  readonly language: string
  readonly numbers: ReadonlyMap<string, Pick<ClauseNumber, 'ordinal'>>
  /** Where the words stand of a clause that was joined to another; asked only about those that are not in the text. */
  readonly joinedTo: (clause: string) => string | undefined
}

/** A citer for clauses that are numbered already. */
export function citer({ clauses, language, numbers, joinedTo }: Numbered): Citer {
  const words = referenceWords(language)
  const byId = new Map(clauses.map((clause) => [clause.id, clause]))
  const stepOf = ({ id, kind }: Shape): Step => ({ id, kind: shownKind(kind), ordinal: numbers.get(id)?.ordinal ?? '' })

  /** From the unit down to the clause; the steps alone where there is no unit above. */
  const pathTo = (id: string): Path => {
    const steps: Step[] = []
    for (let at = byId.get(id); at; at = byId.get(at.parent)) {
      const step = stepOf(at)
      if (isUnit(step.kind)) return { unit: step, above: aboveUnit(step, byId.get(at.parent)), steps }
      if (steps.length === 0 || !lends(step, at)) steps.unshift(step)
    }
    return { unit: undefined, above: undefined, steps }
  }
  const aboveUnit = ({ kind }: Step, parent: Shape | undefined): Step | undefined => {
    const above = parent && stepOf(parent)
    const counts = kind === 'chapter' ? above?.kind === 'part' : kind === 'article' && above?.kind === 'annex'
    return counts ? above : undefined
  }

  const targetOf = (clause: string): string | undefined => {
    if (byId.has(clause)) return clause
    const joined = joinedTo(clause)
    return joined !== undefined && byId.has(joined) ? joined : undefined
  }

  return {
    words,
    targetOf,
    unitOf: (clause) => pathTo(clause).unit?.id ?? '',
    pathOf: (clause) => {
      const { unit, above, steps } = pathTo(clause)
      const named = [above, unit].filter((step) => step !== undefined).map(({ kind, ordinal }) => `${kind} ${ordinal}`)
      return [...named, ...steps.map(({ ordinal }) => ordinal)].join('/')
    },
    cite: (clause, { unit, opens }, form = 'named') => {
      const target = targetOf(clause)
      if (target === undefined) return undefined
      const cited = citeFrom(words, pathTo(target), unit, form)
      return opens ? capitalized(cited, language) : cited
    },
  }
}

interface Step {
  readonly id: string
  readonly kind: Kind
  readonly ordinal: string
}

interface Path {
  readonly unit: Step | undefined
  /** What is named before the unit: the annex of its article, the part of its chapter. */
  readonly above: Step | undefined
  readonly steps: readonly Step[]
}

function isUnit(kind: Kind): kind is 'article' | 'part' | 'chapter' | 'annex' | 'recital' | 'preamble' | 'title' {
  return ['article', 'part', 'chapter', 'annex', 'recital', 'preamble', 'title'].includes(kind)
}

/** Whether what stands beneath is cited without it: a first unnumbered paragraph, and an entry, whose number is in theirs. */
function lends({ kind, ordinal }: Step, { parent }: Shape): boolean {
  return (kind === 'text' && ordinal === '1' && parent !== '') || kind === 'entry'
}

function citeFrom(words: ReferenceWords, { unit, above, steps }: Path, standing: string, form: ReferenceForm): string {
  if (!unit) return innerOf(words, steps, form)
  if (unit.id === standing) {
    if (steps.length > 0) return innerOf(words, steps, form)
    if (form === 'named' && unit.kind === 'article') return words.thisArticle
    if (form === 'named' && unit.kind === 'annex') return words.thisAnnex
  }
  const [first] = steps
  if (!first) return nameOf(words, unit, above, form)
  const bracketed = words.compact && unit.kind === 'article' && (first.kind === 'paragraph' || first.kind === 'point')
  if (bracketed) return nameOf(words, unit, above, form) + steps.map((step) => tailOf(words, step, 1)).join('')
  const leads = words.joined.startsWith('{inner}') ? 'inner' : 'unit'
  const inner = innerOf(words, steps, leads === 'inner' ? form : 'named')
  return joined(words, nameWithin(words, unit, above, leads === 'unit' ? form : 'named'), inner)
}

function joined(words: ReferenceWords, unit: string, inner: string): string {
  return words.joined.replace('{unit}', () => unit).replace('{inner}', () => inner)
}

function patternOf(words: ReferenceWords, { kind }: Step): string {
  switch (kind) {
    case 'alternative':
      return words.option
    default:
      return words[kind]
  }
}

/** A unit by itself, what it stands in before it. */
function nameOf(words: ReferenceWords, unit: Step, above: Step | undefined, form: ReferenceForm): string {
  if (!above) return numbered(patternOf(words, unit), unit, form)
  return joined(words, ofPattern(words, above), numbered(patternOf(words, unit), unit, 'named'))
}

/** A unit behind or before a provision of it. */
function nameWithin(words: ReferenceWords, unit: Step, above: Step | undefined, form: ReferenceForm): string {
  return above ? nameOf(words, unit, above, form) : ofPattern(words, unit, form)
}

function ofPattern(words: ReferenceWords, step: Step, form: ReferenceForm = 'named'): string {
  const inflected = (words.of as Readonly<Partial<Record<Kind, string>>>)[step.kind]
  return numbered(inflected ?? patternOf(words, step), step, form)
}

function numbered(pattern: string, { ordinal }: Step, form: ReferenceForm): string {
  return written(form === 'number' && pattern.includes('{n}') ? '{n}' : pattern, ordinal)
}

/** What stands beneath the unit: `paragraph 2(a)`, `subparagraph (a)`, `item 1.3`. */
function innerOf(words: ReferenceWords, steps: readonly Step[], form: ReferenceForm): string {
  let points = steps[0]?.kind === 'point' ? 1 : 0
  return steps
    .map((step, at) => {
      if (at === 0) return leadOf(words, step, form)
      if (step.kind === 'paragraph' || step.kind === 'point') return tailOf(words, step, ++points)
      return `, ${leadOf(words, step, 'named')}`
    })
    .join('')
}

function leadOf(words: ReferenceWords, step: Step, form: ReferenceForm): string {
  if (form === 'number' && step.kind === 'point') return tailOf(words, step, 1).trim()
  return numbered(patternOf(words, step), step, form)
}

function tailOf({ tails }: ReferenceWords, { ordinal }: Step, level: number): string {
  return written(tails[Math.min(level, tails.length) - 1] ?? '({n})', ordinal)
}

function capitalized(text: string, language: string): string {
  const [first = ''] = text
  return first.toLocaleUpperCase(language) + text.slice(first.length)
}

/** Whether a reference behind these characters of a clause of this kind begins a sentence. */
export function opensSentence(before: string, kind: string): boolean {
  const text = before.trimEnd()
  if (text === '') return kind !== 'point' && kind !== 'entry'
  return text !== before && /[.!?]["”’»]?$/u.test(text)
}
