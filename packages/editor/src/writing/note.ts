/**
 * Writing footnotes. A footnote is a value: writing it again puts another in its place. Where somebody else wrote it again
 * meanwhile, both stand side by side, so that nobody's words are lost. While it is written its place stays with the words
 * around it, into whichever clause others carry them.
 */

import { footnoteOf, readEmbed, type Point, type Stretch, type Words } from '@travaux/core'
import type { Node } from 'prosemirror-model'
import { Plugin, PluginKey, TextSelection, type Command, type EditorState, type Transaction } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import type * as Y from 'yjs'
import { findBlock, pointAt } from '../binding/blocks.ts'
import { schema } from '../binding/schema.ts'
import { hold } from './held.ts'
import { besideAt } from './places.ts'
import type { Noting } from './surface.ts'

interface Open {
  /** Where the sign stands or will stand. */
  readonly pos: number
  /** What is being written again; null for a new one. */
  readonly value: object | null
  readonly held: Held
}

type Find = () => Stretch | undefined

/** What a footnote is found again by. */
interface Held {
  /** The clause it was opened in, and the offset there. */
  readonly point: Point
  /** The sign as it was; not of a new one. */
  readonly sign: Find | undefined
  /** The character before the sign, and the one behind it, where there are any. */
  readonly before: Find
  readonly behind: Find
}

function holdPlace(doc: Y.Doc, point: Point, fresh: boolean): Held {
  const character = (offset: number): Find => hold(doc, { clause: point.clause, from: offset, to: offset + 1 })
  const [at, length] = [point.offset, fresh ? 0 : 1]
  return { point, sign: fresh ? undefined : character(at), before: character(at - 1), behind: character(at + length) }
}

const key = new PluginKey<Open | null>('note')

/** `tell` hears which footnote is being written, and where. */
export function notePlugin(
  doc: Y.Doc,
  editable: () => boolean,
  tell: (noting: Noting | null) => void,
): Plugin<Open | null> {
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
      handleClick: (view, _pos, event) => editable() && pressed(view, doc, event),
    },
    view: (view) => ({
      update: (_view, before) => {
        const [was, open] = [key.getState(before) ?? null, key.getState(view.state) ?? null]
        if ((was === null) !== (open === null)) tell(open && boxFor(view, open))
      },
      destroy: () => tell(null),
    }),
  })
}

function boxFor(view: EditorView, { pos, value }: Open): Noting {
  const embed = value && readEmbed(value)
  const words = embed?.kind === 'footnote' ? embed.words : []
  return { words, fresh: value === null, ...besideAt(view, pos) }
}

function footnoteAt({ doc }: EditorState, pos: number): Node | undefined {
  const node = doc.nodeAt(pos)
  const isNote = node?.type.name === 'embed' && readEmbed(node.attrs['value'] as object).kind === 'footnote'
  return isNote ? node : undefined
}

function pressed(view: EditorView, doc: Y.Doc, event: MouseEvent): boolean {
  const sign = event.target instanceof Element ? event.target.closest('.footnote') : null
  if (!sign?.parentElement || event.ctrlKey || event.metaKey) return false
  return openAt(view, doc, view.posAtDOM(sign.parentElement, 0))
}

/** Opens the footnote whose sign stands at a position. */
function openAt(view: EditorView, doc: Y.Doc, pos: number): boolean {
  const node = footnoteAt(view.state, pos) ?? footnoteAt(view.state, pos - 1)
  const at = footnoteAt(view.state, pos) ? pos : pos - 1
  if (!node) return false
  view.dispatch(opening(view.state, doc, at))
  return true
}

/** Opens the footnote at a position, or a new one there. */
function opening(state: EditorState, doc: Y.Doc, pos: number): Transaction {
  const value = (footnoteAt(state, pos)?.attrs['value'] ?? null) as object | null
  const point = pointAt(state.doc, pos) ?? { clause: '', offset: 0 }
  return state.tr.setMeta(key, { pos, value, held: holdPlace(doc, point, value === null) } satisfies Open)
}

/** Opens the footnote beside the caret, or begins a new one there; an empty text is begun by its sign. */
export function beginFootnote(doc: Y.Doc): Command {
  return (state, dispatch) => {
    const { to, $head } = state.selection
    if (!$head.parent.inlineContent) return false
    const beside = [to, to - 1].find((pos) => footnoteAt(state, pos))
    dispatch?.(opening(state, doc, beside ?? to))
    return true
  }
}

/** Where a footnote goes in, and whether it is still the one that was opened. */
interface Target {
  readonly pos: number
  readonly standing: boolean
}

/** Finds a footnote again, wherever others carried the words around it; undefined where they and its clause are gone. */
function targetOf({ doc }: EditorState, { pos, held: { sign, before, behind, point } }: Open): Target | undefined {
  const [standing, left, right] = [sign?.(), before(), behind()]
  if (standing) return placed(doc, { clause: standing.clause, offset: standing.from }, true)
  if (left) return placed(doc, { clause: left.clause, offset: left.to })
  if (right) return placed(doc, { clause: right.clause, offset: right.from })
  return pointAt(doc, pos)?.clause === point.clause ? { pos, standing: false } : placed(doc, point)
}

function placed(doc: Node, { clause, offset }: Point, standing = false): Target | undefined {
  const block = findBlock(doc, clause)
  return block && { pos: block.pos + 1 + Math.min(offset, block.node.content.size), standing }
}

/**
 * Ends writing: `words` become the footnote, behind whose sign the caret then stands; none delete it; undefined leaves it
 * as it was.
 * @returns false where there is no place for the words any more: then it stays open, for them not to be lost
 */
export function writeNote(view: EditorView, words?: Words): boolean {
  const open = key.getState(view.state)
  const target = open && targetOf(view.state, open)
  if (!open) return true
  if (words && words.length > 0 && !target) return false
  // The caret goes first to where the words go: elsewhere its clause may be gone, and nothing be written there.
  if (words && target) view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, target.pos)))
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
  return true
}
