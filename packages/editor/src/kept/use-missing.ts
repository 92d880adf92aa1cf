/** What kept words would change in the living text, kept up while people write. */

import { useCallback } from 'react'
import type * as Y from 'yjs'
import { useOpened } from '../app/opened.ts'
import { openTimer } from '../compare/timer.ts'
import type { Kept } from '../sync/kept.ts'
import { missingFrom, type Missing } from './take.ts'

export type Compared =
  | { readonly kind: 'working' }
  | ({ readonly kind: 'done' } & Missing)
  | { readonly kind: 'failed'; readonly says: string }

const working: Compared = { kind: 'working' }

export function useMissing(doc: Y.Doc, state: Kept['state']): Compared {
  const open = useCallback(
    (tell: (compared: Compared) => void) => {
      const refresh = (): void => tell(compared(doc, state))
      const timer = openTimer(refresh)
      doc.on('update', timer.touch)
      refresh()
      return () => {
        timer.stop()
        doc.off('update', timer.touch)
      }
    },
    [doc, state],
  )
  return useOpened(open, working)
}

function compared(doc: Y.Doc, state: Kept['state']): Compared {
  try {
    return { kind: 'done', ...missingFrom(doc, { state }) }
  } catch (error) {
    return { kind: 'failed', says: error instanceof Error ? error.message : String(error) }
  }
}
