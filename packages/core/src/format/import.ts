/** Importing: a file of any kind we read becomes a draft, or a plain sentence that says why not. */

import type { Draft } from '../clause/clause.ts'
import { countWords } from '../clause/count.ts'
import { textOf } from '../clause/words.ts'
import type { Block } from './block.ts'
import { decodeText } from './decode.ts'
import { isFreedLine, withoutFreedLines } from './freed.ts'
import { readHtml } from './html.ts'
import { withoutSoftHyphens } from './hyphen.ts'
import { readJson, type JsonRead } from './json.ts'
import { readMarkdown } from './markdown.ts'
import { readPlain } from './plain.ts'
import { clausesFrom } from './sketch.ts'
import { recognizeStructure } from './structure.ts'

export interface ImportOptions {
  /** Title of the draft; the first heading of the source, or the name of the file, where it is left out. */
  readonly title?: string
  /** BCP 47 tag; English where it is left out. */
  readonly language?: string
}

export type Imported =
  | {
      readonly ok: true
      readonly draft: Draft
      /** How many words were left out because they are struck out, or deleted by a change that is tracked. */
      readonly struck: number
    }
  | { readonly ok: false; readonly error: string }

type Reader = (text: string, leaveOut: (words: string) => void) => Block[]

const readers: Readonly<Record<string, Reader>> = {
  md: readMarkdown,
  markdown: readMarkdown,
  txt: readPlain,
  html: readHtml,
  htm: readHtml,
}

/** The extensions that `importFile` reads. */
export const importExtensions: readonly string[] = [...Object.keys(readers), 'json']

/**
 * Reads a file by its extension. Every word of the source stands in the draft, in its order, but for lines that say that a
 * number is free: the numbers behind them say so too; and but for struck words of HTML, which are counted: it is read as it
 * would be once its tracked changes are accepted. Soft hyphens are left out. Never throws: what cannot be read is refused
 * with a sentence. At most 20 MB, checked before anything is read.
 */
export function importFile(name: string, bytes: Uint8Array, options: ImportOptions = {}): Imported {
  const extension = extensionOf(name)
  const reader = readers[extension]
  if (!reader && extension !== 'json')
    return { ok: false, error: `${described(extension)} cannot be read; ${kindsRead} can.` }
  const decoded = decodeText(bytes)
  if (!decoded.ok) return decoded
  if (!reader) return retitled(readJson(decoded.text), options)
  let struck = 0
  const leaveOut = (words: string): number => (struck += countWords(words))
  const blocks = withoutFreed(reader(withoutFreedLines(withoutSoftHyphens(decoded.text)), leaveOut))
  if (blocks.length === 0) return { ok: false, error: nothingIn(struck) }
  return { ok: true, draft: draftFrom(blocks, name, options), struck }
}

function nothingIn(struck: number): string {
  return struck === 0 ? 'The file holds no words.' : 'The file holds no words but such as are struck out.'
}

/** In HTML a line that says that a number is free is a paragraph. */
export function withoutFreed(blocks: readonly Block[]): Block[] {
  return blocks.filter((block) => !isFreed(block))
}

function isFreed({ marker, words }: Block): boolean {
  return isFreedLine([marker, textOf(words)].filter(Boolean).join(' '))
}

const kindsRead = importExtensions.map((extension) => `.${extension}`).join(', ')

function described(extension: string): string {
  return extension === '' ? 'Files without an extension' : `Files of the kind .${extension}`
}

/** `Draft 2.MD` gives `md`. */
export function extensionOf(name: string): string {
  return /\.([A-Za-z0-9]+)$/u.exec(name)?.[1]?.toLowerCase() ?? ''
}

function draftFrom(blocks: readonly Block[], name: string, { title, language = 'en' }: ImportOptions): Draft {
  const clauses = clausesFrom(recognizeStructure(blocks), language)
  const heading = clauses.find(({ kind }) => kind === 'title')
  const named = title ?? (heading && textOf(heading.words)) ?? baseName(name)
  return { title: named, language, symbol: '', clauses }
}

function baseName(name: string): string {
  return name.replace(/^.*[/\\]/u, '').replace(/\.[A-Za-z0-9]+$/u, '')
}

function retitled(read: JsonRead, { title, language }: ImportOptions): Imported {
  if (!read.ok) return read
  return {
    ok: true,
    struck: 0,
    draft: { ...read.draft, ...(title !== undefined && { title }), ...(language !== undefined && { language }) },
  }
}
