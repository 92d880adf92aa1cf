/** The text for the screen of a room: large type and no panels, at the place that somebody leads to. */

import { ActionIcon, NativeSelect, Tooltip } from '@mantine/core'
import { IconMinus, IconPlus, IconX } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import type { api } from '@travaux/core'
import { useMemo, useState, type CSSProperties, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useArrival } from '../app/arrival.ts'
import { Failure, Waiting } from '../app/failure.tsx'
import { useEscape } from '../app/escape.ts'
import { goTo } from '../app/router.tsx'
import { useStore } from '../app/store.ts'
import { useFollow } from '../follow/use-follow.ts'
import { usePresent, type Present } from '../people/present.ts'
import type { Session } from '../sync/session.ts'
import { useCitations } from '../text/citations.ts'
import { openDesk, type Desk } from '../text/desk.ts'
import { Masthead } from '../text/masthead.tsx'
import { Notice } from '../text/notice.tsx'
import { useSession } from '../text/use-session.ts'
import { useSurface, type Paper } from '../text/use-surface.ts'
import { useFeed } from '../wire/feed.ts'
import { membersQuery, textQuery } from '../wire/queries.ts'
import css from './present.module.css'
import { larger, readSize, smaller, writeSize } from './size.ts'
import { directionOf } from '../words/words.ts'

interface PresentScreenProps {
  readonly me: api.Me
  readonly text: string
}

export function PresentScreen({ me: { member }, text: id }: PresentScreenProps): ReactNode {
  const { data: text, error, refetch } = useQuery(textQuery(id))
  const { session, ready } = useSession(id, member.id)
  useFeed(id)
  // A reading kept from before is shown, also where it could not be read again.
  if (error && !text) return <Failure error={error} onRetry={() => void refetch()} />
  if (!text || !session || !ready) return <Waiting />
  return <Room {...{ text, session }} me={member} />
}

interface RoomProps {
  readonly me: api.Member
  readonly text: api.TextSummary
  readonly session: Session
}

function Room({ me, text, session }: RoomProps): ReactNode {
  const { t } = useTranslation()
  const [desk] = useState(openDesk)
  const [size, setSize] = useState(() => readSize(localStorage))
  const paper = usePaper(session, text)
  const { surface, mount, scroller } = useSurface({ paper, member: me.id, editable: false, desk })
  const others = usePresent(session.awareness, me).filter(({ member }) => member !== me.id)
  const { leader, left, choose, leave } = useLeader(others)
  useFollow({ surface, scroller, person: leader, onStop: leave })
  const main = useArrival()
  const toText = (): void => goTo({ kind: 'write', text: text.id })
  useEscape(true, toText)
  useEscape(left !== undefined, () => choose(''))
  const resize = (to: number): void => {
    writeSize(localStorage, to)
    setSize(to)
    // Their line is elsewhere in the frame that draws the text in its new size.
    if (leader) surface?.follow(leader.member)
  }
  return (
    <div className={css.room} data-words={directionOf(text.language)}>
      <header className={css.head} data-region tabIndex={-1}>
        <Place desk={desk} leader={leader} />
        <h1 className={css.title} dir="auto">
          {text.title}
        </h1>
        <NativeSelect
          className={css.leader}
          aria-label={t('present.follow')}
          value={leader?.member ?? ''}
          onChange={(event) => choose(event.currentTarget.value)}
          data={[
            { value: '', label: t('present.nobody') },
            ...others.map(({ member, name, code }) => ({
              value: member,
              label: t('present.person', { name, code }),
            })),
          ]}
        />
        <Tool label={t('present.smaller')} onPress={() => resize(smaller(size))} icon={<IconMinus size={20} />} />
        <Tool label={t('present.larger')} onPress={() => resize(larger(size))} icon={<IconPlus size={20} />} />
        <Tool label={t('present.close')} onPress={toText} icon={<IconX size={20} />} />
      </header>
      {left && (
        <Notice label={t('follow.label')} way={t('present.again')} onLeave={() => choose(left.member)}>
          {t('present.left', { name: left.name })}
        </Notice>
      )}
      <div className={css.scroller} ref={scroller} data-scroller>
        <main
          className={css.page}
          ref={main}
          style={{ '--size': size } as CSSProperties}
          data-region
          tabIndex={-1}
          aria-label={text.title}
        >
          <Masthead text={text} desk={desk} doc={session.doc} />
          <div ref={mount} />
        </main>
      </div>
    </div>
  )
}

interface ToolProps {
  readonly label: string
  readonly icon: ReactNode
  readonly onPress: () => void
}

function Tool({ label, icon, onPress }: ToolProps): ReactNode {
  return (
    <Tooltip label={label}>
      <ActionIcon size={36} aria-label={label} onClick={onPress}>
        {icon}
      </ActionIcon>
    </Tooltip>
  )
}

/** Where the room is: the clause of whom it follows, else the one at the top of the screen. */
function Place({ desk, leader }: { readonly desk: Desk; readonly leader: Present | undefined }): ReactNode {
  const cite = useCitations(desk)
  const top = useStore(desk, (state) => state.top)
  const clause = leader?.clause ?? top
  const citation = clause === null ? undefined : cite(clause)
  return citation === undefined ? null : (
    <output className={css.place} dir="auto">
      {citation}
    </output>
  )
}

interface Leading {
  readonly leader: Present | undefined
  /** Whom the room followed until the page was moved by hand. */
  readonly left: Present | undefined
  /** Follows a member, or nobody: ''. */
  readonly choose: (member: string) => void
  /** The page was moved by hand. */
  readonly leave: () => void
}

/** Whom the room follows: the chair as soon as they are here, until somebody chooses otherwise. */
function useLeader(others: readonly Present[]): Leading {
  const { data: members } = useQuery(membersQuery)
  const [chosen, choose] = useState<string | null>(null)
  const [left, setLeft] = useState<string | null>(null)
  const chair = members?.find(({ role }) => role === 'chair')?.id
  const wanted = chosen ?? chair
  const find = (wanted: string | null | undefined): Present | undefined =>
    others.find(({ member }) => member === wanted)
  const set = (member: string, leaving: string | null): void => {
    choose(member)
    setLeft(leaving)
  }
  return {
    leader: find(wanted),
    left: find(left),
    choose: (member) => set(member, null),
    leave: () => set('', wanted ?? null),
  }
}

function usePaper({ doc, awareness, beforeReceive }: Session, { title: label, language }: api.TextSummary): Paper {
  return useMemo(
    () => ({ doc, awareness, beforeReceive, label, language }),
    [doc, awareness, beforeReceive, label, language],
  )
}
