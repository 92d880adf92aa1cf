/** The canonical form: equal drafts give equal bytes, different ones different hashes. */

import fc from 'fast-check'
import { expect, it } from 'vitest'
import { canonicalForm, canonicalJson, draftHash } from './canonical.ts'
import type { Clause, Draft } from './clause.ts'
import type { Run } from './words.ts'

function draft(...clauses: readonly Partial<Clause>[]): Draft {
  const whole = clauses.map((clause, at) => ({
    id: `c${at}`,
    kind: 'text',
    parent: '',
    depth: 0,
    words: [],
    ...clause,
  }))
  return { title: 'T', language: 'en', symbol: '', clauses: whole }
}

it('does not depend on the order of keys', () => {
  expect(canonicalJson({ b: 1, a: { d: [2, { f: 1, e: null }], c: 3 } })).toBe(
    '{"a":{"c":3,"d":[2,{"e":null,"f":1}]},"b":1}',
  )
})

it('does not depend on depths, on how words are cut into runs, or on absent marks', () => {
  const cut = draft({
    words: [{ insert: 'a' }, { insert: '' }, { insert: 'b', attributes: { strong: null } }],
    depth: 3,
  })
  expect(draftHash(cut)).toBe(draftHash(draft({ words: [{ insert: 'ab' }] })))
})

it('keeps embeds and marks apart', () => {
  const [plain, strong] = [
    draft({ words: [{ insert: 'a' }] }),
    draft({ words: [{ insert: 'a', attributes: { strong: true } }] }),
  ]
  expect(draftHash(plain)).not.toBe(draftHash(strong))
  expect(canonicalForm(draft({ words: [{ insert: { note: 1 } }] }))).toContain('{"insert":{"note":1}}')
})

it('is stable: the hash of a known draft', () => {
  expect(draftHash(draft({ words: [{ insert: 'Each State Party' }] }))).toMatch(/^[0-9a-f]{64}$/u)
  expect(canonicalForm(draft())).toBe(
    '{"clauses":[],"format":"travaux-draft-1","language":"en","symbol":"","title":"T"}',
  )
})

it('is the same for any way to cut the same words', () => {
  fc.assert(
    fc.property(fc.string(), fc.array(fc.nat(20), { maxLength: 4 }), (text, cuts) => {
      const places = [0, ...cuts.map((cut) => Math.min(cut, text.length)).sort((a, b) => a - b), text.length]
      const runs: Run[] = places.slice(1).map((end, at) => ({ insert: text.slice(places[at], end) }))
      expect(draftHash(draft({ words: runs }))).toBe(draftHash(draft({ words: [{ insert: text }] })))
    }),
  )
})
