/** What hangs on the text without being part of it: threads on words, differences and placeholders on clauses. */

import { resolveAnchor, type api, type Match } from '@travaux/core'
import { Plugin, PluginKey, type EditorState, type Transaction } from 'prosemirror-state'
import { Decoration, DecorationSet, type DecorationAttrs } from 'prosemirror-view'
import type * as Y from 'yjs'
import { COPIED, RESTRUCTURED } from '../binding/bind.ts'
import { blockAt, findBlock } from '../binding/blocks.ts'
import type { DifferenceMark, Says, ThreadMarks } from './surface.ts'

interface Shown<T> {
  readonly given: T
  readonly marks: DecorationSet
}

/** A plugin that draws given values as decorations, and draws them again where words or clauses came back or stand elsewhere. */
export function drawn<T>(name: string, empty: T, draw: (state: EditorState, given: T) => Decoration[]) {
  const key = new PluginKey<Shown<T>>(name)
  const show = (state: EditorState, given: T): Shown<T> => ({
    given,
    marks: DecorationSet.create(state.doc, draw(state, given)),
  })
  const plugin = new Plugin<Shown<T>>({
    key,
    state: {
      init: () => ({ given: empty, marks: DecorationSet.empty }),
      apply: (tr, old, _before, state) => {
        const given = tr.getMeta(key) as T | undefined
        const isMoved = [RESTRUCTURED, COPIED].some((name) => tr.getMeta(name) !== undefined)
        if (given !== undefined || isMoved) return show(state, given ?? old.given)
        return tr.docChanged ? { ...old, marks: old.marks.map(tr.mapping, tr.doc) } : old
      },
    },
    props: { decorations: (state) => key.getState(state)?.marks },
  })
  return { plugin, give: (tr: Transaction, given: T) => tr.setMeta(key, given) }
}

/** Threads as highlights on their words, the active one and the one being written on top. */
export function threadMarks(doc: Y.Doc) {
  const onWords = (state: EditorState, anchor: api.Anchor, attributes: DecorationAttrs): Decoration[] => {
    const at = resolveAnchor(doc, anchor)
    const block = at.kind === 'words' ? findBlock(state.doc, at.clause) : undefined
    if (at.kind !== 'words' || !block) return []
    return [Decoration.inline(block.pos + 1 + at.from, block.pos + 1 + at.to, attributes)]
  }
  return drawn<ThreadMarks>('threads', noThreads, (state, { marks, active, composing }) => [
    ...marks.flatMap(({ thread, anchor, resolved }) => {
      const names = ['thread', thread === active && 'thread-active', resolved && 'thread-resolved']
      return onWords(state, anchor, { class: names.filter(Boolean).join(' '), 'data-thread': thread })
    }),
    // There is no thread to press yet.
    ...(composing ? onWords(state, composing, { class: 'thread thread-active' }) : []),
  ])
}

const noThreads: ThreadMarks = { marks: [], active: null, composing: null }

export interface FoundMarks {
  readonly matches: readonly Match[]
  readonly current: Match | undefined
}

/** What a search found, one match as the current one. */
export function foundMarks() {
  return drawn<FoundMarks>('found', { matches: [], current: undefined }, (state, { matches, current }) =>
    matches.flatMap((match) => {
      const { clause, from, to } = match
      const block = findBlock(state.doc, clause)
      if (!block || to > block.node.content.size) return []
      const attributes = { class: match === current ? 'found found-current' : 'found' }
      return [Decoration.inline(block.pos + 1 + from, block.pos + 1 + to, attributes)]
    }),
  )
}

/** Differences from the baseline as a class on their clause. */
export function differenceMarks() {
  return drawn<readonly DifferenceMark[]>('differences', [], (state, differences) =>
    differences.flatMap(({ clause, change }) => {
      const block = findBlock(state.doc, clause)
      return block ? [Decoration.node(block.pos, block.pos + block.node.nodeSize, { class: `differs-${change}` })] : []
    }),
  )
}

/** The clause that was just jumped to; '' for none. */
export function revealedMarks() {
  return drawn('revealed', '', ({ doc }, clause: string) => {
    const block = clause === '' ? undefined : findBlock(doc, clause)
    return block ? [Decoration.node(block.pos, block.pos + block.node.nodeSize, { class: 'revealed' })] : []
  })
}

/**
 * What may stand in the empty clause that the caret is in; and in the empty one that stands where a clause was cut, wherever
 * the caret goes to paste it. `cut`: the id of that one.
 */
export function placeholders(words: (kind: string) => string, says: Says, cut: () => string | undefined): Plugin {
  return new Plugin({
    props: {
      decorations: ({ doc, selection: { $head } }) => {
        const stand = cut()
        const here = $head.depth >= 2 ? blockAt(doc, $head.before(2)) : undefined
        const there = stand === undefined || stand === here?.id ? undefined : findBlock(doc, stand)
        const empty = [here, there].flatMap((block) => (block?.node.content.size === 0 ? [block] : []))
        return DecorationSet.create(
          doc,
          empty.map(({ id, kind, pos, node }) =>
            Decoration.node(pos, pos + node.nodeSize, { 'data-placeholder': id === stand ? says('cut') : words(kind) }),
          ),
        )
      },
    },
  })
}
