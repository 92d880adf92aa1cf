/**
 * Picking the clause that a reference points at: `@` (or Ctrl+K) begins it, what is typed behind narrows the list, Enter
 * takes the active one, Escape leaves what was typed. The text keeps the focus, so that no key is ever lost.
 *
 * Ctrl+K writes no sign. The reference takes the place of what was selected and of what was typed to find it. Where nothing
 * is taken the selected words stand as they did, and without such stays what was typed. Undo takes a reference back by itself: to the `@` and what was typed behind it, or to what
 * stood there before Ctrl+K.
 */

import { referenceTo, type Match, type Undo } from '@travaux/core'
import { Plugin, PluginKey, TextSelection, type Command, type EditorState, type Transaction } from 'prosemirror-state'
import { Decoration, DecorationSet, type EditorView } from 'prosemirror-view'
import { findBlock } from '../binding/blocks.ts'
import { schema } from '../binding/schema.ts'
import { clausesFor, isUnsaid } from '../palette/clauses.ts'
import { textOfBlock } from './brackets.ts'
import { shownNumbers } from './numbers.ts'
import { outlineItems } from './outline.ts'
import { besideAt } from './places.ts'
import type { Choice, Picking, Beside } from './surface.ts'

/** Where a clause is being picked. */
interface Stretch {
  /** Where the words begin that the reference will replace: the sign or the selected words; the caret where there are none. */
  readonly from: number
  /** Where the query begins: behind the sign or the selected words. */
  readonly start: number
  /** Whether the sign was typed: then it stays where nothing is picked. */
  readonly typed: boolean
}

interface Picked extends Omit<Picking, keyof Beside>, Stretch {
  /** Every clause as it was when picking began. */
  readonly all: readonly Choice[]
  /** What is offered while there is no query. */
  readonly offered: readonly Choice[]
}

type Step =
  | { readonly kind: 'open'; readonly at: Stretch }
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

type Steps = Pick<Undo, 'gather' | 'part' | 'stopCapturing'>

/** `tell` hears what is being picked, and where; `history` is told what is one step. */
export function pickPlugin(
  editable: () => boolean,
  tell: (picking: Picking | null) => void,
  history: Steps,
): Plugin<Picked | null> {
  return new Plugin<Picked | null>({
    key,
    state: {
      init: () => null,
      apply: (tr, old, before, state) => after(tr, old, { before, state }),
    },
    props: {
      handleTextInput: (view, from, to, text) => editable() && begins(view, from, to, text),
      handleKeyDown: (view, event) => pressed(view, event),
      attributes: (state) => attributesOf(key.getState(state) ?? null),
      decorations: replacedMark,
    },
    view: (view) => ({
      update: (_view, before) => {
        const [was, picked] = [key.getState(before) ?? null, key.getState(view.state) ?? null]
        if (picked === was) return
        partSteps(history, was, picked)
        tell(picked && placed(view, picked))
      },
      destroy: () => tell(null),
    }),
  })
}

function attributesOf(picked: Picked | null): Record<string, string> {
  if (!picked) return {}
  const active = picked.found[picked.active]
  return {
    'aria-autocomplete': 'list',
    'aria-controls': 'pick-list',
    ...(active && { 'aria-activedescendant': optionId(active.id) }),
  }
}

/** The selected words look selected for as long as they may be replaced, with what is typed behind them. */
function replacedMark(state: EditorState): DecorationSet | null {
  const picked = key.getState(state)
  if (!picked || picked.typed || picked.from === picked.start) return null
  return DecorationSet.create(state.doc, [
    Decoration.inline(picked.from, state.selection.head, { class: 'to-be-replaced' }),
  ])
}

/**
 * Behind Ctrl+K the query is one step with the reference; behind a typed sign the reference is a step of its own. What
 * ends picking is written to the document when this is over, since the view shows it first.
 */
function partSteps(history: Steps, was: Picked | null, picked: Picked | null): void {
  const [gathered, gathers] = [was?.typed === false, picked?.typed === false]
  if (gathers && !gathered) history.gather()
  if (gathered && !gathers) queueMicrotask(() => history.part())
  if (was?.typed !== true || picked) return
  history.stopCapturing()
  queueMicrotask(() => history.stopCapturing())
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
  if (step?.kind === 'open') return opened(before, step.at)
  if (!old) return null
  if (step?.kind === 'move') return { ...old, active: step.active }
  if (!tr.docChanged && !tr.selectionSet) return old
  const at = mapped(old, tr)
  const query = queryBehind(state, at)
  if (query === undefined) return null
  return query === old.query ? { ...old, ...at } : { ...old, ...at, query, found: foundFor(old, query), active: 0 }
}

/** What is typed at its start belongs to the query. */
function mapped({ from, start, typed }: Stretch, { mapping }: Transaction): Stretch {
  return { from: mapping.map(from, from < start ? 1 : -1), start: mapping.map(start, -1), typed }
}

/** `before`: the state that picking began in; the numbers of the next one are not there yet. */
function opened(before: EditorState, at: Stretch): Picked {
  const all = outlineItems(before.doc, shownNumbers(before)).map(({ id, number, words, citation }) => ({
    id,
    label: number,
    description: words,
    citation,
  }))
  const offered = at.typed ? firstOf('', all) : offeredFor(before, at, all)
  return { ...at, all, offered, query: '', found: offered, active: 0 }
}

/**
 * The selected words may say already what is meant: `article 5(2)`, or words of another clause. Where they do not, nothing
 * is offered that Enter would put in their place.
 */
function offeredFor({ doc }: EditorState, { from, start }: Stretch, all: readonly Choice[]): readonly Choice[] {
  if (from === start) return firstOf('', all)
  const selected = doc.textBetween(from, start)
  if (isUnsaid(selected)) return []
  const own: unknown = doc.resolve(start).parent.attrs['id']
  return firstOf(
    selected,
    all.filter(({ id }) => id !== own),
  )
}

function foundFor({ all, offered }: Picked, query: string): readonly Choice[] {
  return query === '' ? offered : firstOf(query, all)
}

function firstOf(query: string, all: readonly Choice[]): readonly Choice[] {
  return clausesFor(query, all).slice(0, SHOWN)
}

/** What stands between the start and the caret, or undefined where picking is over. */
function queryBehind({ doc, selection }: EditorState, { from, start, typed }: Stretch): string | undefined {
  const { $head, head, empty } = selection
  if (!empty || head < start || from > start || $head.start() > from) return undefined
  if (typed && doc.textBetween(from, start) !== SIGN) return undefined
  const query = doc.textBetween(start, head, undefined, '\n')
  return query.length <= LONGEST_QUERY && !query.includes('\n') ? query : undefined
}

/** Behind a letter or a digit the sign is part of an address. */
function begins(view: EditorView, from: number, to: number, text: string): boolean {
  if (text !== SIGN || from !== to) return false
  const { parent, parentOffset } = view.state.doc.resolve(from)
  const before = parent.textBetween(Math.max(0, parentOffset - 1), parentOffset)
  if (/[\p{L}\p{N}]/u.test(before)) return false
  view.dispatch(opening(view.state.tr.insertText(SIGN, from), { from, start: from + SIGN.length, typed: true }))
  return true
}

function opening(tr: Transaction, at: Stretch): Transaction {
  return tr.setMeta(key, { kind: 'open', at } satisfies Step)
}

/** Begins picking at the caret, or for the selected words of a clause. */
export const beginReference: Command = (state, dispatch) => {
  const { $from, $to, from, to } = state.selection
  if (!$to.parent.inlineContent || $to.parent.attrs['id'] === '') return false
  if (key.getState(state)) return true
  const tr = state.tr.setSelection(TextSelection.create(state.doc, to)).scrollIntoView()
  dispatch?.(opening(tr, { from: $from.sameParent($to) ? from : to, start: to, typed: false }))
  return true
}

function pressed(view: EditorView, event: KeyboardEvent): boolean {
  const picked = key.getState(view.state)
  if (!picked || event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return false
  const active = picked.found[picked.active]
  if (event.key === 'Escape' || (event.key === 'Backspace' && !picked.typed && picked.query === '')) {
    event.preventDefault()
    leave(view, picked)
    return true
  }
  if (!active) {
    // Asked for by a key, Enter is for the list, even where that has nothing to give.
    const isForList = !picked.typed && (event.key === 'Enter' || event.key === 'Tab')
    if (isForList) event.preventDefault()
    return isForList
  }
  if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
    const by = event.key === 'ArrowDown' ? 1 : -1
    const to = (picked.active + by + picked.found.length) % picked.found.length
    view.dispatch(view.state.tr.setMeta(key, { kind: 'move', active: to } satisfies Step))
  } else if (event.key === 'Enter' || event.key === 'Tab') take(view, active.id, event.shiftKey)
  else return false
  event.preventDefault()
  return true
}

function closing(tr: Transaction): Transaction {
  return tr.setMeta(key, { kind: 'close' } satisfies Step)
}

/** What was selected is selected again, and what was typed to find a clause for it goes; without a selection that stays. */
function leave(view: EditorView, { from, start, typed }: Picked): void {
  const tr = closing(view.state.tr)
  if (!typed && from < start)
    tr.delete(start, view.state.selection.head).setSelection(TextSelection.create(tr.doc, from, start))
  view.dispatch(tr)
}

/** Puts the reference in place of what was typed; `bare`: by its number alone. Nothing where nothing is being picked. */
export function take(view: EditorView, clause: string, bare = false): void {
  const picked = key.getState(view.state)
  if (!picked) return
  const { $head } = view.state.selection
  const node = schema.node('embed', { value: referenceTo(clause, bare ? 'number' : 'named') }, [], $head.marks())
  view.dispatch(closing(view.state.tr.replaceWith(picked.from, $head.pos, node)).scrollIntoView())
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
