/** Turning a clause into another kind, where a clause of that kind belongs: a paragraph into an article, and back. */

import { isHeading, kinds, type Kind } from '../clause/kind.ts'
import { clausesOf, textIn } from '../yjs/stored.ts'
import { act, type Hand } from './hand.ts'
import { putAt } from './drop.ts'
import { endOf, holder, treeOf, type Spot, type TreeClause } from './tree.ts'

/** What turning a clause does to the tree. */
interface Turn extends Spot {
  /** Clauses that come to stand beneath it, behind its own: what would else be read before it. */
  readonly adopted: readonly TreeClause[]
  /** Clauses beneath it that its new kind has no place for: they stand behind it. */
  readonly released: readonly TreeClause[]
}

interface Turning {
  readonly tree: readonly TreeClause[]
  readonly index: number
  readonly here: TreeClause
  readonly kind: Kind
  readonly holds: (parent: string, kind: string) => boolean
}

/** The kinds that a clause can become where it stands, its own among them, in the order of `kinds`. Cost: O(n). */
export function kindsFor(tree: readonly TreeClause[], id: string): Kind[] {
  const index = tree.findIndex((one) => one.id === id)
  const here = tree[index]
  if (!here) return []
  const holds = holder(tree)
  return kinds.filter((kind) => kind === here.kind || turnIn({ tree, index, here, kind, holds }) !== undefined)
}

/**
 * Makes a clause one of another kind and puts it where such a clause belongs, so that reading order stays: behind the
 * clause it stood beneath, which takes what follows along; or at the end of the article before, if it was a heading.
 * Only an annex goes to the end of the text. No word is touched.
 */
export function turnClause(hand: Hand, id: string, kind: Kind): boolean {
  const tree = treeOf(hand.doc)
  const index = tree.findIndex((one) => one.id === id)
  const here = tree[index]
  const turn = here && turnIn({ tree, index, here, kind, holds: holder(tree) })
  const stored = clausesOf(hand.doc).get(id)
  if (!here || !turn || !stored || here.kind === kind) return false
  act(hand, () => {
    if (turn.parent !== here.parent) putAt(hand, [here], turn)
    stored.set('kind', kind)
    putAt(hand, turn.adopted, { parent: id, after: tree.findLast(({ parent }) => parent === id)?.id ?? '' })
    putAt(hand, turn.released, { parent: turn.parent, after: id })
  })
  return true
}

/**
 * Enter again on an empty clause that ends its article: it becomes the next article.
 * @returns false where it is not the last of an article, or not empty
 */
export function beginArticle(hand: Hand, id: string): boolean {
  const tree = treeOf(hand.doc)
  const index = tree.findIndex((one) => one.id === id)
  const here = tree[index]
  const article = tree.findIndex((one) => one.id === here?.parent && one.kind === 'article')
  const stored = clausesOf(hand.doc).get(id)
  const isEmpty = stored !== undefined && textIn(stored)?.length === 0
  const isLast = article >= 0 && endOf(tree, article) === index + 1
  return isEmpty && isLast && here?.kind !== 'alternative' && turnClause(hand, id, 'article')
}

function turnIn(turning: Turning): Turn | undefined {
  const { tree, here, kind } = turning
  if (kind === 'title' || kind === 'preamble') return mayOpen(turning) ? { ...spotOf(turning), ...nothing } : undefined
  if (kind === 'annex' && here.parent !== '') return { ...endOfText(tree), ...nothing }
  const steppingDown = isHeading(here.kind) && !isHeading(kind)
  return steppingDown
    ? (beneathBefore(turning) ?? staying(turning) ?? outward(turning))
    : (staying(turning) ?? outward(turning) ?? beneathBefore(turning))
}

const nothing = { adopted: [], released: [] } as const

/** A text has one title, its first clause, and one preamble, which nothing stands above. */
function mayOpen({ tree, index, here, kind }: Turning): boolean {
  return here.parent === '' && (kind !== 'title' || index === 0) && tree.every((one) => one.kind !== kind)
}

function endOfText(tree: readonly TreeClause[]): Spot {
  return { parent: '', after: tree.findLast(({ depth }) => depth === 0)?.id ?? '' }
}

function spotOf({ tree, index, here }: Turning): Spot {
  const before = tree.slice(0, index).findLast(({ parent, depth }) => parent === here.parent && depth === here.depth)
  return { parent: here.parent, after: before?.id ?? '' }
}

function staying(turning: Turning): Turn | undefined {
  const { here, kind, holds } = turning
  if (!holds(here.parent, kind)) return undefined
  return { ...spotOf(turning), adopted: [], released: releasedBy(turning, here.parent) }
}

/** Out to the nearest ancestor that holds such clauses; what followed within the others is taken along. */
function outward({ tree, index, here, kind, holds }: Turning): Turn | undefined {
  let branch = tree.findIndex(({ id }) => id === here.parent)
  for (let above = tree[branch]; above; above = tree[branch]) {
    if (holds(above.parent, kind)) {
      const followers = tree.slice(endOf(tree, index), endOf(tree, branch))
      return { parent: above.parent, after: above.id, adopted: topmost(followers), released: [] }
    }
    const next = above.parent
    branch = tree.findIndex(({ id }) => id === next)
  }
  return undefined
}

/** Those that do not stand beneath another of them. */
function topmost(clauses: readonly TreeClause[]): TreeClause[] {
  const among = new Set(clauses.map(({ id }) => id))
  return clauses.filter(({ parent }) => !among.has(parent))
}

/** To the end of what the sibling before holds: beneath the last heading in it that holds such clauses. */
function beneathBefore(turning: Turning): Turn | undefined {
  const { tree, index, kind, holds } = turning
  const { after } = spotOf(turning)
  const from = tree.findIndex(({ id }) => id === after)
  if (from < 0) return undefined
  const parent = tree
    .slice(from, index)
    .findLast((one, at, all) => isHeading(one.kind) && endsWith(all, at) && holds(one.id, kind))
  if (!parent) return undefined
  const last = tree.slice(from, index).findLast((one) => one.parent === parent.id)
  return { parent: parent.id, after: last?.id ?? '', adopted: [], released: releasedBy(turning, parent.id) }
}

/** Whether nothing follows what stands beneath the clause at this position. */
function endsWith(clauses: readonly TreeClause[], at: number): boolean {
  return endOf(clauses, at) === clauses.length
}

/** All children, if any of them has no place beneath the new kind and all have one beside it; else they stay. */
function releasedBy({ tree, here, kind, holds }: Turning, parent: string): TreeClause[] {
  const children = tree.filter((one) => one.parent === here.id)
  const stays = holder([{ id: here.id, kind, parent, depth: 0 }])
  const allStay = children.every((child) => stays(here.id, child.kind))
  return !allStay && children.every((child) => holds(parent, child.kind)) ? children : []
}
