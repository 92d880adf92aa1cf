/** The demonstration body, made once in an empty data folder: all of it or nothing. */

import {
  draftHash,
  makeAnchor,
  readDraft,
  textOf,
  wordsOf,
  clausesOf,
  UPDATE,
  writeAct,
  type Act,
  type api,
  type Draft,
  type NewEntry,
  newDocument,
} from '@travaux/core'
import { randomUUID } from 'node:crypto'
import * as Y from 'yjs'
import { framework } from '../sample/framework.ts'
import { bodyName, members } from '../sample/people.ts'
import { remarks, type Remark } from '../sample/remarks.ts'
import { zero } from '../sample/zero.ts'
import type { Batch } from '../store/record.ts'
import { BODY, bodyEntry } from '../texts/body.ts'
import { createText } from '../texts/create.ts'

const FRAMEWORK = 'framework'
const ZERO = 'zero-draft'
const BASELINE = 'framework-v1'

/** The records of the demonstration body. */
export function sampleBody(at: number): Omit<Batch, 'after'>[] {
  return [
    { text: BODY, entries: bodyEntries(at) },
    { text: FRAMEWORK, entries: frameworkEntries(at) },
    { text: ZERO, entries: zeroEntries(at) },
  ]
}

function bodyEntries(at: number): NewEntry[] {
  const created = bodyEntry({ type: 'body.created', name: bodyName, sample: true }, at)
  return [created, ...members.map((member) => bodyEntry({ type: 'member.added', member }, at))]
}

function textEntries(id: string, draft: Draft, at: number): NewEntry[] {
  return createText({ id, draft, members, by: { member: 'server', delegation: '' }, at })
}

function frameworkEntries(at: number): NewEntry[] {
  const entries = textEntries(FRAMEWORK, framework, at)
  const draft = readDraft(docOf(entries))
  const { symbol } = draft
  const issue: Act = {
    type: 'version.issue',
    id: randomUUID(),
    version: BASELINE,
    label: 'Framework baseline',
    symbol,
    number: 1,
    seq: entries.length,
    sha256: draftHash(draft),
    draft,
  }
  return [...entries, actEntry(FRAMEWORK, 'secretariat', issue, at)]
}

function zeroEntries(at: number): NewEntry[] {
  const entries = textEntries(ZERO, zero, at)
  const pin: Act = { type: 'baseline.pin', id: randomUUID(), text: FRAMEWORK, version: BASELINE }
  const doc = docOf(entries)
  const said = remarks.flatMap((remark) => remarkEntries(doc, remark, at))
  return [...entries, actEntry(ZERO, 'secretariat', pin, at), ...said]
}

function remarkEntries(doc: Y.Doc, { id, clause, quote, comments, resolvedBy }: Remark, at: number): NewEntry[] {
  const anchor = anchorOf(doc, clause, quote)
  const acts = comments.map(({ by, words }, index): NewEntry => {
    const said = { id: randomUUID(), thread: id, comment: `${id}-${index + 1}`, words }
    const act: Act =
      index === 0 ? { type: 'comment.open', ...said, anchor, audience: 'all' } : { type: 'comment.reply', ...said }
    return actEntry(ZERO, by, act, at)
  })
  if (resolvedBy === undefined) return acts
  return [...acts, actEntry(ZERO, resolvedBy, { type: 'thread.resolve', id: randomUUID(), thread: id }, at)]
}

/** @throws where the clause does not hold the words, as a sample that does not fit its text must not be made. */
function anchorOf(doc: Y.Doc, clause: string, quote: string): api.Anchor {
  const stored = clausesOf(doc).get(clause)
  const from = stored ? textOf(wordsOf(stored)).indexOf(quote) : -1
  const anchor = from < 0 ? undefined : makeAnchor(doc, clause, from, from + quote.length)
  if (!anchor) throw new Error(`The sample clause ${clause} does not say “${quote}”`)
  return anchor
}

function actEntry(text: string, actor: string, act: Act, at: number): NewEntry {
  const delegation = members.find(({ id }) => id === actor)?.delegation ?? ''
  return { at, actor, delegation, room: `text:${text}`, ...writeAct(act) }
}

function docOf(entries: readonly NewEntry[]): Y.Doc {
  const doc = newDocument()
  for (const { kind, body } of entries) if (kind === UPDATE) Y.applyUpdate(doc, body)
  return doc
}
