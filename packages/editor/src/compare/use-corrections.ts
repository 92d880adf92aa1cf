/** The corrections of a comparison: read from the record, made by a command, shared by everybody. */

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { allows, api, correctionsOf, optionsFrom, type CompareOptions } from '@travaux/core'
import { useMemo } from 'react'
import { ask } from '../wire/http.ts'
import { usePost } from '../wire/post.tsx'
import type { Correcting } from './correcting.ts'

/** Beneath what is read again as the record grows: somebody else's correction shows here too. */
const key = (text: string): readonly string[] => ['text', text, 'history', 'corrections']

export interface Corrections {
  readonly list: readonly api.Correction[]
  /** What the comparison is told of them; the same value as long as they say the same. */
  readonly options: CompareOptions
  /** Null for those who may not. */
  readonly correct: Correcting['correct']
}

/** Everything that was said of comparisons of a text. */
function useSaid(text: string) {
  return useQuery({
    queryKey: key(text),
    queryFn: ({ signal }) =>
      ask(`/api/texts/${encodeURIComponent(text)}/corrections`, api.correctionListSchema, { signal }),
    meta: { kept: api.correctionListSchema, text },
  })
}

/** What the comparisons of each state with the next are told; the same list as long as it says the same. */
export function useStepCorrections(text: string, states: readonly string[]): readonly CompareOptions[] {
  const { data } = useSaid(text)
  const written = JSON.stringify(
    states
      .slice(1)
      .map((current, at) => optionsFrom(correctionsOf(data ?? [], { old: states[at] ?? '', new: current }))),
  )
  return useMemo(() => JSON.parse(written) as CompareOptions[], [written])
}

export function useCorrections(text: api.TextSummary, old: string, current: string): Corrections {
  const client = useQueryClient()
  const post = usePost(text.id)
  const { data } = useSaid(text.id)
  const list = useMemo(() => correctionsOf(data ?? [], { old, new: current }), [data, old, current])
  const written = JSON.stringify(optionsFrom(list))
  const options = useMemo(() => JSON.parse(written) as CompareOptions, [written])
  const refresh = (): Promise<void> => client.invalidateQueries({ queryKey: key(text.id) })
  const correct: Correcting['correct'] = (clauses, as) => {
    void post({ type: 'comparison.correct', old, new: current, clauses: [...clauses], as }).then(refresh, refresh)
  }
  return { list, options, correct: allows(text.role, 'comparison.correct') ? correct : null }
}
