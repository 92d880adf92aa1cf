/** What one sees of the text just now where that is not all of it as usual: one article alone, or where somebody is. */

import type { api } from '@travaux/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useEscape } from '../app/escape.ts'
import { useStore } from '../app/store.ts'
import { usePresent } from '../people/present.ts'
import type { Session } from '../sync/session.ts'
import { useCitations } from './citations.ts'
import type { Desk } from './desk.ts'
import { Notice } from './notice.tsx'

interface LookingProps {
  readonly desk: Desk
  readonly session: Session | null
  readonly me: api.Member
}

export function Looking({ desk, session, me }: LookingProps): ReactNode {
  const { t } = useTranslation()
  const focus = useStore(desk, (state) => state.focus)
  const following = useStore(desk, (state) => state.following)
  const cite = useCitations(desk)
  const person = usePresent(session?.awareness, me).find(({ member }) => member === following)
  const place = person?.clause === undefined ? undefined : cite(person.clause)
  useEscape(following !== null, () => desk.set({ following: null }))
  return (
    <>
      {focus !== null && (
        <Notice label={t('focus.label')} way={t('focus.leave')} onLeave={() => desk.set({ focus: null })}>
          {t('focus.only', { place: cite(focus) ?? '' })}
        </Notice>
      )}
      {following !== null && (
        <Notice label={t('follow.label')} way={t('follow.stop')} onLeave={() => desk.set({ following: null })}>
          {person ? t('follow.now', { name: person.name, delegation: person.delegation }) : t('follow.gone')}
          {place !== undefined && ` ${t('follow.at', { place })}`}
        </Notice>
      )}
    </>
  )
}
