/**
 * Writing footnotes. A footnote is a value: writing it again puts another in its place. Where somebody else wrote it again
 * meanwhile, both stand side by side, so that nobody's words are lost.
 */

import { footnoteOf, readEmbed, type Point, type Words } from '@travaux/core'
import type { Node } from 'prosemirror-model'
import { Plugin, PluginKey, TextSelection, type Command, type EditorState, type Transaction } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { findBlock } from '../binding/blocks.ts'
import { pointAt } from '../binding/receive.ts'
import { schema } from '../binding/schema.ts'
import { embedsIn } from './embeds.ts'
import { besideAt } from './places.ts'
import type { Noting } from './surface.ts'

interface Open {
  /** Where the sign stands or will stand. */
  readonly pos: number
  /** What is being written again; null for a new one. */
  readonly value: object | null
  /** The clause it was opened in, and the offset there: for when others move that clause. */
  readonly point: Point
}

const key = new PluginKey<Open | null>('note')

/** `tell` hears which footnote is being written, and where. */
export function notePlugin(editable: () => boolean, tell: (noting: Noting | null) => void): Plugin<Open | null> {
  return new Plugin<Open | null>({
    key,
    state: {
      init: () => null,
      apply: (tr, old) => {
        const given = tr.getMeta(key) as Open | null | undefined
        if (given !== undefined) return given
        return old && tr.docChanged ? { ...old, pos: tr.mapping.map(old.pos, -1) } : old
      },
    },
    props: {
      handleClick: (view, pos, event) => editable() && pressed(view, pos, event),
    },
    view: (view) => ({
      update: (_view, before) => {
        const [was, open] = [key.getState(before) ?? null, key.getState(view.state) ?? null]
        if ((was === null) !== (open === null)) tell(open && placed(view, open))
      },
      destroy: () => tell(null),
    }),
  })
}

function placed(view: EditorView, { pos, value }: Open): Noting {
  const embed = value && readEmbed(value)
  const words = embed?.kind === 'footnote' ? embed.words : []
  return { words, fresh: value === null, ...besideAt(view, pos) }
}

function footnoteAt({ doc }: EditorState, pos: number): Node | undefined {
  const node = doc.nodeAt(pos)
  const isNote = node?.type.name === 'embed' && readEmbed(node.attrs['value'] as object).kind === 'footnote'
  return isNote ? node : undefined
}

function pressed(view: EditorView, _pos: number, event: MouseEvent): boolean {
  const sign = event.target instanceof Element ? event.target.closest('.footnote') : null
  if (!sign?.parentElement || event.ctrlKey || event.metaKey) return false
  return openAt(view, view.posAtDOM(sign.parentElement, 0))
}

/** Opens the footnote whose sign stands at a position. */
function openAt(view: EditorView, pos: number): boolean {
  const node = footnoteAt(view.state, pos) ?? footnoteAt(view.state, pos - 1)
  const at = footnoteAt(view.state, pos) ? pos : pos - 1
  if (!node) return false
  view.dispatch(opening(view.state, at, node.attrs['value'] as object))
  return true
}

function opening({ tr, doc }: EditorState, pos: number, value: object | null): Transaction {
  const point = pointAt(doc, pos) ?? { clause: '', offset: 0 }
  return tr.setMeta(key, { pos, value, point } satisfies Open)
}

/** Opens the footnote beside the caret, or begins a new one there. */
export const beginFootnote: Command = (state, dispatch) => {
  const { to, $head } = state.selection
  if (!$head.parent.inlineContent || $head.parent.attrs['id'] === '') return false
  const beside = [to, to - 1].find((pos) => footnoteAt(state, pos))
  const value = beside === undefined ? null : (footnoteAt(state, beside)?.attrs['value'] as object)
  dispatch?.(opening(state, beside ?? to, value))
  return true
}

/** Where a footnote goes in, and whether it is still the one that was opened. */
interface Target {
  readonly pos: number
  readonly standing: boolean
}

/** Finds a footnote again, wherever others moved it meanwhile; undefined where its clause is deleted. */
function targetOf({ doc }: EditorState, { pos, value, point }: Open): Target | undefined {
  const found = value && embedsIn(doc).find(({ node }) => node.attrs['value'] === value)
  if (found) return { pos: found.pos, standing: true }
  if (doc.resolve(pos).parent.inlineContent) return { pos, standing: false }
  const block = findBlock(doc, point.clause)
  return block && { pos: block.pos + 1 + Math.min(point.offset, block.node.content.size), standing: false }
}

/**
 * Ends writing: `words` become the footnote, behind whose sign the caret then stands; none delete it; undefined leaves it
 * as it was. Where there is no place for the words any more it stays open.
 */
export function writeNote(view: EditorView, words?: Words): void {
  const open = key.getState(view.state)
  const target = open && targetOf(view.state, open)
  if (!open || (words && words.length > 0 && !target)) return
  const tr = view.state.tr.setMeta(key, null)
  const value = words && words.length > 0 ? footnoteOf(words) : undefined
  const unchanged = target?.standing === true && JSON.stringify(open.value) === JSON.stringify(value)
  if (words && target && !unchanged) {
    const end = target.pos + (target.standing ? 1 : 0)
    if (value) tr.replaceWith(target.pos, end, schema.node('embed', { value }))
    else if (target.standing) tr.delete(target.pos, end)
  }
  // Words that are still selected would be replaced by the next key, and the sign among them.
  if (words && target) tr.setSelection(TextSelection.create(tr.doc, target.pos + (value ? 1 : 0)))
  view.dispatch(tr)
  view.focus()
}
