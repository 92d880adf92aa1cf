/** The kept counts of a text are those of the text. */

import {
  addFirst,
  mergeClause,
  plainWords,
  readDraft,
  removeClauses,
  restoreClause,
  splitClause,
  textOf,
} from '@travaux/core'
import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { Measure } from './measure.ts'

function counted(doc: Y.Doc): { clauses: number; words: number } {
  const { clauses } = readDraft(doc)
  const words = clauses.map((clause) => textOf(clause.words).match(/[a-z]+/g)?.length ?? 0)
  return { clauses: clauses.length, words: words.reduce((sum, count) => sum + count, 0) }
}

/** Does the step of this number to a text; many amount to nothing. */
function edit(doc: Y.Doc, step: number): void {
  const hand = { doc, by: 'ann', now: () => 0, newId: () => `clause-${step}`, origin: 'own' }
  const ids = readDraft(doc).clauses.map(({ id }) => id)
  const [one = '', other = ''] = [ids[step % ids.length], ids[(step >> 3) % ids.length]]
  if (step % 5 === 0) splitClause(hand, one, step % 7)
  else if (step % 5 === 1) mergeClause(hand, one, other)
  else if (step % 5 === 2) removeClauses(hand, [one])
  else if (step % 5 === 3) restoreClause(hand, `clause-${step - 1}`)
  else addFirst(hand, 'paragraph', plainWords('some more words'))
}

it('stay right through whatever is done to the text', () => {
  const steps = fc.array(fc.nat(500), { maxLength: 40 })
  fc.assert(
    fc.property(steps, (numbers) => {
      const doc = new Y.Doc()
      edit(doc, 4)
      const measure = new Measure(doc)
      for (const step of numbers) {
        edit(doc, step)
        expect(measure.read()).toEqual(counted(doc))
      }
    }),
    { numRuns: 60 },
  )
})
