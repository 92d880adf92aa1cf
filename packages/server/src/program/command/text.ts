/** Commands on texts: list, import, export, compare. */

import {
  exportDraft,
  exportExtensions,
  extensionOf,
  importExtensions,
  importFile,
  type Draft,
  type Imported,
} from '@travaux/core'
import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { readDraftFrom } from '../../texts/bounds.ts'
import type { Desk } from './desk.ts'
import { Ended } from './exit.ts'
import { atDesk, pathOf, type Outside, type Where } from './outside.ts'

/** Lists the texts and their versions. */
export async function listTexts(outside: Outside, { json, ...where }: Where & { json?: boolean }): Promise<void> {
  const texts = await atDesk(outside, where, (desk) => desk.texts())
  const lines = texts.map(({ id, title, symbol, versions }) => ({
    id,
    title,
    symbol,
    versions: versions.map((version) => ({ id: version.id, number: version.number, label: version.label })),
  }))
  if (json) return outside.say(JSON.stringify(lines))
  for (const { id, title, symbol, versions } of lines) {
    outside.say(`${id}  ${symbol}  ${title}`)
    for (const version of versions) outside.say(`  ${version.id}  version ${version.number}  ${version.label}`)
  }
}

export interface ImportOptions extends Where {
  readonly title?: string
  readonly member?: string
  readonly json?: boolean
}

/** Makes a text of a file and prints its id. */
export async function importText(outside: Outside, file: string, options: ImportOptions): Promise<void> {
  const { draft, struck } = await draftIn(outside, file, options.title)
  if (!readDraftFrom(draft)) throw new Ended('The file holds more than one text can hold', 1)
  const id = idFor(draft.title)
  await atDesk(outside, options, (desk) => desk.create(id, draft, options.member))
  outside.say(options.json ? JSON.stringify({ id, title: draft.title, clauses: draft.clauses.length, struck }) : id)
}

/** A readable id that no other text has. */
function idFor(title: string): string {
  const words =
    title
      .normalize('NFKD')
      .toLowerCase()
      .match(/[a-z0-9]+/g) ?? []
  return [...words.slice(0, 6), randomBytes(4).toString('hex')].join('-').slice(-64)
}

/** Writes a text or version to a file, of the kind its extension names. */
export async function exportText(
  outside: Outside,
  id: string,
  { to, ...where }: Where & { to: string },
): Promise<void> {
  const kind = extensionOf(to)
  if (!exportExtensions.includes(kind))
    throw new Ended(`Files of the kind .${kind} cannot be written; .${exportExtensions.join(', .')} can`)
  const draft = await atDesk(outside, where, (desk) => named(desk, id))
  await writeTo(outside, to, exportDraft(draft, kind) ?? '')
  outside.note(`Wrote ${to}`)
}

/** The draft in a file, or of the text or version of this name. */
export async function draftNamed(outside: Outside, name: string, where: Where): Promise<Draft> {
  if (isFile(outside, name)) return (await draftIn(outside, name)).draft
  if (namesFile(name)) throw new Ended(`There is no file ${name}`)
  return atDesk(outside, where, (desk) => named(desk, name))
}

/** Whether a name on the command line is that of a file, rather than of a text or version. */
export function isFile(outside: Outside, name: string): boolean {
  return existsSync(pathOf(outside, name))
}

/** Whether a name can only be a file's: ids of texts and versions hold neither slashes nor full stops. */
function namesFile(name: string): boolean {
  return /[/\\]/.test(name) || importExtensions.includes(extensionOf(name))
}

/** Writes a file somebody asked for. @throws Ended with a sentence where that cannot be */
export async function writeTo(outside: Outside, file: string, contents: string | Uint8Array): Promise<void> {
  await writeFile(pathOf(outside, file), contents).catch((error: NodeJS.ErrnoException) => {
    throw new Ended(`${file} cannot be written (${error.code ?? error.message})`)
  })
}

type Read = Extract<Imported, { ok: true }>

/** Reads a file, and notes what it left out of it. */
async function draftIn(outside: Outside, file: string, title?: string): Promise<Read> {
  const bytes = await readFile(pathOf(outside, file)).catch(() => {
    throw new Ended(`${file} cannot be read`)
  })
  const imported = importFile(basename(file), bytes, title === undefined ? {} : { title })
  if (!imported.ok) throw new Ended(`${file}: ${imported.error}`, 1)
  if (imported.struck > 0) outside.note(`${file}: ${leftOut(imported.struck)}`)
  return imported
}

function leftOut(struck: number): string {
  const [words, were] = struck === 1 ? ['word', 'was'] : ['words', 'were']
  return `${struck} ${words} struck out, or deleted as a tracked change, ${were} left out`
}

async function named(desk: Desk, id: string): Promise<Draft> {
  const draft = await desk.draft(id)
  if (!draft) throw new Ended(`There is no file, text or version named ${id}`)
  return draft
}
