/** Refused words as a file. */

import { exportDraft, type Draft } from '@travaux/core'
import type { FileToSave } from '../host/seam.ts'

const types = { json: 'application/json', md: 'text/markdown' } as const
export type FileKind = keyof typeof types

/** The draft under a name made of `name` and the kind's extension. */
export function fileOf(draft: Draft, name: string, kind: FileKind): FileToSave {
  return {
    name: `${name.replace(/[^\p{L}\p{N}. -]+/gu, ' ').trim()}.${kind}`,
    type: types[kind],
    content: exportDraft(draft, kind) ?? '',
  }
}
