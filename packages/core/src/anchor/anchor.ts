/**
 * Where a comment hangs. An anchor is resolved in this order: the two Yjs positions of its words, followed through
 * splits and merges; the quoted words, where the positions are of another document and the quote occurs once; the
 * clause; nothing. It never settles on other words than those it was made for. Where they are parted by now, it is at the
 * first part.
 */

import * as Y from 'yjs'
import type { Anchor } from '../api/command.ts'
import { whereCarried } from '../edit/journeys.ts'
import { isStanding } from '../yjs/items.ts'
import { clauseIdOf, clausesOf, isHidden, textIn, textOfStored } from '../yjs/stored.ts'

export type Anchored =
  | { readonly kind: 'words'; readonly clause: string; readonly from: number; readonly to: number }
  | { readonly kind: 'clause'; readonly clause: string }
  | { readonly kind: 'nowhere' }

const CONTEXT = 32
const LONGEST_QUOTE = 4000

/** An anchor for the characters from `from` up to `to` of a clause, or undefined where there are none. */
export function makeAnchor(doc: Y.Doc, clause: string, from: number, to: number): Anchor | undefined {
  const stored = clausesOf(doc).get(clause)
  const text = stored && textIn(stored)
  if (!text || from >= to || to > text.length) return undefined
  const words = textOfStored(stored)
  return {
    clause,
    start: positionJson(text, from, 0),
    end: positionJson(text, to, -1),
    quote: words.slice(from, Math.min(to, from + LONGEST_QUOTE)),
    before: words.slice(Math.max(0, from - CONTEXT), from),
    after: words.slice(to, to + CONTEXT),
  }
}

function positionJson(text: Y.Text, index: number, assoc: number): Record<string, unknown> {
  return Y.relativePositionToJSON(Y.createRelativePositionFromTypeIndex(text, index, assoc)) as Record<string, unknown>
}

/** Where an anchor's words are now. Cost: a few passes over one clause, and over all clauses where words were carried. */
export function resolveAnchor(doc: Y.Doc, anchor: Anchor): Anchored {
  const start = resolvePosition(doc, anchor.start, 'start')
  const end = resolvePosition(doc, anchor.end, 'end')
  if (start && end && start.text === end.text && start.index < end.index) {
    const clause = shownClauseOf(doc, start.text)
    if (clause !== undefined) return { kind: 'words', clause, from: start.index, to: end.index }
  }
  const parted = start && end && start.text !== end.text ? firstPart(doc, start, anchor.quote) : undefined
  if (parted) return parted
  const quoted = start || end ? undefined : quotedIn(doc, anchor)
  return quoted ?? clauseOf(doc, (start && shownClauseOf(doc, start.text)) ?? anchor.clause)
}

/** Of words that stand in several clauses by now, those that begin the quote. */
function firstPart(doc: Y.Doc, { text, index }: Position, quote: string): Anchored | undefined {
  const clause = shownClauseOf(doc, text)
  const stored = clause === undefined ? undefined : clausesOf(doc).get(clause)
  if (clause === undefined || !stored) return undefined
  const words = textOfStored(stored).slice(index)
  let length = 0
  while (length < Math.min(words.length, quote.length) && words[length] === quote[length]) length++
  return length > 0 ? { kind: 'words', clause, from: index, to: index + length } : undefined
}

function clauseOf(doc: Y.Doc, id: string): Anchored {
  const stored = clausesOf(doc).get(id)
  return stored && !isHidden(stored) ? { kind: 'clause', clause: id } : { kind: 'nowhere' }
}

interface Position {
  readonly text: Y.Text
  readonly index: number
}

function resolvePosition(doc: Y.Doc, json: Anchor['start'], end: 'start' | 'end'): Position | undefined {
  if (!json) return undefined
  const relative = readPosition(json)
  if (!relative) return undefined
  const carried = relative.item && !isStanding(doc, relative.item) && whereCarried(doc, relative.item)
  const followed = carried ? new Y.RelativePosition(null, null, carried, end === 'start' ? 0 : -1) : relative
  if (followed.item && followed.item.clock >= Y.getState(doc.store, followed.item.client)) return undefined
  const absolute = Y.createAbsolutePositionFromRelativePosition(followed, doc)
  return absolute?.type instanceof Y.Text ? { text: absolute.type, index: absolute.index } : undefined
}

function readPosition(json: Record<string, unknown>): Y.RelativePosition | undefined {
  const item = json['item'] as { client?: unknown; clock?: unknown } | null | undefined
  if (!item || !Number.isSafeInteger(item.client) || !Number.isSafeInteger(item.clock)) return undefined
  return Y.createRelativePositionFromJSON({ item, assoc: json['assoc'] ?? 0 })
}

/** The shown clause that a shared text belongs to. */
function shownClauseOf(doc: Y.Doc, text: Y.Text): string | undefined {
  const id = clauseIdOf(text)
  const stored = id === undefined ? undefined : clausesOf(doc).get(id)
  return stored && !isHidden(stored) ? id : undefined
}

function quotedIn(doc: Y.Doc, { clause, quote, before, after }: Anchor): Anchored | undefined {
  const stored = clausesOf(doc).get(clause)
  if (!stored || isHidden(stored) || quote === '') return undefined
  const words = textOfStored(stored)
  const exact = onlyIndexOf(words, before + quote + after)
  const from = exact === undefined ? onlyIndexOf(words, quote) : exact + before.length
  return from === undefined ? undefined : { kind: 'words', clause, from, to: from + quote.length }
}

function onlyIndexOf(words: string, quote: string): number | undefined {
  const first = words.indexOf(quote)
  return first >= 0 && words.indexOf(quote, first + 1) < 0 ? first : undefined
}
