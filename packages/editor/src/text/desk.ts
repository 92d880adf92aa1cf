/** What lies on the working table of one text: where the person is, what is selected, which thread is open. */

import type { api, Footnote } from '@travaux/core'
import { openStore, type Store } from '../app/store.ts'
import type { Drafts } from '../comments/drafts.ts'
import type { LeftOut, Noting, OutlineItem, Picking, Pointed, Stranded, Unfolded } from '../writing/surface.ts'

export interface DeskState {
  readonly items: readonly OutlineItem[]
  /** The clause at the top of what is visible. */
  readonly top: string | null
  /** How many pixels the head of a long text was scrolled while the rest was on its way. */
  readonly headTop: number
  /** The clause that is written or read: that of the caret where it is in sight, else the one at the top. */
  readonly here: string | null
  /** The clause the caret is in. */
  readonly caret: string | null
  /** Words selected within one clause. */
  readonly selected: api.Anchor | null
  /** Counts up whenever threads may have moved on the page. */
  readonly layout: number
  readonly activeThread: string | null
  /** What a comment being written points at. */
  readonly composing: api.Anchor | null
  /** Whether the form of that comment is to take the keys, which it has not done yet. */
  readonly called: boolean
  /** What was written in the forms of the rail and not sent. */
  readonly drafts: Drafts
  /** The clause whose difference from the baseline is open. */
  readonly difference: string | null
  /** The panel that is open over the text; `kept` and `deleted` are such on wide screens too. */
  readonly drawer: 'outline' | 'comments' | 'versions' | 'kept' | 'deleted' | null
  /** Whether the list of what is wrong with the text is open in place of the comments. */
  readonly checks: boolean
  /** The clause that is being picked for a reference. */
  readonly picking: Picking | null
  /** What the pointer rests on, or a key asked about. */
  readonly pointed: Pointed | null
  /** The footnote that is being written. */
  readonly noting: Noting | null
  readonly notes: readonly Footnote[]
  /** Whether the words are coloured by who wrote them. */
  readonly authors: boolean
  /** Whether the form is open that says who a bracketed wording is attributed to. */
  readonly attributing: boolean
  /** The article that alone is shown. */
  readonly focus: string | null
  /** Why the whole text is shown again though nobody asked for it, until that is read. */
  readonly unfolded: Unfolded | null
  /** Member id of whom the view follows. */
  readonly following: string | null
  /** The clause that the caret and the keys are to go to, as soon as the page is there. */
  readonly bound: { readonly clause: string } | null
  /** The clause that the address names and the text has not. */
  readonly missing: string | null
  /** The clause that was taken away by somebody else while it was written in. */
  readonly stranded: Stranded | null
  /** How many clauses are being pasted, where that takes a while. */
  readonly pasting: number | null
  /** What was left out of what was pasted last, until that is read. */
  readonly leftOut: LeftOut
  /** Clauses that somebody else deleted with words in them that were written here and not saved yet. */
  readonly buried: readonly string[]
  /** Whether somebody has typed here where they may only read. */
  readonly refusedTyping: boolean
}

export const nothingLeftOut: LeftOut = { struck: 0, notes: 0, remarks: 0, tables: 0, lowered: 0 }

export type Desk = Store<DeskState>

/** A desk with what was left on it. */
export function openDesk(drafts: Drafts = {}): Desk {
  return openStore<DeskState>({
    items: [],
    top: null,
    headTop: 0,
    here: null,
    caret: null,
    selected: null,
    layout: 0,
    activeThread: null,
    composing: null,
    called: false,
    drafts,
    difference: null,
    drawer: null,
    checks: false,
    picking: null,
    pointed: null,
    noting: null,
    notes: [],
    authors: false,
    attributing: false,
    focus: null,
    unfolded: null,
    following: null,
    bound: null,
    missing: null,
    stranded: null,
    pasting: null,
    leftOut: nothingLeftOut,
    buried: [],
    refusedTyping: false,
  })
}

/** Begins a comment on the selected words, or on the clause of the caret; false where there is neither. */
export function beginComment(desk: Desk): boolean {
  const { selected, caret } = desk.get()
  const anchor = selected ?? (caret === null ? null : wholeClause(caret))
  if (anchor) composeComment(desk, anchor)
  return anchor !== null
}

/** The rail of comments in sight: on a narrow screen its drawer, on a wide one nothing in its place. */
const railInSight = { drawer: 'comments', checks: false, authors: false } as const satisfies Partial<DeskState>

/** Opens the form of a comment on what an anchor points at: it takes the keys, also where it is open already. */
export function composeComment(desk: Desk, anchor: api.Anchor): void {
  desk.set({ ...railInSight, composing: anchor, called: true, activeThread: null })
}

/** Opens a thread in the rail. */
export function showThread(desk: Desk, thread: string): void {
  desk.set({ ...railInSight, composing: null, activeThread: thread })
}

/** Opens or closes the list of what is wrong with the text. */
export function toggleChecks(desk: Desk): void {
  desk.set({ checks: !desk.get().checks, authors: false, drawer: null })
}

/** Opens or closes who wrote the text. */
export function toggleAuthors(desk: Desk): void {
  desk.set({ authors: !desk.get().authors, checks: false, drawer: null })
}

/** An anchor that points at a clause and none of its words in particular. */
export function wholeClause(clause: string): api.Anchor {
  return { clause, quote: '', before: '', after: '' }
}
