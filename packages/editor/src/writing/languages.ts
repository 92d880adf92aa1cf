/** Clauses in another script than their text say their language, for voices, fonts and spelling checkers. */

import { foreignTo } from '@travaux/core'
import type { Node } from 'prosemirror-model'
import { Plugin } from 'prosemirror-state'
import { Decoration, DecorationSet } from 'prosemirror-view'
import { changedClauses } from '../binding/blocks.ts'

/** Looks again only at clauses whose words changed. */
export function languageMarks(language: string): Plugin<DecorationSet> {
  const languageOf = foreignTo(language)
  const markOf = (clause: Node, pos: number): Decoration[] => {
    const lang = languageOf(clause.textContent)
    return lang === undefined ? [] : [Decoration.node(pos, pos + clause.nodeSize, { lang })]
  }
  return new Plugin<DecorationSet>({
    state: {
      init: (_config, { doc }) =>
        DecorationSet.create(
          doc,
          changedClauses(undefined, doc).flatMap(({ node, pos }) => markOf(node, pos)),
        ),
      apply: (tr, old, before, { doc }) => {
        if (!tr.docChanged) return old
        let marks = old.map(tr.mapping, doc)
        for (const { node, pos } of changedClauses(before.doc, doc)) {
          const stale = marks.find(pos, pos + node.nodeSize).filter(({ from }) => from === pos)
          marks = marks.remove(stale).add(doc, markOf(node, pos))
        }
        return marks
      },
    },
    props: {
      decorations(state) {
        return this.getState(state)
      },
    },
  })
}
