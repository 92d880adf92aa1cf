/** Lines where a number is free, `5. [deleted]`: they are no part of the words, and nothing is typed, copied or found in them. */

import { saidOfFreed, type Freed } from '@travaux/core'
import { Plugin, PluginKey, type EditorState } from 'prosemirror-state'
import { Decoration, DecorationSet } from 'prosemirror-view'
import { RESTRUCTURED } from '../binding/bind.ts'
import { allBlocks } from '../binding/blocks.ts'
import { shownFreed, type Numbered } from './numbers.ts'

/** What a line says and what the style sheet draws it from. */
interface Line {
  readonly kind: string
  /** How many points its number stands in, itself included. */
  readonly level: number
  readonly label: string
  readonly says: string
}

/** The lines of the free numbers, in reading order, by the clause that each stands behind; '' opens the text. */
export function freedLines({ free, numbers, clauses }: Numbered, language: string): ReadonlyMap<string, Line[]> {
  const byId = new Map(free.length > 0 ? clauses.map((clause) => [clause.id, clause]) : [])
  const levelOf = ({ kind, parent }: Pick<Freed, 'kind' | 'parent'>): number => {
    let level = isCounted(kind) ? 1 : 0
    for (let at = byId.get(parent); at; at = byId.get(at.parent)) if (isCounted(at.kind)) level++
    return level
  }
  const lines = free.map((one) => ({
    after: one.after,
    line: { kind: one.kind, level: levelOf(one), label: one.label, says: saidOfFreed(one, numbers, language) },
  }))
  const groups = Map.groupBy(lines, ({ after }) => after)
  return new Map([...groups].map(([after, group]) => [after, group.map(({ line }) => line)]))
}

function isCounted(kind: string): boolean {
  return kind === 'point' || kind === 'entry'
}

/** A line as an element without words: the style sheet draws them, and whoever hears the page is told them. */
export function freedElement({ kind, level, label, says }: Line): HTMLElement {
  const element = document.createElement('div')
  element.className = 'freed'
  element.role = 'note'
  element.ariaLabel = `${label} ${says}`
  Object.assign(element.dataset, { kind, level: String(level), label, says })
  return element
}

/** Shows the lines. They are drawn again where a transaction restructured the text; keys only move them. */
export function freedPlugin(language: string): Plugin<DecorationSet> {
  const key = new PluginKey<DecorationSet>('freed')
  return new Plugin<DecorationSet>({
    key,
    state: {
      init: (_config, state) => marksIn(state, language),
      apply: (tr, old, _before, state) => {
        if (tr.getMeta(RESTRUCTURED) !== undefined) return marksIn(state, language)
        return tr.docChanged ? old.map(tr.mapping, tr.doc) : old
      },
    },
    props: { decorations: (state) => key.getState(state) },
  })
}

function marksIn(state: EditorState, language: string): DecorationSet {
  const shown = shownFreed(state)
  if (!shown || shown.free.length === 0) return DecorationSet.empty
  const lines = freedLines(shown, language)
  const opening = (lines.get('') ?? []).map((line, nth, { length }) => widget(1, line, nth - length))
  const behind = allBlocks(state.doc).flatMap(({ id, pos, node }) =>
    (lines.get(id) ?? []).map((line, nth, { length }) => widget(pos + node.nodeSize, line, nth - length)),
  )
  return DecorationSet.create(state.doc, [...opening, ...behind])
}

function widget(pos: number, line: Line, side: number): Decoration {
  const key = `freed ${side} ${line.kind} ${line.level} ${line.label} ${line.says}`
  return Decoration.widget(pos, () => freedElement(line), { key, side, ignoreSelection: true })
}
