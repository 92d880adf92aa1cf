/** What is looked for, what is found, and where in it one stands; the matches are drawn over the text while it is open. */

import type { Found, Search } from '@travaux/core'
import { useEffect, useState } from 'react'
import { useStore } from '../app/store.ts'
import { clausesUnder } from '../focus/article.ts'
import type { Desk } from '../text/desk.ts'
import type { Surface } from '../writing/surface.ts'
import { firstFrom, foundWithin, wordsToFind } from './within.ts'

export interface Finding {
  readonly search: Search
  readonly result: Found
  /** Index of the current match. */
  readonly at: number
  /** How many the last replacement replaced; null once something else was done. */
  readonly replaced: number | null
  readonly change: (change: Partial<Search>) => void
  readonly step: (by: 1 | -1) => void
  readonly replace: (by: string) => void
  readonly replaceAll: (by: string) => void
  /** Takes the replacement back that was just done; false where none was. */
  readonly takeBack: () => boolean
  /** Something else was done since the replacement. */
  readonly settle: () => void
}

const nothing: Search = { words: '', matchCase: false, wholeWord: false, pattern: false, inBrackets: false }

interface Looked {
  readonly search: Search
  readonly result: Found
  readonly at: number
  readonly replaced: number | null
}

/** The text changes beneath a search: every step looks again. A text of which one article is shown is that article. */
function look(surface: Surface, desk: Desk, search: Search): Looked {
  const { focus, items } = desk.get()
  const shown = focus === null ? null : new Set(clausesUnder(items, focus).map(({ id }) => id))
  return { search, result: foundWithin(surface.find(search), shown), at: 0, replaced: null }
}

/** Goes to a match by its index; before the first comes the last. */
function standAt(looked: Looked, at: number): Looked {
  const count = matchesOf(looked).length
  return { ...looked, at: count === 0 ? 0 : (at + count) % count }
}

/** Goes to the first match at or after the caret. */
function standAtCaret(looked: Looked, surface: Surface, desk: Desk): Looked {
  const clauses = desk.get().items.map(({ id }) => id)
  return standAt(looked, firstFrom(matchesOf(looked), clauses, surface.caret()))
}

function matchesOf({ result }: Pick<Looked, 'result'>) {
  return result.ok ? result.matches : []
}

export function useFind(surface: Surface, desk: Desk): Finding {
  const begin = (search: Search): Looked => standAtCaret(look(surface, desk, search), surface, desk)
  const again = (at: number): Looked => standAt(look(surface, desk, search), at)
  const [looked, setLooked] = useState(() => begin({ ...nothing, words: wordsToFind(surface.selectedAnchor()) }))
  const focus = useStore(desk, (state) => state.focus)
  const [lookedIn, setLookedIn] = useState(focus)
  const { search, result, at, replaced } = looked
  if (focus !== lookedIn) {
    setLookedIn(focus)
    setLooked(begin(search))
  }
  useEffect(() => surface.showMatches(matchesOf({ result }), at), [surface, result, at])
  useEffect(() => () => surface.showMatches([], -1), [surface])
  const matches = matchesOf(looked)
  return {
    ...looked,
    change: (change) => setLooked(begin({ ...search, ...change })),
    step: (by) => setLooked(again(at + by)),
    replace: (by) => {
      const match = matches[at]
      if (!match) return
      const count = surface.replace(search, [match], by)
      setLooked({ ...again(at), replaced: count })
    },
    replaceAll: (by) => {
      const count = surface.replace(search, matches, by)
      setLooked({ ...again(0), replaced: count })
    },
    takeBack: () => {
      if (replaced === null || replaced === 0) return false
      surface.undo()
      setLooked(again(at))
      return true
    },
    settle: () => setLooked({ ...looked, replaced: null }),
  }
}
