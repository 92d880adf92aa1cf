/** From the view to the document: the smallest Yjs operations for what a local ProseMirror transaction changed. */

import {
  addFirst,
  clausesOf,
  goneOf,
  moveClause,
  newClause,
  placeAfter,
  placedClauses,
  removeClauses,
  textIn,
  typeWords,
  type Hand,
  type YClause,
} from '@travaux/core'
import type { Node } from 'prosemirror-model'
import type { Transaction } from 'prosemirror-state'
import { AddMarkStep, RemoveMarkStep, ReplaceStep, type Step } from 'prosemirror-transform'
import { longestRun } from './arrange.ts'
import { allBlocks, blockAt, type Block } from './blocks.ts'
import { attributesOf, wordsOfNodes } from './schema.ts'

/**
 * Writes a local transaction to the document, in one Yjs transaction with the hand's origin.
 * @returns the ids that the view's blocks now have, in order, where more changed than words within clauses: the view must
 * be given them and arranged again
 */
export function send(hand: Hand, tr: Transaction): readonly string[] | undefined {
  const simple = tr.steps.every((step, index) => isWithinClause(step, tr.docs[index] ?? tr.before))
  return hand.doc.transact(() => {
    if (!simple) return sendBlocks(hand, tr.before, tr.doc)
    for (const [index, step] of tr.steps.entries()) sendStep(hand, step, tr.docs[index] ?? tr.before)
    return undefined
  }, hand.origin)
}

function isWithinClause(step: Step, doc: Node): boolean {
  if (step instanceof AddMarkStep || step instanceof RemoveMarkStep) return true
  if (!(step instanceof ReplaceStep) || step.slice.openStart > 0 || step.slice.openEnd > 0) return false
  const [from, to] = [doc.resolve(step.from), doc.resolve(step.to)]
  const inside = from.depth === 2 && to.depth === 2 && from.before(2) === to.before(2)
  return inside && step.slice.content.content.every((node) => node.isInline) && blockAt(doc, from.before(2))?.id !== ''
}

function sendStep(hand: Hand, step: Step, doc: Node): void {
  if (step instanceof ReplaceStep) sendReplace(hand, step, doc)
  else if (step instanceof AddMarkStep) sendMark(hand, doc, step.from, step.to, attributesOf([step.mark]))
  else if (step instanceof RemoveMarkStep) {
    const names = Object.keys(attributesOf([step.mark]))
    sendMark(hand, doc, step.from, step.to, Object.fromEntries(names.map((name) => [name, null])))
  }
}

function sendReplace(hand: Hand, step: ReplaceStep, doc: Node): void {
  const at = doc.resolve(step.from)
  const text = textAt(hand, blockAt(doc, at.before(2)))
  if (!text) return
  if (step.to > step.from) text.delete(at.parentOffset, step.to - step.from)
  typeWords(text, at.parentOffset, wordsOfNodes(step.slice.content.content))
  if (text.length === 0) keepShown(hand, blockAt(doc, at.before(2)))
}

/** A clause that was taken back, or joined to another, is hidden once it is empty: not under the hand of who writes in it. */
function keepShown(hand: Hand, block: Block | undefined): void {
  const stored = block && clausesOf(hand.doc).get(block.id)
  if (stored && goneOf(stored)?.into !== undefined) stored.delete('gone')
}

type SharedText = NonNullable<ReturnType<typeof textIn>>

function textAt(hand: Hand, block: Block | undefined): SharedText | undefined {
  const stored: YClause | undefined = block && clausesOf(hand.doc).get(block.id)
  return stored && textIn(stored)
}

function sendMark(hand: Hand, doc: Node, from: number, to: number, attributes: Record<string, unknown>): void {
  doc.nodesBetween(from, to, (node, pos) => {
    const block = blockAt(doc, pos)
    if (!block) return !node.inlineContent
    const start = Math.max(from, pos + 1)
    const end = Math.min(to, pos + 1 + node.content.size)
    if (end > start) textAt(hand, block)?.format(start - pos - 1, end - start, attributes)
    return false
  })
}

/**
 * The general case, for changes that no command of ours made (a browser's or an input method's own): clauses are known
 * by their ids, words by what is equal at both ends. Costs O(n); used where clauses were joined or parted by surprise.
 */
function sendBlocks(hand: Hand, before: Node, after: Node): readonly string[] {
  const old = new Map(allBlocks(before).map((block) => [block.id, block]))
  const blocks = allBlocks(after)
  const heirs = heirsOf(blocks, old)
  const steady = steadyBlocks([...heirs], [...old.keys()])
  const ids: string[] = []
  for (const block of blocks) {
    const last = ids.at(-1) ?? ''
    const heir = heirs.has(block)
    if (heir) sendWords(textAt(hand, block), old.get(block.id)?.node, block.node)
    if (heir && !steady.has(block)) moveClause(hand, block.id, last)
    ids.push(heir ? block.id : addClause(hand, last, block))
  }
  const kept = new Set(ids)
  removeClauses(
    hand,
    [...old.keys()].filter((id) => id !== '' && !kept.has(id)),
  )
  return ids
}

/** The block that goes on as the clause it says it is: of several with one id, the one that has most of the words. */
function heirsOf(blocks: readonly Block[], old: ReadonlyMap<string, Block>): ReadonlySet<Block> {
  const longest = new Map<string, Block>()
  for (const block of blocks) {
    const rival = longest.get(block.id)
    const known = block.id !== '' && old.has(block.id)
    if (known && (!rival || rival.node.content.size < block.node.content.size)) longest.set(block.id, block)
  }
  const heirs = new Set(longest.values())
  return new Set(blocks.filter((block) => heirs.has(block)))
}

/** The blocks that kept their order among each other: all that is not one of these was moved. */
function steadyBlocks(heirs: readonly Block[], old: readonly string[]): ReadonlySet<Block> {
  const index = new Map(old.map((id, at) => [id, at]))
  return new Set(longestRun(heirs.map(({ id }) => index.get(id) ?? 0)).flatMap((at) => heirs[at] ?? []))
}

function addClause(hand: Hand, after: string, { kind, node }: Block): string {
  const words = wordsOfNodes(node.children)
  const before = placedClauses(hand.doc).find(({ clause }) => clause.id === after)
  if (!before) return addFirst(hand, kind, words)
  const id = hand.newId()
  const place = placeAfter(hand.doc, before.container, after)
  clausesOf(hand.doc).set(id, newClause({ kind, parent: place.parent, words }, place.order))
  return id
}

function sendWords(text: SharedText | undefined, before: Node | undefined, after: Node): void {
  if (!text || !before || before.eq(after)) return
  const start = before.content.findDiffStart(after.content)
  const end = before.content.findDiffEnd(after.content)
  if (start === null || !end) return
  const overlap = start - Math.min(end.a, end.b)
  const [a, b] = overlap > 0 ? [end.a + overlap, end.b + overlap] : [end.a, end.b]
  if (a > start) text.delete(start, a - start)
  typeWords(text, start, wordsOfNodes(after.slice(start, b).content.content))
}
