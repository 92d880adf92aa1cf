/** The session of the text on the table: opened with the screen, closed with it. */

import { useCallback } from 'react'
import type * as Y from 'yjs'
import { useOpened } from '../app/opened.ts'
import { usePorts } from '../app/ports.ts'
import { roomOf } from '../sync/address.ts'
import type { Session } from '../sync/session.ts'

export interface OpenedSession {
  readonly session: Session | null
  /** Whether the text is there, from the server or from this computer. */
  readonly ready: boolean
  /** What can be read of a long text until it is there. */
  readonly head: Y.Doc | null
}

const closed: OpenedSession = { session: null, ready: false, head: null }

export function useSession(text: string, member: string): OpenedSession {
  const { openSession, host } = usePorts()
  const isDesktop = host.desktop !== null
  const open = useCallback(
    (tell: (opened: OpenedSession) => void) => {
      const session = openSession({ room: roomOf(text), member })
      tell({ session, ready: false, head: null })
      void session.head.then((head) => tell({ session, ready: false, head }))
      // A text that never comes is told by the session's state, not here.
      session.ready.then(
        () => tell({ session, ready: true, head: null }),
        () => undefined,
      )
      const unguard = isDesktop ? () => undefined : guardLeaving(session)
      return () => {
        unguard()
        void session.close()
      }
    },
    [openSession, isDesktop, text, member],
  )
  return useOpened(open, closed)
}

/**
 * Has the browser ask before the page is left while what was just typed is neither on the server nor in the copy on this
 * computer: the last letters, for a moment, or all since the disk is full. A desktop window would just not close.
 */
function guardLeaving(session: Session): () => void {
  const ask = (event: BeforeUnloadEvent): void => {
    const state = session.state()
    if (state.kind === 'offline' && state.kept < state.pending) event.preventDefault()
  }
  globalThis.addEventListener('beforeunload', ask)
  return () => globalThis.removeEventListener('beforeunload', ask)
}
