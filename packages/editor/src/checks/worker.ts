/** Checks the whole text away from the page, so that typing never waits for it. The page's side is `use-checks.ts`. */

import { checkText, readDraft, newDocument } from '@travaux/core'
import * as Y from 'yjs'
import type { Checked, ToChecker } from './protocol.ts'

const living = newDocument()

function answer(): Checked {
  try {
    return { ok: true, findings: checkText(readDraft(living)) }
  } catch (error) {
    return { ok: false, says: error instanceof Error ? error.message : String(error) }
  }
}

self.addEventListener('message', ({ data }: MessageEvent<ToChecker>) => {
  switch (data.kind) {
    case 'follow':
      Y.applyUpdate(living, data.update)
      break
    case 'check':
      self.postMessage(answer(), { transfer: [] })
      break
    default:
      data satisfies never
  }
})
