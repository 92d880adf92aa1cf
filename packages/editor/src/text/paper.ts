/** A state of a text that is only read, laid out as the surface wants it. */

import { writeDraft, type Draft, newDocument } from '@travaux/core'
import { Awareness } from 'y-protocols/awareness'
import type { Paper } from './use-surface.ts'

/** A document of its own for a draft: nothing that happens to it is kept or sent. */
export function paperOf(draft: Draft): Paper {
  const doc = newDocument()
  writeDraft(doc, draft)
  const { title: label, language } = draft
  return { doc, awareness: new Awareness(doc), beforeReceive: () => () => undefined, label, language }
}
