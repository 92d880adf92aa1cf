/** Everything that can be found wrong with a whole text by reading it: one list, each line with its place. */

import { readBrackets } from '../bracket/read.ts'
import type { Clause, Draft } from '../clause/clause.ts'
import { textOf } from '../clause/words.ts'
import { citerOf, opensSentence, type Citer } from '../embed/cite.ts'
import { readEmbed } from '../embed/embed.ts'
import { typedReader } from '../embed/typed.ts'
import { definitionsOf, quotedIn, type Definition } from '../term/define.ts'
import { glossaryOf } from '../term/use.ts'

/** What is found, from the surest fault to the mildest hint. */
export const findingKinds = [
  'brokenReference',
  'nowhere',
  'unbalanced',
  'definedTwice',
  'undefined',
  'unused',
  'typedReference',
] as const
export type FindingKind = (typeof findingKinds)[number]

export interface Finding {
  readonly kind: FindingKind
  readonly clause: string
  /** As a lawyer cites the clause, named as a reference from outside it would. */
  readonly citation: string
  readonly from: number
  readonly to: number
  /** The words it is about. */
  readonly words: string
  /** For a typed reference: the clause that it certainly means, and what a live reference there would say. */
  readonly fix?: { readonly target: string; readonly says: string }
}

/** A place in a clause with the words there. */
type Place = Pick<Finding, 'clause' | 'from' | 'to' | 'words'>
type Uncited = Omit<Finding, 'citation'>

/**
 * The findings of a text, by kind and then in reading order. `undefined` are several words that are quoted and capitalized
 * like a term, used elsewhere without quotation marks, and defined nowhere. Cost: a few passes over the words; terms are looked for
 * together.
 */
export function checkText(draft: Draft): Finding[] {
  const citer = citerOf(draft)
  const texts = new Map(draft.clauses.map(({ id, words }) => [id, textOf(words)]))
  const found: Uncited[] = [
    ...draft.clauses.flatMap((clause) => brokenIn(clause, citer)),
    ...typedIn(draft, texts, citer),
    ...draft.clauses.flatMap(({ id }) => unbalancedIn(id, texts.get(id) ?? '')),
    ...termsIn(draft, texts),
  ]
  const standing = { unit: '', opens: true }
  const order = new Map(draft.clauses.map(({ id }, at) => [id, at]))
  return found
    .map((one) => ({ ...one, citation: citer.cite(one.clause, standing) ?? '' }))
    .toSorted(
      (a, b) =>
        findingKinds.indexOf(a.kind) - findingKinds.indexOf(b.kind) ||
        (order.get(a.clause) ?? 0) - (order.get(b.clause) ?? 0) ||
        a.from - b.from,
    )
}

function brokenIn({ id, words }: Clause, citer: Citer): Uncited[] {
  let at = 0
  return words.flatMap(({ insert }): Uncited[] => {
    const from = at
    at += typeof insert === 'string' ? insert.length : 1
    const embed = typeof insert === 'string' ? undefined : readEmbed(insert)
    const isBroken = embed?.kind === 'reference' && citer.targetOf(embed.clause) === undefined
    return isBroken ? [{ kind: 'brokenReference', clause: id, from, to: at, words: citer.words.broken }] : []
  })
}

function typedIn(draft: Draft, texts: ReadonlyMap<string, string>, citer: Citer): Uncited[] {
  const reader = typedReader(draft, citer)
  return draft.clauses.flatMap(({ id, kind }) => {
    const text = texts.get(id) ?? ''
    return reader.typedIn(id, text).flatMap(({ from, to, targets }): Uncited[] => {
      const place: Place = { clause: id, from, to, words: text.slice(from, to) }
      if (targets.length === 0) return [{ kind: 'nowhere', ...place }]
      const [target = '', ...others] = targets
      if (others.length > 0 || target === id) return []
      const standing = { unit: citer.unitOf(id), opens: opensSentence(text.slice(0, from), kind) }
      return [{ kind: 'typedReference', ...place, fix: { target, says: citer.cite(target, standing) ?? '' } }]
    })
  })
}

function unbalancedIn(clause: string, text: string): Uncited[] {
  return readBrackets(text).unbalanced.map((from) => {
    const before = text.slice(Math.max(0, from - 24), from).replace(from > 24 ? /^\S*\s+/u : /^$/u, '')
    const behind = text.slice(from, from + 24).replace(text.length > from + 24 ? /\s+\S*$/u : /^$/u, '')
    const words = before + behind
    return { kind: 'unbalanced', clause, from, to: from + 1, words }
  })
}

function placeOf({ term, clause, from, to }: Definition): Place {
  return { clause, from, to, words: term }
}

function termsIn(draft: Draft, texts: ReadonlyMap<string, string>): Uncited[] {
  const definitions = definitionsOf(draft.clauses)
  const { terms, usesIn } = glossaryOf(definitions, draft.language)
  const used = new Set<string>()
  for (const [id, text] of texts) {
    for (const { term, from } of usesIn(text)) {
      if (!definitions.some((one) => one.clause === id && one.from === from)) used.add(term)
    }
  }
  const unused = definitions.filter(({ term }) => !used.has(term))
  const again = [...terms.values()].flatMap(([, ...later]) => later)
  return [
    ...unused.map((one): Uncited => ({ kind: 'unused', ...placeOf(one) })),
    ...again.map((one): Uncited => ({ kind: 'definedTwice', ...placeOf(one) })),
    ...undefinedIn(texts, new Set(definitions.map(({ term }) => term.toLowerCase()))),
  ]
}

/** Two words or more, each of more than three letters with a capital: one word may be quoted for other reasons. */
const likeTerm = /^\p{Lu}[\p{L}’'-]*(?:\s(?:\p{Lu}[\p{L}’'-]*|\p{Ll}{1,3}))+$/u

function undefinedIn(texts: ReadonlyMap<string, string>, defined: ReadonlySet<string>): Uncited[] {
  const quoted = [...texts].flatMap(([clause, text]) =>
    quotedIn(text).map(({ from, to }): Place => ({ clause, from, to, words: text.slice(from, to) })),
  )
  const candidates = quoted.filter(({ words }) => likeTerm.test(words) && !defined.has(words.toLowerCase()))
  const first = new Map(candidates.toReversed().map((place) => [place.words, place]))
  const quotes = new Set(quoted.map(({ clause, from }) => `${clause} ${from}`))
  const isUsed = (words: string): boolean =>
    [...texts].some(([clause, text]) => {
      for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1))
        if (!quotes.has(`${clause} ${at}`)) return true
      return false
    })
  return [...first.values()].filter(({ words }) => isUsed(words)).map((place) => ({ kind: 'undefined', ...place }))
}
