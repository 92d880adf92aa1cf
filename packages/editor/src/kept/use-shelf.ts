/** The shelf of refused words of one text, as a component reads and changes it. */

import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo } from 'react'
import { usePorts } from '../app/ports.ts'
import { roomOf } from '../sync/address.ts'
import type { Kept, Shelf, Taken } from '../sync/kept.ts'
import type { Session } from '../sync/session.ts'

export interface KeptShelf {
  /** Newest first. */
  readonly kept: readonly Kept[]
  /** Notes that clauses of a kept state were taken over. */
  readonly take: (kept: Kept, taken: readonly Taken[]) => void
  /** Lets go of a kept state for good. */
  readonly drop: (kept: Kept) => void
}

const none: readonly Kept[] = []

/** Reads the shelf when the text is opened, and again whenever the session has set words aside. */
export function useShelf(text: string, member: string, session: Session | null): KeptShelf {
  const client = useQueryClient()
  const { host } = usePorts()
  const shelf = useMemo(() => host.openShelf(member), [host, member])
  const query = useMemo(() => keptQuery(shelf, member, text), [shelf, member, text])
  const { data: kept = none } = useQuery(query)
  useEffect(
    () =>
      session?.watch((state) => {
        if (state.kind === 'refused' && state.kept) void client.invalidateQueries(query)
      }),
    [client, query, session],
  )
  return useMemo(() => {
    const show = (change: (known: readonly Kept[]) => readonly Kept[]): unknown =>
      client.setQueryData(query.queryKey, (known: readonly Kept[] = none) => change(known))
    return {
      kept,
      take: (one, taken) => {
        const all = [...one.taken, ...taken]
        show((known) => known.map((other) => (other.id === one.id ? { ...other, taken: all } : other)))
        void shelf.note(one.id, all)
      },
      drop: ({ id }) => {
        show((known) => known.filter((other) => other.id !== id))
        void shelf.drop(id)
      },
    }
  }, [client, query, shelf, kept])
}

/** This computer answers, whether there is a network or not. */
function keptQuery(shelf: Shelf, member: string, text: string) {
  return queryOptions({
    queryKey: ['kept', member, text],
    queryFn: () => shelf.list(roomOf(text)),
    networkMode: 'always',
    structuralSharing: false,
    staleTime: Infinity,
  })
}
