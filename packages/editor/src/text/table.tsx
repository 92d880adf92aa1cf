/** The working table of one text: outline, page and rail, or Compare or History in place of the page. */

import type { api } from '@travaux/core'
import { useEffect, useMemo, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useArrival } from '../app/arrival.ts'
import { goTo } from '../app/router.tsx'
import type { Route } from '../app/route.ts'
import { Shell } from '../app/shell.tsx'
import { useStore } from '../app/store.ts'
import { AuthorsButton } from '../authors/button.tsx'
import { BoardScreen } from '../board/screen.tsx'
import { readDrafts } from '../comments/drafts.ts'
import { useKeptDrafts } from '../comments/use-draft.ts'
import { useDifferences } from '../compare/live.ts'
import { Compare } from '../compare/screen.tsx'
import { useBaseline } from '../compare/use-baseline.ts'
import { useComparer } from '../compare/use-comparer.ts'
import { History, type HistoryProps } from '../history/screen.tsx'
import { useShelf } from '../kept/use-shelf.ts'
import { KeepButton } from '../offline/keep.tsx'
import type { Go } from '../outline/tree.ts'
import { useNews } from '../offline/use-news.ts'
import { useShown } from '../offline/use-shown.ts'
import { SinceLastHere } from '../seen/since.tsx'
import { useVisit } from '../seen/use-visit.ts'
import type { Session } from '../sync/session.ts'
import { VersionsPanel } from '../versions/panel.tsx'
import { Aside } from './aside.tsx'
import { Banner } from './banner.tsx'
import { openDesk, type Desk } from './desk.ts'
import { useCitations } from './citations.ts'
import { CloseDrawer, DrawerButton, useDrawer } from './drawer.tsx'
import { TextName, Ways } from './header.tsx'
import { useNarrow, useSmall } from './narrow.ts'
import { Looking } from './looking.tsx'
import { OutlineAside } from './outline-aside.tsx'
import { Saved } from './saved.tsx'
import css from './text.module.css'
import { Head } from './head.tsx'
import { useBuried } from './use-buried.ts'
import { useSession } from './use-session.ts'
import type { Paper } from './use-surface.ts'
import { useThreads } from './use-threads.ts'
import { WhoIsHere } from './who.tsx'
import { Opening, Write } from './write.tsx'
import { directionOf } from '../words/words.ts'

export type TextRoute = Extract<Route, { kind: 'write' | 'compare' | 'brackets' | 'history' }>

interface TableProps {
  readonly me: api.Me
  readonly text: api.TextSummary
  readonly route: TextRoute
  readonly onReopen: () => void
}

export function Table({ me: { member }, me, text, route, onReopen }: TableProps): ReactNode {
  const [desk] = useState(() => openDesk(readDrafts(sessionStorage, { text: text.id, member: member.id })))
  useKeptDrafts(desk, { text: text.id, member: member.id })
  const narrow = useNarrow()
  const small = useSmall()
  const { session, ready, head } = useSession(text.id, member.id)
  const threads = useThreads(text.id, member)
  const doc = ready ? session?.doc : undefined
  const shelf = useShelf(text.id, member.id, session)
  const paper = usePaper(ready ? session : null, text)
  useShown(text, ready, session)
  useBuried(session, desk)
  useNews(text, member)
  const visit = useVisit(text.id, member.id)
  const comparer = useComparer(doc, text.baseline !== null || route.kind !== 'write' || visit.since !== null)
  const differences = useDifferences(comparer, doc, useBaseline(text))
  const writing = route.kind === 'write'
  const go = useGo(desk, route)
  const header = {
    role: text.role,
    start: <TableName {...{ desk, text, narrow }} />,
    middle: <Ways text={text.id} current={route.kind} />,
    end: (
      <>
        <Saved session={session} />
        <WhoIsHere desk={desk} session={session} me={member} onGo={go} />
        {!narrow && <KeepButton text={text} />}
        {writing && <AuthorsButton desk={desk} />}
        {narrow && writing && <DrawerButton desk={desk} drawer="comments" />}
        {small && route.kind === 'history' && <DrawerButton desk={desk} drawer="versions" />}
      </>
    ),
  }
  return (
    <Shell me={me} {...header}>
      <div className={css.table} data-words={directionOf(text.language)}>
        <OutlineAside {...{ doc, desk, narrow, threads, differences }} text={text.id} onGo={go} />
        <div className={css.middle}>
          <SinceLastHere {...{ text, visit, comparer }} shown={writing} />
          {writing && <Banner {...{ text, session, desk, onReopen }} kept={shelf.kept.length} />}
          {writing && <Looking {...{ text, desk, session }} me={member} />}
          {writing && !doc && !(head && !route.clause) && <Opening />}
          {writing && !doc && head && !route.clause && <Head {...{ text, desk, narrow, head }} />}
          {paper && (
            <Write
              {...{ text, session, desk, narrow, threads, differences, paper, shelf }}
              me={member}
              shown={writing}
              clause={writing ? route.clause : undefined}
            />
          )}
          {route.kind === 'compare' && (
            <>
              <Beside title={text.title} />
              <Aside name="compare">
                <Compare {...{ text, doc, comparer, route }} />
              </Aside>
            </>
          )}
          {route.kind === 'brackets' && <BoardScreen {...{ text, desk, doc }} />}
          {route.kind === 'history' && (
            <HistoryAndVersions {...{ text, desk, small, route, doc, comparer }} me={member.id} />
          )}
        </div>
      </div>
    </Shell>
  )
}

/** The main region while the text is compared, for those who hear the page. */
function Beside({ title }: { readonly title: string }): ReactNode {
  const { t } = useTranslation()
  const main = useArrival()
  return (
    <main className="hidden-words" ref={main} tabIndex={-1} aria-label={title}>
      {t('compare.beside')}
    </main>
  )
}

/** What the surface writes on; a renamed text is a new paper, for the surface says its title. */
function usePaper(session: Session | null, { title: label, language }: api.TextSummary): Paper | null {
  return useMemo(() => {
    if (!session) return null
    const { doc, awareness, beforeReceive } = session
    return { doc, awareness, beforeReceive, label, language }
  }, [session, label, language])
}

/** Goes to a clause: within the comparison while comparing, on the page otherwise, and there with the keys if they are asked for. */
function useGo(desk: Desk, route: TextRoute): Go {
  return (clause, withKeys = false) => {
    desk.set({ drawer: null, following: null })
    if (route.kind === 'compare') goTo({ ...route, clause }, { replace: true })
    else {
      goTo({ kind: 'write', text: route.text, clause }, { replace: route.kind === 'write' })
      if (withKeys) desk.set({ bound: { clause } })
    }
  }
}

interface TableNameProps {
  readonly desk: Desk
  readonly text: api.TextSummary
  readonly narrow: boolean
}

function TableName({ desk, text, narrow }: TableNameProps): ReactNode {
  return (
    <>
      {narrow && <DrawerButton desk={desk} drawer="outline" />}
      <TextName text={text} />
    </>
  )
}

interface HistoryAndVersionsProps extends Omit<HistoryProps, 'items' | 'cite'> {
  readonly desk: Desk
  readonly small: boolean
}

function HistoryAndVersions({ desk, small, ...props }: HistoryAndVersionsProps): ReactNode {
  const items = useStore(desk, (state) => state.items)
  const cite = useCitations(desk)
  const main = useArrival()
  const drawer = useDrawer(desk, 'versions', small)
  // Whoever leaves by one of the versions does not find them over the text when they come back.
  useEffect(() => () => desk.set({ drawer: null }), [desk])
  return (
    <div className={css.split}>
      <main className={css.splitMain} ref={main} data-region tabIndex={-1} aria-label={props.text.title}>
        <History {...props} items={items} cite={cite} />
      </main>
      <Aside name="versions" drawer={drawer}>
        <VersionsPanel text={props.text} doc={props.doc} close={<CloseDrawer name="versions" drawer={drawer} />} />
      </Aside>
    </div>
  )
}
