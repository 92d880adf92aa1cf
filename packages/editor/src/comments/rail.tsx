/** The rail of threads beside the text: each level with its words, none over another. */

import type { api } from '@travaux/core'
import { useState, type ReactNode } from 'react'
import { useEscape } from '../app/escape.ts'
import { useStore } from '../app/store.ts'
import { composeComment, showThread, type Desk } from '../text/desk.ts'
import type { Surface } from '../writing/surface.ts'
import { useAct } from './act.ts'
import { Begun, Compose } from './compose.tsx'
import { begunIn, formOf, isAbout } from './drafts.ts'
import { EmptyRail, FoldedThreads, RailHead, Tray, UnseenThreads } from './head.tsx'
import type { Beyond, Unseen } from './layout.ts'
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
  /** What closes the drawer. */
  readonly close?: ReactNode
}

export function Rail(props: RailProps): ReactNode {
  const { threads, desk, surface } = props
  const [filter, setFilter] = useState<Filter>('open')
  const active = useStore(desk, (state) => state.activeThread)
  const composing = useStore(desk, (state) => state.composing)
  // The surface moves threads without their values changing: this says when to ask again.
  useStore(desk, (state) => state.layout)
  const begun = useBegun(desk)
  const rail = railOf(threads, filter, active, ({ anchor }) => surface?.place(anchor) ?? { kind: 'nowhere' })
  const card = useThreadCards(props)
  useRailEscape(desk, surface)
  const placed = rail.placed.map(({ thread, top, wordsGone }) => ({
    id: thread.id,
    top,
    card: card(thread, wordsGone),
  }))
  const cards = surface
    ? withNew(
        placed,
        begun.map((anchor) => newCard(props, anchor)),
      )
    : placed
  const [unseen, setUnseen] = useState<Unseen>(nothingUnseen)
  const ways = (['above', 'below'] as const).flatMap((where) => {
    const way = wayTo(unseen[where], { ...props, begun })
    return way ? [<UnseenThreads key={where} where={where} {...way} />] : []
  })
  const empty = cards.length === 0 && rail.tray.length === 0 && rail.folded === 0
  return (
    <>
      <RailHead threads={threads} filter={filter} onFilter={setFilter} close={props.close}>
        {surface && rail.tray.length > 0 && (
          <Tray count={rail.tray.length}>{rail.tray.map((thread) => card(thread, true))}</Tray>
        )}
        {rail.folded > 0 && <FoldedThreads count={rail.folded} />}
        {ways}
      </RailHead>
      {surface && empty && <EmptyRail filter={filter} />}
      <Track
        cards={cards}
        active={composing ? formOf.comment(composing) : active}
        beside={props.beside}
        onUnseen={setUnseen}
      />
    </>
  )
}

const nothingUnseen: Unseen = { above: undefined, below: undefined }

interface Ways extends RailProps {
  /** What new comments are about. */
  readonly begun: readonly api.Anchor[]
}

/** The way to a card that is out of sight: the page comes along, and the keys go to the card. */
function wayTo(beyond: Beyond | undefined, { desk, surface, threads, begun }: Ways) {
  const thread = threads.find(({ id }) => id === beyond?.nearest)
  const anchor = thread?.anchor ?? begun.find((one) => formOf.comment(one) === beyond?.nearest)
  if (!beyond || !anchor) return undefined
  const onGo = (): void => {
    if (thread) showThread(desk, thread.id)
    else composeComment(desk, anchor)
    surface?.revealThread(anchor)
    if (thread) cardOf(thread)?.focus({ preventScroll: true })
  }
  return { count: beyond.count, place: nameOf(desk, anchor.clause) ?? anchor.quote, onGo }
}

function cardOf({ id }: ShownThread): HTMLElement | null {
  return document.querySelector<HTMLElement>(`article[data-thread="${CSS.escape(id)}"]`)
}

/** What new comments are about: those that were begun, and the one whose form is open though nothing stands in it yet. */
function useBegun(desk: Desk): readonly api.Anchor[] {
  const composing = useStore(desk, (state) => state.composing)
  // Which there are, and not what stands in them: the rail is not drawn again for every key.
  useStore(desk, ({ drafts }) => Object.keys(drafts).join('\n'))
  const { drafts } = desk.get()
  const begun = begunIn(drafts)
  return composing && !(formOf.comment(composing) in drafts) ? [...begun, composing] : begun
}

/** Escape folds the thread or the form that is open; the keys go back to the text from what is folded. */
function useRailEscape(desk: Desk, surface: Surface | null): void {
  const opened = useStore(desk, ({ activeThread, composing }) => activeThread !== null || composing !== null)
  useEscape(opened, () => {
    const within = document.activeElement?.closest('article') ?? null
    desk.set({ activeThread: null, composing: null })
    if (within) surface?.focus()
  })
}

function withNew(placed: readonly TrackCard[], added: readonly TrackCard[]): readonly TrackCard[] {
  return added.length === 0 ? placed : [...placed, ...added].sort((a, b) => a.top - b.top)
}

function newCard({ desk, surface, me, text }: RailProps, anchor: api.Anchor): TrackCard {
  const at = surface?.place(anchor)
  const top = at && 'top' in at ? at.top : 0
  const card = <NewThread desk={desk} anchor={anchor} me={me} text={text.id} surface={surface} />
  return { id: formOf.comment(anchor), top, card }
}

interface NewThreadProps extends Pick<RailProps, 'desk' | 'me' | 'surface'> {
  readonly anchor: api.Anchor
  readonly text: string
}

function NewThread({ desk, anchor, me, text, surface }: NewThreadProps): ReactNode {
  const act = useAct(text, desk)
  const composed = useStore(desk, ({ composing }) => composing !== null && isAbout(composing, anchor))
  const close = (): void => {
    desk.set({ composing: null })
    surface?.focus()
  }
  const place = nameOf(desk, anchor.clause)
  if (!composed) return <Begun {...{ desk, anchor, place }} />
  return (
    <Compose
      {...{ desk, anchor, me, place }}
      quote={surface?.quoted(anchor) ?? anchor.quote}
      onClose={close}
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
  return (thread, wordsGone) => (
    <ThreadCard
      key={thread.id}
      desk={desk}
      thread={thread}
      active={thread.id === active}
      wordsGone={wordsGone}
      quote={surface?.quoted(thread.anchor) ?? thread.anchor.quote}
      place={nameOf(desk, thread.anchor.clause)}
      me={me}
      role={text.role}
      onAct={act}
      onActivate={() => desk.set({ activeThread: thread.id })}
      onReveal={() => surface?.revealThread(thread.anchor)}
    />
  )
}

function nameOf(desk: Desk, clause: string): string | undefined {
  return desk.get().items.find(({ id }) => id === clause)?.name
}
