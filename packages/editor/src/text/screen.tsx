/** The screen of one text: reads what it needs, and lays the table once it is there. */

import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { api } from '@travaux/core'
import { useReducer, type ReactNode } from 'react'
import { Interlude } from '../app/failure.tsx'
import { Shell } from '../app/shell.tsx'
import { useFeed } from '../wire/feed.ts'
import { meQuery, textQuery } from '../wire/queries.ts'
import { Table, type TextRoute } from './table.tsx'

interface TextScreenProps {
  readonly me: api.Me
  readonly route: TextRoute
}

export function TextScreen({ me, route }: TextScreenProps): ReactNode {
  const { data: text, error, refetch } = useQuery(textQuery(route.text))
  const client = useQueryClient()
  const [turn, layAgain] = useReducer((known: number) => known + 1, 0)
  // A table laid anew opens the text again, which is the way on after a refusal: by then the role may be another.
  const reopen = (): void => void Promise.all([refetch(), client.refetchQueries(meQuery)]).then(layAgain)
  useFeed(route.text)
  if (text) return <Table key={turn} {...{ me, text, route }} onReopen={reopen} />
  return (
    <Shell me={me}>
      <Interlude error={error} onRetry={() => void refetch()} />
    </Shell>
  )
}
