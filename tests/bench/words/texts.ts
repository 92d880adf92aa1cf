/** The texts that comparisons are measured on: drafts of a given size, and the same drafts after a round of negotiation. */

import { textOf, type Clause, type Draft } from '@travaux/core'
import { heading, provision, rewrite } from '../../evaluate/prose.ts'
import { randomFrom, type Random } from '../../evaluate/random.ts'

/** A pair of texts to compare, with what the comparison of them is to keep to. */
export interface Workload {
  readonly name: string
  readonly clauses: number
  /** Words of a clause; undefined for provisions of one to four sentences. */
  readonly words?: number
  /** Share of the clauses that changed; of the words where there is one clause. */
  readonly changed: number
  /** Most milliseconds of processor time that ours may take. */
  readonly goal?: number
}

export const workloads: readonly Workload[] = [
  { name: '500 clauses, 10 % changed', clauses: 500, changed: 0.1, goal: 50 },
  { name: '2,000 clauses, 10 % changed', clauses: 2000, changed: 0.1, goal: 200 },
  { name: '2,000 clauses, 60 % changed', clauses: 2000, changed: 0.6 },
  { name: '10,000 clauses, 10 % changed', clauses: 10_000, changed: 0.1, goal: 2000 },
  { name: 'one clause of 50,000 words, 10 % changed', clauses: 1, words: 50_000, changed: 0.1, goal: 1000 },
]

export interface Texts {
  readonly old: Draft
  /** Its ids carry no lineage: ours has to find out what became of each clause. */
  readonly new: Draft
  /** The same text with the ids that editing in place would have left. */
  readonly edited: Draft
}

/** The same workload gives the same texts. */
export function textsOf({ clauses, words, changed }: Workload): Texts {
  const random = randomFrom(clauses + Math.round(changed * 100))
  const before = words === undefined ? provisions(clauses, random) : [longClause(words, random)]
  const after = words === undefined ? negotiate(before, changed, random) : before.map(reworded(changed, random))
  return { old: draftOf(before), new: draftOf(after.map(unnamed)), edited: draftOf(after) }
}

/** A clause to be: the id is empty where it is new. */
interface Row {
  readonly id: string
  readonly heads: boolean
  readonly text: string
}

function provisions(count: number, random: Random): Row[] {
  return Array.from({ length: count }, (_, at) => {
    const heads = at % 9 === 0
    return { id: `old-${at}`, heads, text: heads ? heading(random) : provision(random) }
  })
}

function longClause(words: number, random: Random): Row {
  const all: string[] = []
  while (all.length < words) all.push(...provision(random).split(' '))
  return { id: 'old-0', heads: false, text: all.slice(0, words).join(' ') }
}

function reworded(share: number, random: Random): (one: Row) => Row {
  return (one) => ({ ...one, text: rewrite(random, one.text, share) })
}

function unnamed(one: Row): Row {
  return { ...one, id: '' }
}

/** Of the clauses touched six in ten are reworded, and one each goes, comes, is moved and is cut in two. */
function negotiate(rows: readonly Row[], changed: number, random: Random): Row[] {
  const moved: Row[] = []
  const kept = rows.flatMap((one) => {
    if (one.heads || random.next() >= changed) return [one]
    const became = touch(one, random)
    if (became !== 'moved') return became
    moved.push(one)
    return []
  })
  for (const one of moved) kept.splice(1 + random.below(kept.length), 0, one)
  return kept
}

function touch(one: Row, random: Random): Row[] | 'moved' {
  const turn = random.below(10)
  if (turn === 0) return []
  if (turn === 1) return [one, { id: '', heads: false, text: provision(random) }]
  if (turn === 2) return 'moved'
  if (turn === 3) return halves(one)
  return [reworded(0.05 + random.next() * 0.55, random)(one)]
}

function halves(one: Row): Row[] {
  const sentences = one.text.split(/(?<=\.) /u)
  const cut = Math.ceil(sentences.length / 2)
  const parts = [sentences.slice(0, cut), sentences.slice(cut)].filter((part) => part.length > 0)
  return parts.map((part, at) => ({ ...one, id: at === 0 ? one.id : '', text: part.join(' ') }))
}

function draftOf(rows: readonly Row[]): Draft {
  let parent = ''
  const clauses = rows.map((row, at): Clause => {
    const id = row.id || `new-${at}`
    const place = row.heads || parent === '' ? { parent: '', depth: 0 } : { parent, depth: 1 }
    if (row.heads) parent = id
    return { id, kind: row.heads ? 'article' : 'paragraph', ...place, words: [{ insert: row.text }] }
  })
  return { title: '', language: 'en', symbol: '', clauses }
}

/** A draft as the peers see it: one text, a line for each clause. */
export function wholeText({ clauses }: Draft): string {
  return clauses.map(({ words }) => textOf(words)).join('\n')
}
