/** The outline of what the view shows: every clause with its number and its first words. */

import type { ClauseNumber } from '@travaux/core'
import type { Node } from 'prosemirror-model'
import { allBlocks } from '../binding/blocks.ts'
import { saidBy } from '../binding/schema.ts'
import { bracketsOf } from './brackets.ts'
import { callAll } from './called.ts'
import type { OutlineItem } from './surface.ts'

const LONGEST = 120
const firstWordsOf = new WeakMap<Node, string>()

function firstWords(node: Node): string {
  const known = firstWordsOf.get(node)
  if (known !== undefined) return known
  let lasts = true
  const words = node.textBetween(0, Math.min(node.content.size, LONGEST), undefined, (leaf) => {
    if (leaf.type.name !== 'embed') return ' '
    lasts = false
    return saidBy(leaf)
  })
  // What an embedded object says changes with the numbers of other clauses.
  if (lasts) firstWordsOf.set(node, words)
  return words
}

/** One item a clause, in reading order. Cost: O(n), words only of clauses that changed since the last time. */
export function outlineItems(doc: Node, numbers: ReadonlyMap<string, ClauseNumber>): OutlineItem[] {
  const items = allBlocks(doc)
    .filter(({ id }) => id !== '')
    .map(({ id, kind, depth, node }) => {
      const { label = '', citation = '' } = numbers.get(id) ?? {}
      return { id, kind, depth, label, citation, words: firstWords(node), brackets: bracketsOf(node).pairs.length }
    })
  return callAll(items)
}
