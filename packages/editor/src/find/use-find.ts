/** What is looked for, what is found, and where in it one stands; the matches are drawn over the text while it is open. */

import type { Found, Search } from '@travaux/core'
import { useEffect, useState } from 'react'
import type { Surface } from '../writing/surface.ts'

export interface Finding {
  readonly search: Search
  readonly result: Found
  /** Index of the current match. */
  readonly at: number
  /** How many the last replacement replaced. */
  readonly replaced: number | null
  readonly change: (change: Partial<Search>) => void
  readonly step: (by: 1 | -1) => void
  readonly replace: (by: string) => void
  readonly replaceAll: (by: string) => void
}

const nothing: Search = { words: '', matchCase: false, wholeWord: false, pattern: false, inBrackets: false }

interface Looked {
  readonly search: Search
  readonly result: Found
  readonly at: number
  readonly replaced: number | null
}

/** The text changes beneath a search: every step looks again. */
function look(surface: Surface, search: Search, at: number, replaced: number | null = null): Looked {
  const result = surface.find(search)
  const count = result.ok ? result.matches.length : 0
  return { search, result, at: count === 0 ? 0 : (at + count) % count, replaced }
}

export function useFind(surface: Surface): Finding {
  const [looked, setLooked] = useState<Looked>(() => look(surface, nothing, 0))
  const { search, result, at } = looked
  useEffect(() => surface.showMatches(result.ok ? result.matches : [], at), [surface, result, at])
  useEffect(() => () => surface.showMatches([], -1), [surface])
  const matches = result.ok ? result.matches : []
  return {
    ...looked,
    change: (change) => setLooked(look(surface, { ...search, ...change }, 0)),
    step: (by) => setLooked(look(surface, search, at + by)),
    replace: (by) => {
      const match = matches[at]
      if (match) setLooked(look(surface, search, at, surface.replace(search, [match], by)))
    },
    replaceAll: (by) => setLooked(look(surface, search, 0, surface.replace(search, matches, by))),
  }
}
