/** Finding clauses in a ProseMirror document by id, without walking all of a long text on every key. */

import { bareClauses, wordsOf, type YClause } from '@travaux/core'
import type { Node } from 'prosemirror-model'
import type * as Y from 'yjs'
import { inlineNodes, schema, type ClauseAttributes } from './schema.ts'

/** A clause as the view shows it. `pos` is before the node: its words start at `pos + 1`. */
export interface Block extends ClauseAttributes {
  readonly pos: number
  readonly node: Node
}

/** A clause as it should be shown: the projection of the document, without its words. */
export interface Projected extends ClauseAttributes {
  readonly stored: YClause
}

const offsetsOf = new WeakMap<Node, ReadonlyMap<string, number>>()

/** Offsets of a group's clauses within it, computed once per version of the group. */
function groupOffsets(group: Node): ReadonlyMap<string, number> {
  const known = offsetsOf.get(group)
  if (known) return known
  const offsets = new Map<string, number>()
  group.forEach((clause, offset) => offsets.set((clause.attrs as ClauseAttributes).id, offset))
  offsetsOf.set(group, offsets)
  return offsets
}

/** The block of a clause, or undefined where the view does not show it. Cost: one look-up per group. */
export function findBlock(doc: Node, id: string): Block | undefined {
  let pos = 0
  for (const group of doc.children) {
    const offset = groupOffsets(group).get(id)
    if (offset !== undefined) return blockAt(doc, pos + 1 + offset)
    pos += group.nodeSize
  }
  return undefined
}

/** The block whose node starts at `pos`. */
export function blockAt(doc: Node, pos: number): Block | undefined {
  const node = doc.nodeAt(pos)
  return node?.type === schema.nodes['clause'] ? { ...(node.attrs as ClauseAttributes), pos, node } : undefined
}

const blocksOf = new WeakMap<Node, readonly Block[]>()

/** All blocks in order. Cost: O(n) for a document that was not asked about before. */
export function allBlocks(doc: Node): readonly Block[] {
  const known = blocksOf.get(doc)
  if (known) return known
  const out: Block[] = []
  let groupPos = 0
  for (const group of doc.children) {
    let pos = groupPos + 1
    for (const node of group.children) {
      const { id, kind, depth } = node.attrs as ClauseAttributes
      out.push({ id, kind, depth, pos, node })
      pos += node.nodeSize
    }
    groupPos += group.nodeSize
  }
  blocksOf.set(doc, out)
  return out
}

/** Clauses that are not the same nodes in another version of the view, with their positions. Cost: a look at each group. */
export function changedClauses(before: Node | undefined, doc: Node): readonly { node: Node; pos: number }[] {
  const [old, now] = [before?.children ?? [], doc.children]
  let start = 0
  while (start < now.length && old[start] === now[start]) start++
  let [oldEnd, end] = [old.length, now.length]
  for (; oldEnd > start && end > start && old[oldEnd - 1] === now[end - 1]; oldEnd--) end--
  const known = new Set(old.slice(start, oldEnd).flatMap((group) => group.children))
  const out: { node: Node; pos: number }[] = []
  let groupPos = now.slice(0, start).reduce((pos, { nodeSize }) => pos + nodeSize, 0)
  for (const group of now.slice(start, end)) {
    let pos = groupPos + 1
    for (const node of group.children) {
      if (!known.has(node)) out.push({ node, pos })
      pos += node.nodeSize
    }
    groupPos += group.nodeSize
  }
  return out
}

/** What the view must show, in order. Words are read only when a clause is drawn. */
export function project(doc: Y.Doc): readonly Projected[] {
  return bareClauses(doc)
}

/** A clause as the view shows it, with its words. */
export function clauseNode({ id, kind, depth, stored }: Projected): Node {
  return schema.node('clause', { id, kind, depth }, inlineNodes(wordsOf(stored)))
}

/** Stands in an empty text so that there is a place to type; its id '' is no clause's. */
export function emptyClause(): Node {
  return schema.node('clause')
}

/** Every frame costs something for each group; a key, and scrolling to it, something for each clause of one. */
const GROUP_TARGET = 40
/** A group that grew beyond this is parted. */
export const GROUP_LIMIT = 80

const opensGroup: ReadonlySet<string> = new Set(['preamble', 'part', 'chapter', 'article', 'annex'])

/** The whole view, in groups of some forty clauses that end before an article where they can. */
export function documentNode(doc: Y.Doc): Node {
  const groups: Node[][] = [[]]
  for (const clause of project(doc)) {
    const open = groups.at(-1) ?? []
    const full = open.length >= GROUP_LIMIT || (open.length >= GROUP_TARGET && opensGroup.has(clause.kind))
    if (full) groups.push([clauseNode(clause)])
    else open.push(clauseNode(clause))
  }
  if (groups[0]?.length === 0) groups[0].push(emptyClause())
  return schema.node(
    'doc',
    null,
    groups.map((clauses) => schema.node('group', null, clauses)),
  )
}
