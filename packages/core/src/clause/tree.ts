/**
 * From loose clauses, as replicas leave them, to reading order. Pure and total: whatever stands in the map, every
 * clause that is not deleted comes out exactly once, and every replica with the same map gets the same order.
 */

/** A clause as it is stored: it names its parent and its order among siblings, which may be missing or absurd. */
export interface Loose {
  readonly id: string
  readonly parent: string
  readonly order: string
  /** Deleted clauses are left out; their living children step up into their place. */
  readonly hidden: boolean
}

export interface Placed<T extends Loose> {
  readonly clause: T
  /** Id of the nearest living ancestor, or ''. */
  readonly parent: string
  /** Whose list of siblings the clause is ordered in: its stored parent, deleted or not, or '' for the root. */
  readonly container: string
  readonly depth: number
}

/**
 * Reading order, depth first, siblings by `order` and then by id. A parent that does not exist counts as the root; in
 * a cycle of parents the clause with the smallest id goes to the root. Cost: O(n log n).
 */
export function readingOrder<T extends Loose>(clauses: readonly T[]): readonly Placed<T>[] {
  return storedOrder(clauses).filter(({ clause }) => !clause.hidden)
}

/** Reading order with the hidden clauses in it, each where it would be read if it were shown. Cost: O(n log n). */
export function storedOrder<T extends Loose>(clauses: readonly T[]): readonly Placed<T>[] {
  const byId = new Map<string, T>()
  for (const clause of clauses) byId.set(clause.id, clause)
  const placed = orderBelow(byId, noRoots)
  // Only a cycle of parents is not reached from the root.
  return placed.length === byId.size ? placed : orderBelow(byId, cycleRoots(byId))
}

const noRoots: ReadonlySet<string> = new Set()

/** What is reached from the root, where these clauses stand as well whatever they say. */
function orderBelow<T extends Loose>(byId: ReadonlyMap<string, T>, roots: ReadonlySet<string>): readonly Placed<T>[] {
  const containerOf = ({ id, parent }: T): string => (roots.has(id) || !byId.has(parent) ? '' : parent)
  const children = Map.groupBy(byId.values(), containerOf)
  for (const siblings of children.values()) siblings.sort(bySiblingOrder)
  const out: Placed<T>[] = []
  const stack: Placed<T>[] = []
  const open = (container: string, parent: string, depth: number): void => {
    const beneath = children.get(container) ?? none
    for (let nth = beneath.length - 1; nth >= 0; nth--) {
      const clause = beneath[nth]
      if (clause) stack.push({ clause, parent, container, depth })
    }
  }
  open('', '', 0)
  for (let next = stack.pop(); next; next = stack.pop()) {
    out.push(next)
    const { clause, parent, depth } = next
    // '' is the root's name: a clause of that name has nothing of its own beneath it.
    if (clause.id === '') continue
    if (clause.hidden) open(clause.id, parent, depth)
    else open(clause.id, clause.id, depth + 1)
  }
  return out
}

const none: readonly never[] = []

function bySiblingOrder(a: Loose, b: Loose): number {
  if (a.order !== b.order) return a.order < b.order ? -1 : 1
  return a.id < b.id ? -1 : 1
}

/** The smallest id of every cycle of parents. Each clause is walked over once. */
function cycleRoots(byId: ReadonlyMap<string, Loose>): ReadonlySet<string> {
  const roots = new Set<string>()
  const walkOf = new Map<string, string>()
  for (const start of byId.keys()) {
    const path: string[] = []
    let at: string | undefined = start
    while (at !== undefined && byId.has(at) && !walkOf.has(at)) {
      walkOf.set(at, start)
      path.push(at)
      at = byId.get(at)?.parent
    }
    if (at !== undefined && walkOf.get(at) === start && path.includes(at)) {
      roots.add(path.slice(path.indexOf(at)).reduce((least, id) => (id < least ? id : least)))
    }
  }
  return roots
}
