/** Commands that copy the record of a body to a file and bring it back, whether or not a server is at work on it. */

import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { sqliteStore } from '../../store/sqlite.ts'
import { verify } from '../../texts/verify.ts'
import { copyRecord, isOffered, offerRecord } from '../backup.ts'
import { Occupied, openFolder } from '../folder.ts'
import { Ended, type ExitCode } from './exit.ts'
import { recordIn } from './local.ts'
import { pathOf, type Outside } from './outside.ts'

/** Copies the record to a file, or under a name with the time into a folder, and verifies the copy. */
export async function backUp(outside: Outside, { to }: { to: string }): Promise<ExitCode> {
  const { data } = outside.config
  await recordIn(data).close()
  const file = fileFor(pathOf(outside, to), outside.now)
  if (existsSync(file)) throw new Ended(`${file} is there already`)
  await copyRecord(data, file)
  const says = await faultIn(file)
  if (says !== undefined) outside.note(`${file} was written, but ${says}`)
  else outside.say(file)
  return says === undefined ? 0 : 1
}

function fileFor(path: string, now: () => number): string {
  const isFolder = statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false
  const stamp = new Date(now()).toISOString().replace(/[:.]/g, '-')
  return isFolder ? join(path, `travaux-${stamp}.db`) : path
}

/** Brings back a record from a backup that verifies. A server at work on the folder changes over by itself. */
export async function restore(outside: Outside, from: string): Promise<void> {
  const { data } = outside.config
  const file = pathOf(outside, from)
  if (!existsSync(file)) throw new Ended(`${from} cannot be read`)
  const says = await faultIn(file)
  if (says !== undefined) throw new Ended(`${from} is not restored: ${says}`, 1)
  await offerRecord(data, file)
  await changeOver(outside)
  outside.note(`Restored ${from}; the record before it is kept beside it. Everybody signs in again.`)
}

/** The first thing wrong with the records in a file, in words. */
async function faultIn(file: string): Promise<string | undefined> {
  const store = sqliteStore(file, { readOnly: true })
  try {
    const texts = await store.texts()
    if (texts.length === 0) return 'it holds no record'
    for (const text of texts) {
      const verified = await verify(store, text, () => undefined)
      if (verified.kind === 'faulty') return `the record of ${text} is not sound: ${verified.says}`
    }
    return undefined
  } finally {
    await store.close()
  }
}

/** How often, and how long, a server is waited for (milliseconds). */
const LOOK_EVERY = 100
const PATIENCE = 30_000

async function changeOver({ config: { data }, now }: Outside): Promise<void> {
  for (const until = now() + PATIENCE; isOffered(data) && now() < until;) {
    try {
      await openFolder(data, now).close()
    } catch (error) {
      if (!(error instanceof Occupied)) throw error
      await pause()
    }
  }
  if (isOffered(data)) throw new Ended('The server does not change over; stop it, and it will when it starts', 1)
}

function pause(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, LOOK_EVERY)
  })
}
