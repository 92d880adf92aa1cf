/** Names of an attribution, offered as they are typed: `[Mex` opens a list at the caret, and only then are its keys taken. */

import { namingAt } from '@travaux/core'
import { Plugin, PluginKey, type EditorState, type Transaction } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { RECEIVED } from '../binding/bind.ts'
import { isKnown, matching, type KnownName } from '../states/known.ts'
import { textOfBlock } from './brackets.ts'
import { addFloat, floatAt } from './float.ts'
import type { Says } from './surface.ts'

/** Letters that must be typed of a name before any is offered. */
const LEAST = 2

/** Names that fit what is typed between two positions of the view. */
interface Offer {
  readonly from: number
  readonly to: number
  readonly names: readonly KnownName[]
  /** Which of them Enter takes. */
  readonly active: number
}

interface Namings {
  readonly known: readonly KnownName[]
  readonly offer: Offer | undefined
  /** Where the name starts for which the list was closed or a name was taken: it stays closed there. */
  readonly done: number | undefined
}

type Meta = Partial<Pick<Namings, 'known' | 'done'>> & { readonly active?: number }

const key = new PluginKey<Namings>('naming')

function offerIn({ doc, selection }: EditorState, { known, done }: Omit<Namings, 'offer'>): Offer | undefined {
  const { $head, empty } = selection
  if (!empty || $head.depth < 2) return undefined
  const naming = namingAt(textOfBlock(doc.resolve($head.pos).parent), $head.parentOffset)
  if (!naming || naming.typed.length < LEAST || !naming.before.every((name) => isKnown(known, name))) return undefined
  const from = $head.start() + naming.from
  const names = matching(
    known.filter(({ name }) => !naming.before.includes(name)),
    naming.typed,
  )
  return names.length > 0 && from !== done ? { from, to: $head.pos, names, active: 0 } : undefined
}

function next(tr: Transaction, old: Namings, state: EditorState): Namings {
  const meta = tr.getMeta(key) as Meta | undefined
  const done = meta?.done ?? (old.done === undefined ? undefined : tr.mapping.map(old.done, -1))
  const now = { known: meta?.known ?? old.known, done }
  if (meta?.active !== undefined) return { ...now, offer: old.offer && { ...old.offer, active: meta.active } }
  if (meta?.done !== undefined) return { ...now, offer: undefined }
  if (tr.docChanged && (old.offer || tr.getMeta(RECEIVED) === undefined)) return { ...now, offer: offerIn(state, now) }
  return { ...now, offer: tr.selectionSet ? undefined : old.offer }
}

/** Gives the names that are offered. */
export function giveNames(tr: Transaction, known: readonly KnownName[]): Transaction {
  return tr.setMeta(key, { known } satisfies Meta)
}

/** Offers names while an attribution is typed. To stand before every plugin that takes keys. */
export function namingPlugin(says: Says): Plugin<Namings> {
  return new Plugin<Namings>({
    key,
    state: {
      init: () => ({ known: [], offer: undefined, done: undefined }),
      apply: (tr, old, _before, state) => next(tr, old, state),
    },
    props: {
      handleKeyDown: (view, event) => {
        const offer = key.getState(view.state)?.offer
        const act = offer && !event.isComposing ? keyAct(event, offer) : undefined
        if (!act) return false
        event.preventDefault()
        view.dispatch(act(view.state.tr))
        return true
      },
      attributes: (state): Record<string, string> => {
        const offer = key.getState(state)?.offer
        if (!offer) return {}
        return { 'aria-autocomplete': 'list', 'aria-controls': LIST, 'aria-activedescendant': optionId(offer.active) }
      },
    },
    view: (view) => showList(view, says),
  })
}

type Act = (tr: Transaction) => Transaction

/** What a key does while the list is open; every other key goes on to the text. */
function keyAct(event: KeyboardEvent, offer: Offer): Act | undefined {
  if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return undefined
  const { active, names, from } = offer
  const move = (by: number): Act => {
    const wanted = (active + by + names.length) % names.length
    return (tr) => tr.setMeta(key, { active: wanted } satisfies Meta)
  }
  if (event.key === 'ArrowDown') return move(1)
  if (event.key === 'ArrowUp') return move(-1)
  if (event.key === 'Enter' || event.key === 'Tab') return take(offer, active)
  if (event.key === 'Escape') return (tr) => tr.setMeta(key, { done: from } satisfies Meta)
  return undefined
}

function take({ from, to, names }: Offer, index: number): Act {
  const { name = '' } = names[index] ?? {}
  return (tr) =>
    tr
      .insertText(name, from, to)
      .setMeta(key, { done: from } satisfies Meta)
      .scrollIntoView()
}

const LIST = 'name-list'
const optionId = (index: number): string => `${LIST}-${index}`

/** The list itself, and what a screen reader is told of it. */
function showList(view: EditorView, says: Says): { update: () => void; destroy: () => void } {
  const list = addFloat(view, 'ul', { class: 'name-list', role: 'listbox', 'aria-label': says('names') })
  const told = addFloat(view, 'div', { class: 'hidden-words', role: 'status' })
  told.hidden = false
  let shown: Offer | undefined
  const press = (event: MouseEvent): void => {
    const option = event.target instanceof Element ? event.target.closest('[role="option"]') : null
    event.preventDefault()
    if (option && shown) view.dispatch(take(shown, [...list.children].indexOf(option))(view.state.tr))
  }
  list.addEventListener('mousedown', press)
  return {
    update: () => {
      const offer = key.getState(view.state)?.offer
      if (offer === shown) return
      if (offer?.names !== shown?.names) list.replaceChildren(...(offer?.names ?? []).map(optionFor))
      for (const [index, option] of [...list.children].entries())
        option.setAttribute('aria-selected', String(index === offer?.active))
      told.textContent = offer ? says('offered', { count: offer.names.length, name: offer.names[0]?.name ?? '' }) : ''
      list.hidden = true
      // A page may hold several surfaces: only the list that is open has the name that its surface points at.
      list.id = offer ? LIST : ''
      list.dir = getComputedStyle(view.dom).direction
      if (offer) floatAt(view, list, offer.from)
      shown = offer
    },
    destroy: () => {
      list.remove()
      told.remove()
    },
  }
}

function optionFor({ name, code }: KnownName, index: number): HTMLElement {
  const option = document.createElement('li')
  option.id = optionId(index)
  option.role = 'option'
  const [words, short] = [document.createElement('span'), document.createElement('span')]
  words.textContent = name
  short.textContent = code
  short.className = 'name-code'
  option.append(words, short)
  return option
}
