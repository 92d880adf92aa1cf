/** The words of sides: the living text is with the worker already, everything else is read from the server once. */

import { useQueries, type QueryClient, useQueryClient } from '@tanstack/react-query'
import type { Draft } from '@travaux/core'
import { useMemo } from 'react'
import { versionDraftQuery } from '../wire/queries.ts'
import type { Source } from './comparer.ts'
import { momentQuery } from './moment.ts'
import type { Choice } from './sides.ts'

export interface Sources {
  /** In the order of the choices; empty until all are here. The same list until one changes. */
  readonly sources: readonly Source[]
  /** How many are here. */
  readonly read: number
  readonly failure: string | undefined
}

/** Reads the words of every choice. */
export function useSources(text: string, choices: readonly Choice[]): Sources {
  const client = useQueryClient()
  const results = useQueries({
    queries: choices.map((choice) => ({
      queryKey: ['source', text, choice.value],
      queryFn: () => readSource(client, text, choice),
      staleTime: Infinity,
    })),
  })
  const here = results.flatMap(({ data }) => data ?? [])
  const key = results.length === here.length ? choices.map(({ value }) => value).join('\n') : null
  // The words behind a name never change: the names tell the lists apart.
  // oxlint-disable-next-line react-hooks/exhaustive-deps
  const sources = useMemo(() => (key === null ? [] : here), [key])
  return { sources, read: here.length, failure: results.find(({ error }) => error !== null)?.error?.message }
}

async function readSource(client: QueryClient, text: string, choice: Choice): Promise<Source> {
  if (choice.kind === 'living') return { kind: 'living' }
  return { kind: 'draft', name: choice.value, draft: await readDraft(client, text, choice) }
}

async function readDraft(
  client: QueryClient,
  text: string,
  choice: Exclude<Choice, { kind: 'living' }>,
): Promise<Draft> {
  if (choice.kind === 'version') return client.fetchQuery(versionDraftQuery(choice.version))
  return (await client.fetchQuery(momentQuery(text, choice.seq))).draft
}
