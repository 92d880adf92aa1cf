/** Telling the shell which text this window shows: for its title, the recent texts, and the spelling. */

import { useQueryClient } from '@tanstack/react-query'
import type { api } from '@travaux/core'
import { useEffect } from 'react'
import { nameOf } from '../host/keeper.ts'
import type { Session } from '../sync/session.ts'
import { meQuery } from '../wire/queries.ts'
import { useHeldText } from './keep.tsx'
import { useOffline } from './offline.tsx'

/** What the shell is told is for convenience: a shell that could not take it loses nothing. */
const unheard = (): void => undefined

/** Tells as long as the component stands; `ready` once the text is there, which counts as having opened it. */
export function useShown(text: api.TextSummary, ready: boolean, session: Session | null): void {
  useLosses(session)
  const offline = useOffline()
  const kept = useHeldText(text.id)?.kept ?? false
  const { id, title, symbol, language } = text
  const shell = offline?.desktop.shell
  const register = offline?.register
  useEffect(() => {
    shell?.showing({ id, title, symbol, kept }).catch(unheard)
  }, [shell, id, title, symbol, kept])
  useEffect(() => () => void shell?.showing(null).catch(unheard), [shell])
  useEffect(() => void shell?.spelling(language).catch(unheard), [shell, language])
  useEffect(() => {
    if (ready) register?.change(nameOf({ ...text, id, title, symbol }), { openedAt: Date.now() }).catch(unheard)
    // Opened once, however often its summary is read again.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [register, id, ready])
}

/** A socket that is lost is the first to know that a server is gone: whether it is gets asked at once. */
function useLosses(session: Session | null): void {
  const client = useQueryClient()
  const reach = useOffline()?.desktop.reach
  useEffect(
    () =>
      session?.watch(({ kind }) => {
        if (kind === 'offline' && reach?.get().reachable === true) void client.refetchQueries(meQuery)
      }),
    [client, reach, session],
  )
}
