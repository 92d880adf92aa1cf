/**
 * References that were typed as words (`article 5, paragraph 2`), in English, French and Spanish, and the clause each
 * means. What may speak of another instrument is left alone: `article 55 of the Charter`, and every clause that names one.
 */

import type { Draft } from '../clause/clause.ts'
import { EMBED } from '../clause/words.ts'
import { citerOf, type Citer } from './cite.ts'

/** A typed reference within the words of a clause. */
export interface Typed {
  readonly from: number
  readonly to: number
  /** The clauses it may mean: one where it is certain, none where it points at nothing. */
  readonly targets: readonly string[]
}

interface Language {
  /** Finds references; its named groups are the steps. */
  readonly pattern: RegExp
  /** What behind a reference makes it one into another instrument. */
  readonly elsewhere: RegExp
}

const suffix = '(?:bis|ter|quater|quinquies|sexies|septies|octies)'
const number = String.raw`\d{1,3}(?:[ \u00a0]${suffix})?(?![\d.]*\d|\p{L})`
const roman = String.raw`[IVXLC]{1,6}(?![\p{L}\d])`

interface Terms {
  readonly article: string
  readonly paragraph: string
  readonly point: string
  readonly annex: string
  readonly part: string
  /** Points as they follow a paragraph, and by themselves. */
  readonly points: string
  readonly lonePoints: string
  readonly of: string
  readonly thisArticle: string
  readonly elsewhere: RegExp
}

function languageOf(t: Terms): Language {
  const steps = (n: number): string => String.raw`(?<p${n}>(?:[ \u00a0]?\(\d{1,3}\))?(?:${t.points})*)`
  const sources = [
    String.raw`${t.article}\s(?<a1>${number})${steps(1)}(?:,\s${t.paragraph}\s(?<q1>${number})(?<s1>(?:${t.points})*))?(?:,\s${t.point}\s(?<t1>${t.lonePoints}))?`,
    String.raw`${t.point}\s(?<t2>${t.lonePoints})(?:\s${t.of}${t.paragraph}\s(?<q2>${number}))?(?:\s${t.of}${t.article}\s(?<a2>${number})|\s${t.thisArticle})?`,
    String.raw`${t.paragraph}\s(?<q3>${number})(?<s3>(?:${t.points})*)(?:\s${t.of}${t.article}\s(?<a3>${number})|\s${t.thisArticle})?`,
    String.raw`${t.annex}\s(?<n4>${roman})`,
    String.raw`${t.part}\s(?<r5>${roman})`,
  ]
  const pattern = new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${sources.join('|')})`, 'giu')
  return { pattern, elsewhere: t.elsewhere }
}

const brackets = String.raw`[ \u00a0]?\((?:[a-z]{1,2}|[ivx]{1,5})\)`
const romance = String.raw`[ \u00a0](?:[a-z]|[ivx]{1,5})\)`

const languages: Readonly<Record<string, Language>> = {
  en: languageOf({
    article: 'article',
    paragraph: String.raw`(?:paragraph|para\.)`,
    point: '(?:sub-?paragraph|point)',
    annex: 'annex',
    part: 'part',
    points: brackets,
    lonePoints: String.raw`(?:\((?:[a-z]{1,2}|[ivx]{1,5})\))+`,
    of: 'of ',
    thisArticle: 'of this article',
    elsewhere: /^\s*,?\s*(?:(?:common )?(?:of|to|in)\s+(?!this\b|the present\b|the case\b|order\b)|thereof\b)/iu,
  }),
  fr: languageOf({
    article: 'article',
    paragraph: 'paragraphe',
    point: '(?:alinéa|point)',
    annex: 'annexe',
    part: 'partie',
    points: romance,
    lonePoints: String.raw`(?:[a-z]|[ivx]{1,5})\)(?:${romance})*`,
    of: "(?:de l[’']|du )",
    thisArticle: 'du présent article',
    elsewhere: /^\s*,?\s*(?:commun\s|d(?:e|u|es)\s+(?!présente?\b|la présente\b)|de l[’']|d[’'])/iu,
  }),
  es: languageOf({
    article: 'artículo',
    paragraph: 'párrafo',
    point: 'apartado',
    annex: 'anexo',
    part: 'parte',
    points: romance,
    lonePoints: String.raw`(?:[a-z]|[ivx]{1,5})\)(?:${romance})*`,
    of: '(?:del |de la )',
    thisArticle: 'del presente artículo',
    elsewhere: /^\s*,?\s*(?:común\s|del?\s+(?!presente\b|la presente\b|este\b|esta\b))/iu,
  }),
}

/** Names of instruments; `this Convention` is the text itself. */
const instrument =
  /(?<!\b(?:[Tt]his|[Pp]résente|[Pp]résent|[Pp]resente)\s)\b(?:Charter|Convention|Covenant|Protocol|Declaration|Statute|Treaty|Constitution|Rules|Charte|Pacte|Protocole|Déclaration|Statut|Traité|Carta|Convención|Pacto|Protocolo|Declaración|Estatuto|Tratado)\b/u

export interface TypedReader {
  /** The typed references in the words of a clause. */
  readonly typedIn: (clause: string, text: string) => Typed[]
}

/** Reads typed references of a draft; none where its language is not one that is known. Cost: one pass to begin. */
export function typedReader(draft: Draft, citer: Citer = citerOf(draft)): TypedReader {
  const language = languages[draft.language.split('-')[0] ?? '']
  if (!language) return { typedIn: () => [] }
  const byPath = Map.groupBy(
    draft.clauses.map(({ id }) => ({ id, path: citer.pathOf(id).toLowerCase() })),
    ({ path }) => path,
  )
  const idsAt = (path: string): string[] => (byPath.get(path.toLowerCase()) ?? []).map(({ id }) => id)
  return {
    typedIn: (clause, text) => {
      if (instrument.test(text)) return []
      return [...text.matchAll(language.pattern)].flatMap((found) => {
        const to = found.index + found[0].length
        if (language.elsewhere.test(text.slice(to)) || found[0].includes(EMBED)) return []
        const paths = pathsOf(found.groups ?? {}, citer.pathOf(clause))
        return [{ from: found.index, to, targets: [...new Set(paths.flatMap(idsAt))] }]
      })
    },
  }
}

type Groups = Readonly<Record<string, string | undefined>>

/** The paths a reference may mean, from a clause at `here`. */
function pathsOf(groups: Groups, here: string): string[] {
  const said = (...names: readonly string[]): string | undefined => names.map((name) => groups[name]).find(Boolean)
  const [annex, part] = [said('n4'), said('r5')]
  if (annex !== undefined) return [`annex ${annex}`]
  if (part !== undefined) return [`part ${part}`]
  const named = said('a1', 'a2', 'a3')
  const steps = [
    ...stepsIn(said('p1')),
    ...stepsIn(said('q1', 'q2', 'q3')),
    ...stepsIn(said('s1', 's3')),
    ...stepsIn(said('t1', 't2')),
  ]
  if (named !== undefined) return [[`article ${spaced(named)}`, ...steps].join('/')]
  const own = here.split('/')
  if (said('q2', 'q3') !== undefined) return [[own[0], ...steps].join('/')]
  return own.map((_step, at) => [...own.slice(0, at + 1), ...steps].join('/'))
}

/** `(2)(a)` and ` a) i)` as steps. */
function stepsIn(text = ''): string[] {
  return text.match(/[\p{L}\d]+(?:[ \u00a0](?:bis|ter|quater|quinquies|sexies|septies|octies))?/gu)?.map(spaced) ?? []
}

function spaced(number: string): string {
  return number.replace(/[\u00a0\s]+/gu, ' ')
}
