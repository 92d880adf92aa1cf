/** The rail of threads beside the text: each level with its words, none over another. */

import { NativeSelect } from '@mantine/core'
import type { api } from '@travaux/core'
import { useCallback, useMemo, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useEscape } from '../app/escape.ts'
import { useStore } from '../app/store.ts'
import type { Desk } from '../text/desk.ts'
import type { Surface } from '../writing/surface.ts'
import { useAct } from './act.ts'
import css from './comments.module.css'
import { Compose } from './compose.tsx'
import { layOut } from './layout.ts'
import type { ShownThread } from './overlay.ts'
import { Placed } from './placed.tsx'
import { filters, railOf, type Filter } from './shown.ts'
import { ThreadCard } from './thread.tsx'

export interface RailProps {
  readonly text: api.TextSummary
  readonly me: api.Member
  readonly threads: readonly ShownThread[]
  readonly desk: Desk
  readonly surface: Surface | null
  /** Whether cards stand beside their words; in a drawer they simply follow each other. */
  readonly beside: boolean
}

/** Stands for the thread being written among the ids of cards. */
const NEW = ' new'
/** What an unmeasured card counts as. */
const USUAL_HEIGHT = 40
/** Height of the rail's own head, which no card may hide behind. */
const HEAD = 48

export function Rail(props: RailProps): ReactNode {
  const { threads, desk, surface } = props
  const [filter, setFilter] = useState<Filter>('open')
  const active = useStore(desk, (state) => state.activeThread)
  const composing = useStore(desk, (state) => state.composing)
  const layout = useStore(desk, (state) => state.layout)
  const rail = useMemo(
    () => railOf(threads, filter, active, ({ anchor }) => surface?.place(anchor) ?? { kind: 'nowhere' }),
    // The surface moves threads without their values changing: `layout` says when.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [threads, filter, active, surface, layout],
  )
  const card = useThreadCards(props)
  useEscape(active !== null, () => desk.set({ activeThread: null }))
  const placed = rail.placed.map(({ thread, top, wordsGone }) => ({
    id: thread.id,
    top,
    card: card(thread, wordsGone),
  }))
  const cards = composing && surface ? withNew(placed, { id: NEW, ...newCard(props, composing) }) : placed
  const empty = cards.length === 0 && rail.tray.length === 0
  return (
    <>
      <RailHead threads={threads} filter={filter} onFilter={setFilter}>
        {surface && rail.tray.length > 0 && (
          <Tray count={rail.tray.length}>{rail.tray.map((thread) => card(thread, true))}</Tray>
        )}
      </RailHead>
      {surface && empty && <EmptyRail filter={filter} />}
      <Track cards={cards} active={composing ? NEW : active} beside={props.beside} />
    </>
  )
}

interface TrackCard {
  readonly id: string
  readonly top: number
  readonly card: ReactNode
}

function withNew(placed: readonly TrackCard[], added: TrackCard): readonly TrackCard[] {
  return [...placed, added].sort((a, b) => a.top - b.top)
}

function newCard({ desk, surface, me, text }: RailProps, anchor: api.Anchor): Omit<TrackCard, 'id'> {
  const at = surface?.place(anchor)
  const top = at && at.kind !== 'nowhere' ? at.top : 0
  return { top, card: <NewThread desk={desk} anchor={anchor} me={me} text={text.id} surface={surface} /> }
}

interface NewThreadProps extends Pick<RailProps, 'desk' | 'me' | 'surface'> {
  readonly anchor: api.Anchor
  readonly text: string
}

function NewThread({ desk, anchor, me, text, surface }: NewThreadProps): ReactNode {
  const act = useAct(text)
  const close = (): void => {
    desk.set({ composing: null })
    surface?.focus()
  }
  return (
    <Compose
      anchor={anchor}
      me={me}
      place={citationOf(desk, anchor.clause)}
      onCancel={close}
      onOpen={(command) => {
        act(command)
        close()
        desk.set({ activeThread: command.thread })
      }}
    />
  )
}

/** How to draw a thread's card. */
function useThreadCards({
  desk,
  surface,
  me,
  text,
}: RailProps): (thread: ShownThread, wordsGone: boolean) => ReactNode {
  const act = useAct(text.id)
  const active = useStore(desk, (state) => state.activeThread)
  return (thread, wordsGone) => (
    <ThreadCard
      key={thread.id}
      thread={thread}
      active={thread.id === active}
      wordsGone={wordsGone}
      place={citationOf(desk, thread.anchor.clause)}
      me={me}
      role={text.role}
      onAct={act}
      onActivate={() => desk.set({ activeThread: thread.id })}
      onReveal={() => surface?.revealThread(thread.anchor)}
    />
  )
}

function citationOf(desk: Desk, clause: string): string | undefined {
  return desk.get().items.find(({ id }) => id === clause)?.citation
}

interface TrackProps {
  readonly cards: readonly TrackCard[]
  readonly active: string | null
  readonly beside: boolean
}

const noHeights: ReadonlyMap<string, number> = new Map()

function Track({ cards, active, beside }: TrackProps): ReactNode {
  const [heights, setHeights] = useState(noHeights)
  const measured = useCallback((id: string, height: number) => {
    setHeights((known) => (known.get(id) === height ? known : new Map(known).set(id, height)))
  }, [])
  if (!beside) {
    return (
      <div className={css.flow}>
        {cards.map(({ id, card }) => (
          <div key={id}>{card}</div>
        ))}
      </div>
    )
  }
  const sized = cards.map(({ id, top }) => ({ id, top, height: heights.get(id) ?? USUAL_HEIGHT }))
  const tops = layOut(sized, active, HEAD)
  return (
    <div className={css.track}>
      {cards.map(({ id, card }) => (
        <Placed key={id} id={id} top={tops.get(id) ?? 0} active={id === active} onHeight={measured}>
          {card}
        </Placed>
      ))}
    </div>
  )
}

interface RailHeadProps {
  readonly threads: readonly ShownThread[]
  readonly filter: Filter
  readonly onFilter: (filter: Filter) => void
  readonly children: ReactNode
}

function RailHead({ threads, filter, onFilter, children }: RailHeadProps): ReactNode {
  const { t } = useTranslation()
  const resolved = threads.filter((thread) => thread.resolved).length
  const counts: Record<Filter, number> = { open: threads.length - resolved, resolved, all: threads.length }
  return (
    <div className={css.head}>
      <div className={css.headLine}>
        <h2 className={css.title}>{t('comments.title')}</h2>
        <NativeSelect
          className={css.filter}
          size="xs"
          variant="unstyled"
          aria-label={t('comments.filter')}
          value={filter}
          data={filters.map((value) => ({ value, label: t(`comments.show.${value}`, { count: counts[value] }) }))}
          onChange={(event) => onFilter(filters.find((value) => value === event.currentTarget.value) ?? 'open')}
        />
      </div>
      {children}
    </div>
  )
}

function EmptyRail({ filter }: { readonly filter: Filter }): ReactNode {
  const { t } = useTranslation()
  return (
    <div className={css.empty}>
      <p>{t(`comments.empty.${filter}`)}</p>
      {filter !== 'resolved' && <p>{t('comments.begin')}</p>}
    </div>
  )
}

/** Threads whose clause was deleted: folded away under the head, never out of reach. */
function Tray({ count, children }: { readonly count: number; readonly children: ReactNode }): ReactNode {
  const { t } = useTranslation()
  return (
    <details className={css.tray}>
      <summary className={css.trayTitle}>{t('comments.tray', { count })}</summary>
      {children}
    </details>
  )
}
