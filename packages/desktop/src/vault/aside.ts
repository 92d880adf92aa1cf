/** Setting files aside that cannot be read: nothing that a person kept is ever deleted without being asked for. */

import { existsSync, mkdirSync, renameSync } from 'node:fs'
import { basename, join } from 'node:path'

/** Moves a database and what SQLite keeps beside it into a folder of its own; gives that folder. */
export function setAside(file: string, now: () => number): string {
  const stamp = new Date(now()).toISOString().replaceAll(/[:.]/g, '-')
  const folder = join(file, '..', 'set aside', `${stamp} ${basename(file)}`)
  mkdirSync(folder, { recursive: true })
  for (const suffix of ['', '-wal', '-shm']) {
    if (existsSync(file + suffix)) renameSync(file + suffix, join(folder, basename(file) + suffix))
  }
  return folder
}
