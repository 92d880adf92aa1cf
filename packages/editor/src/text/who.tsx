/** Who is in the text on the table, and on which clause. */

import { useMemo, type ReactNode } from 'react'
import { useStore } from '../app/store.ts'
import { Here } from '../people/here.tsx'
import { usePresent } from '../people/present.ts'
import type { Session } from '../sync/session.ts'
import type { Desk } from './desk.ts'

interface WhoIsHereProps {
  readonly desk: Desk
  readonly session: Session | null
  readonly onGo: (clause: string) => void
}

export function WhoIsHere({ desk, session, onGo }: WhoIsHereProps): ReactNode {
  const present = usePresent(session?.awareness)
  const items = useStore(desk, (state) => state.items)
  const citations = useMemo(() => new Map(items.map(({ id, citation }) => [id, citation])), [items])
  return <Here present={present} cite={(clause) => citations.get(clause)} onGo={onGo} />
}
