/** What the editor reads from the server, and under which names it is kept. */

import { api, type Draft } from '@travaux/core'
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import { z } from 'zod'
import { ask, Refusal, Unreachable } from './http.ts'

const text = (id: string): string => `/api/texts/${encodeURIComponent(id)}`

export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: ({ signal }) => ask('/api/me', api.meSchema, { signal }),
  staleTime: Infinity,
  meta: { kept: api.meSchema },
})

/** Everybody in the body: rarely changed, used for the codes of delegations. */
export const membersQuery = queryOptions({
  queryKey: ['members'],
  queryFn: ({ signal }) => ask('/api/members', z.array(api.memberSchema), { signal }),
  staleTime: 5 * 60_000,
  meta: { kept: z.array(api.memberSchema) },
})

export const textsQuery = queryOptions({
  queryKey: ['texts'],
  queryFn: ({ signal }) => ask('/api/texts', api.textListSchema, { signal }),
  refetchInterval: 30_000,
  meta: { kept: api.textListSchema },
})

export function textQuery(id: string) {
  return queryOptions({
    queryKey: ['text', id, 'summary'],
    queryFn: ({ signal }) => ask(text(id), api.textSummarySchema, { signal }),
    meta: { kept: api.textSummarySchema, text: id },
  })
}

export function threadsQuery(id: string) {
  return queryOptions({
    queryKey: ['text', id, 'threads'],
    queryFn: ({ signal }) => ask(`${text(id)}/threads`, api.threadListSchema, { signal }),
    meta: { kept: api.threadListSchema, text: id },
  })
}

/** A version's words never change: once read, they are kept. */
export function versionDraftQuery(of: Pick<api.Version, 'text' | 'id'>) {
  return queryOptions({
    queryKey: ['draft', of.text, of.id],
    queryFn: async ({ signal }): Promise<Draft> => {
      const path = `${text(of.text)}/versions/${encodeURIComponent(of.id)}/draft`
      return (await ask(path, api.draftAnswerSchema, { signal })).draft
    },
    staleTime: Infinity,
    gcTime: 10 * 60_000,
    meta: { kept: api.draftSchema, text: of.text },
  })
}

/** Everything that is read from the record of a text begins with this: it is read again as the record grows. */
export const historyKey = (id: string): readonly string[] => ['text', id, 'history']

/** Which lines of the activity to read; what is left out filters nothing. */
export type ActivityFilter = Readonly<Partial<Record<'member' | 'delegation' | 'clause' | 'kind', string>>>

/** What was done to a text, newest first, a page at a time. */
export function activityQuery(id: string, filter: ActivityFilter = {}) {
  return infiniteQueryOptions({
    queryKey: [...historyKey(id), 'activity', filter],
    queryFn: ({ signal, pageParam }) => {
      const asked = new URLSearchParams({
        ...filter,
        limit: '100',
        ...(pageParam !== null && { before: `${pageParam}` }),
      })
      return ask(`${text(id)}/activity?${asked}`, api.activityPageSchema, { signal })
    },
    initialPageParam: null as number | null,
    getNextPageParam: ({ before }) => before,
    placeholderData: keepPreviousData,
  })
}

/** From when to when a text can be read. */
export function spanQuery(id: string) {
  return queryOptions({
    queryKey: [...historyKey(id), 'span'],
    queryFn: ({ signal }) => ask(`${text(id)}/at`, api.momentSchema, { signal }),
    select: ({ first, last }) => ({ first, last }),
  })
}

/** A text as it stood at a time. */
export function momentQuery(id: string, at: number) {
  return queryOptions({
    queryKey: ['text', id, 'moment', at],
    queryFn: ({ signal }) => ask(`${text(id)}/at?at=${at}`, api.momentSchema, { signal }),
    placeholderData: keepPreviousData,
    gcTime: 60_000,
  })
}

/** The course of what is open is read again after so many milliseconds: what is open now is known here. */
const COURSE_STALE = 5 * 60_000

/** What was open in a text over time. */
export function openOverTimeQuery(id: string) {
  return queryOptions({
    queryKey: ['text', id, 'brackets'],
    queryFn: ({ signal }) => ask(`${text(id)}/brackets`, api.openOverTimeSchema, { signal }),
    staleTime: COURSE_STALE,
  })
}

/** Who wrote and deleted the words of a text. */
export function blameQuery(id: string) {
  return queryOptions({
    queryKey: [...historyKey(id), 'blame'],
    queryFn: ({ signal }) => ask(`${text(id)}/blame`, api.blameSchema, { signal }),
  })
}

/** Asks again only where asking again can help. */
export function worthRetrying(failures: number, error: Error): boolean {
  return error instanceof Unreachable && failures < 3
}

/** Whether an error says that nobody is signed in here. */
export function meansSignedOut(error: Error | null): boolean {
  return error instanceof Refusal && error.status === 401
}
