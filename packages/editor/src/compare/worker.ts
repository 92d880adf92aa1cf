/** Compares drafts away from the page, so that typing never waits for it. The page's side is `comparer.ts`. */

import { compare, readDraft, type Comparison, type Draft } from '@travaux/core'
import * as Y from 'yjs'
import { LIVING, type FromWorker, type ToWorker } from './protocol.ts'

const living = new Y.Doc()
const held = new Map<string, Draft>()

function draftNamed(name: string): Draft {
  const draft = name === LIVING ? readDraft(living) : held.get(name)
  if (!draft) throw new Error(`The worker holds no draft named ${name}`)
  return draft
}

function answer({ id, old, new: current, changedOnly }: Extract<ToWorker, { kind: 'compare' }>): FromWorker {
  try {
    const comparison = compare(draftNamed(old), draftNamed(current))
    return { kind: 'done', id, comparison: changedOnly ? withoutSame(comparison) : comparison }
  } catch (error) {
    return { kind: 'failed', id, says: error instanceof Error ? error.message : String(error) }
  }
}

function withoutSame({ summary, pairs }: Comparison): Comparison {
  return { summary, pairs: pairs.filter(({ changes }) => !changes.includes('same')) }
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
