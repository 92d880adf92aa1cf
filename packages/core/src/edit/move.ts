/** Changing what a clause is and where it stands: kind, depth, order. None of these touches a word. */

import { isHeading } from '../clause/kind.ts'
import { readOptions } from '../clause/option.ts'
import { bareClauses } from '../yjs/read.ts'
import { clausesOf, kindOf } from '../yjs/stored.ts'
import { gatherBeneath, placeAt, putAt, takeAlong } from './drop.ts'
import { act, find, type Found, type Hand, type PlacedClause } from './hand.ts'
import { placeAfter, setPlace } from './order.ts'
import { stoodFor } from './stand.ts'
import { endOf, rootsAmong, treeOf, type Spot, type TreeClause } from './tree.ts'

/** Changes what a clause is; its words and its place stay. */
export function setKind(hand: Hand, id: string, kind: string): void {
  const clause = clausesOf(hand.doc).get(id)
  if (clause && kindOf(clause) !== kind) act(hand, () => clause.set('kind', kind))
}

/** Tab: the clause, with all beneath it, becomes the last child of the sibling before it. */
export function indentClause(hand: Hand, id: string): boolean {
  const found = find(hand, id)
  const before = found && siblingBefore(found)
  if (!found || !before || isHeading(kindOf(found.stored))) return false
  act(hand, () => putAt(hand, [{ id }], { parent: before.clause.id, after: lastBeneath(found, before.clause.id) }))
  return true
}

/**
 * Tab over several clauses, each with all beneath it. One that follows another of them directly does not go beneath that
 * one: where the first of them cannot go deeper, those beside it stay too.
 */
export function indentClauses(hand: Hand, ids: readonly string[]): boolean {
  const chosen = new Set(ids)
  const mayGo = (id: string): boolean => {
    const found = find(hand, id)
    const before = found && siblingBefore(found)
    return before !== undefined && !chosen.has(before.clause.id)
  }
  return act(hand, () => provisionsAmong(hand, chosen).filter((id) => mayGo(id) && indentClause(hand, id)).length > 0)
}

/** The provisions of these that stand beneath no other provision of these, in reading order. */
function provisionsAmong({ doc }: Hand, ids: ReadonlySet<string>): string[] {
  const tree = treeOf(doc)
  const provisions = tree.filter(({ id, kind }) => ids.has(id) && !isHeading(kind))
  return rootsAmong(tree, new Set(provisions.map(({ id }) => id))).roots.map(({ id }) => id)
}

function siblingBefore({ all, index, here }: Found): PlacedClause | undefined {
  return all.slice(0, index).findLast(({ parent, depth }) => parent === here.parent && depth === here.depth)
}

/** The last of the clauses that are shown directly beneath one, '' where none is. */
function lastBeneath({ all }: Found, id: string): string {
  return all.findLast(({ parent }) => parent === id)?.clause.id ?? ''
}

/**
 * Shift+Tab: the clause becomes the sibling behind its parent. The siblings that followed it become its last children,
 * so that reading order stays.
 */
export function outdentClause(hand: Hand, id: string): boolean {
  const found = find(hand, id)
  const parent = found?.all.find(({ clause }) => clause.id === found.here.parent)
  if (!found || !parent || isHeading(kindOf(found.stored)) || isHeading(kindOf(parent.clause.stored))) return false
  act(hand, () => {
    placeAt(hand, siblingsBehind(found), { parent: id, after: lastBeneath(found, id) })
    putAt(hand, [{ id }], { parent: parent.parent, after: parent.clause.id })
  })
  return true
}

function siblingsBehind({ all, index, here }: Found): { readonly id: string }[] {
  return all
    .slice(index + 1)
    .filter(({ parent }) => parent === here.parent)
    .map(({ clause: { id } }) => ({ id }))
}

/** Shift+Tab over several clauses, each with all beneath it. */
export function outdentClauses(hand: Hand, ids: readonly string[]): boolean {
  return act(hand, () => provisionsAmong(hand, new Set(ids)).filter((id) => outdentClause(hand, id)).length > 0)
}

/**
 * Moves a clause, with all beneath it, behind its next sibling (`1`) or before the one before (`-1`); from the edge of an
 * article into the next one, or to the end of the one before, and likewise from the edge of whatever it stands in. Never out
 * of an annex or into one: the body and each annex are different parts of an instrument, and a key passes nothing between
 * them. Nor above the title or the preamble, or behind an annex, what does not belong there.
 * @returns false where it stays
 */
export function shiftClause(hand: Hand, id: string, by: 1 | -1): boolean {
  return shiftClauses(hand, [id], by)
}

/**
 * Moves several clauses as one, each with all beneath it. Where they do not stand beneath one parent, those that they
 * stand in move. Options of one provision change places among themselves, and otherwise stay together: they move as one,
 * and are passed as one.
 */
export function shiftClauses(hand: Hand, ids: readonly string[], by: 1 | -1): boolean {
  const tree = treeOf(hand.doc)
  const options = readOptions(bareClauses(hand.doc))
  const provisionOf: ProvisionOf = (clause) => clause && options.get(clause.id)?.first
  const block = provisionsOf(tree, blockOf(tree, new Set(ids)), by, provisionOf)
  const spot = (by === 1 ? spotBehind : spotBefore)(tree, block, provisionOf)
  if (!spot) return false
  act(hand, () => placeAt(hand, block, spot))
  return true
}

/** Siblings in a row that the clauses are, or stand in. */
function blockOf(tree: readonly TreeClause[], ids: ReadonlySet<string>): readonly TreeClause[] {
  const { roots } = rootsAmong(tree, ids)
  const [first, last] = [roots[0], roots.at(-1)]
  if (!first || !last) return []
  if (roots.every(({ parent }) => parent === first.parent)) {
    const siblings = tree.filter(({ parent }) => parent === first.parent)
    return siblings.slice(siblings.indexOf(first), siblings.indexOf(last) + 1)
  }
  const deepest = roots.reduce((most, { depth }) => Math.max(most, depth), 0)
  return blockOf(tree, new Set(roots.map(({ id, parent, depth }) => (depth === deepest ? parent : id))))
}

/** The provision that a clause is an option of, by its first option. */
type ProvisionOf = (clause: TreeClause | undefined) => string | undefined

/** The block with all options of the provisions in it, unless it only changes places with another of its own. */
function provisionsOf(
  tree: readonly TreeClause[],
  block: readonly TreeClause[],
  by: 1 | -1,
  provisionOf: ProvisionOf,
): readonly TreeClause[] {
  const [first, last] = [block[0], block.at(-1)]
  if (!first || !last) return block
  const siblings = tree.filter(({ parent }) => parent === first.parent)
  const next = siblings[siblings.indexOf(by === 1 ? last : first) + by]
  const own = provisionOf(first)
  if (own !== undefined && [...block, next].every((one) => provisionOf(one) === own)) return block
  const provisions = new Set(block.map(provisionOf))
  const belongs = (one: TreeClause): boolean =>
    block.includes(one) || (provisionOf(one) !== undefined && provisions.has(provisionOf(one)))
  return siblings.slice(siblings.findIndex(belongs), siblings.findLastIndex(belongs) + 1)
}

/** The parts of an instrument in their order. A text without a number stands in any of them. */
const parts: Readonly<Partial<Record<string, number>>> = {
  title: 0,
  preamble: 1,
  part: 2,
  chapter: 2,
  article: 2,
  paragraph: 2,
  annex: 3,
}

/** Whether a clause is of an earlier part of the instrument than another. */
function comesFirst({ kind }: TreeClause, other: TreeClause): boolean {
  const [part, otherPart] = [parts[kind], parts[other.kind]]
  return part !== undefined && otherPart !== undefined && part < otherPart
}

function spotBefore(
  tree: readonly TreeClause[],
  block: readonly TreeClause[],
  provisionOf: ProvisionOf,
): Spot | undefined {
  const [first] = block
  if (!first) return undefined
  const before = tree.slice(0, tree.indexOf(first)).filter(({ parent }) => parent === first.parent)
  if (before.slice(-1).some((one) => block.some((moved) => comesFirst(one, moved)))) return undefined
  const passed = provisionOf(before.at(-1))
  const begins = before.findIndex((one, nth) =>
    passed === undefined || passed === provisionOf(first) ? nth === before.length - 1 : provisionOf(one) === passed,
  )
  if (begins >= 0) return { parent: first.parent, after: before[begins - 1]?.id ?? '' }
  const home = likeBeside(tree, first.parent, -1)
  return home && { parent: home.id, after: tree.findLast(({ parent }) => parent === home.id)?.id ?? '' }
}

function spotBehind(
  tree: readonly TreeClause[],
  block: readonly TreeClause[],
  provisionOf: ProvisionOf,
): Spot | undefined {
  const last = block.at(-1)
  if (!last) return undefined
  const behind = tree.slice(tree.indexOf(last) + 1).filter(({ parent }) => parent === last.parent)
  if (behind.slice(0, 1).some((one) => block.some((moved) => comesFirst(moved, one)))) return undefined
  const passed = provisionOf(behind[0])
  const ends =
    passed === undefined || passed === provisionOf(last)
      ? behind[0]
      : behind.findLast((one) => provisionOf(one) === passed)
  if (ends) return { parent: last.parent, after: ends.id }
  const home = likeBeside(tree, last.parent, 1)
  return home && { parent: home.id, after: '' }
}

/**
 * The nearest clause like this one in the same annex, or in the body, behind it (`1`) or before it (`-1`): the article
 * after an article. Provisions are alike only at one depth.
 */
function likeBeside(tree: readonly TreeClause[], id: string, by: 1 | -1): TreeClause | undefined {
  const index = tree.findIndex((one) => one.id === id)
  const here = tree[index]
  if (!here) return undefined
  const annexes = annexesOf(tree)
  const isLike = ({ id: other, kind, depth }: TreeClause): boolean =>
    kind === here.kind && (isHeading(kind) || depth === here.depth) && annexes.get(other) === annexes.get(id)
  if (by === 1) return tree.slice(endOf(tree, index)).find(isLike)
  return tree.slice(0, index).findLast((one, at) => isLike(one) && endOf(tree, at) <= index)
}

/** The annex that each clause is or stands in; undefined for those of the body. */
function annexesOf(tree: readonly TreeClause[]): ReadonlyMap<string, string | undefined> {
  const annexes = new Map<string, string | undefined>()
  for (const { id, kind, parent } of tree) annexes.set(id, kind === 'annex' ? id : annexes.get(parent))
  return annexes
}

/** Moves a clause, with all beneath it, to stand directly behind `after` and beside it; '' is the head of the text. */
export function moveClause(hand: Hand, id: string, after: string): boolean {
  const found = find(hand, id)
  const target = found?.all.find(({ clause }) => clause.id === after)
  if (!found || id === after || (after !== '' && !target) || isWithin(found, after)) return false
  act(hand, () => {
    const cut = stoodFor(hand.doc, id)
    gatherBeneath(hand, id)
    setPlace(found.stored, placeAfter(hand.doc, target?.container ?? '', after, { except: new Set([id]) }))
    takeAlong(hand, id, cut)
  })
  return true
}

function isWithin({ all, index }: Found, id: string): boolean {
  return all.slice(index + 1, endOf(all, index)).some(({ clause }) => clause.id === id)
}
