/** Putting a piece of another draft into a text: new clauses with its structure, where their kinds belong. */

import type * as Y from 'yjs'
import type { Clause, Point } from '../clause/clause.ts'
import { mayHold } from '../clause/holds.ts'
import { isHeading, shownKind } from '../clause/kind.ts'
import { textOf } from '../clause/words.ts'
import { withReferences } from '../embed/rename.ts'
import { placedClauses } from '../yjs/read.ts'
import { clausesOf, isHidden, textIn } from '../yjs/stored.ts'
import { newClause } from '../yjs/write.ts'
import type { Hand } from './hand.ts'
import { removeEmpty } from './remove.ts'
import { kindBeneath } from './kinds.ts'
import { endOfClause, Rows } from './order.ts'
import { splitClause } from './split.ts'
import type { Spot } from './tree.ts'

interface Standing {
  readonly kind: string
  /** The nearest clause above that is shown. */
  readonly parent: string
  /** Whose list of siblings it is ordered in. */
  readonly container: string
}

/**
 * Inserts clauses, in reading order with their parents before them, behind clause `after`: articles behind its article,
 * paragraphs behind its paragraph, points behind its point, or first beneath it where they belong there; an annex in the
 * body, behind the body. A title that comes into other words is text, beside what it stands above. Numbers of their own
 * are not taken along; those that name another of them as what they are options to, or refer to it, mean that one. If
 * `after` is empty it is deleted: the pasted text stands in its place. Where `after` is '', as in a text that shows no
 * clause, they come first. Cost: one reading of the text, however many clauses.
 * @returns the end of the last inserted clause
 */
export function insertClauses(hand: Hand, after: string, clauses: readonly Clause[]): Point | undefined {
  const last = clauses.at(-1)
  const target = clausesOf(hand.doc).get(after)
  if (!last || (!target && after !== '')) return undefined
  return hand.doc.transact(() => {
    const ids = new Map(clauses.map(({ id }) => [id, hand.newId()]))
    const ground = new Ground(hand.doc)
    const isFirst = ground.isAllOf(after)
    const rows = rowsOf(clauses.map((clause) => renamed(clause, ids)))
    let behind = after
    for (const [at, row] of rows.entries()) {
      const [{ parent, kind }] = row
      const isDemoted = kind === 'title' && !isFirst
      const spot = parent === '' ? rootSpot(ground, behind, isDemoted ? kindBelow(rows.slice(at)) : kind) : undefined
      ground.put(isDemoted ? row.map(asText) : row, spot ?? { parent, after: '' })
      if (parent === '') behind = row.at(-1)?.id ?? behind
    }
    if (target && (textIn(target)?.length ?? 0) === 0 && !isHidden(target)) removeEmpty(hand, after)
    return { clause: ids.get(last.id) ?? after, offset: textOf(last.words).length }
  }, hand.origin)
}

/**
 * Inserts clauses where a caret is, as `insertClauses` does: before a clause whose start it is at; within a clause, which
 * is parted there if nothing stands beneath it, between the parts. In a heading they go beneath it, and articles behind
 * the article. The point of clause '' is in a text that shows none.
 * @returns the end of the last inserted clause
 */
export function insertClausesAt(hand: Hand, { clause, offset }: Point, clauses: readonly Clause[]): Point | undefined {
  const placed = placedClauses(hand.doc)
  const index = placed.findIndex((one) => one.clause.id === clause)
  const [before, here, next] = [placed[index - 1], placed[index], placed[index + 1]]
  const length = (here && textIn(here.clause.stored)?.length) ?? 0
  if (!here || length === 0) return insertClauses(hand, clause, clauses)
  return hand.doc.transact(() => {
    if (offset === 0 && before) return insertClauses(hand, before.clause.id, clauses)
    const areHeadings = [here.clause.kind, clauses[0]?.kind ?? ''].some(isHeading)
    const isParted = offset > 0 && offset < length && next?.parent !== clause && !areHeadings
    if (isParted) splitClause(hand, clause, offset)
    return insertClauses(hand, clause, clauses)
  }, hand.origin)
}

/** A title as text, which looks like a heading. */
function asText({ words, ...clause }: Clause): Clause {
  const strong = words.map((run) => ({ ...run, attributes: { ...run.attributes, strong: true } }))
  return { ...clause, kind: 'text', words: strong }
}

/** The kind of the first heading that a title stands above; text where there is none. */
function kindBelow(rows: readonly Row[]): string {
  const below = rows.find(([{ kind, parent }]) => parent === '' && kind !== 'title' && isHeading(kind))
  return below?.[0].kind ?? 'text'
}

/** The clauses of a text that are shown, kept up while others are put among them. */
class Ground {
  readonly #doc: Y.Doc
  readonly #rows: Rows
  readonly #standing: Map<string, Standing>
  /** Whether all that is shown stands where it is stored. */
  readonly #isPlain: boolean

  constructor(doc: Y.Doc) {
    this.#doc = doc
    this.#rows = new Rows(doc)
    this.#isPlain = placedClauses(doc).every(({ parent, container }) => parent === container)
    this.#standing = new Map(
      placedClauses(doc).map(({ clause, parent, container }) => [clause.id, { kind: clause.kind, parent, container }]),
    )
  }

  at(id: string): Standing | undefined {
    return this.#standing.get(id)
  }

  /** Behind which sibling, as stored, a clause ends with all beneath it. */
  endOf(id: string): string {
    return this.#isPlain ? id : endOfClause(this.#doc, id)
  }

  /** Whether a clause that has no words is all there is, or there is none. */
  isAllOf(id: string): boolean {
    const stored = clausesOf(this.#doc).get(id)
    return (
      this.#standing.size === 0 || (this.#standing.size === 1 && stored !== undefined && textIn(stored)?.length === 0)
    )
  }

  /** Where an annex has its place if it is put in behind a clause: behind the body, or among the annexes that come before it. */
  annexSpot(behind: string): Spot {
    const roots = this.#rows.idsIn('')
    const first = roots.findIndex((id) => this.at(id)?.kind === 'annex')
    const here = roots.indexOf(lastBefore(this, '', behind))
    const before = first < 0 ? roots.length : first
    return { parent: '', after: roots[here > before ? here : before - 1] ?? '' }
  }

  /** Adds clauses one behind the other. */
  put(row: readonly Clause[], { parent: container, after }: Spot): void {
    const parent = this.at(after)?.parent ?? container
    const places = this.#rows.placeAfter(
      row.map(({ id }) => id),
      container,
      after,
    )
    for (const [nth, { id, kind, words, option }] of row.entries()) {
      const place = places[nth] ?? { parent: container, order: 'a0' }
      this.#standing.set(id, { kind, parent, container: place.parent })
      const clause = { kind, parent: place.parent, words, ...(option !== undefined && { option }) }
      clausesOf(this.#doc).set(id, newClause(clause, place.order))
    }
  }
}

/**
 * A clause with the names that it, its parent, what it is an option to and what it refers to have in the text, where those
 * are put in with it.
 */
function renamed({ option, ...clause }: Clause, ids: ReadonlyMap<string, string>): Clause {
  const rival = option === undefined ? undefined : ids.get(option)
  const words = withReferences(clause.words, ids)
  const named = { ...clause, id: ids.get(clause.id) ?? clause.id, parent: ids.get(clause.parent) ?? '', words }
  return rival === undefined ? named : { ...named, option: rival }
}

type Row = [Clause, ...Clause[]]

/** What stands one behind the other, parents first: the clauses beneath one parent, and at the top those of a kind in a row. */
function rowsOf(clauses: readonly Clause[]): Row[] {
  const rows: Row[] = []
  /** The row that is open beneath each parent. */
  const open = new Map<string, Row>()
  for (const clause of clauses) {
    const row = open.get(clause.parent)
    if (row && (clause.parent !== '' || row[0].kind === clause.kind)) {
      row.push(clause)
      continue
    }
    const begun: Row = [clause]
    rows.push(begun)
    open.set(clause.parent, begun)
  }
  return rows
}

/**
 * Behind the nearest clause above that is of the same kind; beneath a heading that such clauses belong to; an annex behind
 * the body; another heading where one may stand, out of the article; beside.
 */
function rootSpot(ground: Ground, behind: string, kind: string): Spot {
  let id = behind
  for (let at = ground.at(id); at; at = ground.at(id)) {
    if (at.kind === kind) return { parent: at.container, after: ground.endOf(id) }
    if (kindBeneath(at.kind) === shownKind(kind) && mayHold(at.kind, kind)) {
      const after = lastBefore(ground, id, behind)
      return { parent: ground.at(after)?.container ?? id, after }
    }
    id = at.parent
  }
  if (kind === 'annex') return ground.annexSpot(behind)
  const beside = isHeading(kind) ? outOf(ground, behind, kind) : behind
  return { parent: ground.at(beside)?.container ?? '', after: ground.endOf(beside) }
}

/** The clause, or the nearest that it stands in, beside which one of a kind may stand. */
function outOf(ground: Ground, clause: string, kind: string): string {
  const parent = ground.at(clause)?.parent ?? ''
  return parent === '' || mayHold(ground.at(parent)?.kind, kind) ? clause : outOf(ground, parent, kind)
}

/** The child of `parent` that `clause` is or stands in, behind which new ones go; '' where it is `parent` itself. */
function lastBefore(ground: Ground, parent: string, clause: string): string {
  let at = clause
  while (at !== parent && ground.at(at)?.parent !== parent) at = ground.at(at)?.parent ?? parent
  return at === parent ? '' : at
}
