/** The built files of a page: listed once, so that an address can only be looked up and never lead anywhere else. */

import { readdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { mediaType } from './headers.ts'

export interface File {
  readonly type: string
  readonly bytes: () => Promise<Uint8Array<ArrayBuffer>>
}

/** The file at a place such as `/assets/index.js`. */
export type Files = (place: string) => File | undefined

/** Lists a folder. Files of kinds that a build does not make are left out. @throws where there is no such folder */
export function listFiles(folder: string): Files {
  const found = new Map<string, File>()
  list(folder, '', found)
  return (place) => found.get(place)
}

/** Folder by folder: an application's archive is not listed as deep as a disk is. */
function list(folder: string, place: string, found: Map<string, File>): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const [path, at] = [join(folder, entry.name), `${place}/${entry.name}`]
    const type = mediaType(entry.name)
    if (entry.isDirectory()) list(path, at, found)
    else if (type !== undefined) found.set(at, { type, bytes: async () => new Uint8Array(await readFile(path)) })
  }
}
