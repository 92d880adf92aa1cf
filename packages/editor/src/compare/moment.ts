/** The text after an entry of its record, read from the server once: the past does not change. */

import { queryOptions } from '@tanstack/react-query'
import { api } from '@travaux/core'
import { ask } from '../wire/http.ts'

export function momentQuery(text: string, seq: number) {
  return queryOptions({
    queryKey: ['draft', text, `at:${seq}`],
    queryFn: ({ signal }) => ask(`/api/texts/${encodeURIComponent(text)}/at?seq=${seq}`, api.momentSchema, { signal }),
    staleTime: Infinity,
    gcTime: 10 * 60_000,
  })
}
