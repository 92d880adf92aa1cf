/**
 * A slash typed into an empty clause asks what the clause is to be. The slash and what follows it are words like any
 * other until something is taken: nothing but the few keys that a list needs is kept from the text, and those only while
 * the list has something to offer.
 */

import { clausesOf, textIn, type Hand, type Point } from '@travaux/core'
import { Plugin, PluginKey, type EditorState, type Transaction } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { openStore, type Store } from '../app/store.ts'
import { RECEIVED } from '../binding/bind.ts'
import type { Quill } from './quill.ts'

/** The clause that asks, and what was typed behind the slash. */
export interface SlashQuery {
  readonly clause: string
  readonly words: string
}

/** The keys that a list needs. */
export type SlashKey = 'ArrowDown' | 'ArrowUp' | 'Enter' | 'Tab'

/** What a list at the slash works with. */
export interface Slash {
  readonly state: Store<{ readonly query: SlashQuery | null }>
  /** Hands the list's keys to a listener, which says of each whether it had a use for it. */
  readonly listen: (keys: (key: SlashKey) => boolean) => () => void
  /** Says which option of the list is the active one, by the ids of both. */
  readonly point: (list: string, option: string) => void
  /** Takes the slash and what follows out of the clause and does something with it, in one step for undo. */
  readonly take: (act: (hand: Hand, clause: string) => Point | undefined) => void
}

interface Asking {
  readonly query: SlashQuery
  readonly list: string
  readonly option: string
}

const key = new PluginKey<Asking | null>('slash')
const keys: ReadonlySet<string> = new Set<SlashKey>(['ArrowDown', 'ArrowUp', 'Enter', 'Tab'])

/** The plugin of a surface and what it gives its list. `view` is there once anything is typed. */
export function slashPlugin(view: () => EditorView, quill: Quill): { plugin: Plugin<Asking | null>; slash: Slash } {
  const state = openStore<{ readonly query: SlashQuery | null }>({ query: null })
  let listener = unheard
  const tell = (asking: Partial<Asking> | null): void => {
    view().dispatch(view().state.tr.setMeta(key, asking))
  }
  const plugin = new Plugin<Asking | null>({
    key,
    state: { init: () => null, apply: next },
    view: () => ({ update: (shown) => state.set({ query: askedIn(shown.state) }) }),
    props: {
      attributes: (shown) => attributesOf(key.getState(shown) ?? null),
      handleKeyDown: (shown, event) => {
        if (!key.getState(shown.state) || event.isComposing || hasModifier(event)) return false
        if (event.key === 'Escape') tell(null)
        return event.key === 'Escape' || (isSlashKey(event.key) && listener(event.key))
      },
    },
  })
  return {
    plugin,
    slash: {
      state,
      listen: (heard) => {
        listener = heard
        return () => {
          if (listener === heard) listener = unheard
        }
      },
      point: (list, option) => tell({ list, option }),
      take: (act) => {
        const asking = key.getState(view().state)
        if (asking) quill.performAlone(() => take(quill.hand, asking.query.clause, act))
      },
    },
  }
}

/** Keys that no list has a use for. */
const unheard = (_key: SlashKey): boolean => false

/** What is asked; not in the place to type in an empty text, which becomes a clause at once. */
function askedIn(state: EditorState): SlashQuery | null {
  const query = key.getState(state)?.query
  return query === undefined || query.clause === '' ? null : query
}

function next(tr: Transaction, asking: Asking | null, before: EditorState, state: EditorState): Asking | null {
  const told = tr.getMeta(key) as Partial<Asking> | null | undefined
  if (told === null) return null
  const query = queryIn(state)
  if (!query) return null
  const isNamed = asking?.query.clause === '' && tr.getMeta(RECEIVED) !== undefined
  if (asking && (isNamed || asking.query.clause === query.clause)) {
    const same = !isNamed && asking.query.words === query.words
    return same && told === undefined ? asking : { ...asking, ...told, query: same ? asking.query : query }
  }
  return tr.getMeta(RECEIVED) === undefined && wasEmpty(before, query) ? { query, list: '', option: '' } : null
}

/** The caret behind a slash that its clause starts with. */
function queryIn({ selection: { $head, empty } }: EditorState): SlashQuery | undefined {
  const words = $head.parent.textContent
  const asks = empty && $head.depth === 2 && $head.parentOffset > 0 && words.startsWith('/')
  return asks ? { clause: String($head.parent.attrs['id']), words: words.slice(1) } : undefined
}

function wasEmpty({ selection: { $head } }: EditorState, { clause, words }: SlashQuery): boolean {
  return words === '' && $head.parent.content.size === 0 && $head.parent.attrs['id'] === clause
}

function take(hand: Hand, clause: string, act: (hand: Hand, clause: string) => Point | undefined): Point {
  return hand.doc.transact(() => {
    const stored = clausesOf(hand.doc).get(clause)
    const text = stored && textIn(stored)
    text?.delete(0, text.length)
    return act(hand, clause) ?? { clause, offset: 0 }
  }, hand.origin)
}

function attributesOf(asking: Asking | null): Record<string, string> {
  if (!asking || asking.option === '') return {}
  return { 'aria-autocomplete': 'list', 'aria-controls': asking.list, 'aria-activedescendant': asking.option }
}

function hasModifier({ ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): boolean {
  return ctrlKey || metaKey || altKey || shiftKey
}

function isSlashKey(name: string): name is SlashKey {
  return keys.has(name)
}
