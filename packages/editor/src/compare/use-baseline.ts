/** The words of the version a text is pinned to. */

import { useQuery } from '@tanstack/react-query'
import type { api } from '@travaux/core'
import { useMemo } from 'react'
import { versionDraftQuery } from '../wire/queries.ts'
import type { Baseline } from './live.ts'

/** Null while there is no baseline, or its words are not here yet. */
export function useBaseline({ baseline }: api.TextSummary): Baseline | null {
  const { data: draft } = useQuery({
    ...versionDraftQuery(baseline ?? { text: '', id: '' }),
    enabled: baseline !== null,
  })
  const name = baseline?.id
  return useMemo(() => (name !== undefined && draft ? { name, draft } : null), [name, draft])
}
