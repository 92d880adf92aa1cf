/** What hangs on the text without being part of it: threads on words, differences and placeholders on clauses. */

import { clausesOf, goneOf, resolveAnchor, waitingIn, type api, type Match } from '@travaux/core'
import { Plugin, PluginKey, type EditorState, type Transaction } from 'prosemirror-state'
import { Decoration, DecorationSet, type DecorationAttrs } from 'prosemirror-view'
import type { Awareness } from 'y-protocols/awareness'
import type * as Y from 'yjs'
import { COPIED, RESTRUCTURED } from '../binding/bind.ts'
import { blockAt, findBlock } from '../binding/blocks.ts'
import { presentIn } from '../people/present.ts'
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

interface Placeholders {
  /** What may stand in an empty clause, by kind. */
  readonly words: (kind: string) => string
  readonly says: Says
  /** The id of the empty clause that stands where a clause was cut on this page. */
  readonly cut: () => string | undefined
  /** The empty clauses that stand where anybody cut one, and who it was, where that is another who is known. */
  readonly cuts: () => ReadonlyMap<string, string | undefined>
}

/**
 * What may stand in the empty clause that the caret is in; and in those that stand where a clause was cut, wherever the caret
 * goes to paste it, and for all others who wonder at an empty line.
 */
export function placeholders({ words, says, cut, cuts }: Placeholders): Plugin {
  const standing = (name: string | undefined): string => (name === undefined ? says('cut') : says('cutBy', { name }))
  return new Plugin({
    props: {
      decorations: ({ doc, selection: { $head } }) => {
        const stand = cut()
        const waiting = new Map([...(stand === undefined ? [] : [[stand, undefined] as const]), ...cuts()])
        const here = $head.depth >= 2 ? blockAt(doc, $head.before(2)) : undefined
        const there = [...waiting.keys()].flatMap((id) => (id === here?.id ? [] : (findBlock(doc, id) ?? [])))
        const empty = [...(here ? [here] : []), ...there].filter(({ node }) => node.content.size === 0)
        return DecorationSet.create(
          doc,
          empty.map(({ id, kind, pos, node }) =>
            Decoration.node(pos, pos + node.nodeSize, {
              'data-placeholder': waiting.has(id) ? standing(waiting.get(id)) : words(kind),
            }),
          ),
        )
      },
    },
  })
}

/** The empty clauses that stand for those that wait to be pasted, and the names of the others here who cut them. */
export function cutsIn(doc: Y.Doc, awareness: Awareness, me: string): ReadonlyMap<string, string | undefined> {
  const waiting = [...waitingIn(doc)]
  const present = waiting.length > 0 ? presentIn(awareness.getStates().values()) : []
  return new Map(
    waiting.map(([clause, stand]) => {
      const stored = clausesOf(doc).get(clause)
      const by = stored && goneOf(stored)?.by
      return [stand, by === me ? undefined : present.find(({ member }) => member === by)?.name]
    }),
  )
}
