/** One's own words in a text that belong beside characters which others carried elsewhere. */

import * as Y from 'yjs'
import { charactersOf, idKey, isSame, isStanding, standings, type CharacterId } from '../yjs/items.ts'
import { storedClauses } from '../yjs/read.ts'
import { clauseIdOf, goneOf, type YClause } from '../yjs/stored.ts'
import { firstOf } from './copies.ts'
import type { Journeys } from './journeys.ts'
import { isKnown } from './known.ts'

/** Where a character stands now that another carried. */
export interface Home {
  readonly text: Y.Text
  readonly id: CharacterId
  /** What another did that had it carried there (`actOf`). */
  readonly act: string | undefined
  /** Whether what has gone along with that act before does not do so again. */
  readonly once: boolean
  /** Whether it was deleted, and is written again (`Copy`). */
  readonly again: boolean
}

/** Where a character stands that was carried elsewhere, by anything that it ever was. */
export type HomeOf = (id: CharacterId) => Home | undefined

/** Own characters, side by side, and where they belong. */
export interface Stray {
  readonly characters: readonly [Character, ...Character[]]
  readonly home: Home
  readonly side: 'before' | 'behind'
}

export interface Character {
  readonly id: CharacterId
  /** Where it stands in the text, or would if it were not deleted. */
  readonly index: number
}

interface Stored extends Character {
  readonly deleted: boolean
  readonly home: Home | undefined
  /** Whether it stands elsewhere in this text, and what stands behind it is for that not to be led on by what is before. */
  readonly leads: boolean
}

/** One that was carried elsewhere. */
type Gone = Stored & { readonly home: Home }

const isGone = (one: Stored): one is Gone => one.home !== undefined

/** What is known of characters, and which of one's own are asked for. */
export interface Search {
  readonly homeOf: HomeOf
  readonly past: Journeys
  readonly may?: (id: CharacterId) => boolean
  /** Whether a character stands elsewhere in this text (`Stored`). */
  readonly leads?: (id: CharacterId) => boolean
  /** Whether only those belong elsewhere that stood behind a character which does, not those before one. */
  readonly onlyBehind?: boolean
}

/** The first own words that have to go. Cost: one pass over the characters of the text. */
export function strayIn(
  text: Y.Text,
  { homeOf, past, may = () => true, leads = () => false, onlyBehind = false }: Search,
): Stray | undefined {
  const { doc } = text
  if (!doc) return undefined
  const all = storedIn(text, { homeOf, leads })
  const isOwn = (one: Stored | undefined): boolean =>
    one?.deleted === false && one.id.client === doc.clientID && may(one.id)
  /** Whether it is deleted, and stands nowhere else: what is on both sides of it is side by side. */
  const isNowhere = (one: Stored | undefined): boolean =>
    one?.deleted === true && !one.home && !one.leads && !past.standsOutside(text, one.id)
  for (let from = 0; from < all.length; from++) {
    if (!isOwn(all[from])) continue
    let to = from + 1
    for (let at = to; isOwn(all[at]) || isNowhere(all[at]); at++) if (isOwn(all[at])) to = at + 1
    const own = all.slice(from, to).filter(isOwn)
    const stray = strayOf({ all, from, to, own, text, past, onlyBehind })
    if (stray) return stray
    from = to
  }
  return undefined
}

/** Every character of a text. */
function storedIn(text: Y.Text, { homeOf, leads }: Required<Pick<Search, 'homeOf' | 'leads'>>): Stored[] {
  return [...standings(text)].flatMap(({ index, deleted, ...span }) =>
    charactersOf(span).map((id, nth) => ({
      id,
      index: deleted ? index : index + nth,
      deleted,
      home: homeOf(id),
      leads: deleted && leads(id),
    })),
  )
}

/** Own characters, from one place up to another of all that are stored in a text. */
interface Run {
  readonly all: readonly Stored[]
  readonly from: number
  readonly to: number
  readonly own: readonly Stored[]
  readonly text: Y.Text
  readonly past: Journeys
  readonly onlyBehind: boolean
}

function strayOf(run: Run): Stray | undefined {
  const { own, past } = run
  const left = goneBefore(run)
  if (left.gone) {
    const goes = !isLeftBy(own[0], left.gone, past) && isElsewhere(run, left.gone.home)
    return goes ? stray(run, left.gone, 'behind') : undefined
  }
  if (run.onlyBehind) return undefined
  const next = left.isEdge ? goneBehind(run) : undefined
  const written = leading(run, ({ id }) => !past.wasPut(id))
  if (next && !isLeftBy(own.at(-1), next, past) && isBehind(run, next.home)) return stray(run, next, 'before')
  const back = returning(run)
  if (back) return back
  const carried = overtaking(run, written.length === 0)
  return carried && stray({ ...run, own: own.slice(0, written.length || own.length) }, carried, 'before')
}

/** The last of these that came from where what they stand before went back to, and that nobody here put elsewhere. */
function returning(run: Run): Stray | undefined {
  const { own, text, past } = run
  const next = goneBehind(run)
  const me = text.doc?.clientID
  if (!next || me === undefined) return undefined
  const stays = ({ id }: Stored): boolean => past.wasPutBy(me, id) || !past.cameBy(id, next.home.text)
  const back = own.slice(own.findLastIndex(stays) + 1)
  return back.length > 0 ? stray({ ...run, own: back }, next, 'before') : undefined
}

function stray(run: Run, gone: Gone, side: Stray['side']): Stray | undefined {
  const { home } = gone
  const [first, ...rest] = leading(run, ({ id }) => mayGo(run.past, id, gone, side))
  const goes = first && (side === 'behind' || rest.length + 1 === run.own.length)
  return goes ? { characters: [first, ...rest], home, side } : undefined
}

/**
 * Whether a text was joined to another, or is read behind the one where a character stands, which does not itself follow
 * these: nor is there by what they were written after, an act of their own writer.
 */
function isBehind({ own, text, past }: Run, home: Home): boolean {
  const last = own.at(-1)
  const { doc } = text
  if (!last || !doc || past.cameBy(last.id, home.text)) return false
  // Wherever that was put since.
  if (isJoined(text)) return true
  if (home.act !== undefined && firstOf(home.act).client === doc.clientID) return false
  const ids = [text, home.text].map((one) => clauseIdOf(one))
  // What was joined on to a clause that is deleted now is deleted with that.
  const order = storedClauses(doc).map(({ clause }) => clause.id)
  const [here, there] = ids.map((id) => order.findIndex((one) => one === id))
  return here !== undefined && there !== undefined && there >= 0 && here > there
}

/** Whether whoever carried on what a character stands beside left it where it is: that one knew of it. */
function isLeftBy(own: Stored | undefined, { home: { act } }: Gone, past: Journeys): boolean {
  return own !== undefined && act !== undefined && isKnown(past.knownTo(act), own.id)
}

/** Whether a text is of a clause that was joined to another. */
export function isJoined({ parent }: Y.Text): boolean {
  const into = goneOf(parent as YClause)?.into
  return into !== undefined && into !== ''
}

/**
 * What has gone with an act, and was carried on since, does not follow what only went along with that; but once more what
 * stands behind that, where another act had brought both here, and one of the two was another's.
 */
function mayGo(past: Journeys, id: CharacterId, gone: Gone, side: Stray['side']): boolean {
  const { act, once } = gone.home
  const times = act === undefined || !once ? 0 : past.timesCarried(act, id)
  const last = past.lastActOf(id)
  if (times !== 1 || act === undefined || last === undefined) return times === 0
  if (side === 'before' || last === act || last !== past.lastActOf(gone.id)) return false
  return [act, last].some((one) => firstOf(one).client !== past.doc.clientID)
}

/** Whether a character stands in another text, or not directly before these. */
function isElsewhere({ all, from, text }: Run, home: Home): boolean {
  const before = all.slice(0, from).findLast(({ deleted }) => !deleted)
  return home.text !== text || !before || !isSame(before.id, home.id)
}

function leading({ own }: Run, holds: (one: Stored) => boolean): readonly Stored[] {
  const end = own.findIndex((one) => !holds(one))
  return end < 0 ? own : own.slice(0, end)
}

/**
 * The nearest that went elsewhere of what was deleted directly before these, unless they stand in front of it as what
 * another copied them as; or whether the text begins there. Before what was carried here there may stand what has yet to be
 * taken along by its writer.
 */
function goneBefore({ all, from, text, past, onlyBehind }: Run): { gone?: Gone; isEdge: boolean } {
  const first = all[from]
  const rivals = first ? past.rivalsOf(first.id) : []
  const wasCarried = first !== undefined && past.partedFrom(first.id) !== undefined
  for (let at = from - 1; ; at--) {
    const one = all[at]
    if (one?.deleted === false && wasCarried && isWaiting(one.id, past)) continue
    if (!one?.deleted) return { isEdge: one === undefined }
    if (one.leads) return { isEdge: false }
    if (!isGone(one) || one.home.again) continue
    // What they stood before is before them only as what it was.
    if (onlyBehind && first && one.home.text === text && past.precedes(first.id, one.home.id) === true) continue
    const isAhead = rivals.length > 0 && all.slice(0, at).some(({ id }) => rivals.some((rival) => isSame(rival, id)))
    return isAhead ? { isEdge: false } : { gone: one, isEdge: false }
  }
}

/**
 * The next that went elsewhere of what was deleted directly behind, unless there is what went elsewhere before, or what
 * stands in front of these now: that these stand before it, and all behind it, is no longer so.
 */
function goneBehind({ all, from, to, text, past }: Run): Gone | undefined {
  let ahead: ReadonlySet<string> | undefined
  const isAhead = (id: CharacterId): boolean => {
    ahead ??= new Set(all.slice(0, from).flatMap((one) => (one.deleted ? [] : [idKey(one.id)])))
    return past.familyOf(past.rootOf(id)).some((one) => ahead?.has(idKey(one)))
  }
  for (let at = to; all[at]?.deleted === true; at++) {
    const one = all[at]
    if (one && (one.home || past.standsOutside(text, one.id))) return isGone(one) && !one.home.again ? one : undefined
    if (one && isAhead(one.id)) return undefined
  }
  return undefined
}

/** The first character that another carried to between these and the one that they were written behind. */
function overtaking(run: Run, wasPut: boolean): Gone | undefined {
  const { all, from, text } = run
  const first = all[from]?.id
  const origin = first && text.doc && originOf(text.doc, first)
  if (!first || origin === undefined) return undefined
  let carried: Gone | undefined
  for (let at = from - 1; at >= 0; at--) {
    const one = all[at]
    if (!one || (origin && isSame(one.id, origin))) break
    if (one.deleted || !isGone(one) || one.home.again || !isSame(one.home.id, one.id)) continue
    const precedes = run.past.precedes(one.id, first)
    if (precedes === false || (precedes === undefined && !wasPut)) carried = one
  }
  return carried
}

/**
 * Whether a character that was typed here, or the first of its run, stands behind what was carried elsewhere: its writer has
 * yet to take it along.
 */
export function isWaiting(id: CharacterId, past: Journeys): boolean {
  const { doc } = past
  if (!isSame(past.rootOf(id), id)) return false
  let origin = originOf(doc, id)
  while (origin && origin.client === id.client && isStanding(doc, origin)) origin = originOf(doc, origin)
  return origin !== null && origin !== undefined && !isStanding(doc, origin) && past.stands(origin)
}

/** The character that one was written behind, null at the start; undefined where that is not known. */
function originOf(doc: Y.Doc, id: CharacterId): CharacterId | null | undefined {
  const item = Y.getItem(doc.store, Y.createID(id.client, id.clock))
  if (!(item instanceof Y.Item)) return undefined
  return item.id.clock < id.clock ? { client: id.client, clock: id.clock - 1 } : item.origin
}
