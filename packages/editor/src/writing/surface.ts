/** What the panels around the text may ask of the writing surface, and what it tells them. */

import type {
  api,
  Deletion,
  Footnote,
  SearchResult,
  Hand,
  Match,
  Point,
  Replaced,
  Search,
  Stretch,
  Words,
} from '@travaux/core'
import type { Awareness } from 'y-protocols/awareness'
import type * as Y from 'yjs'
import type { KnownName } from '../states/known.ts'
import type { Store } from '../app/store.ts'
import type { Called } from './called.ts'
import type { Counts } from './counts.ts'
import type { Formatting } from './formatting.ts'
import type { Slash } from './slash.ts'

/** A line of the outline, and all a panel needs to name a clause. */
export interface OutlineItem extends Called {
  readonly id: string
  readonly kind: string
  readonly depth: number
  /** `Article 5`, `2.`, `(a)`, ... */
  readonly label: string
  /** `Article 5(2)(a)`: no other clause has the same. */
  readonly citation: string
  /** Plain words of the clause, at most the first 120 characters. */
  readonly words: string
  /** Pairs of square brackets in its words. */
  readonly brackets: number
}

/** The words a thread hangs on. */
export interface ThreadMark {
  readonly thread: string
  readonly anchor: api.Anchor
  readonly resolved: boolean
}

/** The threads to be marked. */
export interface ThreadMarks {
  readonly marks: readonly ThreadMark[]
  readonly active: string | null
  /** What a comment that is being written points at. */
  readonly composing: api.Anchor | null
}

/**
 * Where a thread's words are now: found, or their clause only (`words` gone), folded away while one article
 * alone is shown, or nowhere (clause gone).
 * `top` is in pixels from the top of the surface's element.
 */
export type ThreadPlace =
  | { readonly kind: 'words'; readonly clause: string; readonly top: number }
  | { readonly kind: 'clause'; readonly clause: string; readonly top: number }
  | { readonly kind: 'folded' }
  | { readonly kind: 'nowhere' }

/** The quiet mark beside a clause that differs from the baseline. */
export interface DifferenceMark {
  readonly clause: string
  readonly change: 'amended' | 'moved' | 'added'
}

/** Who wrote the words of a clause; drawn for as long as they are still these words. */
export interface AuthorMark {
  readonly clause: string
  readonly words: string
  /** Stretches from one character to another, and what to say of each: who wrote it and when. */
  readonly stretches: readonly {
    readonly from: number
    readonly to: number
    readonly delegation: string
    readonly code: string
    readonly says: string
  }[]
}

/** Where a clause stands on the page, in pixels from the top of the surface's element. */
export interface Box {
  readonly top: number
  readonly bottom: number
}

/** A place beside words, in pixels from the upper left corner of what the surface is placed in. */
export interface Beside {
  readonly top: number
  readonly left: number
  /** Whether there is more room above the words than beneath them: then `top` is their upper edge. */
  readonly above: boolean
}

/** A clause that a reference may point at. */
export interface Choice {
  readonly id: string
  /** Its number. */
  readonly label: string
  /** Its first words. */
  readonly description: string
  readonly citation: string
}

/** A clause is being picked for a reference. */
export interface Picking extends Beside {
  readonly query: string
  readonly found: readonly Choice[]
  /** Index of the one that Enter takes. */
  readonly active: number
}

/** What the surface says by itself: of names that are offered, a bracket without a partner, the place of a clause that was cut. */
export type Says = (
  what: 'names' | 'offered' | 'alone' | 'cut' | 'cutBy',
  values?: Readonly<Record<string, string | number>>,
) => string

/** What the person points at or asks about. */
export interface Pointed extends Beside {
  readonly kind: 'reference' | 'broken' | 'term' | 'footnote' | 'nothing'
  /** The number of a reference's clause, the term, the number of a footnote. */
  readonly title: string
  readonly words: string
  /** The clause it comes from, to go to. */
  readonly clause: string | null
  /** What the clause that defines a term is called. */
  readonly from?: string
  /** Whether it was asked for by a key, and not only pointed at. */
  readonly asked: boolean
}

/** A footnote is being written. */
export interface Noting extends Beside {
  readonly words: Words
  /** Whether it is a new one. */
  readonly fresh: boolean
}

/** The pair of brackets around the caret, or the selected words, or else the whole clause, to be attributed. */
export interface Attributable {
  readonly words: string
  /** Who they are attributed to now. */
  readonly sponsors: readonly string[]
  /** Attributes these very words, wherever they are by then; false, and nothing is done, where they were changed or deleted. */
  readonly attribute: (sponsors: readonly string[]) => boolean
}

/**
 * Why a heading is no longer shown alone: the selection went out of what was shown, by what the person did or because
 * somebody else moved its clause; or the heading is no longer in the text.
 */
export type Unfolded = 'caret' | 'gone'

/**
 * The clause one wrote in was taken away by somebody else: nothing is written until it is back or the caret is put
 * somewhere.
 */
export interface Stranded {
  readonly clause: string
  /** What was typed since: written in the clause once it is back. */
  readonly kept: string
  /** Whether the caret was put elsewhere: what was kept will not be written. */
  readonly over: boolean
}

/** What a key asked for that cannot be done where the caret is. */
export type Unable = 'bracket' | 'join' | 'lift' | 'keep' | 'choose' | 'drop' | 'term' | 'visit'

/** How clauses are numbered. */
export interface Numbering {
  readonly frozen: boolean
}

/** What is not in the text of what was pasted into it. */
export interface LeftOut {
  /** Words that were struck out. */
  readonly struck: number
  /** Footnotes whose signs were copied without their words. */
  readonly notes: number
  /** Comments of another program. */
  readonly remarks: number
  /** Tables that came as lines. */
  readonly tables: number
  /** Subscripts that came as plain words. */
  readonly lowered: number
}

export interface SurfaceEvents {
  /** The structure or the words of the outline changed. At most once a frame. */
  readonly outline: (items: readonly OutlineItem[]) => void
  /** The caret moved: its clause, and the anchor of the selected words if any are selected within one clause. */
  readonly selection: (clause: string | null, anchor: api.Anchor | null) => void
  /**
   * The clause at the top of the visible part, and the one that is written or read there: that of the caret where its line
   * is in sight, else the one at the top. At most once a frame while scrolling.
   */
  readonly scrolled: (top: string, here: string) => void
  /** Threads may have moved on the page: ask `place` again. At most once a frame. */
  readonly layout: () => void
  /** Somebody pressed words that threads hang on. */
  readonly threadPressed: (thread: string) => void
  /** Somebody pressed a clause's difference mark. */
  readonly differencePressed: (clause: string) => void
  /** Somebody wants to say who a bracketed wording is attributed to. */
  readonly attributing: () => void
  /** Somebody asked by a key or by name for what cannot be done there. */
  readonly unable: (what: Unable) => void
  /** The whole text is shown again, and not because it was asked for. */
  readonly unfolded: (why: Unfolded) => void
  /** Escape was pressed in the text and nothing in it had a use for it. */
  readonly escaped: () => void
  /** Somebody typed where they may only read. */
  readonly refusedTyping: () => void
  /** Somebody else took away the clause that the person here writes in; null once there is nothing to say of it. */
  readonly stranded: (stranded: Stranded | null) => void
  /** So many clauses are being pasted, which takes a while; null once that is over. */
  readonly pasting: (clauses: number | null) => void
  /** Something was pasted, without what is counted here. */
  readonly leftOut: (leftOut: LeftOut) => void
  /** What was pasted stands elsewhere than at the caret: behind a clause of this name. */
  readonly landed: (behind: string) => void
  /** A clause is being picked for a reference, or no longer. */
  readonly picking: (picking: Picking | null) => void
  /** The pointer rests on what has more to say, or no longer; or a key asked about it. */
  readonly pointed: (pointed: Pointed | null) => void
  /** A footnote is being written, or no longer. */
  readonly noting: (noting: Noting | null) => void
  /** The footnotes of the text changed. At most once a frame. */
  readonly notes: (notes: readonly Footnote[]) => void
}

export interface SurfaceOptions {
  /** Empty element that the surface fills; its nearest scrolling ancestor is `scroller`. */
  readonly mount: HTMLElement
  readonly scroller: HTMLElement
  readonly doc: Y.Doc
  readonly awareness: Awareness
  /** From the session: calls back before anything from elsewhere is applied to the document. */
  readonly beforeReceive: (listener: () => void) => () => void
  /** Member id of the person at this surface. */
  readonly member: string
  /** What an empty clause says, by kind. */
  readonly placeholder: (kind: string) => string
  /** What a footnote is called by those who hear the page. */
  readonly footnoteName: (number: number) => string
  readonly says: Says
  /** Accessible name of the text box: the text's title. */
  readonly label: string
  readonly language: string
  readonly editable: boolean
  readonly events: SurfaceEvents
}

/** What can be done to the text by name, from a menu or the palette, as well as by a key. */
export const surfaceCommands = [
  'undo',
  'redo',
  'strong',
  'em',
  'underline',
  'superscript',
  'term',
  'reference',
  'footnote',
  'clearFormats',
  'indent',
  'outdent',
  'moveUp',
  'moveDown',
  'bracket',
  'attribute',
  'lift',
  'keep',
  'offer',
  'choose',
  'drop',
] as const
export type SurfaceCommand = (typeof surfaceCommands)[number]

export interface Surface {
  /** Does it where the caret is; false where it cannot be done there or the person may only read. */
  readonly command: (name: SurfaceCommand) => boolean
  readonly setEditable: (editable: boolean) => void
  /** Names to offer where an attribution is typed, the likeliest first. */
  readonly setNames: (names: readonly KnownName[]) => void
  /** Holds what an attribution would be put on from now on; null where there are no words or the person may only read. */
  readonly attributable: () => Attributable | null
  readonly setThreads: (threads: ThreadMarks) => void
  readonly setDifferences: (marks: readonly DifferenceMark[]) => void
  /** Shows a heading and what is beneath it alone, for as long as the selection stays in it; or the whole text again. */
  readonly setFocus: (heading: string | null) => void
  /** Notes where the line one looks at is on the screen; what it gives scrolls that line back to there. */
  readonly steady: () => () => void
  readonly setAuthors: (marks: readonly AuthorMark[]) => void
  readonly place: (anchor: api.Anchor) => ThreadPlace
  /** Anchor of the selected words, or null where nothing is selected within one clause. */
  readonly selectedAnchor: () => api.Anchor | null
  /** Tells at once of a selection that the next frame would tell of: for what a key asks about the place where it was pressed. */
  readonly tellSelection: () => void
  /** Where the selection begins, as a stretch without words; null where it begins in no clause. */
  readonly caret: () => Match | null
  /** Where a clause is drawn, or null where it is not shown. */
  readonly box: (clause: string) => Box | null
  /** The clauses that the selection runs across, in reading order; none where it stays within one. */
  readonly crossed: () => readonly string[]
  /** Whether more than a caret is selected. Asks the browser nothing. */
  readonly isSelecting: () => boolean
  /** What the selected words are, or null where nothing is selected. */
  readonly formatting: () => Formatting | null
  readonly slash: Slash
  /** How long the text and the selection are; follows changes in idle moments. */
  readonly counts: Store<Counts>
  /** Jumps to a clause, and with `focus` puts the caret into it; false where the text has no such clause. */
  readonly revealClause: (clause: string, focus?: boolean) => boolean
  /** Keeps the caret of a member in sight from now on, or nobody's any more. */
  readonly follow: (member: string | null) => void
  readonly revealThread: (anchor: api.Anchor) => void
  readonly find: (search: Search) => SearchResult
  /** Holds words, or the sign of a footnote: finds where these very ones are from now on, undefined where they were changed or deleted. */
  readonly hold: (stretch: Stretch) => () => Stretch | undefined
  /** The footnote whose sign stands at a place; undefined where none does. */
  readonly noteAt: (sign: Point) => Footnote | undefined
  /** Draws matches over the text, one of them as the current one, and brings that one into view if the view `goes` there. */
  readonly showMatches: (matches: readonly Match[], current: number, goes: boolean) => void
  /** Replaces matches in one step for undo; none where the person may only read. */
  readonly replace: (search: Search, matches: readonly Match[], by: string) => Replaced
  /** What was deleted and can be restored, the last deleted first. */
  readonly deleted: () => readonly Deletion[]
  /** Restores clauses in one step for undo, and goes to the first of them. */
  readonly restore: (clauses: readonly string[]) => void
  /** Whether numbers are frozen, so that what is inserted becomes *bis*. */
  readonly numbering: Store<Numbering>
  /** Freezes the numbers as they stand, or counts all clauses anew. */
  readonly setFrozen: (frozen: boolean) => void
  /** Changes the text as the person here would, in one step for undo; nothing where they may only read. */
  readonly change: (act: (hand: Hand) => void) => void
  /** The words of a stretch as they are shown, references written out. */
  readonly wordsOf: (words: Match) => string
  /** The words a thread hangs on, as they are shown where they still stand. */
  readonly quoted: (anchor: api.Anchor) => string
  /**
   * Goes to words of a clause and selects them; to the clause where it no longer has so many. Where it does not `go`, the
   * page moves only as far as they are out of sight.
   */
  readonly select: (words: Match, how?: { readonly goes: boolean }) => void
  /** Puts a reference in place of typed words; false where those are no longer there or the person may only read. */
  readonly makeLive: (typed: Match & { readonly words: string }, target: string) => boolean
  /** Shows what the reference, the footnote or the defined term at the caret says; false where there is none. */
  readonly explain: () => boolean
  /**
   * Ends writing a footnote: with these words, with none (it goes), or as it was. False where its place was deleted: then
   * it stays open.
   */
  readonly writeNote: (words?: Words) => boolean
  /** Takes a clause that is being picked. */
  readonly pick: (clause: string) => void
  readonly undo: () => void
  readonly redo: () => void
  readonly focus: () => void
  /** Lets the text have a key that was pressed elsewhere, and the focus with it. */
  readonly press: (event: KeyboardEvent) => void
  readonly destroy: () => void
}

/** How a surface is made (`open.ts`). */
export type OpenSurface = (options: SurfaceOptions) => Surface
