/** History: what happened to a text, and the text as it stood at any time. */

import { SegmentedControl } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import type { api } from '@travaux/core'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type * as Y from 'yjs'
import { Failure, Waiting } from '../app/failure.tsx'
import { goTo } from '../app/router.tsx'
import type { Route } from '../app/route.ts'
import type { Comparer } from '../compare/comparer.ts'
import { useReachable } from '../offline/offline.tsx'
import { activityQuery, momentQuery, spanQuery } from '../wire/queries.ts'
import type { OutlineItem } from '../writing/surface.ts'
import { Activity } from './activity.tsx'
import css from './history.module.css'
import { byMoment } from './moments.ts'
import { Past } from './past.tsx'
import { Since } from './since.tsx'
import { TimeSlider } from './slider.tsx'

type HistoryRoute = Extract<Route, { kind: 'history' }>

export interface HistoryProps {
  readonly me: string
  readonly text: api.TextSummary
  readonly route: HistoryRoute
  readonly items: readonly OutlineItem[]
  /** The name of a clause that is still in the text. */
  readonly cite: (clause: string) => string | undefined
  readonly doc: Y.Doc | undefined
  readonly comparer: Comparer | null
}

export function History(props: HistoryProps): ReactNode {
  const { text, route, items, cite } = props
  const { t } = useTranslation()
  const reachable = useReachable()
  if (!reachable) return <output className={css.away}>{t('offline.history')}</output>
  return (
    <div className={css.history}>
      <Time route={route} cite={cite} />
      {route.at === undefined ? (
        // What scrolls must be reached by the keyboard.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        <div className={css.scroller} tabIndex={0}>
          <Activity text={text.id} items={items} cite={cite} />
        </div>
      ) : (
        <Then {...props} at={route.at} />
      )}
    </div>
  )
}

const views = ['activity', 'then', 'since'] as const
type View = (typeof views)[number]

/** The instruments: what to show, and of when. */
function Time({ route, cite }: Pick<HistoryProps, 'route' | 'cite'>): ReactNode {
  const { t } = useTranslation()
  const { data: span } = useQuery(spanQuery(route.text))
  const { data: activity } = useInfiniteQuery(activityQuery(route.text))
  const [at, moveTo] = useMoment(route, span?.last.at ?? 0)
  const view = viewOf(route)
  return (
    <div className={css.time}>
      <h1 className="hidden-words">{t('history.title')}</h1>
      <SegmentedControl
        className={css.views}
        aria-label={t('history.view')}
        value={view}
        data={views.map((value) => ({ value, label: t(`history.views.${value}`) }))}
        onChange={(value) => goTo(routeFor(route, value, at), { replace: true })}
      />
      {span && (
        <TimeSlider
          at={at}
          span={{ from: span.first.at, to: span.last.at }}
          done={byMoment(activity?.pages.flatMap((page) => page.lines) ?? [])}
          cite={cite}
          onMove={moveTo}
        />
      )}
    </div>
  )
}

function viewOf({ at, since = false }: HistoryRoute): View {
  if (at === undefined) return 'activity'
  return since ? 'since' : 'then'
}

function routeFor({ text }: HistoryRoute, view: string, at: number): HistoryRoute {
  return view === 'activity' ? { kind: 'history', text } : { kind: 'history', text, at, since: view === 'since' }
}

/** A moving slider asks for the text only once it rests, in milliseconds. */
const REST = 150

/** Where the slider is, at once, and the way to move it: the address follows. */
function useMoment(route: HistoryRoute, last: number): readonly [number, (at: number) => void] {
  const [moving, setMoving] = useState<number | null>(null)
  const settle = useDebouncedCallback((at: number) => {
    goTo({ ...route, at }, { replace: true })
    setMoving(null)
  }, REST)
  const move = (at: number): void => {
    setMoving(at)
    settle(at)
  }
  return [moving ?? route.at ?? last, move]
}

/** The text at a moment, by itself or against the text of now. */
function Then({ me, text, route, doc, comparer, at }: HistoryProps & { readonly at: number }): ReactNode {
  const { data: moment, error, refetch } = useQuery(momentQuery(text.id, at))
  if (!moment) return error ? <Failure error={error} onRetry={() => void refetch()} /> : <Waiting />
  if (route.since === true) return <Since moment={moment} doc={doc} comparer={comparer} />
  return <Past me={me} moment={moment} />
}
