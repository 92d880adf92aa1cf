/** From the document to the view: the smallest ProseMirror steps for what a Yjs transaction changed. */

import { changedWords, clausesOf, goneOf, isCopyKey, isHidden, textIn, type Run, type WordsChange } from '@travaux/core'
import { Fragment, Slice } from 'prosemirror-model'
import type { Transaction } from 'prosemirror-state'
import * as Y from 'yjs'
import { arrange } from './arrange.ts'
import { findBlock } from './blocks.ts'
import { project } from './projection.ts'
import { inlineNodes, marksOf } from './schema.ts'

/** What a batch of Yjs events means for the view. */
export interface Received {
  /** Changes within the words of clauses that are shown. */
  readonly words: readonly { readonly id: string; readonly changes: readonly WordsChange[] }[]
  /** Whether clauses may have come, gone, moved or changed kind. */
  readonly structure: boolean
  /** Whether words came that had been there before, or elsewhere. */
  readonly copied: boolean
}

const structuralKeys: ReadonlySet<string> = new Set(['kind', 'place', 'gone', 'text', 'label', 'option'])

/** Sorts the events of one transaction on the clauses map. */
export function readEvents(doc: Y.Doc, events: readonly Y.YEvent<Y.AbstractType<unknown>>[]): Received {
  const words: { id: string; changes: readonly WordsChange[] }[] = []
  let [structure, copied] = [false, false]
  for (const event of events) {
    const [id] = event.path
    const clause = typeof id === 'string' ? clausesOf(doc).get(id) : undefined
    if (event.path.length === 0) structure = true
    else if (event.path.length === 1) {
      const keys = [...event.keys.keys()]
      structure ||= keys.some((key) => structuralKeys.has(key))
      copied ||= keys.some(isCopyKey)
    } else if (clause && typeof id === 'string' && event.target === textIn(clause)) {
      words.push({ id, changes: changedWords(event) })
      structure ||= goneOf(clause) !== undefined
    }
  }
  return { words, structure, copied }
}

/** Adds to `tr` what brings the view from before the events to the document as it is now. */
export function receive(
  tr: Transaction,
  doc: Y.Doc,
  { words, structure }: Pick<Received, 'words' | 'structure'>,
): Transaction {
  for (const { id, changes } of words) {
    const block = findBlock(tr.doc, id)
    const stored = clausesOf(doc).get(id)
    if (block && stored && !isHidden(stored)) applyChanges(tr, block.pos + 1, changes)
  }
  if (structure) arrange(tr, project(doc))
  return tr
}

function applyChanges(tr: Transaction, start: number, changes: readonly WordsChange[]): void {
  let pos = start
  for (const { insert, retain, delete: struck, attributes } of changes) {
    if (struck !== undefined) tr.delete(pos, pos + struck)
    else if (insert !== undefined) pos = insertRun(tr, pos, { insert, ...(attributes && { attributes }) })
    else if (retain !== undefined) pos = remark(tr, pos, retain, attributes)
  }
}

function insertRun(tr: Transaction, pos: number, run: Run): number {
  const content = Fragment.fromArray(inlineNodes([run]))
  tr.replace(pos, pos, new Slice(content, 0, 0))
  return pos + content.size
}

function remark(tr: Transaction, pos: number, length: number, attributes: Run['attributes']): number {
  for (const [name, value] of Object.entries(attributes ?? {})) setMark(tr, pos, pos + length, name, value)
  return pos + length
}

function setMark(tr: Transaction, from: number, to: number, name: string, value: unknown): void {
  tr.doc.nodesBetween(from, to, (node, pos) => {
    const old = node.marks.filter((mark) => mark.type.name === name || mark.attrs['name'] === name)
    const range = [Math.max(from, pos), Math.min(to, pos + node.nodeSize)] as const
    if (node.isInline) for (const mark of old) tr.removeMark(...range, mark)
  })
  for (const mark of marksOf({ [name]: value })) tr.addMark(from, to, mark)
}
