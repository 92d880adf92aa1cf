/**
 * Words that undo brought back. Yjs writes deleted characters again under new ids of whoever undoes; noted as copies of
 * what they were, they stay their authors', comments find them, and two people who bring back the same words leave them
 * standing once. What undo takes back from where it was carried to is noted as carried back from there: it ranks among
 * rival copies as it did before, so that replicas which heard of the undo sooner or later delete the same one. Words that
 * another carried elsewhere meanwhile stay there: else redo would delete what alone was left of them.
 */

import * as Y from 'yjs'
import { charactersOf, idKey, type CharacterId } from '../yjs/items.ts'
import { clauseIdOf, clausesOf, type YClause } from '../yjs/stored.ts'
import { noteCopy, type Segment } from './copies.ts'
import { Journeys } from './journeys.ts'
import { settleCopies } from './settle.ts'

/**
 * Notes what a transaction has written again so far. Call it within that transaction, so that nobody hears of one without
 * the other.
 */
export function noteRewritten(transaction: Y.Transaction): void {
  const { doc, beforeState, changed, origin } = transaction
  const since = beforeState.get(doc.clientID) ?? 0
  const rewritten = [...changed.keys()].flatMap((type) => rewrittenWords(type, since))
  if (rewritten.length === 0) return
  const carriedTo = carriedFrom(transaction)
  // Within a transaction what it deleted is in no order, by which `isDeleted` could find it.
  const deleted = Y.mergeDeleteSets([transaction.deleteSet])
  const keys = rewritten.flatMap(({ clause, segments }) =>
    noteEach(
      clause,
      segments.flatMap((segment) => fromWhere(segment, carriedTo)),
      ({ client, clock }) => !Y.isDeleted(deleted, Y.createID(client, clock)),
    ),
  )
  settleCopies(doc, origin, new Set(keys))
}

/**
 * One note for each text that words came back from: only such a note can be borne out (`history/origins.ts`); and by
 * itself what was `gone` before, and not carried back from where it stood.
 */
function noteEach(clause: YClause, segments: readonly Segment[], gone: (source: CharacterId) => boolean): string[] {
  const { doc } = clause
  if (!doc) return []
  return [true, false].flatMap((again) => {
    const byText = Map.groupBy(
      segments.filter(({ source }) => gone(source) === again),
      ({ source }) => Y.getItem(doc.store, Y.createID(source.client, source.clock)).parent,
    )
    return [...byText.values()].flatMap((these) => noteCopy(clause, these, { again }) ?? [])
  })
}

/** For what stood elsewhere and was deleted by the transaction, where that was, under each character that it is a copy of. */
function carriedFrom({ doc, deleteSet }: Y.Transaction): ReadonlyMap<string, CharacterId> {
  const journeys = new Journeys(doc)
  const out = new Map<string, CharacterId>()
  for (const [client, deletions] of deleteSet.clients)
    for (const { clock, len } of deletions)
      for (const id of charactersOf({ client, clock, length: len }))
        for (const source of journeys.pastOf(id).slice(1)) out.set(idKey(source), id)
  return out
}

/** Parts a segment where its characters came back from different places. */
function fromWhere({ client, clock, length, source }: Segment, carriedTo: ReadonlyMap<string, CharacterId>): Segment[] {
  const out: (Segment & { length: number })[] = []
  for (let i = 0; i < length; i++) {
    const original = { client: source.client, clock: source.clock + i }
    const from = carriedTo.get(idKey(original)) ?? original
    const last = out.at(-1)
    if (last?.source.client === from.client && last.source.clock + last.length === from.clock) last.length++
    else out.push({ client, clock: clock + i, length: 1, source: from })
  }
  return out
}

/** What was written again in the text of a clause from a clock on. */
function rewrittenWords(type: object, since: number) {
  if (!(type instanceof Y.Text) || !type.doc) return []
  const clause = clausesOf(type.doc).get(clauseIdOf(type) ?? '')
  return clause ? [{ clause, segments: rewrittenSegments(type, since) }] : []
}

function rewrittenSegments(text: Y.Text, since: number): Segment[] {
  const segments: Segment[] = []
  for (let item = text._start; item !== null; item = item.right) {
    const again = item.redone
    if (again === null || again.clock < since || item.content instanceof Y.ContentFormat) continue
    segments.push({ client: again.client, clock: again.clock, length: item.length, source: item.id })
  }
  return segments
}
