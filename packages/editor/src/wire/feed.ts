/** The record of a text as it grows: every entry refreshes what it changed, and stands in the history. */

import { api } from '@travaux/core'
import { useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { threadsQuery, textQuery } from './queries.ts'

/** As many entries as the history shows; the whole record stays on the server. */
const KEPT = 2000

const feedKey = (text: string): readonly string[] => ['text', text, 'feed']

/** Entries are taken together this often, in milliseconds: a reader who has just come is told many at once. */
const TOGETHER = 100

/** Follows a text's record for as long as the component stands. The browser reconnects by itself. */
export function useFeed(text: string): void {
  const client = useQueryClient()
  useEffect(() => {
    const source = new EventSource(`/api/texts/${encodeURIComponent(text)}/feed`)
    let told: api.FeedEntry[] = []
    let timer: ReturnType<typeof setTimeout> | undefined
    const takeTold = (): void => {
      timer = undefined
      takeEntries(client, text, told)
      told = []
    }
    source.addEventListener('message', ({ data }: MessageEvent<string>) => {
      const entry = readEntry(data)
      if (!entry) return
      told.push(entry)
      timer ??= setTimeout(takeTold, TOGETHER)
    })
    return () => {
      clearTimeout(timer)
      source.close()
    }
  }, [client, text])
}

/** The entries of a text that have come in so far, oldest first. */
export function useEntries(text: string): readonly api.FeedEntry[] {
  const client = useQueryClient()
  const { data } = useQuery({
    queryKey: feedKey(text),
    queryFn: () => client.getQueryData<readonly api.FeedEntry[]>(feedKey(text)) ?? [],
    staleTime: Infinity,
  })
  return data ?? []
}

function readEntry(data: string): api.FeedEntry | undefined {
  try {
    return api.feedEntrySchema.safeParse(JSON.parse(data)).data
  } catch {
    return undefined
  }
}

function takeEntries(client: QueryClient, text: string, told: readonly api.FeedEntry[]): void {
  client.setQueryData<readonly api.FeedEntry[]>(feedKey(text), (entries = []) => withEntries(entries, told))
  const tells = (kinds: RegExp): boolean => told.some(({ kind }) => kinds.test(kind))
  if (tells(/^(comment|thread)\./)) void client.invalidateQueries(threadsQuery(text))
  if (tells(/^(version|baseline|role)\./)) void client.invalidateQueries(textQuery(text))
}

/** The entries with more, in the record's order; those that came before (the stream was resumed) stand once. */
function withEntries(entries: readonly api.FeedEntry[], told: readonly api.FeedEntry[]): readonly api.FeedEntry[] {
  const bySeq = new Map([...entries, ...told].map((entry) => [entry.seq, entry]))
  return [...bySeq.values()].sort((a, b) => a.seq - b.seq).slice(-KEPT)
}
