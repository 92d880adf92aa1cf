/** Notifications of the system for comments that concern one, while the window is not before one's eyes. */

import { useQuery } from '@tanstack/react-query'
import type { api } from '@travaux/core'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { writeRoute } from '../app/route.ts'
import { threadsQuery } from '../wire/queries.ts'
import { commentsIn, newsIn, type News } from './news.ts'
import { useOffline } from './offline.tsx'

/** What the shell could not show is in the rail of comments all the same. */
const unheard = (): void => undefined

/** Tells of news in a text, and counts what was told until the window is looked at again. */
export function useNews(text: api.TextSummary, me: api.Member): void {
  const { t } = useTranslation()
  const shell = useOffline()?.desktop.shell
  const { data: threads } = useQuery(threadsQuery(text.id))
  const known = useRef<ReadonlySet<string> | null>(null)
  const unread = useRef(0)
  useEffect(() => {
    if (!shell || !threads) return
    const news = known.current && !document.hasFocus() ? newsIn(known.current, threads, me) : []
    known.current = commentsIn(threads)
    const tell = ({ kind, comment, clause }: News): void => {
      const title = t(`offline.news.${kind}`, { name: comment.name, delegation: comment.delegation })
      const path = writeRoute({ kind: 'write', text: text.id, clause })
      shell.notify({ title, body: comment.words.slice(0, 300), path }).catch(unheard)
    }
    for (const one of news) tell(one)
    unread.current += news.length
    if (news.length > 0) shell.badge(unread.current).catch(unheard)
  }, [shell, threads, me, text.id, t])
  useEffect(() => {
    const seen = (): void => {
      if (unread.current > 0) shell?.badge(0).catch(unheard)
      unread.current = 0
    }
    window.addEventListener('focus', seen)
    return () => window.removeEventListener('focus', seen)
  }, [shell])
}
