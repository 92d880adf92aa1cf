/** Compares drafts away from the page, so that typing never waits for it. The page's side is `comparer.ts`. */

import { compare, readDraft, type Draft } from '@travaux/core'
import * as Y from 'yjs'
import { LIVING, type Aligned, type FromWorker, type ToWorker } from './protocol.ts'

const living = new Y.Doc()
const held = new Map<string, Draft>()

function draftNamed(name: string): Draft {
  const draft = name === LIVING ? readDraft(living) : held.get(name)
  if (!draft) throw new Error(`The worker holds no draft named ${name}`)
  return draft
}

type Asked = Extract<ToWorker, { kind: 'compare' }>

function answer(asked: Asked): FromWorker {
  const { id } = asked
  try {
    return { kind: 'done', id, comparison: align(asked) }
  } catch (error) {
    return { kind: 'failed', id, says: error instanceof Error ? error.message : String(error) }
  }
}

function align({ old, new: current, changedOnly, corrections }: Asked): Aligned {
  const before = draftNamed(old)
  const { summary, pairs } = compare(before, draftNamed(current), corrections)
  if (changedOnly) return { summary, pairs: pairs.filter(({ changes }) => !changes.includes('same')), order: [] }
  return { summary, pairs, order: before.clauses.map(({ id }) => id) }
}

self.addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  switch (data.kind) {
    case 'follow':
      Y.applyUpdate(living, data.update)
      break
    case 'hold':
      held.set(data.name, data.draft)
      break
    case 'compare':
      self.postMessage(answer(data), { transfer: [] })
      break
    default:
      data satisfies never
  }
})
