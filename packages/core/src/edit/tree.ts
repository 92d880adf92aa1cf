/** The tree of a text without its words: all that is needed to say where a clause could stand. */

import type * as Y from 'yjs'
import type { Clause } from '../clause/clause.ts'
import { mayHold } from '../clause/holds.ts'
import { bareClauses } from '../yjs/read.ts'

/** A clause in reading order: what it is and where it stands. */
export type TreeClause = Pick<Clause, 'id' | 'kind' | 'parent' | 'depth'>

/** A place in the tree: beneath `parent` ('' for the root), directly behind its child `after` ('' for the first place). */
export interface Spot {
  readonly parent: string
  readonly after: string
}

/** The tree of a text in reading order. Cost: O(n log n), words untouched. */
export function treeOf(doc: Y.Doc): readonly TreeClause[] {
  return bareClauses(doc)
}

/** Position behind the last clause beneath the one at `index`. */
export function endOf(tree: readonly Pick<TreeClause, 'depth'>[], index: number): number {
  const depth = tree[index]?.depth ?? 0
  let end = index + 1
  while ((tree[end]?.depth ?? -1) > depth) end++
  return end
}

/** The clauses with everything beneath them; of several in one line of descent only the highest. */
export function rootsAmong(
  tree: readonly TreeClause[],
  ids: ReadonlySet<string>,
): { roots: TreeClause[]; rest: TreeClause[] } {
  const [roots, rest]: [TreeClause[], TreeClause[]] = [[], []]
  for (let at = 0; at < tree.length;) {
    const here = tree[at]
    if (!here) break
    const taken = ids.has(here.id)
    if (taken) roots.push(here)
    else rest.push(here)
    at = taken ? endOf(tree, at) : at + 1
  }
  return { roots, rest }
}

/** Says which clauses may stand beneath which: by their kinds, or because such clauses stand there already. */
export function holder(tree: readonly TreeClause[]): (parent: string, kind: string) => boolean {
  const kinds = new Map(tree.map(({ id, kind }) => [id, kind]))
  const present = new Set(tree.map(({ parent, kind }) => `${kind} ${parent}`))
  return (parent, kind) => mayHold(kinds.get(parent), kind) || present.has(`${kind} ${parent}`)
}
