/** The page's side of the worker: every question gets its own answer, and drafts cross once. */

import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { openComparer, type Source } from './comparer.ts'
import type { Aligned, FromWorker, ToWorker } from './protocol.ts'

const draft: Source = {
  kind: 'draft',
  name: 'v1',
  draft: { title: '', language: 'en', symbol: '', clauses: [] },
}
const living: Source = { kind: 'living' }
const empty = { summary: {}, pairs: [] } as unknown as Aligned

/** A worker that keeps what it is told and answers when the test says so. */
function standIn() {
  const told: ToWorker[] = []
  const target = new EventTarget()
  const worker = {
    postMessage: (message: ToWorker) => void told.push(message),
    terminate: () => undefined,
    addEventListener: target.addEventListener.bind(target),
  }
  const answer = (data: FromWorker): void => void target.dispatchEvent(new MessageEvent('message', { data }))
  return { worker: worker as unknown as Worker, told, answer }
}

test('the worker follows the living text', () => {
  const { worker, told } = standIn()
  const doc = new Y.Doc()
  openComparer(worker, doc)
  doc.getMap('meta').set('title', 'Zero draft')
  expect(told.map(({ kind }) => kind)).toEqual(['follow', 'follow'])
})

test('a draft crosses once, however often it is compared', () => {
  const { worker, told } = standIn()
  const comparer = openComparer(worker, new Y.Doc())
  void comparer.compare(draft, living)
  void comparer.compare(draft, living)
  expect(told.filter(({ kind }) => kind === 'hold')).toHaveLength(1)
})

test('answers reach who asked, in whatever order they come', async () => {
  const { worker, answer } = standIn()
  const comparer = openComparer(worker, new Y.Doc())
  const first = comparer.compare(draft, living)
  const second = comparer.compare(living, draft)
  answer({ kind: 'failed', id: 2, says: 'It could not be done' })
  answer({ kind: 'done', id: 1, comparison: empty })
  await expect(first).resolves.toBe(empty)
  await expect(second).rejects.toThrow('It could not be done')
})

test('closing fails what is still open', async () => {
  const { worker } = standIn()
  const comparer = openComparer(worker, new Y.Doc())
  const open = comparer.compare(draft, living)
  comparer.close()
  await expect(open).rejects.toThrow('put away')
})
