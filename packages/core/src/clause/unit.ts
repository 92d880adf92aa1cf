/**
 * What stands beneath a clause that is hidden: it goes on in what is read before, as lines do when the line above them is
 * deleted. Paragraphs of a deleted article go on in the article before, points of a deleted paragraph in the paragraph
 * before.
 *
 * Laws. (1) Reading order stays, and so does what each clause is. (2) Nothing is written: once the hidden clause is shown
 * again, all that stands beneath it is there, whatever was written there meanwhile. (3) Where nothing before has a place for
 * it, it steps up.
 */

import { mayHold } from './holds.ts'
import { isHeading } from './kind.ts'
import type { Loose, Placed } from './tree.ts'

type Kinded = Loose & { readonly kind: string }

/**
 * Puts what stands beneath hidden clauses where it goes on, or would if it were shown. Takes all clauses as `storedOrder`
 * gives them. Cost: O(n), and nothing where nothing stands beneath a hidden clause.
 */
export function goOnBefore<T extends Kinded>(stored: readonly Placed<T>[]): readonly Placed<T>[] {
  const hidden = new Map(stored.filter(({ clause }) => clause.hidden).map((placed) => [placed.clause.id, placed]))
  if (!stored.some(({ container }) => hidden.has(container))) return stored
  const kinds = kindsBeneath(stored)
  /** The clause that was read last, and what it stands in, the highest first. */
  const line: Standing[] = []
  const homes = new Map<string, string>()
  const homeOf = (id: string): string => {
    const gone = hidden.get(id)
    if (!gone) return id
    const known = homes.get(id)
    if (known !== undefined) return known
    const above = homeOf(gone.container)
    const home =
      homeFor({ kind: gone.clause.kind, holds: kinds.get(id) ?? none, within: withinOf(line, above) }) ?? above
    homes.set(id, home)
    return home
  }
  return stored.map((placed) => {
    const { clause, container } = placed
    const parent = homeOf(container)
    const depth = parent === '' ? 0 : line.findIndex(({ id }) => id === parent) + 1
    if (clause.hidden) return { ...placed, parent, depth }
    line.splice(depth, Infinity, { id: clause.id, kind: clause.kind, holds: kinds.get(clause.id) ?? none })
    return { ...placed, parent, depth }
  })
}

/** A clause that is shown, and the kinds that stand directly beneath it. */
interface Standing {
  readonly id: string
  readonly kind: string
  readonly holds: ReadonlySet<string>
}

const none: ReadonlySet<string> = new Set()

/** The kinds of what is shown directly beneath each clause. */
function kindsBeneath(stored: readonly Placed<Kinded>[]): ReadonlyMap<string, ReadonlySet<string>> {
  const kinds = new Map<string, Set<string>>()
  for (const { clause, container } of stored)
    if (!clause.hidden) kinds.set(container, (kinds.get(container) ?? new Set()).add(clause.kind))
  return kinds
}

/** What of a line stands beneath a clause, '' for all. */
function withinOf(line: readonly Standing[], above: string): readonly Standing[] {
  return line.slice(line.findIndex(({ id }) => id === above) + 1)
}

/** A hidden clause: what it was, what stands beneath it, and what was read before it within what it stood in. */
interface Gone {
  readonly kind: string
  readonly holds: ReadonlySet<string>
  readonly within: readonly Standing[]
}

/**
 * Beneath a heading: the nearest of the units before that has a place for all of it, and is not itself such a thing as stands
 * there: a chapter goes into the part before, not into its last chapter. Else the unit beside it. Beneath a provision: the
 * one beside it, if that is of the same kind.
 */
function homeFor({ kind, holds, within }: Gone): string | undefined {
  const [beside] = within
  const isLike = (one: Standing): boolean => (isHeading(kind) ? isHeading(one.kind) : one.kind === kind)
  const mayTake = (one: Standing): boolean => [...holds].every((each) => one.holds.has(each) || mayHold(one.kind, each))
  const fitting = within.filter((one) => isLike(one) && mayTake(one))
  const unit = isHeading(kind) ? fitting.findLast((one) => !holds.has(one.kind)) : undefined
  return (unit ?? fitting.find((one) => one === beside))?.id
}
