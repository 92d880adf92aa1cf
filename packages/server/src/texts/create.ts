/** A new text's first entries: that it was made, its first words, and who may do what in it. */

import {
  draftHash,
  UPDATE,
  writeAct,
  writeDraft,
  type api,
  type Draft,
  type NewEntry,
  newDocument,
} from '@travaux/core'
import { randomUUID } from 'node:crypto'
import * as Y from 'yjs'

export interface NewText {
  readonly id: string
  readonly draft: Draft
  readonly members: Iterable<api.Member>
  /** Who makes it: a member, or 'server'. */
  readonly by: { readonly member: string; readonly delegation: string }
  readonly at: number
}

/** Every member gets the role in the text that it has in the body. */
export function createText({ id, draft, members, by, at }: NewText): NewEntry[] {
  const entry = (part: { kind: string; body: Uint8Array }): NewEntry => ({
    at,
    actor: by.member,
    delegation: by.delegation,
    room: `text:${id}`,
    ...part,
  })
  const { title, language, symbol } = draft
  const created = writeAct({ type: 'text.created', title, language, symbol, sha256: draftHash(draft) })
  const roles = [...members].map(({ id: member, role }) =>
    writeAct({ type: 'role.set', id: randomUUID(), member, role }),
  )
  return [created, { kind: UPDATE, body: firstWords(draft) }, ...roles].map(entry)
}

function firstWords(draft: Draft): Uint8Array {
  const doc = newDocument()
  writeDraft(doc, draft)
  return Y.encodeStateAsUpdate(doc)
}
