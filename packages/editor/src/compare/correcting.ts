/** What a person can do about a pair from where it is shown: correct it, or look at the history of its clause. */

import type { Pair } from '@travaux/core'
import { createContext, useContext } from 'react'
import type { Route } from '../app/route.ts'

export interface Correcting {
  /** Says of an old and a new clause that they belong together, do not, or shall be left to the comparison. */
  readonly correct: ((clauses: readonly [string, string], as: 'joined' | 'parted' | 'found') => void) | null
  /** Everything that a clause could be joined with. */
  readonly pairs: readonly Pair[]
  /** Where the history of a clause is shown. */
  readonly historyOf: (clause: string) => Route
}

const CorrectingContext = createContext<Correcting | null>(null)

export const CorrectingProvider = CorrectingContext.Provider

/** Null where a comparison is only shown. */
export function useCorrecting(): Correcting | null {
  return useContext(CorrectingContext)
}
