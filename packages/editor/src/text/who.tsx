/** Who is in the text on the table, and on which clause. */

import type { api } from '@travaux/core'
import type { ReactNode } from 'react'
import { useStore } from '../app/store.ts'
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
  const following = useStore(desk, (state) => state.following)
  const follow = (member: string): void => desk.set({ following: member === following ? null : member })
  return <Here {...{ present, cite, onGo, following }} me={me.id} onFollow={follow} />
}
