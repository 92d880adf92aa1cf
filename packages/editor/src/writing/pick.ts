/**
 * Picking the clause that a reference points at: `@` (or Ctrl+K) begins it, what is typed behind narrows the list, Enter
 * takes the active one, Escape leaves what was typed. The text keeps the focus, so that no key is ever lost.
 */

import { referenceTo, type Match } from '@travaux/core'
import { Plugin, PluginKey, TextSelection, type Command, type EditorState, type Transaction } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { findBlock } from '../binding/blocks.ts'
import { schema } from '../binding/schema.ts'
import { clausesFor } from '../palette/clauses.ts'
import { textOfBlock } from './brackets.ts'
import { shownNumbers } from './numbers.ts'
import { outlineOf } from './outline.ts'
import { besideAt } from './places.ts'
import type { Choice, Picking, Beside } from './surface.ts'

interface Picked extends Omit<Picking, keyof Beside> {
  /** Position of the `@`. */
  readonly from: number
  /** Whether the `@` was typed: then it stays where nothing is picked. */
  readonly typed: boolean
  /** Every clause as it was when picking began. */
  readonly all: readonly Choice[]
}

type Step =
  | { readonly kind: 'open'; readonly from: number; readonly typed: boolean }
  | { readonly kind: 'move'; readonly active: number }
  | { readonly kind: 'close' }

const key = new PluginKey<Picked | null>('pick')

/** How many clauses the list shows. */
const SHOWN = 8
const LONGEST_QUERY = 60
const SIGN = '@'

/** Id of an option in the page, for those who hear it. */
export function optionId(clause: string): string {
  return `pick-${clause}`
}

/** `tell` hears what is being picked, and where. */
export function pickPlugin(editable: () => boolean, tell: (picking: Picking | null) => void): Plugin<Picked | null> {
  return new Plugin<Picked | null>({
    key,
    state: {
      init: () => null,
      apply: (tr, old, before, state) => after(tr, old, { before, state }),
    },
    props: {
      handleTextInput: (view, from, to, text) => editable() && begins(view, from, to, text),
      handleKeyDown: (view, event) => pressed(view, event),
      attributes: (state) => {
        const picked = key.getState(state)
        if (!picked) return {}
        const active = picked.found[picked.active]
        return {
          'aria-autocomplete': 'list',
          'aria-controls': 'pick-list',
          ...(active && { 'aria-activedescendant': optionId(active.id) }),
        }
      },
    },
    view: (view) => ({
      update: (_view, before) => {
        const picked = key.getState(view.state) ?? null
        if (picked !== (key.getState(before) ?? null)) tell(picked && placed(view, picked))
      },
      destroy: () => tell(null),
    }),
  })
}

function placed(view: EditorView, { from, query, found, active }: Picked): Picking {
  return { query, found, active, ...besideAt(view, from) }
}

interface Change {
  readonly before: EditorState
  readonly state: EditorState
}

function after(tr: Transaction, old: Picked | null, { before, state }: Change): Picked | null {
  const step = tr.getMeta(key) as Step | undefined
  if (step?.kind === 'close') return null
  if (step?.kind === 'open') return opened(before, step)
  if (!old) return null
  if (step?.kind === 'move') return { ...old, active: step.active }
  if (!tr.docChanged && !tr.selectionSet) return old
  const from = tr.mapping.map(old.from, 1)
  const query = queryBehind(state, from)
  if (query === undefined) return null
  return query === old.query ? { ...old, from } : { ...old, from, query, found: found(old.all, query), active: 0 }
}

/** `before`: the state that picking began in; the numbers of the next one are not there yet. */
function opened(before: EditorState, { from, typed }: { from: number; typed: boolean }): Picked {
  const all = outlineOf(before.doc, shownNumbers(before)).map(({ id, citation, words }) => ({
    id,
    label: citation,
    description: words,
  }))
  return { from, typed, all, query: '', found: found(all, ''), active: 0 }
}

function found(all: readonly Choice[], query: string): readonly Choice[] {
  return clausesFor(query, all).slice(0, SHOWN)
}

/** What stands between the sign and the caret, or undefined where picking is over. */
function queryBehind({ doc, selection }: EditorState, from: number): string | undefined {
  if (!selection.empty || selection.head <= from || from + 1 > doc.content.size) return undefined
  const { $head } = selection
  if ($head.start() > from || doc.textBetween(from, from + 1) !== SIGN) return undefined
  const query = doc.textBetween(from + 1, $head.pos, undefined, '\n')
  return query.length <= LONGEST_QUERY && !query.includes('\n') ? query : undefined
}

/** Behind a letter or a digit the sign is part of an address. */
function begins(view: EditorView, from: number, to: number, text: string): boolean {
  if (text !== SIGN || from !== to) return false
  const { parent, parentOffset } = view.state.doc.resolve(from)
  const before = parent.textBetween(Math.max(0, parentOffset - 1), parentOffset)
  if (/[\p{L}\p{N}]/u.test(before)) return false
  view.dispatch(view.state.tr.insertText(SIGN, from).setMeta(key, { kind: 'open', from, typed: true } satisfies Step))
  return true
}

/** Begins picking at the caret. */
export const beginReference: Command = ({ selection, tr }, dispatch) => {
  if (!selection.$head.parent.inlineContent || selection.$head.parent.attrs['id'] === '') return false
  const from = selection.to
  const opening = tr.setSelection(TextSelection.create(tr.doc, from)).insertText(SIGN, from)
  dispatch?.(opening.setMeta(key, { kind: 'open', from, typed: false } satisfies Step).scrollIntoView())
  return true
}

function pressed(view: EditorView, event: KeyboardEvent): boolean {
  const picked = key.getState(view.state)
  if (!picked || event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return false
  const active = picked.found[picked.active]
  if (event.key === 'Escape') {
    event.preventDefault()
    leave(view, picked)
    return true
  }
  if (!active) return false
  if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
    const by = event.key === 'ArrowDown' ? 1 : -1
    const to = (picked.active + by + picked.found.length) % picked.found.length
    view.dispatch(view.state.tr.setMeta(key, { kind: 'move', active: to } satisfies Step))
  } else if (event.key === 'Enter' || event.key === 'Tab') take(view, active.id, event.shiftKey)
  else return false
  event.preventDefault()
  return true
}

function leave(view: EditorView, { from, typed }: Picked): void {
  const tr = view.state.tr.setMeta(key, { kind: 'close' } satisfies Step)
  view.dispatch(typed ? tr : tr.delete(from, view.state.selection.head))
}

/** Puts the reference in place of what was typed; `bare`: by its number alone. Nothing where nothing is being picked. */
export function take(view: EditorView, clause: string, bare = false): void {
  const picked = key.getState(view.state)
  if (!picked) return
  const { $head } = view.state.selection
  const node = schema.node('embed', { value: referenceTo(clause, bare ? 'number' : 'named') }, [], $head.marks())
  view.dispatch(
    view.state.tr
      .replaceWith(picked.from, $head.pos, node)
      .setMeta(key, { kind: 'close' } satisfies Step)
      .scrollIntoView(),
  )
  view.focus()
}

/** Puts a reference in place of typed words, if they are still there. */
export function makeLive(
  view: EditorView,
  { clause, from, to, words }: Match & { words: string },
  target: string,
): boolean {
  const block = findBlock(view.state.doc, clause)
  if (!block || textOfBlock(block.node).slice(from, to) !== words) return false
  const [start, end] = [block.pos + 1 + from, block.pos + 1 + to]
  const marks = view.state.doc.resolve(start + 1).marks()
  const node = schema.node('embed', { value: referenceTo(target) }, [], marks)
  view.dispatch(view.state.tr.replaceWith(start, end, node))
  return true
}
