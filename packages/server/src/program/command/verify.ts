/** The command that verifies records. */

import { statSync } from 'node:fs'
import { verify, type Verified } from '../../texts/verify.ts'
import type { RecordStore } from '../../store/record.ts'
import { Ended, type ExitCode } from './exit.ts'
import { recordIn } from './local.ts'
import { pathOf, type Outside } from './outside.ts'
import { verifyFile } from './record.ts'

/** A long record tells how far it is, this many entries apart. */
const PROGRESS_EVERY = 50_000

export interface VerifyOptions {
  readonly json?: boolean
}

/** Verifies the record in a file, the record of one text, or all records. */
export async function verifyRecords(
  outside: Outside,
  name: string | undefined,
  options: VerifyOptions,
): Promise<ExitCode> {
  if (name === undefined || !isFile(pathOf(outside, name))) return verifyStored(outside, name, options)
  const { text, verified } = await verifyFile(pathOf(outside, name), progressOf(outside, name))
  outside.say(told(text, verified, options))
  return verified.kind === 'sound' ? 0 : 1
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false
}

async function verifyStored(outside: Outside, text: string | undefined, options: VerifyOptions): Promise<ExitCode> {
  const store = recordIn(outside.config.data)
  try {
    const all = await recordsOf(store)
    if (text !== undefined && !all.includes(text)) throw new Ended(`There is no file or text named ${text}`)
    let faults = 0
    for (const id of text === undefined ? all : [text]) {
      const verified = await verify(store, id, progressOf(outside, id))
      if (verified.kind === 'faulty') faults++
      outside.say(told(id, verified, options))
    }
    return faults > 0 ? 1 : 0
  } finally {
    await store.close()
  }
}

async function recordsOf(store: RecordStore): Promise<readonly string[]> {
  try {
    return await store.texts()
  } catch (error) {
    throw new Ended(`The record cannot be read: ${error instanceof Error ? error.message : String(error)}`, 1)
  }
}

/** Tells how far it is. */
function progressOf({ note }: Outside, id: string): (seq: number) => void {
  return (seq) => {
    if (seq % PROGRESS_EVERY === 0) note(`${id}: ${seq} entries`)
  }
}

function told(id: string, verified: Verified, { json = false }: VerifyOptions): string {
  return json ? JSON.stringify({ text: id, ...verified }) : sentence(id, verified)
}

function sentence(id: string, verified: Verified): string {
  switch (verified.kind) {
    case 'sound':
      return `The record of ${id} is sound: ${verified.head.seq} entries, ending in ${verified.head.hash}`
    case 'faulty':
      return `The record of ${id} is not sound: ${verified.says}`
    default:
      return verified satisfies never
  }
}
