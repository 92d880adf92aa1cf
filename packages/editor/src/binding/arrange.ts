/** The blocks of the view made those of a projection, by the fewest steps. */

import { Fragment, type Node } from 'prosemirror-model'
import type { Transaction } from 'prosemirror-state'
import { allBlocks, findBlock, type Block } from './blocks.ts'
import { clauseNode, emptyClause, GROUP_LIMIT, type Projected } from './projection.ts'
import { schema } from './schema.ts'

/**
 * Makes the blocks of the view those of the projection: what stays is not touched, what moved is deleted and inserted
 * with its words, what came or went likewise. What stays is a longest increasing run, so the fewest blocks move.
 */
export function arrange(tr: Transaction, wanted: readonly Projected[]): void {
  const shown = allBlocks(tr.doc)
  const staying = stayingBlocks(shown, wanted)
  if (staying.size === 0) return replaceAll(tr, wanted)
  for (const block of shown.toReversed()) if (!staying.has(block)) removeBlock(tr, block)
  insertBlocks(tr, wanted, new Set([...staying].map(({ id }) => id)))
  retype(tr, wanted)
}

/** Nothing of the old view stays: for instance the first clause of an empty text, or the last one deleted. */
function replaceAll(tr: Transaction, wanted: readonly Projected[]): void {
  const group = schema.node('group', null, wanted.length > 0 ? wanted.map(clauseNode) : [emptyClause()])
  if (!tr.doc.content.eq(Fragment.from(group))) tr.replaceWith(0, tr.doc.content.size, group)
}

function stayingBlocks(shown: readonly Block[], wanted: readonly Projected[]): ReadonlySet<Block> {
  const same = (at: number, from: number): boolean => shown[at]?.id === wanted[from]?.id
  const least = Math.min(shown.length, wanted.length)
  const ahead = countWhile(least, (nth) => same(nth, nth))
  const behind = countWhile(least - ahead, (nth) => same(shown.length - 1 - nth, wanted.length - 1 - nth))
  const staying = new Set([...shown.slice(0, ahead), ...shown.slice(shown.length - behind)])
  const target = new Map(wanted.slice(ahead, wanted.length - behind).map(({ id }, index) => [id, index]))
  const between = shown.slice(ahead, shown.length - behind).filter(({ id }) => target.has(id))
  for (const index of longestRun(between.map(({ id }) => target.get(id) ?? 0))) {
    const block = between[index]
    if (block) staying.add(block)
  }
  return staying
}

/** How many of the first `limit` numbers in a row pass. */
function countWhile(limit: number, passes: (nth: number) => boolean): number {
  let count = 0
  while (count < limit && passes(count)) count++
  return count
}

/** Positions of a longest increasing subsequence, by patience sorting: O(n log n). */
export function longestRun(values: readonly number[]): number[] {
  const tails: number[] = []
  const before: number[] = []
  for (const [index, value] of values.entries()) {
    let [low, high] = [0, tails.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((values[tails[middle] ?? 0] ?? 0) < value) low = middle + 1
      else high = middle
    }
    before[index] = low > 0 ? (tails[low - 1] ?? -1) : -1
    tails[low] = index
  }
  const run: number[] = []
  for (let at = tails.at(-1) ?? -1; at >= 0; at = before[at] ?? -1) run.push(at)
  return run.toReversed()
}

/** A group without clauses goes with its last one. */
function removeBlock(tr: Transaction, { pos, node }: Block): void {
  const group = tr.doc.resolve(pos).parent
  if (group.childCount === 1) tr.delete(pos - 1, pos + node.nodeSize + 1)
  else tr.delete(pos, pos + node.nodeSize)
}

function insertBlocks(tr: Transaction, wanted: readonly Projected[], staying: ReadonlySet<string>): void {
  for (let index = 0; index < wanted.length; index++) {
    const start = index
    const run: Node[] = []
    for (let next = wanted[index]; next && !staying.has(next.id); next = wanted[++index]) run.push(clauseNode(next))
    if (run.length > 0) insertRunOfBlocks(tr, wanted[start - 1]?.id, run)
  }
}

function insertRunOfBlocks(tr: Transaction, after: string | undefined, run: readonly Node[]): void {
  const before = after === undefined ? undefined : findBlock(tr.doc, after)
  const pos = before ? before.pos + before.node.nodeSize : 1
  tr.insert(pos, run)
  partGroup(tr, pos)
}

/** Keeps groups small, so that the browser draws only what is seen. */
function partGroup(tr: Transaction, inside: number): void {
  const at = tr.doc.resolve(inside)
  const group = at.parent
  if (group.childCount <= GROUP_LIMIT) return
  const start = at.start()
  let pos = start
  const cuts: number[] = []
  group.forEach((clause, _offset, index) => {
    if (index > 0 && index % (GROUP_LIMIT / 2) === 0) cuts.push(pos)
    pos += clause.nodeSize
  })
  for (const cut of cuts.toReversed()) tr.split(cut, 1)
}

function retype(tr: Transaction, wanted: readonly Projected[]): void {
  const shown = allBlocks(tr.doc)
  for (const [index, { kind, depth }] of wanted.entries()) {
    const block = shown[index]
    if (!block) continue
    if (block.kind !== kind) tr.setNodeAttribute(block.pos, 'kind', kind)
    if (block.depth !== depth) tr.setNodeAttribute(block.pos, 'depth', depth)
  }
}
