/** The terms that the text in the view defines: read when somebody asks, and again only where clauses changed. */

import { definedIn, definitionsOf, glossaryOf, type Definition, type Glossary } from '@travaux/core'
import type { Node } from 'prosemirror-model'
import { allBlocks } from '../binding/blocks.ts'
import { wordsOfNodes } from '../binding/schema.ts'

type Defined = ReturnType<typeof definedIn>

const readAs = { definitions: new WeakMap<Node, Defined>(), others: new WeakMap<Node, Defined>() }
const glossaries = new WeakMap<Node, Glossary>()

/** The glossary of a version of the view. Cost: one look-up a clause, words only of clauses that changed since. */
export function shownGlossary(doc: Node, language: string): Glossary {
  const known = glossaries.get(doc)
  if (known) return known
  const nodes = new Map(allBlocks(doc).map(({ id, node }) => [id, node]))
  const clauses = Array.from(nodes, ([id, node]) => ({
    id,
    kind: String(node.attrs['kind']),
    get words() {
      return wordsOfNodes(node.children)
    },
  }))
  const definitions: readonly Definition[] = definitionsOf(clauses, ({ id, words }, inDefinitions) => {
    const node = nodes.get(id)
    const read = inDefinitions ? readAs.definitions : readAs.others
    const before = node && read.get(node)
    const found = before ?? definedIn(words, inDefinitions)
    if (node && !before) read.set(node, found)
    return found
  })
  const made = glossaryOf(definitions, language)
  glossaries.set(doc, made)
  return made
}
