/** Clauses in another script than their text say their language, for voices, fonts and spelling checkers. */

import { foreignLanguage } from '@travaux/core'
import type { Node } from 'prosemirror-model'
import { Plugin } from 'prosemirror-state'
import { Decoration, DecorationSet } from 'prosemirror-view'

/** Looks again only at clauses whose words changed. */
export function languageMarks(language: string): Plugin<DecorationSet> {
  const markOf = (clause: Node, pos: number): Decoration[] => {
    const lang = foreignLanguage(clause.textContent, language)
    return lang === undefined ? [] : [Decoration.node(pos, pos + clause.nodeSize, { lang })]
  }
  return new Plugin<DecorationSet>({
    state: {
      init: (_config, { doc }) =>
        DecorationSet.create(
          doc,
          freshClauses(undefined, doc).flatMap(([clause, pos]) => markOf(clause, pos)),
        ),
      apply: (tr, old, before, { doc }) => {
        if (!tr.docChanged) return old
        let marks = old.map(tr.mapping, doc)
        for (const [clause, pos] of freshClauses(before.doc, doc)) {
          const stale = marks.find(pos, pos + clause.nodeSize).filter(({ from }) => from === pos)
          marks = marks.remove(stale).add(doc, markOf(clause, pos))
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

/** Clauses that were not there before as they are now, with their positions. Groups that did not change are passed over. */
function freshClauses(before: Node | undefined, doc: Node): [clause: Node, pos: number][] {
  const groups = new Set(before?.children)
  const current = new Set(doc.children)
  const old = new Set(before?.children.filter((group) => !current.has(group)).flatMap((group) => group.children))
  const fresh: [Node, number][] = []
  doc.forEach((group, start) => {
    if (groups.has(group)) return
    group.forEach((clause, offset) => {
      if (!old.has(clause)) fresh.push([clause, start + 1 + offset])
    })
  })
  return fresh
}
