/** Writing a small file so that it is there whole, or as it was before. */

import { closeSync, fsyncSync, openSync, renameSync, writeSync } from 'node:fs'

/** Puts the words on the disk beside the file and then in its place, readable by this user only. */
export function writeDurably(file: string, words: string): void {
  const beside = `${file}.new`
  const handle = openSync(beside, 'w', 0o600)
  try {
    writeSync(handle, words)
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
  renameSync(beside, file)
}
