/** References to provisions, however they are typed: `17(3)`, `VI.3`, `4.1(3)`, `App. II.a` and our own citations become keys. */

/** A provision as steps from the top, such as `9.1.3` or `annex.iii.1.b`; '' where a reference has no number. */
export type Key = string

export interface Reference {
  readonly key: Key
  /** What stood after the number: a heading, a remark, or all of a reference without a number. */
  readonly rest: string
}

const article = String.raw`(?:articles?|art\.?|arts\.?|sections?|sec\.?|paragraphs?|para\.?|§|artículo|principle|rule)`
const annex = String.raw`(?:annexe?|appendix|app\.?|appendice|schedule|anexo|annexes)`
const preamble = String.raw`(?:preamble|recitals?|préambule|considérants?|pp)`
const other = String.raw`(?:part|partie|title|titre|chapter|chapitre)`
const step = String.raw`(?:premier|première|\d+(?:er|re)?[a-z]?|[ivxlc]+|[a-z])(?:[ -]?(?:bis|ter|quater))?`
const steps = String.raw`${step}(?![\p{L}])(?:\.${step}(?![\p{L}])|\s?\((?:${step})\))*`
const shape = new RegExp(`^\\s*(?:(${annex})|(${preamble})|(${other})|(${article}))?\\s*[.,:]?\\s*(${steps})?`, 'iu')

/** Reads a reference as typed by a person. A word such as `intro` is no number. */
export function readReference(text: string): Reference {
  const found = shape.exec(text)
  const [all = '', isAnnex, isPreamble, isOther, isArticle, number = ''] = found ?? []
  const prefix = isAnnex ? 'annex' : isPreamble ? 'preamble' : isOther ? 'division' : ''
  const startsNumber = number !== '' && (prefix !== '' || isArticle !== undefined || /^\s*[\p{Lu}\d§(]/u.test(text))
  if (!startsNumber && prefix === '') return { key: '', rest: text.trim() }
  const parts = [prefix, ...(startsNumber ? splitSteps(number) : [])].filter(Boolean)
  return { key: parts.join('.'), rest: text.slice(startsNumber ? all.length : all.length - number.length).trim() }
}

function splitSteps(number: string): string[] {
  return number
    .toLowerCase()
    .replace(/\bpremière?\b|\bpremier\b|1er|1re/u, '1')
    .replace(/[ -](?=bis|ter|quater)/gu, '')
    .split(/[.()\s]+/u)
    .filter(Boolean)
}

/**
 * The key of one of our citations without the ordinals of unnumbered provisions: `Article 9(9.1)(3)` gives `9.1.3`,
 * because the number of a section repeats that of its article.
 */
export function keyOfCitation(citation: string): Key {
  const path = citation.replace(/,? ?(?:subparagraph|alinéa|párrafo|Text|Texte|Texto) \d+/gu, '')
  const outer = /^(?:Annex|Annexe|Anexo)/u.test(path)
    ? ['annex']
    : /^(?:Preamble|Préambule)/u.test(path)
      ? ['preamble']
      : /^(?:Part|Partie|Chapter|Title)/u.test(path)
        ? ['division']
        : []
  const inner = path
    .replace(/^\p{L}+\s?/u, '')
    .split(/[(),]+/u)
    .map((part) =>
      part
        .trim()
        .replace(/^(?:Article|Chapter|Section)\s/u, '')
        .toLowerCase(),
    )
    .filter(Boolean)
  const named = outer.length > 0 && /^(?:appendix|annexe?|schedule)$/u.test(inner[0] ?? '') ? inner.slice(1) : inner
  return [...outer, ...withoutRepeats(named)].join('.')
}

function withoutRepeats(numbers: readonly string[]): string[] {
  const out: string[] = []
  let before = ''
  for (const number of numbers) {
    const bare = number.replace(/^premier$|^1er$/u, '1').replace(/[ -](?=bis|ter|quater)/gu, '')
    out.push(...(before !== '' && bare.startsWith(`${before}.`) ? bare.slice(before.length + 1) : bare).split('.'))
    before = bare
  }
  return out
}

/** Takes apart lists and ranges: `9.2(1)..(5)`, `1..15`, `1(i)-(ix), 14(5)`. */
export function expandReferences(text: string): string[] {
  return text.split(/,\s+(?=[\dA-Z§]|art)/u).flatMap(expandRange)
}

function expandRange(text: string): string[] {
  const found = /^(.*?)(\(?)(\d+|[ivxl]+|[a-z])\)?\s?(?:\.\.|-|–)\s?\(?(\d+|[ivxl]+|[a-z])\)?$/u.exec(text)
  if (!found) return [text]
  const [, head = '', bracket = '', first = '', last = ''] = found
  const names = between(first, last)
  return names.length === 0 ? [text] : names.map((name) => `${head}${bracket}${name}${bracket ? ')' : ''}`)
}

const romans = 'i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx'.split(' ')

function between(first: string, last: string): string[] {
  if (/^\d+$/u.test(first) && /^\d+$/u.test(last)) return span(Number(first), Number(last)).map(String)
  const from = romans.indexOf(first)
  const to = romans.indexOf(last)
  if (from >= 0 && to > from) return romans.slice(from, to + 1)
  return first.length === 1 && last.length === 1
    ? span(first.charCodeAt(0), last.charCodeAt(0)).map((code) => String.fromCharCode(code))
    : []
}

function span(from: number, to: number): number[] {
  return to < from || to - from > 200 ? [] : Array.from({ length: to - from + 1 }, (_, at) => from + at)
}

/** Whether two keys name the same provision where one text types Roman and the other Arabic numbers. */
export function arabicKey(key: Key): Key {
  return key
    .split('.')
    .map((part) => (romans.includes(part) ? String(romans.indexOf(part) + 1) : part))
    .join('.')
}
