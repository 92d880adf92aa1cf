/** What checking the living text finds, kept up while people type: in a worker that lives as long as somebody looks. */

import { useCallback } from 'react'
import * as Y from 'yjs'
import { useOpened } from '../app/opened.ts'
import { openTimer } from '../compare/timer.ts'
import type { Checked, ToChecker } from './protocol.ts'

/** The findings as of the last pause in the typing; null until the first answer. */
export function useChecks(doc: Y.Doc): Checked | null {
  const open = useCallback(
    (tell: (checked: Checked) => void) => {
      const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'checks' })
      const post = (message: ToChecker): void => worker.postMessage(message, { transfer: [] })
      const timer = openTimer(() => post({ kind: 'check' }))
      const follow = (update: Uint8Array): void => {
        post({ kind: 'follow', update })
        timer.touch()
      }
      worker.addEventListener('message', ({ data }: MessageEvent<Checked>) => tell(data))
      worker.addEventListener('error', ({ message }) => tell({ ok: false, says: message }))
      post({ kind: 'follow', update: Y.encodeStateAsUpdate(doc) })
      post({ kind: 'check' })
      doc.on('update', follow)
      return () => {
        doc.off('update', follow)
        timer.stop()
        worker.terminate()
      }
    },
    [doc],
  )
  return useOpened<Checked | null>(open, null)
}
