/**
 * Where a text uses the terms it defines. A term with a capital is used where it has its capitals; others in any case. Of
 * inflection only the plural of the last word is known, in French and Spanish of every word: no further form is guessed.
 */

import type { Definition, Stretch } from './define.ts'

/** A use of a defined term. */
export interface Use extends Stretch {
  readonly term: string
}

export interface Glossary {
  /** The definitions of each term, by its name as defined; more than one where a text defines it twice. */
  readonly terms: ReadonlyMap<string, readonly Definition[]>
  /** Uses in the words of a clause, the longer term first where two begin together. One pass, for each kind of case. */
  readonly usesIn: (text: string) => Use[]
}

/** `language`: a BCP 47 tag. */
export function glossaryOf(definitions: readonly Definition[], language: string): Glossary {
  const terms = Map.groupBy(definitions, ({ term }) => term)
  const names = [...terms.keys()].toSorted((a, b) => b.length - a.length)
  const searches = [
    searchFor(names.filter(hasCapital), language, 'gu'),
    searchFor(
      names.filter((name) => !hasCapital(name)),
      language,
      'giu',
    ),
  ].filter((search) => search !== undefined)
  return {
    terms,
    usesIn: (text) => withoutOverlaps(searches.flatMap((search) => search(text))),
  }
}

function hasCapital(term: string): boolean {
  return /\p{Lu}/u.test(term)
}

function searchFor(names: readonly string[], language: string, flags: string): ((text: string) => Use[]) | undefined {
  if (names.length === 0) return undefined
  const pattern = new RegExp(names.map((name) => `(${patternOf(name, language)})`).join('|'), flags)
  return (text) =>
    [...text.matchAll(pattern)].map((found) => {
      const nth = found.slice(1).findIndex((group) => group !== undefined)
      return { term: names[nth] ?? '', from: found.index, to: found.index + found[0].length }
    })
}

function patternOf(term: string, language: string): string {
  const words = term.split(' ')
  const inflected = words.map((word, at) => {
    const everyWord = /^(?:fr|es)\b/u.test(language) && word.length > 3
    return at === words.length - 1 || everyWord ? pluralOf(escaped(word)) : escaped(word)
  })
  const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(term)
  const pattern = inflected.join(String.raw`\s+`)
  return unspaced ? pattern : String.raw`(?<![\p{L}\p{N}])${pattern}(?![\p{L}\p{N}])`
}

function escaped(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\/]/gu, String.raw`\$&`)
}

/** The word in singular and plural, whichever of them it is. */
function pluralOf(word: string): string {
  if (!/[a-zà-ÿ]$/u.test(word)) return word
  if (/(?:ies|y)$/u.test(word)) return `${word.replace(/(?:ies|y)$/u, '')}(?:y|ies|ys)`
  if (/[^s]s$/u.test(word)) return `${word}?`
  return `${word}(?:e?s|x)?`
}

function withoutOverlaps(uses: readonly Use[]): Use[] {
  const out: Use[] = []
  for (const use of uses.toSorted((a, b) => a.from - b.from || b.to - a.to)) {
    if ((out.at(-1)?.to ?? 0) <= use.from) out.push(use)
  }
  return out
}
