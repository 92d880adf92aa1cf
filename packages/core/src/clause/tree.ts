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
export function readingOrder<T extends Loose>(clauses: readonly T[]): Placed<T>[] {
  const byId = new Map(clauses.map((clause) => [clause.id, clause]))
  const roots = cycleRoots(byId)
  const containerOf = ({ id, parent }: T): string => (roots.has(id) || !byId.has(parent) ? '' : parent)
  const children = Map.groupBy(clauses, containerOf)
  for (const siblings of children.values()) siblings.sort(bySiblingOrder)
  const out: Placed<T>[] = []
  const stack: Placed<T>[] = (children.get('') ?? [])
    .toReversed()
    .map((clause) => ({ clause, parent: '', container: '', depth: 0 }))
  for (let next = stack.pop(); next; next = stack.pop()) {
    const { clause, parent, depth } = next
    if (!clause.hidden) out.push(next)
    const beneath = clause.hidden ? { parent, depth } : { parent: clause.id, depth: depth + 1 }
    for (const child of (children.get(clause.id) ?? []).toReversed())
      stack.push({ clause: child, container: clause.id, ...beneath })
  }
  return out
}

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
