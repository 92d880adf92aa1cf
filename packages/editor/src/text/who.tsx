/** Who is in the text on the table, and on which clause. */

import type { api } from '@travaux/core'
import type { ReactNode } from 'react'
import { Here } from '../people/here.tsx'
import { usePresent } from '../people/present.ts'
import type { Session } from '../sync/session.ts'
import { useCitations } from './citations.ts'
import type { Desk } from './desk.ts'

interface WhoIsHereProps {
  readonly desk: Desk
  readonly session: Session | null
  readonly me: api.Member
  readonly onGo: (clause: string) => void
}

export function WhoIsHere({ desk, session, me, onGo }: WhoIsHereProps): ReactNode {
  const present = usePresent(session?.awareness, me)
  const cite = useCitations(desk)
  return <Here present={present} cite={cite} onGo={onGo} />
}
