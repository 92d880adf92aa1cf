/** What is open in the living text, kept up while people type. */

import { Tally, type Board } from '@travaux/core'
import { useCallback } from 'react'
import type * as Y from 'yjs'
import { nothingOpened, useOpened } from '../app/opened.ts'
import { openTimer } from '../compare/timer.ts'

/** The board, or null until the text is there. It follows typing after a rest, and reads only what changed. */
export function useBoard(doc: Y.Doc | undefined): Board | null {
  const open = useCallback(
    (tell: (board: Board) => void) => {
      if (!doc) return nothingOpened
      const tally = new Tally(doc)
      const timer = openTimer(() => tell(tally.read()))
      doc.on('update', timer.touch)
      tell(tally.read())
      return () => {
        timer.stop()
        doc.off('update', timer.touch)
        tally.stop()
      }
    },
    [doc],
  )
  return useOpened<Board | null>(open, null)
}
