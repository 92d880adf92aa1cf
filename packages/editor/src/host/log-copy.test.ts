/** The laws of a copy in a vault: what it said is kept is there after any cut, and nothing else is ever said. */

import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { MOST_PIECES, openLogCopy } from './log-copy.ts'
import { openMemoryVault, type MemoryVault } from './memory-vault.ts'

/** Waits for as long as a loaded machine may need. */
const eventually = <T>(look: () => T) => expect.poll(look, { timeout: 10_000, interval: 2 })

const LOG = 'copy/ana/text:t1'
const soon = (): Promise<void> => new Promise((done) => setImmediate(done))

/** Runs one at a time, as the locks of a browser do among its windows. */
let turn: Promise<void> = Promise.resolve()
const alone = (_name: string, run: () => Promise<void>): Promise<void> => (turn = turn.then(run))

/** A document with its copy, and what was written into it. */
function seat(vault: MemoryVault) {
  const doc = new Y.Doc()
  const retries: (() => void)[] = []
  const wait = (_delay: number, then: () => void): (() => void) => {
    retries.push(then)
    return () => void retries.splice(retries.indexOf(then), 1)
  }
  const copy = openLogCopy({ vault, alone, wait }, LOG, doc)
  let written = 0
  return {
    doc,
    copy,
    written: () => written,
    write: () => {
      doc.getArray('words').push([`w${++written}`])
      copy.note({ pending: written })
    },
    retry: () => retries.splice(0).forEach((again) => again()),
    settled: async () => {
      while (copy.kept().unkept > 0) await soon()
    },
  }
}

async function wordsIn(vault: MemoryVault): Promise<{ words: unknown[]; pending: number }> {
  const again = seat(vault)
  const { pending } = await again.copy.load()
  return { words: again.doc.getArray('words').toArray(), pending }
}

type Step = 'write' | 'turn' | 'fail' | 'mend' | 'cut'
const step = fc.constantFrom<Step>('write', 'write', 'write', 'turn', 'turn', 'fail', 'mend', 'cut')

test('whatever happens and wherever it is cut, what was told as kept is there, whole and in order', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 60 }), async (steps) => {
      const vault = openMemoryVault()
      const { write, copy, written, retry } = seat(vault)
      await copy.load()
      for (const next of [...steps, 'cut' as const]) {
        if (next === 'write') write()
        else if (next === 'turn') await soon()
        else if (next === 'fail') vault.failWith(new Error('The disk is full'))
        else if (next === 'mend') {
          vault.failWith(null)
          retry()
        } else {
          const told = written() - copy.kept().unkept
          const found = await wordsIn(vault.afterCut())
          expect(found.words.length).toBeGreaterThanOrEqual(told)
          expect(found.words).toEqual(found.words.map((_word, at) => `w${at + 1}`))
          // A change and the count of what is pending are kept together or not at all.
          expect(found.pending).toBe(found.words.length)
        }
      }
    }),
    { seed: 14, numRuns: 150 },
  )
})

test('what could not be kept is said, and kept once it can be', async () => {
  const vault = openMemoryVault()
  const { write, copy, retry, settled } = seat(vault)
  await copy.load()
  vault.failWith(new Error('The disk is full'))
  write()
  await eventually(() => copy.kept()).toEqual({ unkept: 1, failure: 'The disk is full' })
  vault.failWith(null)
  retry()
  await settled()
  expect(copy.kept().failure).toBeNull()
  expect((await wordsIn(vault.afterCut())).words).toEqual(['w1'])
})

test('a long log is folded, and says the same afterwards', async () => {
  const vault = openMemoryVault()
  const { write, copy, settled } = seat(vault)
  await copy.load()
  copy.note({ epoch: 'first' })
  for (let at = 0; at < MOST_PIECES + 10; at++) {
    write()
    await settled()
  }
  await eventually(async () => (await vault.pieces(LOG)).length).toBeLessThan(20)
  const again = seat(vault.afterCut())
  expect(await again.copy.load()).toEqual({ pending: MOST_PIECES + 10, epoch: 'first' })
  expect(again.doc.getArray('words').length).toBe(MOST_PIECES + 10)
})

test('what another window wrote while a log is folded is not lost', async () => {
  const vault = openMemoryVault()
  const [one, other] = [seat(vault), seat(vault)]
  await Promise.all([one.copy.load(), other.copy.load()])
  other.doc.getMap('other').set('said', 'yes')
  const count = 3 * MOST_PIECES
  for (let at = 1; at <= count; at++) {
    one.write()
    other.doc.getMap('other').set('nth', at)
    await soon()
  }
  await Promise.all([one.settled(), other.settled()])
  await eventually(async () => (await vault.pieces(LOG)).length).toBeLessThan(2 * MOST_PIECES)
  const again = seat(vault.afterCut())
  await again.copy.load()
  expect(again.doc.getArray('words').length).toBe(count)
  expect(again.doc.getMap('other').toJSON()).toEqual({ said: 'yes', nth: count })
})

test('what is cleared is gone, and what happens afterwards is not kept', async () => {
  const vault = openMemoryVault()
  const { write, copy } = seat(vault)
  await copy.load()
  write()
  await copy.clear()
  write()
  await soon()
  expect((await wordsIn(vault.afterCut())).words).toEqual([])
})
