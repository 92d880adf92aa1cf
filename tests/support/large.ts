/** Long texts for measuring: articles with paragraphs, and the same after a round of negotiation. */

import type { Clause, Draft } from '@travaux/core'

const words =
  'each State Party shall prohibit the export of goods that have no practical use other than torture and report on licences'.split(
    ' ',
  )

function sentence(seed: number, length = 40): string {
  return Array.from({ length }, (_, at) => words[(seed * 7 + at * (seed % 5) + at) % words.length]).join(' ')
}

/** A draft of articles, each a heading and paragraphs: `articles * (1 + paragraphs)` clauses. */
export function longDraft(articles: number, paragraphs: number, title = 'Long draft'): Draft {
  const clauses = Array.from({ length: articles }, (_, nth): Clause[] => [
    { id: `a${nth}`, kind: 'article', parent: '', depth: 0, words: [{ insert: `Heading ${nth}` }] },
    ...Array.from({ length: paragraphs }, (_, at) => paragraph(nth, at)),
  ])
  return { title, language: 'en', symbol: '', clauses: clauses.flat() }
}

function paragraph(article: number, at: number): Clause {
  const text = `${sentence(article * 31 + at)}; provision ${article}.${at}.`
  return { id: `a${article}p${at}`, kind: 'paragraph', parent: `a${article}`, depth: 1, words: [{ insert: text }] }
}

/** Every third paragraph reworded: more change than a session brings. */
export function negotiated({ clauses, ...draft }: Draft): Draft {
  const changed = clauses.map((clause, at): Clause => {
    const [run] = clause.words
    if (at % 3 !== 0 || clause.kind !== 'paragraph' || typeof run?.insert !== 'string') return clause
    return {
      ...clause,
      words: [{ insert: run.insert.replace(' shall ', ' must ').replace('; provision', ', and provision') }],
    }
  })
  return { ...draft, clauses: changed }
}
