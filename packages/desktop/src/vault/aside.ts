/** Setting files aside that cannot be read: nothing that a person kept is ever deleted without being asked for. */

import { existsSync, mkdirSync, renameSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'

/** Moves a database and what SQLite keeps beside it into a folder of its own; gives that folder. */
export function setAside(file: string, now: () => number): string {
  return moveAll(
    ['', '-wal', '-shm'].map((suffix) => file + suffix),
    join(dirname(file), 'set aside', `${stampOf(now)} ${basename(file)}`),
  )
}

/** Moves a key that cannot be read together with everything that only it opens; gives the folder they are in. */
export function setAllAside(folder: string, now: () => number): string {
  return moveAll(
    ['key.json', 'vaults'].map((name) => join(folder, name)),
    join(folder, 'set aside', stampOf(now)),
  )
}

function moveAll(paths: readonly string[], folder: string): string {
  mkdirSync(folder, { recursive: true })
  for (const path of paths) if (existsSync(path)) renameSync(path, join(folder, basename(path)))
  return folder
}

function stampOf(now: () => number): string {
  return new Date(now()).toISOString().replaceAll(/[:.]/g, '-')
}
