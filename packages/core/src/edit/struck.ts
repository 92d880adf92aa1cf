/**
 * Words that the person here struck out while another carried them elsewhere. The copy knows nothing of the deletion and
 * would bring the words back in silence. Only the replica where they were struck out knows by whom: it strikes out the
 * copy, too, and in the name of the same person.
 *
 * Laws. (1) What I delete while another parts it off or joins it on stands nowhere in the end. (2) A copy stays where the
 * same words stand elsewhere as well (`settle.ts` decides between those), where they were written again by undo, and
 * where it was not I who deleted them.
 */

import * as Y from 'yjs'
import { idKey, isNewIn, isStanding, type CharacterId } from '../yjs/items.ts'
import type { YClause } from '../yjs/stored.ts'
import { LONGEST_JOURNEY, newCopiesOf, type Copy, type Segment } from './copies.ts'
import { Journeys } from './journeys.ts'
import { deleteCharacters } from './settle.ts'

type Deletions = ReturnType<typeof Y.mergeDeleteSets>

export interface Struck {
  /** Strikes out what `received`, a transaction with others' changes, copied into `receivers`. Call it once that is over. */
  readonly strikeCopies: (received: Y.Transaction, receivers: readonly YClause[]) => void
  readonly stop: () => void
}

const STRIKING = { note: 'striking out what was carried while it was deleted' }

/** Remembers what is deleted in a document from now on, but for what is deleted with the origin `mending`. */
export function rememberStruck(doc: Y.Doc, mending: unknown): Struck {
  let deletions: Deletions[] = []
  const remember = ({ local, origin, deleteSet }: Y.Transaction): void => {
    if (local && origin !== mending && deleteSet.clients.size > 0) deletions.push(deleteSet)
  }
  doc.on('afterTransaction', remember)
  return {
    strikeCopies: (received, receivers) => {
      const copied = copiedWhileDeleted(received, receivers)
      if (copied.length === 0) return
      const own = Y.mergeDeleteSets(deletions)
      deletions = [own]
      strike(doc, doomed(doc, copied, own))
    },
    stop: () => doc.off('afterTransaction', remember),
  }
}

/** A character that came with a transaction, as a copy of one that was deleted before it. */
interface Copied {
  readonly copy: CharacterId
  readonly source: CharacterId
}

function copiedWhileDeleted(received: Y.Transaction, receivers: readonly YClause[]): Copied[] {
  const newCopies = (clause: YClause): Copy[] => newCopiesOf(clause, received).filter(({ again }) => !again)
  const carried = receivers.flatMap(newCopies).flatMap(({ segments }) => segments.flatMap(pairsOf))
  const from = new Map(carried.map(({ copy, source }) => [idKey(copy), source]))
  return carried.flatMap(({ copy }) => {
    if (!isStanding(received.doc, copy)) return []
    const source = originOf(copy, from)
    const wasDeleted =
      !isNewIn(received, source) && !isStanding(received.doc, source) && !Y.isDeleted(received.deleteSet, id(source))
    return wasDeleted ? [{ copy, source }] : []
  })
}

/** Of characters that were copied, those that I deleted and that stand nowhere else. */
function doomed(doc: Y.Doc, copied: readonly Copied[], own: Deletions): CharacterId[] {
  const journeys = new Journeys(doc)
  const fresh = new Set(copied.map(({ copy }) => idKey(copy)))
  const isFresh = (one: CharacterId): boolean => fresh.has(idKey(one))
  const isOwn = (one: CharacterId): boolean => Y.isDeleted(own, id(one))
  return copied.flatMap(({ copy, source }) => {
    const all = journeys.familyOf(journeys.rootOf(source)).filter((one) => !isFresh(one))
    // A character that was carried on was not struck out where it was carried from.
    const ends = all.filter((one) => journeys.copiesOf(one).every(isFresh))
    const standsElsewhere = all.some((one) => isStanding(doc, one))
    // What I brought back since gave way to the copy, and was not struck out again.
    const isBack = ends.some((one) => !isOwn(one) && one.client === doc.clientID && journeys.isWrittenAgain(one))
    return !standsElsewhere && !isBack && ends.some(isOwn) ? [copy] : []
  })
}

/** What a character was before it was carried, as far as these notes go. */
function originOf(character: CharacterId, from: ReadonlyMap<string, CharacterId>): CharacterId {
  let at = character
  for (let steps = 0; steps < LONGEST_JOURNEY; steps++) {
    const before = from.get(idKey(at))
    if (!before) return at
    at = before
  }
  return at
}

function pairsOf({ client, clock, length, source }: Segment): Copied[] {
  return Array.from({ length }, (_, i) => ({
    copy: { client, clock: clock + i },
    source: { client: source.client, clock: source.clock + i },
  }))
}

function id({ client, clock }: CharacterId): Y.ID {
  return Y.createID(client, clock)
}

function strike(doc: Y.Doc, characters: readonly CharacterId[]): void {
  const byText = Map.groupBy(characters, (one) => Y.getItem(doc.store, id(one)).parent)
  doc.transact(() => {
    for (const [text, these] of byText) if (text instanceof Y.Text) deleteCharacters(text, new Set(these.map(idKey)))
  }, STRIKING)
}
