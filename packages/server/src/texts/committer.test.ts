/** Commits one after another, with a rest between them that the test holds. */

import { expect, it } from 'vitest'
import { memoryStore } from '../store/memory.ts'
import { committer } from './committer.ts'

const entry = { at: 1, actor: 'ann', delegation: '', kind: 'update', room: 'text:a', body: new Uint8Array() }

/** A committer that counts its commits, and rests until it is woken. */
function scene() {
  const store = memoryStore()
  const wakes: (() => void)[] = []
  let commits = 0
  const append: typeof store.append = (batches) => {
    commits++
    return store.append(batches)
  }
  const commit = committer({ ...store, append }, () => new Promise((resolve) => wakes.push(resolve)))
  const wake = async (): Promise<void> => {
    await settled()
    wakes.shift()?.()
  }
  return { write: (text: string) => commit({ text, after: 0, entries: [entry] }), wake, commits: () => commits }
}

function settled(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve)
  })
}

it('commits at once what comes while it is idle', async () => {
  const { write, commits } = scene()
  expect(await write('a')).toHaveLength(1)
  expect(commits()).toBe(1)
})

it('lets all that comes while it rests share the next commit', async () => {
  const { write, wake, commits } = scene()
  await write('a')
  const waiting = [write('b'), write('c'), write('d')]
  expect(commits()).toBe(1)
  await wake()
  await Promise.all(waiting)
  expect(commits()).toBe(2)
})

it('fails all that shared a commit that failed, and goes on', async () => {
  const { write, wake } = scene()
  await write('a')
  const failing = Promise.allSettled([write('a'), write('b')])
  await wake()
  expect((await failing).map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  const next = write('b')
  await wake()
  expect(await next).toHaveLength(1)
})
