/** The page and its rail in one scrolling middle, so that threads stay beside their words. */

import { allows, type api } from '@travaux/core'
import { useEffect, useMemo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Loader } from '@mantine/core'
import { useStore } from '../app/store.ts'
import { AuthorsAside } from '../authors/panel.tsx'
import { useAuthors } from '../authors/use-authors.ts'
import { ChecksAside } from '../checks/panel.tsx'
import type { Differences } from '../compare/live.ts'
import type { ShownThread } from '../comments/overlay.ts'
import { Rail } from '../comments/rail.tsx'
import { CountsFooter } from '../counts/footer.tsx'
import { DeletedAside } from '../deleted/panel.tsx'
import { KeptAside } from '../kept/panel.tsx'
import { useFollow, useFollowersKeys } from '../follow/use-follow.ts'
import { useFocus, useFocusKey } from '../focus/use-focus.ts'
import type { KeptShelf } from '../kept/use-shelf.ts'
import { Spoken } from '../spoken/live.tsx'
import type { Session } from '../sync/session.ts'
import type { Surface } from '../writing/surface.ts'
import { FindBar } from '../find/bar.tsx'
import { useFindKeys } from '../find/use-find-keys.ts'
import { usePresent } from '../people/present.ts'
import { Palette } from '../palette/palette.tsx'
import { Aside } from './aside.tsx'
import { Attribution } from './attribute.tsx'
import { beginComment, toggleChecks, type Desk } from './desk.ts'
import { CloseDrawer, useDrawer } from './drawer.tsx'
import css from './text.module.css'
import { useHowUntilLeft } from './how.ts'
import { useClause } from './use-clause.ts'
import { useRefused } from './use-refused.ts'
import { useSurface, type Paper } from './use-surface.ts'
import { Page } from './writing.tsx'

export interface WriteProps {
  readonly me: api.Member
  readonly text: api.TextSummary
  readonly session: Session | null
  readonly paper: Paper
  readonly desk: Desk
  readonly narrow: boolean
  /** Hidden, it keeps its place for when one comes back. */
  readonly shown: boolean
  /** A clause to go to. */
  readonly clause: string | undefined
  readonly threads: readonly ShownThread[]
  readonly differences: Differences
  readonly shelf: KeptShelf
}

export function Write(props: WriteProps): ReactNode {
  const { me, text, session, paper, desk, narrow, shown, clause, threads, differences, shelf } = props
  const refused = useRefused(session)
  const editable = allows(text.role, 'write') && !refused
  const mayComment = allows(text.role, 'comment.open')
  const mounted = useSurface({ paper, member: me.id, editable, desk })
  const { surface, scroller } = mounted
  const drawer = useDrawer(desk, 'comments', narrow)
  const authors = useStore(desk, (state) => state.authors)
  const checks = useStore(desk, (state) => state.checks)
  const written = useAuthors(text.id, surface, authors)
  useClause({ desk, surface, clause, shown })
  useClauseKeys(desk, surface, shown, mayComment)
  useHowUntilLeft(shown)
  useFocus(desk, surface, clause)
  useFocusKey(desk, surface, shown)
  const following = useStore(desk, (state) => state.following)
  const present = usePresent(session?.awareness, me)
  const person = present.find(({ member }) => member === following)
  const others = useMemo(() => present.filter(({ member }) => member !== me.id), [present, me])
  useFollow({ surface, scroller, person, onStop: () => desk.set({ following: null }) })
  useFollowersKeys(surface, following)
  const find = useFindKeys(shown)
  const closeFind = (on: Surface): void => {
    find.close()
    on.focus()
  }
  return (
    <>
      {surface && <Palette {...{ text, surface, desk, editable, shown, others }} doc={paper.doc} onFind={find.ask} />}
      {surface && find.asked > 0 && (
        <FindBar
          {...{ surface, desk, editable, scroller }}
          hidden={!shown}
          asked={find.asked}
          onClose={() => closeFind(surface)}
        />
      )}
      <div className={css.write} ref={scroller} data-scroller hidden={!shown} data-narrow={narrow}>
        {surface && shown && editable && <Attribution {...{ surface, desk }} language={text.language} />}
        <Spoken {...{ desk, threads }} />
        <Page {...mounted} {...{ text, desk, threads, differences, mayComment, editable, shown }} doc={paper.doc} />
        {checks && shown ? (
          <ChecksAside {...{ desk, surface, narrow, editable }} doc={paper.doc} />
        ) : authors ? (
          <AuthorsAside {...written} {...{ desk, surface, narrow }} />
        ) : (
          <Aside name="comments" drawer={drawer}>
            <Rail
              {...{ text, me, threads, desk, surface }}
              beside={!narrow}
              close={<CloseDrawer name="comments" drawer={drawer} />}
            />
          </Aside>
        )}
        {surface && editable && <DeletedAside {...{ desk, surface }} />}
        {shelf.kept.length > 0 && <KeptAside {...{ desk, shelf, surface, editable }} doc={paper.doc} />}
      </div>
      {surface && shown && <CountsFooter {...{ surface, desk, editable }} />}
    </>
  )
}

/** Ctrl+Alt+M comments on the selected words; Ctrl+Alt+D shows what the clause of the caret changed; Ctrl+Alt+V checks. */
function useClauseKeys(desk: Desk, surface: Surface | null, enabled: boolean, mayComment: boolean): void {
  useEffect(() => {
    if (!enabled) return undefined
    const pressed = (event: KeyboardEvent): void => {
      if (!event.altKey || !(event.ctrlKey || event.metaKey)) return
      if (!['KeyD', 'KeyV'].includes(event.code) && (event.code !== 'KeyM' || !mayComment)) return
      event.preventDefault()
      surface?.tellSelection()
      if (event.code === 'KeyM') beginComment(desk)
      else if (event.code === 'KeyV') toggleChecks(desk)
      else desk.set({ difference: desk.get().caret })
    }
    window.addEventListener('keydown', pressed)
    return () => window.removeEventListener('keydown', pressed)
  }, [desk, surface, enabled, mayComment])
}

/** What stands in the middle until the text is there. */
export function Opening(): ReactNode {
  const { t } = useTranslation()
  return (
    <main className={css.opening} data-region tabIndex={-1}>
      <Loader size="xs" aria-hidden /> {t('ways.opening')}
    </main>
  )
}
