/** The record of a text as it grows: every entry refreshes what it changed. */

import { api } from '@travaux/core'
import { skipToken, useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { historyKey, threadsQuery, textQuery } from './queries.ts'

/** Entries are taken together this often, in milliseconds: a reader who has just come is told many at once. */
const TOGETHER = 100
/** Readings of the record cost more than the rest: they and its length are refreshed this often, in milliseconds. */
const READ_AGAIN = 1000

/** A feed that was answered with an error is opened again after so many milliseconds. */
const OPEN_AGAIN = 5000

/** Follows a text's record for as long as the component stands. */
export function useFeed(text: string): void {
  const client = useQueryClient()
  useEffect(() => {
    let told: api.FeedEntry[] = []
    let timer: ReturnType<typeof setTimeout> | undefined
    let rereading: ReturnType<typeof setTimeout> | undefined
    let head = 0
    const readAgain = (): void => {
      rereading = undefined
      client.setQueryData<number>(headKey(text), (known = 0) => Math.max(known, head))
      void client.invalidateQueries({ queryKey: historyKey(text) })
    }
    const takeTold = (): void => {
      timer = undefined
      head = Math.max(head, told.at(-1)?.seq ?? 0)
      rereading ??= setTimeout(readAgain, READ_AGAIN)
      takeEntries(client, text, told)
      told = []
    }
    const close = follow(`/api/texts/${encodeURIComponent(text)}/feed`, (data) => {
      const entry = readEntry(data)
      if (!entry) return
      told.push(entry)
      timer ??= setTimeout(takeTold, TOGETHER)
    })
    return () => {
      clearTimeout(timer)
      clearTimeout(rereading)
      close()
    }
  }, [client, text])
}

/** Hears a feed. The browser reconnects by itself where the connection broke, but not where the answer was an error. */
function follow(path: string, hear: (data: string) => void): () => void {
  let source: EventSource
  let timer: ReturnType<typeof setTimeout> | undefined
  const open = (): void => {
    source = new EventSource(path)
    source.addEventListener('message', ({ data }: MessageEvent<string>) => hear(data))
    source.addEventListener('error', () => {
      if (source.readyState === EventSource.CLOSED) timer = setTimeout(open, OPEN_AGAIN)
    })
  }
  open()
  return () => {
    clearTimeout(timer)
    source.close()
  }
}

const headKey = (text: string): readonly string[] => ['text', text, 'head']

/** The last entry of the record that this page was told of; undefined until it was told of one. */
export function useHead(text: string): number | undefined {
  const { data } = useQuery<number>({ queryKey: headKey(text), queryFn: skipToken, staleTime: Infinity })
  return data
}

function readEntry(data: string): api.FeedEntry | undefined {
  try {
    return api.feedEntrySchema.safeParse(JSON.parse(data)).data
  } catch {
    return undefined
  }
}

function takeEntries(client: QueryClient, text: string, told: readonly api.FeedEntry[]): void {
  const tells = (kinds: RegExp): boolean => told.some(({ kind }) => kinds.test(kind))
  if (tells(/^(comment|thread)\./)) void client.invalidateQueries(threadsQuery(text))
  if (tells(/^(version|baseline|role)\./)) void client.invalidateQueries(textQuery(text))
}
