/** Looking for words in everything that was left on a disk. */

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The files in a folder that hold one of the words, in UTF-8 or UTF-16; letters' case does not matter. */
export function filesWith(folder: string, words: readonly string[]): string[] {
  const wanted = words.flatMap((word) => [Buffer.from(word), Buffer.from(word, 'utf16le')])
  return readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((entry) => {
    if (!entry.isFile()) return []
    const path = join(entry.parentPath, entry.name)
    const bytes = lowerCase(readFileSync(path))
    return wanted.some((word) => bytes.includes(word)) ? [path] : []
  })
}

/** As bytes, so that what is no text stays as it is. */
function lowerCase(bytes: Buffer): Buffer {
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0
    if (byte >= 0x41 && byte <= 0x5a) bytes[at] = byte + 0x20
  }
  return bytes
}
