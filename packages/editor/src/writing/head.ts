/** The first words of a long text, on the page before the surface that they can be written on is made. */

import { citer, placedClauses } from '@travaux/core'
import { DOMSerializer } from 'prosemirror-model'
import { clauseNode, project } from '../binding/projection.ts'
import { schema } from '../binding/schema.ts'
import { directionOf } from '../words/words.ts'
import { sayHead } from './embeds.ts'
import { freedElement, freedLines } from './freed.ts'
import { marginAttributes, marginsOf, numbersOf } from './numbers.ts'
import type { SurfaceOptions } from './surface.ts'

/** A text of more clauses takes long enough to open for somebody to wait for it. */
const LONG = 500
/** Clauses that are more than fill a screen. */
const HEAD = 60

type Head = Pick<SurfaceOptions, 'mount' | 'doc' | 'language' | 'footnoteName'>

/**
 * Puts the head of a long text on the page as the surface will show it, to be read and not yet to be written on. The
 * surface takes its place. Gives false, and does nothing, where a text is short enough to be opened at once.
 */
export function showHead({ mount, doc, language, footnoteName }: Head): boolean {
  if (placedClauses(doc).length <= LONG) return false
  const serializer = DOMSerializer.fromSchema(schema)
  const projected = project(doc).slice(0, HEAD)
  const blocks = projected.map((one) => ({ ...one, pos: 0, node: clauseNode(one) }))
  const sheet = document.createElement('div')
  Object.assign(sheet, { className: 'travaux-text', lang: language, dir: directionOf(language) })
  const numbered = numbersOf(doc, language)
  const nodes = blocks.map(({ node }) => node)
  sayHead(nodes, citer({ ...numbered, language }), { footnote: footnoteName })
  const lines = freedLines(numbered, language)
  const linesBehind = (id: string): HTMLElement[] => (lines.get(id) ?? []).map(freedElement)
  sheet.append(...linesBehind(''))
  for (const { block, ...margin } of marginsOf(blocks, numbered)) {
    const element = serializer.serializeNode(block.node) as HTMLElement
    for (const [name, value] of Object.entries(marginAttributes(margin))) element.setAttribute(name, value)
    sheet.append(element, ...linesBehind(block.id))
  }
  mount.replaceChildren(sheet)
  return true
}
