/** The threads of a text: the server's, with this member's commands on their way already carried out. */

import { useQuery } from '@tanstack/react-query'
import type { api } from '@travaux/core'
import { useMemo } from 'react'
import { withWaiting, type ShownThread } from '../comments/overlay.ts'
import { useWaiting } from '../wire/post.tsx'
import { threadsQuery } from '../wire/queries.ts'
import { useNow } from '../words/now.ts'
import type { ThreadMark } from '../writing/surface.ts'

export function useThreads(text: string, me: api.Member): readonly ShownThread[] {
  const { data } = useQuery(threadsQuery(text))
  const waiting = useWaiting(text)
  const now = useNow()
  return useMemo(() => withWaiting(data ?? [], waiting, me, now), [data, waiting, me, now])
}

/** What the surface marks: open threads, and the active one whatever its state. */
export function marksFor(threads: readonly ShownThread[], active: string | null): readonly ThreadMark[] {
  return threads
    .filter(({ id, resolved }) => !resolved || id === active)
    .map(({ id, anchor, resolved }) => ({ thread: id, anchor, resolved }))
}
