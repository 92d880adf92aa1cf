/** Compares drafts away from the page, so that typing never waits for it. The page's side is `comparer.ts`. */

import { compare, readDraft, type CompareOptions, type Draft, newDocument } from '@travaux/core'
import * as Y from 'yjs'
import { LIVING, type Aligned, type FromWorker, type ToWorker } from './protocol.ts'

const living = newDocument()
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
  const aligned = alignWhole(old, current, corrections)
  if (!changedOnly) return aligned
  return { ...aligned, pairs: aligned.pairs.filter(({ changes }) => !changes.includes('same')), order: [] }
}

/** The last comparison: Compare opens with the one that the marks in the margin come from. */
let last: { readonly asked: string; readonly aligned: Aligned } | undefined

function alignWhole(old: string, current: string, corrections: CompareOptions): Aligned {
  const { join = [], part = [] } = corrections
  const asked = JSON.stringify([old, current, join, part])
  if (last?.asked === asked) return last.aligned
  const before = draftNamed(old)
  const { summary, pairs } = compare(before, draftNamed(current), corrections)
  const aligned = { summary, pairs, order: before.clauses.map(({ id }) => id) }
  last = { asked, aligned }
  return aligned
}

self.addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  switch (data.kind) {
    case 'follow':
      Y.applyUpdate(living, data.update)
      last = undefined
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
