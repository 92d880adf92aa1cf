/** The long text that editors open: articles with paragraphs of sixty words. */

import type { Clause, Draft } from '@travaux/core'
import { randomFrom } from '../../evaluate/random.ts'

const WORDS = 60
/** Clauses of an article, its heading among them. */
const ARTICLE = 10

const vocabulary =
  'each State Party shall take effective measures to prohibit regulate and control trade in goods that may be used for torture'.split(
    ' ',
  )

/** So many clauses: every tenth an article, the others its paragraphs. The same every time. */
export function longText(clauses: number): Draft {
  const random = randomFrom(11)
  const words = (count: number): string => Array.from({ length: count }, () => random.pick(vocabulary)).join(' ')
  const clause = (index: number): Clause => {
    const first = index - (index % ARTICLE)
    return index === first
      ? { id: idOf(index), kind: 'article', parent: '', depth: 0, words: [{ insert: words(4) }] }
      : { id: idOf(index), kind: 'paragraph', parent: idOf(first), depth: 1, words: [{ insert: words(WORDS) }] }
  }
  return {
    title: 'A long text',
    language: 'en',
    symbol: '',
    clauses: Array.from({ length: clauses }, (_, index) => clause(index)),
  }
}

/** Id of the n-th clause. */
export function idOf(index: number): string {
  return `clause-${index}`
}
