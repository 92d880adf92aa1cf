/** What is not as usual just now: one article alone, where somebody is, no clause that was asked for, less than was pasted. */

import { useQuery } from '@tanstack/react-query'
import { allows, clausesOf, deletions, goneOf, type api } from '@travaux/core'
import { useMemo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useEscape } from '../app/escape.ts'
import { useStore } from '../app/store.ts'
import { usePresent } from '../people/present.ts'
import type { Session } from '../sync/session.ts'
import { membersQuery } from '../wire/queries.ts'
import type { Stranded } from '../writing/surface.ts'
import { useCitations } from './citations.ts'
import { nothingLeftOut, type Desk } from './desk.ts'
import { Missing } from './missing.tsx'
import { Notice } from './notice.tsx'

interface LookingProps {
  readonly text: Pick<api.TextSummary, 'role'>
  readonly desk: Desk
  readonly session: Session | null
  readonly me: api.Member
}

export function Looking({ text, desk, session, me }: LookingProps): ReactNode {
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
      <Unfolded desk={desk} />
      <Pasting desk={desk} />
      <LeftOut desk={desk} />
      <MissingHere {...{ text, desk, session }} />
      <StrandedWriter {...{ desk, session }} />
      <Buried desk={desk} />
    </>
  )
}

/** The article that was shown alone is not any more, and nobody asked for that. */
function Unfolded({ desk }: Pick<LookingProps, 'desk'>): ReactNode {
  const { t } = useTranslation()
  const why = useStore(desk, (state) => state.unfolded)
  const close = (): void => desk.set({ unfolded: null })
  useEscape(why !== null, close)
  if (why === null) return null
  return (
    <Notice label={t('focus.whole')} way={t('focus.close')} onLeave={close}>
      {t(`focus.unfolded.${why}`)}
    </Notice>
  )
}

/** Much is being pasted: the page stands still meanwhile. */
function Pasting({ desk }: Pick<LookingProps, 'desk'>): ReactNode {
  const { t } = useTranslation()
  const count = useStore(desk, ({ pasting }) => pasting)
  if (count === null) return null
  return <Notice label={t('pasted.label')}>{t('pasted.working', { count })}</Notice>
}

/** What was pasted came without words that were struck out, footnotes or comments: that is said, for nothing here shows it. */
function LeftOut({ desk }: Pick<LookingProps, 'desk'>): ReactNode {
  const { t } = useTranslation()
  const left = useStore(desk, ({ leftOut }) => leftOut)
  const close = (): void => desk.set({ leftOut: nothingLeftOut })
  const kinds = (['struck', 'notes', 'remarks', 'tables', 'lowered'] as const).filter((kind) => left[kind] > 0)
  const isWhole = kinds.length === 0
  useEscape(!isWhole, close)
  if (isWhole) return null
  return (
    <Notice label={t('pasted.label')} way={t('focus.close')} onLeave={close}>
      {kinds.map((kind) => t(`pasted.${kind}`, { count: left[kind] })).join(' ')}
    </Notice>
  )
}

/** A link may name a clause that was deleted since, or one of another text. */
function MissingHere({ text, desk, session }: Omit<LookingProps, 'me'>): ReactNode {
  const { t } = useTranslation()
  const missing = useStore(desk, (state) => state.missing)
  const deleted = useDeleted(session, missing)
  if (missing === null) return null
  const restorable = deleted && allows(text.role, 'write')
  const see = { way: t('missing.see'), onWay: () => desk.set({ missing: null, drawer: 'deleted' }) }
  return (
    <Missing onClose={() => desk.set({ missing: null })} {...(restorable && see)}>
      {t(deleted ? 'missing.deleted' : 'missing.unknown')}
    </Missing>
  )
}

/** Somebody else took away the clause that the person here writes in. */
function StrandedWriter({ desk, session }: Pick<LookingProps, 'desk' | 'session'>): ReactNode {
  const { t } = useTranslation()
  const stranded = useStore(desk, (state) => state.stranded)
  const deleted = useDeleted(session, stranded?.clause ?? null)
  const chooser = useChooser(session, stranded?.clause ?? null)
  if (stranded === null) return null
  const { kept, over } = stranded
  const see = { way: t('missing.see'), onWay: () => desk.set({ drawer: 'deleted' }) }
  const close = (): void => desk.set({ stranded: null })
  const copy = { way: t('missing.copy'), onWay: () => void navigator.clipboard.writeText(kept).then(close) }
  return (
    <Missing onClose={close} {...(over ? copy : deleted && see)}>
      {t(strandedMessage(stranded, chooser !== undefined), { words: kept, who: chooser ?? '' })}
    </Missing>
  )
}

function strandedMessage({ kept, over }: Stranded, isOption: boolean) {
  if (over) return 'missing.unwritten'
  if (kept === '') return isOption ? 'missing.chosen' : 'missing.stranded'
  return isOption ? 'missing.keptOption' : 'missing.kept'
}

/** Who chose another option than a clause, as far as that is known; undefined where that is not why it is gone. */
function useChooser(session: Session | null, clause: string | null): string | undefined {
  const { t } = useTranslation()
  const { data: members } = useQuery(membersQuery)
  const stored = clause === null ? undefined : session && clausesOf(session.doc).get(clause)
  const gone = stored ? goneOf(stored) : undefined
  if (gone?.chosen === undefined) return undefined
  const member = members?.find(({ id }) => id === gone.by)
  return member ? t('missing.member', { name: member.name, delegation: member.delegation }) : t('missing.somebody')
}

/** Somebody else deleted clauses with words in them that were written here and not saved yet. */
function Buried({ desk }: Pick<LookingProps, 'desk'>): ReactNode {
  const { t } = useTranslation()
  const buried = useStore(desk, (state) => state.buried)
  if (buried.length === 0) return null
  const see = (): void => desk.set({ buried: [], drawer: 'deleted' })
  return (
    <Missing onClose={() => desk.set({ buried: [] })} way={t('missing.see')} onWay={see}>
      {t('missing.buried')}
    </Missing>
  )
}

/** Whether a clause is among those that were deleted and can be restored. */
function useDeleted(session: Session | null, clause: string | null): boolean {
  return useMemo(
    () =>
      session !== null &&
      clause !== null &&
      deletions(session.doc).some(({ clauses }) => clauses.some(({ id }) => id === clause)),
    [session, clause],
  )
}
