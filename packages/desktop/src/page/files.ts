/** The built files of a page: listed once, so that an address can only be looked up and never lead anywhere else. */

import { readdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join, sep } from 'node:path'
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
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const type = mediaType(entry.name)
    if (!entry.isFile() || type === undefined) continue
    const path = join(entry.parentPath, entry.name)
    const place = path.slice(join(folder).length).split(sep).join('/')
    found.set(place, { type, bytes: async () => new Uint8Array(await readFile(path)) })
  }
  return (place) => found.get(place)
}
