/** Exporting: a draft becomes the text of a file, by extension. */

import type { Draft } from '../clause/clause.ts'
import { writeJson } from './json.ts'
import { writeHtml } from './write-html.ts'
import { writeMarkdown } from './write-markdown.ts'
import { writePlain } from './write-plain.ts'

const writers: Readonly<Record<string, (draft: Draft) => string>> = {
  md: writeMarkdown,
  markdown: writeMarkdown,
  txt: writePlain,
  html: writeHtml,
  htm: writeHtml,
  json: writeJson,
}

/** The extensions that `exportDraft` writes. */
export const exportExtensions: readonly string[] = Object.keys(writers)

/** The text of a file of this kind (`md` or `.md`), or undefined where the kind is not written. */
export function exportDraft(draft: Draft, extension: string): string | undefined {
  return writers[extension.replace(/^\./u, '').toLowerCase()]?.(draft)
}
