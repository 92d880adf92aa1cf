/** Words with their references written out: what goes to files, searches and comparisons. */

import type { Clause, Draft } from '../clause/clause.ts'
import { EMBED, normalWords, textOf, type Run, type Words } from '../clause/words.ts'
import { citerOf, opensSentence, type Citer } from './cite.ts'
import { readEmbed, type Embed } from './embed.ts'

/** What an embedded object says behind these characters, or undefined where it stays as it is. */
export type Says = (embed: Embed, before: string) => string | undefined

/** Whether there is anything but text in the words. */
export function hasEmbeds(words: Words): boolean {
  return words.some(({ insert }) => typeof insert !== 'string')
}

/** Which clause the mark of a written reference names. */
export type Names = (clause: string) => string

const itself: Names = (clause) => clause

/** The words with what their embedded objects say; a written reference has the mark `reference`, its clause's id. */
export function spelledWords(words: Words, says: Says, names: Names = itself): Words {
  if (!hasEmbeds(words)) return words
  let before = ''
  const runs = words.map((run): Run => {
    const spelled = spelledRun(run, { before, says, names })
    before += typeof spelled.insert === 'string' ? spelled.insert : EMBED
    return spelled
  })
  return normalWords(runs)
}

interface Spelling {
  readonly before: string
  readonly says: Says
  readonly names: Names
}

function spelledRun(run: Run, { before, says, names }: Spelling): Run {
  if (typeof run.insert === 'string') return run
  const embed = readEmbed(run.insert)
  const text = says(embed, before)
  if (text === undefined) return run
  if (embed.kind !== 'reference') return { ...run, insert: text }
  return { insert: text, attributes: { ...run.attributes, reference: names(embed.clause) } }
}

/** What the references of a clause say; a broken one says so plainly. */
export function referencesIn({ id, kind }: Pick<Clause, 'id' | 'kind'>, citer: Citer): Says {
  const unit = citer.unitOf(id)
  return (embed, before) => {
    if (embed.kind !== 'reference') return undefined
    const standing = { unit, opens: opensSentence(before, kind) }
    return citer.cite(embed.clause, standing, embed.form) ?? citer.words.broken
  }
}

/** The mark of a written reference names the clause that it points at, where there is one. */
export function namesFor(citer: Citer): Names {
  return (clause) => citer.targetOf(clause) ?? clause
}

/** The draft with its references written out. Cost: one pass; a draft without embedded objects is given back as it is. */
export function spelledDraft(draft: Draft): Draft {
  if (!draft.clauses.some(({ words }) => hasEmbeds(words))) return draft
  const citer = citerOf(draft)
  return {
    ...draft,
    clauses: draft.clauses.map((clause) => ({
      ...clause,
      words: spelledWords(clause.words, referencesIn(clause, citer), namesFor(citer)),
    })),
  }
}

/**
 * Two drafts of one text, to be compared: references say the same on both sides wherever they point at the same clause,
 * so that a renumbered target is no amendment, and another target is one. They are written by the numbers of the newer
 * draft; footnotes are written out where they stand.
 */
export function spelledPair(old: Draft, now: Draft): readonly [Draft, Draft] {
  const embeds = [...old.clauses, ...now.clauses].some(({ words }) => hasEmbeds(words))
  if (!embeds) return [old, now]
  const citers = { old: citerOf(old), now: citerOf(now) }
  const standing = new Set(now.clauses.map(({ id }) => id))
  const spell = (draft: Draft): Draft => ({
    ...draft,
    clauses: draft.clauses.map((clause) => {
      const unit = (standing.has(clause.id) ? citers.now : citers.old).unitOf(clause.id)
      return { ...clause, words: spelledWords(clause.words, inBoth(citers, unit, clause.kind)) }
    }),
  })
  return [spell(old), spell(now)]
}

interface Citers {
  readonly old: Citer
  readonly now: Citer
}

function inBoth({ old, now }: Citers, unit: string, kind: string): Says {
  return (embed, before) => {
    if (embed.kind === 'footnote') return now.words.footnote.replace('{n}', () => textOf(embed.words))
    if (embed.kind !== 'reference') return undefined
    const standing = { unit, opens: opensSentence(before, kind) }
    const cited = now.cite(embed.clause, standing, embed.form)
    if (cited !== undefined) return cited
    const was = old.cite(embed.clause, standing, embed.form)
    return was === undefined ? now.words.broken : now.words.gone.replace('{n}', () => was)
  }
}
