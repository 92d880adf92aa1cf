/** Files that a person gives the application: by dialog, by double click, or with its start. */

import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { Plain } from '../ipc/answer.ts'

/** Kinds of files that the editor can import, by extension. */
export const importable = ['md', 'markdown', 'txt', 'html', 'htm', 'json'] as const

/** As `core` bounds what it imports, in bytes. */
const MOST_BYTES = 20 * 1024 * 1024

/** Whether an argument of the command line names a file that can be imported. */
export function isImportable(argument: string): boolean {
  const extension = /\.([A-Za-z0-9]+)$/.exec(argument)?.[1]?.toLowerCase()
  return !argument.startsWith('-') && importable.some((one) => one === extension)
}

export interface GivenFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** Reads a file to be imported. @throws Plain where it is too large or cannot be read */
export async function readGiven(path: string): Promise<GivenFile> {
  const name = basename(path)
  try {
    if ((await stat(path)).size > MOST_BYTES) throw new Plain(`${name} is larger than 20 MB, and was not opened.`)
    return { name, bytes: new Uint8Array(await readFile(path)) }
  } catch (cause) {
    throw cause instanceof Plain ? cause : new Plain(`${name} cannot be read.`, { cause })
  }
}
