/** The visit of a member to a text: kept on the server, and on this computer for when there is none to be reached. */

import { queryOptions, useQuery } from '@tanstack/react-query'
import { api } from '@travaux/core'
import { useCallback, useEffect, useRef, useState } from 'react'
import { ask, send } from '../wire/http.ts'
import { comeIn, laterOf, readVisit } from './visit.ts'

export interface VisitNow {
  /** Where the visit before this one ended, or null where there is nothing to tell. */
  readonly since: api.Mark | null
  /** Keeps how far the record was told of while the page is before somebody's eyes. */
  readonly keep: (head: number | undefined) => void
  /** Takes note: nothing more is told of until the next visit. */
  readonly takeNote: () => void
}

export function useVisit(text: string, member: string): VisitNow {
  const key = `travaux:seen:${member}:${text}`
  const [here, setHere] = useState(() => readVisit(localStorage.getItem(key)))
  const [noted, setNoted] = useState(false)
  const { data: there, isPending, refetch } = useQuery(visitQuery(text))
  const [arrived, setArrived] = useState(Date.now)
  const comeBack = useCallback(() => {
    setHere(readVisit(localStorage.getItem(key)))
    setArrived(Date.now())
    setNoted(false)
    void refetch()
  }, [key, refetch])
  const visible = useVisible(comeBack)
  const tell = useQuietly(useCallback((visit: api.Visit) => tellServer(text, visit), [text]))
  const since = noted || isPending ? null : comeIn(laterOf(here, there ?? null), arrived)
  const [seq, at] = [since?.seq, since?.at]
  const keep = useCallback(
    (head: number | undefined): void => {
      // What comes in behind another window has not been seen; what the server knows is read before it is written over.
      if (head === undefined || !visible || isPending) return
      const from = seq === undefined || at === undefined ? null : { seq, at }
      const visit = { since: from, last: { seq: head, at: Date.now() } }
      localStorage.setItem(key, JSON.stringify(visit))
      tell(visit)
    },
    [key, seq, at, visible, isPending, tell],
  )
  return { since, keep, takeNote: () => setNoted(true) }
}

/** Milliseconds without a new entry after which the server is told: not once for each keystroke. */
const QUIET = 2000

/** Does `work` with the last value it was given, once nothing was given for a while or the page is left. */
function useQuietly<T>(work: (value: T) => void): (value: T) => void {
  const due = useRef<() => void>(undefined)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const settle = useCallback(() => {
    clearTimeout(timer.current)
    due.current?.()
    due.current = undefined
  }, [])
  useEffect(() => settle, [settle])
  return useCallback(
    (value: T) => {
      clearTimeout(timer.current)
      due.current = () => work(value)
      timer.current = setTimeout(settle, QUIET)
    },
    [settle, work],
  )
}

function visitQuery(text: string) {
  return queryOptions({
    queryKey: ['visit', text],
    queryFn: async ({ signal }) => (await ask(pathOf(text), api.visitAnswerSchema, { signal })).visit,
    staleTime: Infinity,
    gcTime: 0,
    retry: false,
    networkMode: 'always',
  })
}

function tellServer(text: string, visit: api.Visit): void {
  // Where the server cannot be told, this computer still knows, and tells it of the next visit.
  send(pathOf(text), visit, api.visitAnswerSchema).catch(() => undefined)
}

function pathOf(text: string): string {
  return `/api/texts/${encodeURIComponent(text)}/visit`
}

/** Whether the page is before somebody's eyes; says when it comes back. */
function useVisible(onReturn: () => void): boolean {
  const [visible, setVisible] = useState(document.visibilityState === 'visible')
  useEffect(() => {
    const changed = (): void => {
      const now = document.visibilityState === 'visible'
      if (now) onReturn()
      setVisible(now)
    }
    document.addEventListener('visibilitychange', changed)
    return () => document.removeEventListener('visibilitychange', changed)
  }, [onReturn])
  return visible
}
