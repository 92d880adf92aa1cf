/** Clauses as they are copied and pasted here: with their tree, and with what they are options of. */

import { readOptions, withReferences, type Clause } from '@travaux/core'
import type { Node } from 'prosemirror-model'
import { schema, wordsOfNodes, type ClauseAttributes } from '../binding/schema.ts'

/** Ids of clauses that are options of one another, a list for each provision. */
export type Rivals = readonly (readonly string[])[]

/** The options among clauses in reading order. Cost: one pass. */
export function rivalsAmong(clauses: readonly Clause[]): Rivals {
  const options = readOptions(clauses)
  return [...Map.groupBy(options.keys(), (id) => options.get(id)?.first).values()]
}

/** What a clipboard claims are options; none where it is anything else. */
export function readRivals(claimed: unknown): Rivals {
  const isRivals = Array.isArray(claimed) && claimed.every((ids) => Array.isArray(ids) && ids.every(isId))
  return isRivals ? (claimed as Rivals) : []
}

function isId(value: unknown): boolean {
  return typeof value === 'string'
}

/** The clauses of a document or a slice of one, whatever groups they are in. */
export function clausesIn({ content }: { readonly content: Node['content'] }): Node[] {
  const out: Node[] = []
  content.descendants((node) => {
    if (node.type === schema.nodes['clause']) out.push(node)
    return node.type === schema.nodes['group']
  })
  return out
}

/**
 * Copied clauses as new ones in their tree: each beneath the nearest before it that is less deep, and an option to the first
 * of its rivals that is copied with it beneath the same parent. One whose rivals were left behind is a plain clause. A
 * reference to one that is not here points at the new clause.
 */
export function asClauses(
  nodes: readonly Node[],
  rivals: Rivals,
  isHere: (id: string) => boolean = () => true,
): Clause[] {
  const names = new Map(nodes.map((node, nth) => [copiedId(node), nameOf(nth)] as const).toReversed())
  for (const id of [...names.keys()].filter(isHere)) names.delete(id)
  const provisions = new Map(rivals.flatMap((ids, nth) => ids.map((id) => [id, nth] as const)))
  const firsts = new Map<string, string>()
  const out: Clause[] = []
  for (const node of nodes) {
    const { id: copied, kind, depth } = node.attrs as ClauseAttributes
    // Depths as they were shown find the parents; copies of one id are clauses of their own.
    const id = nameOf(out.length)
    const parent = out.findLast((clause) => clause.depth < depth)?.id ?? ''
    const place = `${provisions.get(copied)} ${parent}`
    const first = firsts.get(place)
    if (provisions.has(copied) && first === undefined) firsts.set(place, id)
    const clause = { id, kind, parent, depth, words: withReferences(wordsOfNodes(node.children), names) }
    out.push(first === undefined ? clause : { ...clause, option: first })
  }
  return out
}

/** What the nth of the new clauses is called until it is put in. */
const nameOf = (nth: number): string => `copied-${nth}`

const copiedId = ({ attrs }: Node): string => (attrs as ClauseAttributes).id
