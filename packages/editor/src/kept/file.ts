/** Handing a text to the person as a file. */

import { exportDraft, type Draft } from '@travaux/core'

const types = { json: 'application/json', md: 'text/markdown' } as const
export type FileKind = keyof typeof types

/** Lets the browser save the draft under a name made of `name` and the kind's extension. */
export function saveFile(draft: Draft, name: string, kind: FileKind): void {
  const url = URL.createObjectURL(new Blob([exportDraft(draft, kind) ?? ''], { type: types[kind] }))
  const link = document.createElement('a')
  link.href = url
  link.download = `${name.replace(/[^\p{L}\p{N}. -]+/gu, ' ').trim()}.${kind}`
  link.click()
  URL.revokeObjectURL(url)
}
