/** The command that verifies records. */

import { BODY } from '../../texts/body.ts'
import { verify, verifyChain, type Verified } from '../../texts/verify.ts'
import type { RecordStore } from '../../store/record.ts'
import { Ended, type ExitCode } from './exit.ts'
import { recordIn } from './local.ts'
import type { Outside } from './outside.ts'

/** A long record tells how far it is, this many entries apart. */
const PROGRESS_EVERY = 50_000

/** Verifies one record, or all of them. */
export async function verifyRecords(
  outside: Outside,
  text: string | undefined,
  { json = false }: { json?: boolean },
): Promise<ExitCode> {
  const store = recordIn(outside.config.data)
  try {
    const all = await recordsOf(store)
    if (text !== undefined && !all.includes(text)) throw new Ended(`There is no text ${text}`)
    let faults = 0
    for (const id of text === undefined ? all : [text]) {
      const verified = await verifyOne(outside, store, id)
      if (verified.kind === 'faulty') faults++
      outside.say(json ? JSON.stringify({ text: id, ...verified }) : sentence(id, verified))
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

function verifyOne({ note }: Outside, store: RecordStore, id: string): Promise<Verified> {
  if (id === BODY) return verifyChain(store, id)
  return verify(store, id, (seq) => {
    if (seq % PROGRESS_EVERY === 0) note(`${id}: ${seq} entries`)
  })
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
