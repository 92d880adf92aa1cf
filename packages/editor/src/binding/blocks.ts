/** Finding clauses in a ProseMirror document by id or position, without walking all of a long text on every key. */

import type { Point } from '@travaux/core'
import type { Node } from 'prosemirror-model'
import { schema, type ClauseAttributes } from './schema.ts'

/** A clause as the view shows it. `pos` is before the node: its words start at `pos + 1`. */
export interface Block extends ClauseAttributes {
  readonly pos: number
  readonly node: Node
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

/** The clause around a position in the view, and the offset in its words. */
export function pointAt(doc: Node, pos: number): Point | undefined {
  const at = doc.resolve(pos)
  if (at.depth < 2) return undefined
  const block = blockAt(doc, at.before(2))
  return block && { clause: block.id, offset: at.parentOffset }
}
