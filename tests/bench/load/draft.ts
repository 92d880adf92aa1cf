/** Texts made for a load: clauses of plain words, as many as asked for. */

import type { Draft } from '@travaux/core'
import { randomFrom } from '../../evaluate/random.ts'

const words =
  'each State Party shall take effective measures to prohibit regulate and control trade in such goods'.split(' ')

/** A text of about so many characters, in clauses of six hundred. */
export function longDraft(characters: number): Draft {
  const random = randomFrom(7)
  const clause = (index: number) => ({
    id: `clause-${index}`,
    kind: 'paragraph',
    parent: '',
    depth: 0,
    words: [{ insert: sentence(600, () => random.pick(words)) }],
  })
  const clauses = Array.from({ length: Math.max(1, Math.round(characters / 600)) }, (_, index) => clause(index))
  return { title: 'A text under load', language: 'en', symbol: '', clauses }
}

function sentence(length: number, next: () => string): string {
  let out = ''
  while (out.length < length) out += `${next()} `
  return out.slice(0, length)
}
