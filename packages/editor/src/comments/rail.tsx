/** The rail of threads beside the text: each level with its words, none over another. */

import type { api } from '@travaux/core'
import { useState, type ReactNode } from 'react'
import { useEscape } from '../app/escape.ts'
import { useStore } from '../app/store.ts'
import type { Desk } from '../text/desk.ts'
import type { Surface } from '../writing/surface.ts'
import { useAct } from './act.ts'
import { Compose } from './compose.tsx'
import { EmptyRail, RailHead, Tray } from './head.tsx'
import type { ShownThread } from './overlay.ts'
import { railOf, type Filter } from './shown.ts'
import { ThreadCard } from './thread.tsx'
import { Track, type TrackCard } from './track.tsx'

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

export function Rail(props: RailProps): ReactNode {
  const { threads, desk, surface } = props
  const [filter, setFilter] = useState<Filter>('open')
  const active = useStore(desk, (state) => state.activeThread)
  const composing = useStore(desk, (state) => state.composing)
  // The surface moves threads without their values changing: this says when to ask again.
  useStore(desk, (state) => state.layout)
  const rail = railOf(threads, filter, active, ({ anchor }) => surface?.place(anchor) ?? { kind: 'nowhere' })
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
  const act = useAct(text, desk)
  const returned = useStore(desk, (state) => state.returned)
  const close = (): void => {
    desk.set({ composing: null, returned: null })
    surface?.focus()
  }
  return (
    <Compose
      anchor={anchor}
      quote={surface?.quoted(anchor) ?? anchor.quote}
      me={me}
      returned={returned?.type === 'comment.open' ? returned : undefined}
      place={nameOf(desk, anchor.clause)}
      onCancel={close}
      onOpen={(command) => {
        close()
        act(command)
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
  const act = useAct(text.id, desk)
  const active = useStore(desk, (state) => state.activeThread)
  const returned = useStore(desk, (state) => state.returned)
  return (thread, wordsGone) => (
    <ThreadCard
      key={thread.id}
      thread={thread}
      active={thread.id === active}
      wordsGone={wordsGone}
      quote={surface?.quoted(thread.anchor) ?? thread.anchor.quote}
      place={nameOf(desk, thread.anchor.clause)}
      me={me}
      role={text.role}
      returned={returned?.thread === thread.id ? returned : undefined}
      onAct={act}
      onActivate={() => desk.set({ activeThread: thread.id })}
      onReveal={() => surface?.revealThread(thread.anchor)}
    />
  )
}

function nameOf(desk: Desk, clause: string): string | undefined {
  return desk.get().items.find(({ id }) => id === clause)?.name
}
