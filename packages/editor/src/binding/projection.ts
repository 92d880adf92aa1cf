/** The clauses of a document as a view must show them, and the nodes they are shown as. */

import { bareClauses, wordsOf, type YClause } from '@travaux/core'
import type { Node } from 'prosemirror-model'
import type * as Y from 'yjs'
import { inlineNodes, schema, type ClauseAttributes } from './schema.ts'

/** A clause as it should be shown: the projection of the document, without its words. */
export interface Projected extends ClauseAttributes {
  readonly stored: YClause
}

/** What the view must show, in order. Words are read only when a clause is drawn. */
export function project(doc: Y.Doc): readonly Projected[] {
  return bareClauses(doc)
}

/** A clause as the view shows it, with its words. */
export function clauseNode({ id, kind, depth, stored }: Projected): Node {
  return schema.node('clause', { id, kind, depth }, inlineNodes(wordsOf(stored)))
}

/** Stands in an empty text so that there is a place to type; its id '' is no clause's. */
export function emptyClause(): Node {
  return schema.node('clause')
}

/** Every frame costs something for each group; a key, and scrolling to it, something for each clause of one. */
const GROUP_TARGET = 40
/** A group that grew beyond this is parted. */
export const GROUP_LIMIT = 80

const opensGroup: ReadonlySet<string> = new Set(['preamble', 'part', 'chapter', 'article', 'annex'])

/** The whole view, in groups of some forty clauses that end before an article where they can. */
export function documentNode(doc: Y.Doc): Node {
  const groups: Node[][] = [[]]
  for (const clause of project(doc)) {
    const open = groups.at(-1) ?? []
    const full = open.length >= GROUP_LIMIT || (open.length >= GROUP_TARGET && opensGroup.has(clause.kind))
    if (full) groups.push([clauseNode(clause)])
    else open.push(clauseNode(clause))
  }
  if (groups[0]?.length === 0) groups[0].push(emptyClause())
  return schema.node(
    'doc',
    null,
    groups.map((clauses) => schema.node('group', null, clauses)),
  )
}
