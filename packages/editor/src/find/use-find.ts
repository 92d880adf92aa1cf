/**
 * What is looked for, what is found, and where in it one stands; the matches are drawn over the text while it is open.
 * The text changes beneath a search: it follows soon after, and everything that is done looks again first.
 */

import type { SearchResult, Match, Replaced, Search } from '@travaux/core'
import { useEffect, useState } from 'react'
import { behindFrame } from '../app/frame.ts'
import { useStore } from '../app/store.ts'
import { clausesUnder } from '../focus/article.ts'
import type { Desk } from '../text/desk.ts'
import type { Surface } from '../writing/surface.ts'
import { firstFrom, foundWithin, noteShown, wordsToFind, type NoteShown } from './within.ts'

export interface Finding {
  readonly search: Search
  readonly result: SearchResult
  /** Index of the current match. */
  readonly at: number
  /** What the last replacement did; null once something else was done. */
  readonly replaced: Replaced | null
  /** What stands around the current match, where that is in a footnote. */
  readonly note: NoteShown | null
  /** So much is being replaced or taken back that it takes a while. */
  readonly working: boolean
  readonly change: (change: Partial<Search>) => void
  readonly step: (by: 1 | -1) => void
  readonly replace: (by: string) => void
  readonly replaceAll: (by: string) => void
  /** Takes the replacement back that was just done; false where none was. */
  readonly takeBack: () => boolean
  /** Selects the current match in the text, where its words still stand; in a footnote, goes behind its sign. */
  readonly select: () => void
  /** Something else was done since the replacement. */
  readonly settle: () => void
}

/** Beyond so many replacements it is said that they are being made. */
const MANY = 500

const nothing: Search = { words: '', matchCase: false, wholeWord: false, pattern: false, inBrackets: false }

interface Looked {
  readonly search: Search
  readonly result: SearchResult
  readonly at: number
  /** Where the words of the current match are now; undefined where they were changed or deleted. */
  readonly here: () => Match | undefined
  /** Whether the page goes to the current match; not where only the text changed. */
  readonly goes: boolean
  readonly replaced: Replaced | null
}

/** What a search looks through. */
interface Place {
  readonly surface: Surface
  readonly desk: Desk
}

/** Stands at the first match. A text of which one article is shown is that article. */
function look({ surface, desk }: Place, search: Search): Looked {
  const { focus, items } = desk.get()
  const shown = focus === null ? null : new Set(clausesUnder(items, focus).map(({ id }) => id))
  const result = foundWithin(surface.find(search), shown)
  return standAt(surface, { search, result, at: 0, here: nowhere, goes: true, replaced: null }, 0)
}

/** A match in a footnote is where its sign is, as long as the footnote is not written again. */
function holdMatch(surface: Surface, match: Match): Looked['here'] {
  const held = surface.hold(match)
  return () => {
    const at = held()
    return at && { ...match, ...at }
  }
}

const nowhere = (): undefined => undefined

/** Goes to a match by its index; before the first comes the last. */
function standAt(surface: Surface, looked: Looked, at: number): Looked {
  const matches = matchesOf(looked)
  const index = matches.length === 0 ? 0 : (at + matches.length) % matches.length
  const match = matches[index]
  return { ...looked, at: index, here: match ? holdMatch(surface, match) : nowhere }
}

/** Goes to the first match at or after a point of the text. */
function standFrom({ surface, desk }: Place, looked: Looked, point: Match | null): Looked {
  const clauses = desk.get().items.map(({ id }) => id)
  return standAt(surface, looked, firstFrom(matchesOf(looked), clauses, point))
}

interface Again {
  readonly fresh: Looked
  /** Whether it is the same match that one stands at; else it is the one behind it. */
  readonly same: boolean
}

/** The text changes beneath a search: looks again, and stands at the match one stood at, wherever that is now. */
function lookAgain(place: Place, before: Looked): Again {
  const fresh = look(place, before.search)
  const now = before.here()
  const index = now ? matchesOf(fresh).findIndex((match) => isSame(match, now)) : -1
  if (index >= 0) return { fresh: standAt(place.surface, fresh, index), same: true }
  return { fresh: standFrom(place, fresh, now ?? matchesOf(before)[before.at] ?? null), same: false }
}

const placeOf = ({ clause, from, to, note }: Match) => [clause, from, to, note?.from, note?.to]

function isSame(a: Match, b: Match): boolean {
  return JSON.stringify(placeOf(a)) === JSON.stringify(placeOf(b))
}

/** The same search in the text as it is now, without going anywhere; the same value where it finds the same. */
function follow(place: Place, before: Looked): Looked {
  const { fresh } = lookAgain(place, before)
  const unchanged = JSON.stringify([fresh.at, fresh.result]) === JSON.stringify([before.at, before.result])
  return unchanged ? before : { ...fresh, goes: false, replaced: before.replaced }
}

function matchesOf({ result }: Pick<Looked, 'result'>) {
  return result.ok ? result.matches : []
}

function noteOf(surface: Surface, match: Match | undefined): NoteShown | null {
  const note = match?.note && surface.noteAt({ clause: match.clause, offset: match.from })
  return match?.note && note ? noteShown(note, match.note) : null
}

export function useFind(surface: Surface, desk: Desk): Finding {
  const place = { surface, desk }
  const begin = (search: Search): Looked => standFrom(place, look(place, search), surface.caret())
  const [looked, setLooked] = useState(() => begin({ ...nothing, words: wordsToFind(surface.selectedAnchor()) }))
  const { search, result, at, goes, replaced } = looked
  const again = (index: number): Looked => standAt(surface, look(place, search), index)
  /** Goes to the first of so many matches that were behind what was replaced, or was left: not to what its new words hold. */
  const onward = (fresh: Looked, behind: number): Looked => standAt(surface, fresh, matchesOf(fresh).length - behind)
  const [working, setWorking] = useState(false)
  /** Does at once what is done at once; before anything longer, a frame says so. One thing at a time. */
  const perform = (count: number, act: () => void): void => {
    if (working) return
    if (count <= MANY) return act()
    setWorking(true)
    behindFrame(() => {
      act()
      setWorking(false)
    })
  }
  const focus = useStore(desk, (state) => state.focus)
  const layout = useStore(desk, (state) => state.layout)
  const [lookedIn, setLookedIn] = useState({ focus, layout })
  if (focus !== lookedIn.focus || layout !== lookedIn.layout) {
    setLookedIn({ focus, layout })
    setLooked(focus === lookedIn.focus ? follow(place, looked) : begin(search))
  }
  useEffect(() => surface.showMatches(matchesOf({ result }), at, goes), [surface, result, at, goes])
  useEffect(() => () => surface.showMatches([], -1, false), [surface])
  return {
    ...looked,
    working,
    note: noteOf(surface, matchesOf(looked)[at]),
    change: (change) => setLooked(begin({ ...search, ...change })),
    step: (by) => {
      const { fresh, same } = lookAgain(place, looked)
      // Where the match is gone one stands behind it already.
      setLooked(same || by < 0 ? standAt(surface, fresh, fresh.at + by) : fresh)
    },
    replace: (by) => {
      const { fresh, same } = lookAgain(place, looked)
      const matches = matchesOf(fresh)
      const match = matches[fresh.at]
      if (!match || !same) return setLooked(fresh)
      const done = surface.replace(search, [match], by)
      return setLooked({ ...onward(look(place, search), matches.length - fresh.at - 1), replaced: done })
    },
    replaceAll: (by) => {
      const matches = matchesOf(look(place, search))
      perform(matches.length, () => {
        const done = surface.replace(search, matches, by)
        setLooked({ ...again(0), replaced: done })
      })
    },
    takeBack: () => {
      if (replaced === null || replaced.replaced === 0) return false
      perform(replaced.replaced, () => {
        surface.undo()
        setLooked(again(at))
      })
      return true
    },
    select: () => {
      const match = looked.here()
      // What is typed next must not take the place of a footnote of which only some words were looked for.
      if (match) surface.select(match.note ? { ...match, from: match.to } : match, { goes: false })
    },
    settle: () => setLooked({ ...looked, replaced: null }),
  }
}
