/** Whether the server refused the words of a session: until the text is opened again, nobody should write into it. */

import { useCallback } from 'react'
import { nothingOpened, useOpened } from '../app/opened.ts'
import type { Session } from '../sync/session.ts'

export function useRefused(session: Session | null): boolean {
  const open = useCallback(
    (tell: (refused: boolean) => void) => {
      if (!session) return nothingOpened
      tell(session.state().kind === 'refused')
      return session.watch(({ kind }) => tell(kind === 'refused'))
    },
    [session],
  )
  return useOpened(open, false)
}
