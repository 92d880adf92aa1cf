/** The names a wording of this text can be attributed to: the delegations of the body first, then States and groups. */

import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { membersQuery } from '../wire/queries.ts'
import { isKnown, statesIn, type KnownName } from './known.ts'

export function useNames(language: string): readonly KnownName[] {
  const { data: members } = useQuery(membersQuery)
  const { data: states } = useQuery({
    queryKey: ['states', language],
    queryFn: () => statesIn(language),
    staleTime: Infinity,
  })
  return useMemo(() => {
    const delegations = new Map((members ?? []).map(({ delegation, code }) => [delegation, { name: delegation, code }]))
    const own = [...delegations.values()].toSorted((a, b) => a.name.localeCompare(b.name, language))
    return [...own, ...(states ?? []).filter(({ name }) => !isKnown(own, name))]
  }, [members, states, language])
}
