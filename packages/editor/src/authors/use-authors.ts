/** Who wrote the words of the text on the table, drawn on the surface while somebody wants to see it. */

import { useQuery } from '@tanstack/react-query'
import type { api } from '@travaux/core'
import { useEffect, useMemo } from 'react'
import { blameQuery, membersQuery } from '../wire/queries.ts'
import { useExact } from '../words/when.tsx'
import type { AuthorMark, Surface } from '../writing/surface.ts'
import { deedsOf, stretchesOf } from './stretches.ts'

export interface ReadBlame {
  readonly blame: api.Blame | undefined
  readonly error: Error | null
}

/** Reads the record while `shown`; it is read again as the record grows. */
export function useAuthors(text: string, surface: Surface | null, shown: boolean): ReadBlame {
  const { data: blame, error } = useQuery({ ...blameQuery(text), enabled: shown })
  const marks = useMarks(shown ? blame : undefined)
  useEffect(() => surface?.setAuthors(marks), [surface, marks])
  return { blame, error }
}

const none: readonly AuthorMark[] = []

function useMarks(blame: api.Blame | undefined): readonly AuthorMark[] {
  const says = useExact()
  const { data: members } = useQuery(membersQuery)
  return useMemo(() => {
    if (!blame) return none
    const deeds = deedsOf(blame)
    const codes = new Map(members?.map(({ delegation, code }) => [delegation, code]))
    return blame.clauses.map((clause) => {
      const { words, stretches } = stretchesOf(clause, deeds)
      return {
        clause: clause.clause,
        words,
        stretches: stretches.map(({ from, to, deed: { name, delegation, at } }) => ({
          from,
          to,
          delegation,
          code: codes.get(delegation) ?? delegation,
          says: `${name}, ${delegation}, ${says(at)}`,
        })),
      }
    })
  }, [blame, members, says])
}
