/** First steps of the alignment: what a person gave, shared ids, and identical words. */

import { contextOf } from './context.ts'
import type { Entry } from './entry.ts'
import { takeBest, type Candidate, type Matching } from './matching.ts'

/** Matches clauses with the same id: a clause keeps its id whatever happens to it. O(n). */
export function matchLineage(matching: Matching): void {
  const byId = new Map(matching.new.map(({ clause, at }) => [clause.id, at]))
  for (const { clause, at } of matching.old) {
    const now = byId.get(clause.id)
    if (now !== undefined) matching.add({ old: at, new: now, why: 'lineage', sure: 1 })
  }
}

/** Matches the joins a person gave, by ids. */
export function matchGiven(matching: Matching, joins: readonly (readonly [string, string])[]): void {
  const olds = new Map(matching.old.map(({ clause, at }) => [clause.id, at]))
  const news = new Map(matching.new.map(({ clause, at }) => [clause.id, at]))
  for (const [oldId, newId] of joins) {
    const old = olds.get(oldId)
    const now = news.get(newId)
    if (old !== undefined && now !== undefined) matching.add({ old, new: now, why: 'given', sure: 1 })
  }
}

/** Words that stand once in each text and are alike: the anchors of everything else. To the letter first. O(n). */
export function matchUnique(matching: Matching): void {
  matchUniqueBy(matching, ({ read }) => read.id)
  matchUniqueBy(matching, ({ key }) => key)
}

function matchUniqueBy(matching: Matching, keyOf: (entry: Entry) => string | number): void {
  const news = onlyOnes(matching.freeNew(), keyOf)
  for (const [key, old] of onlyOnes(matching.freeOld(), keyOf)) {
    const now = old && news.get(key)
    if (now) matching.add({ old: old.at, new: now.at, why: 'identical', sure: 1 })
  }
}

/** Entries of three words or more by key; undefined where several have the same. */
function onlyOnes<K>(entries: readonly Entry[], keyOf: (entry: Entry) => K): Map<K, Entry | undefined> {
  const ones = new Map<K, Entry | undefined>()
  for (const entry of entries) {
    if (entry.words.length < 3) continue
    const key = keyOf(entry)
    ones.set(key, ones.has(key) ? undefined : entry)
  }
  return ones
}

const mostTwins = 12

/**
 * Words that stand several times: matched where parents, neighbours and numbers agree best. Of many twins each is tried
 * with the nearest twelve, so that a form of a thousand equal lines costs no more than a thousand times twelve.
 */
export function matchTwins(matching: Matching): void {
  const news = byKey(matching.freeNew())
  const candidates: Candidate[] = []
  for (const [key, olds] of byKey(matching.freeOld())) {
    const twins = news.get(key)
    if (!twins) continue
    for (const [turn, old] of olds.entries()) {
      const from = Math.max(0, Math.min(turn - mostTwins / 2, twins.length - mostTwins))
      for (const now of twins.slice(from, from + mostTwins)) candidates.push(twin(matching, old, now))
    }
  }
  takeBest(matching, candidates)
}

function twin(matching: Matching, old: Entry, now: Entry): Candidate {
  const score = contextOf(matching, old, now)
  return { old: old.at, new: now.at, score, why: 'identical', sure: 0.7 + 0.3 * score }
}

/** Free clauses with words, by key. */
function byKey(entries: readonly Entry[]): Map<string, Entry[]> {
  return Map.groupBy(
    entries.filter(({ key }) => key !== ''),
    ({ key }) => key,
  )
}
