/** Who wrote the words: each stretch in the colour of its delegation, with its code where another one begins. */

import type { EditorState } from 'prosemirror-state'
import { Decoration } from 'prosemirror-view'
import { findBlock } from '../binding/blocks.ts'
import { hueOf } from '../people/hue.ts'
import { textOfBlock } from './brackets.ts'
import { drawn } from './marks.ts'
import type { AuthorMark } from './surface.ts'

/** Draws who wrote the words, but for clauses whose words are not those that the marks were made for. */
export function authorMarks() {
  return drawn<readonly AuthorMark[]>('authors', [], (state, marks) => marks.flatMap((mark) => marksIn(state, mark)))
}

function marksIn({ doc }: EditorState, { clause, words, stretches }: AuthorMark): Decoration[] {
  const block = stretches.length > 0 ? findBlock(doc, clause) : undefined
  if (!block || textOfBlock(block.node) !== words) return []
  const start = block.pos + 1
  return stretches.flatMap(({ from, to, delegation, code, says }, index) => {
    const before = stretches[index - 1]
    const style = `--hue: ${hueOf(delegation)}`
    const attributes = { class: 'author', style, title: says, role: 'mark', 'aria-description': says }
    const mark = Decoration.inline(start + from, start + to, attributes)
    if (before?.to === from && before.delegation === delegation) return [mark]
    const sign = Decoration.widget(start + from, () => signOf(code, style), {
      side: -1,
      key: `${code} ${clause} ${from}`,
    })
    return [sign, mark]
  })
}

function signOf(code: string, style: string): HTMLElement {
  const sign = document.createElement('span')
  sign.className = 'author-code'
  sign.style.cssText = style
  sign.textContent = code
  sign.ariaHidden = 'true'
  return sign
}
