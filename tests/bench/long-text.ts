/** The text that a long record begins with: two thousand paragraphs, and members to write them. */

import { plainWords, type Clause, type NewEntry } from '@travaux/core'
import { createText as newText } from '../../packages/server/src/texts/create.ts'
import { bodyEntry } from '../../packages/server/src/texts/body.ts'
import type { Random } from '../evaluate/random.ts'

const CLAUSES = 2000
const WORDS = ['no', 'State', 'shall', 'permit', 'the', 'export', 'of', 'equipment', 'listed', 'in', 'Annex', 'I']

export const memberIds: readonly string[] = Array.from({ length: 60 }, (_, index) => `member-${index}`)

const members = memberIds.map((id, index) => ({
  id,
  name: `Member ${index}`,
  delegation: `State ${index}`,
  code: `S${index}`,
  role: index === 0 ? ('secretariat' as const) : ('drafter' as const),
  sample: true,
}))

/** The first entries of the text. */
export function createText(id: string, random: Random, at: number): NewEntry[] {
  const clauses = Array.from({ length: CLAUSES }, (_, index): Clause => {
    const words = Array.from({ length: 60 }, () => random.pick(WORDS)).join(' ')
    return { id: `c${index}`, kind: 'paragraph', parent: '', depth: 0, words: plainWords(words) }
  })
  const draft = { title: 'A long negotiation', language: 'en', symbol: '', clauses }
  return newText({ id, draft, members, by: { member: 'server', delegation: '' }, at })
}

/** The body they belong to. */
export function createBody(at: number): NewEntry[] {
  const created = bodyEntry({ type: 'body.created', name: 'A long negotiation', sample: true }, at)
  return [created, ...members.map((member) => bodyEntry({ type: 'member.added', member }, at))]
}
