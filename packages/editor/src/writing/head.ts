/** The first words of a long text, on the page before the surface that they can be written on is made. */

import { citer, HEAD, type Citer } from '@travaux/core'
import { DOMSerializer } from 'prosemirror-model'
import { clauseNode, project } from '../binding/projection.ts'
import { schema } from '../binding/schema.ts'
import { directionOf } from '../words/words.ts'
import { sayHead } from './embeds.ts'
import { freedElement, freedLines } from './freed.ts'
import { marginAttributes, marginsOf, numbersOf } from './numbers.ts'
import type { SurfaceOptions } from './surface.ts'

type Head = Pick<SurfaceOptions, 'mount' | 'doc' | 'language' | 'footnoteName'>

/**
 * Puts the head of a long text on the page as the surface will show it, to be read and not yet to be written on. The
 * surface takes its place. Of a reference to what is not in the document, which may be no more than the head, it says nothing yet.
 */
export function showHead({ mount, doc, language, footnoteName }: Head): void {
  const serializer = DOMSerializer.fromSchema(schema)
  const projected = project(doc).slice(0, HEAD)
  const blocks = projected.map((one) => ({ ...one, pos: 0, node: clauseNode(one) }))
  const sheet = document.createElement('div')
  Object.assign(sheet, { className: 'travaux-text', lang: language, dir: directionOf(language) })
  const numbered = numbersOf(doc, language)
  const nodes = blocks.map(({ node }) => node)
  sayHead(nodes, headCiter({ ...numbered, language }), { footnote: footnoteName })
  const lines = freedLines(numbered, language)
  const linesBehind = (id: string): HTMLElement[] => (lines.get(id) ?? []).map(freedElement)
  sheet.append(...linesBehind(''))
  for (const { block, ...margin } of marginsOf(blocks, numbered)) {
    const element = serializer.serializeNode(block.node) as HTMLElement
    for (const [name, value] of Object.entries(marginAttributes(margin))) element.setAttribute(name, value)
    sheet.append(element, ...linesBehind(block.id))
  }
  mount.replaceChildren(sheet)
}

/** What is not in the head may be in the rest: nothing is said of it, and not that it is missing. */
function headCiter(...numbered: Parameters<typeof citer>): Citer {
  const head = citer(...numbered)
  return { ...head, cite: (...asked) => head.cite(...asked) ?? '…' }
}
