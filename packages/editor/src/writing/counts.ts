/** How long the text and the selection are: counted when the browser has nothing else to do, and only what changed. */

import { countWords } from '@travaux/core'
import type { Node } from 'prosemirror-model'
import { Plugin, type EditorState } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { openStore, type Store } from '../app/store.ts'
import { saidBy } from '../binding/schema.ts'

export interface Count {
  readonly clauses: number
  readonly words: number
}

export interface Counts {
  /** Null until all of the text was counted once. */
  readonly text: Count | null
  /** Null where nothing is selected. */
  readonly selection: Count | null
}

const none: Count = { clauses: 0, words: 0 }
const known = new WeakMap<Node, Count>()

/** Counts a clause or a group, once for each version of it. */
function countNode(node: Node): Count {
  const counted = known.get(node)
  if (counted) return counted
  const count = node.inlineContent
    ? { clauses: 1, words: wordsIn(node) }
    : node.children.map(countNode).reduce(sum, none)
  known.set(node, count)
  return count
}

function sum(a: Count, b: Count): Count {
  return { clauses: a.clauses + b.clauses, words: a.words + b.words }
}

function wordsIn(clause: Node, from = 0, to = clause.content.size): number {
  return countWords(
    clause.textBetween(from, to, undefined, (leaf) => (leaf.type.name === 'embed' ? saidBy(leaf) : ' ')),
  )
}

/** What lies between two positions; groups and clauses that lie wholly between are taken as they were counted. */
export function countBetween(doc: Node, from: number, to: number): Count {
  let count = none
  doc.nodesBetween(from, to, (node, pos) => {
    if (node === doc) return true
    const [start, end] = [pos + 1, pos + node.nodeSize - 1]
    if (from <= start && to >= end) count = sum(count, countNode(node))
    else if (node.inlineContent)
      count = sum(count, { clauses: 1, words: wordsIn(node, Math.max(0, from - start), Math.min(to, end) - start) })
    else return true
    return false
  })
  return count
}

/** Gives what is counted; `idle` asks for a moment in which there is nothing else to do. */
export function countsPlugin(idle: Idle = whenIdle): { plugin: Plugin; counts: Store<Counts> } {
  const counts = openStore<Counts>({ text: null, selection: null })
  let stop: (() => void) | undefined
  const count = (view: EditorView): void => {
    stop = idle((more) => {
      stop = undefined
      if (view.isDestroyed) return
      const { doc, selection } = view.state
      for (const group of doc.children) {
        countNode(group)
        if (!more()) return count(view)
      }
      counts.set({
        text: same(counts.get().text, doc.children.map(countNode).reduce(sum, none)),
        selection: selection.empty
          ? null
          : same(counts.get().selection, countBetween(doc, selection.from, selection.to)),
      })
    })
  }
  const plugin = new Plugin({
    view: (view) => {
      count(view)
      return {
        update: (_view, before: EditorState) => {
          if (before.doc !== view.state.doc || !before.selection.eq(view.state.selection)) if (!stop) count(view)
        },
        destroy: () => stop?.(),
      }
    },
  })
  return { plugin, counts }
}

/** The old value where it says the same, so that nobody is told of nothing. */
function same(old: Count | null, now: Count): Count {
  return old?.words === now.words && old.clauses === now.clauses ? old : now
}

/** Runs something in an idle moment, which may ask whether there is still time; gives what takes the request back. */
export type Idle = (run: (more: () => boolean) => void) => () => void

/** Milliseconds a slice may take where the browser does not say how long it is idle. */
const SLICE = 6

const whenIdle: Idle = (run) => {
  if (typeof requestIdleCallback === 'function') {
    const request = requestIdleCallback((deadline) => run(() => deadline.timeRemaining() > 1))
    return () => cancelIdleCallback(request)
  }
  const timer = setTimeout(() => {
    const end = performance.now() + SLICE
    run(() => performance.now() < end)
  }, 100)
  return () => clearTimeout(timer)
}
