/** The writing surface: one ProseMirror view on the living text, with everything that hangs on it. */

import {
  findWords,
  frozenIn,
  makeAnchor,
  metaOf,
  replaceWords,
  setFrozen,
  resolveAnchor,
  undoManager,
  undoneLeftovers,
  type api,
  type Hand,
} from '@travaux/core'
import { keymap } from 'prosemirror-keymap'
import { EditorState, TextSelection, type Command } from 'prosemirror-state'
import { EditorView } from 'prosemirror-view'
import type * as Y from 'yjs'
import { bind } from '../binding/bind.ts'
import { documentNode, findBlock } from '../binding/blocks.ts'
import { pointAt } from '../binding/receive.ts'
import { schema } from '../binding/schema.ts'
import { newId } from '../wire/id.ts'
import { directionOf } from '../words/words.ts'
import { bracketMarks, bracketSelection, keepHere, liftHere } from './brackets.ts'
import { caretsPlugin } from './carets.ts'
import { clauseKeys, crossing, removeCrossing, type Desk } from './keys.ts'
import { differenceMarks, foundMarks, placeholders, threadMarks } from './marks.ts'
import { numbersPlugin, RENUMBER, shownNumbers } from './numbers.ts'
import { outlineOf } from './outline.ts'
import { paste } from './paste.ts'
import type { Surface, SurfaceEvents, SurfaceOptions, ThreadPlace } from './surface.ts'

/** Words of the outline follow typing after this many milliseconds of rest. */
const OUTLINE_REST = 400

/** Opens the surface in an empty element. The document must be there already: a surface never seeds content. */
export function openSurface(options: SurfaceOptions): Surface {
  const { mount, doc, awareness, language, events } = options
  const hand: Hand = { doc, by: options.member, now: () => Date.now(), newId, origin: { name: 'surface' } }
  const history = undoManager(hand)
  const stopLeftovers = undoneLeftovers(hand, history)
  const threads = threadMarks(doc)
  const differences = differenceMarks()
  const found = foundMarks()
  let editable = options.editable

  const travel = (step: 'undo' | 'redo'): void => {
    if (editable) history[step]()
  }
  const desk: Desk = {
    hand,
    perform: (change) => binding.perform(change),
    undo: () => travel('undo'),
    redo: () => travel('redo'),
  }
  const state = EditorState.create({
    schema,
    doc: documentNode(doc),
    plugins: [
      keymap(editingKeys(desk, () => editable)),
      numbersPlugin(doc, language),
      bracketMarks(),
      threads.plugin,
      differences.plugin,
      found.plugin,
      placeholders(options.placeholder),
      caretsPlugin(doc, awareness),
    ],
  })

  const view = new EditorView(
    { mount },
    {
      state,
      attributes: () => textboxAttributes(options, editable),
      dispatchTransaction: (tr) => {
        if (tr.docChanged && !editable) events.refusedTyping()
        else if (tr.getMeta('uiEvent') === 'cut' && crossing(view.state)) removeCrossing(view.state, desk)
        else binding.dispatch(tr)
      },
      handleTextInput: (_view, _from, _to, text) => typeOver(view, desk, text),
      handlePaste: (_view, _event, slice) => !editable || paste(view, slice, desk),
      handleDrop: () => !editable,
      handleKeyDown: (_view, event) => {
        // The browser tells of a moved caret in a task of its own, which a fast key overtakes.
        flush(view)
        return !editable && refuseKey(event, events)
      },
      handleDOMEvents: {
        beforeinput: (_view, event) => !editable && refuseInput(event),
        focus: () => reports.focused(),
      },
    },
  )
  const reports = reportsOf(view, options)
  const renumber = (): void => {
    view.updateState(view.state.apply(view.state.tr.setMeta(RENUMBER, true)))
    reports.restructured()
  }
  const binding = bind(watched(view, reports.changed), hand, renumber)
  metaOf(doc).observe(renumber)
  const stopFlushing = options.beforeReceive(() => flush(view))
  const stopPresses = listenForPresses(mount, events)
  reports.restructured()

  return {
    setEditable: (next) => {
      editable = next
      view.setProps({})
    },
    setThreads: (marks, active) => view.updateState(view.state.apply(threads.give(view.state.tr, { marks, active }))),
    setDifferences: (marks) => view.updateState(view.state.apply(differences.give(view.state.tr, marks))),
    place: (anchor) => placeOf(view, doc, anchor),
    selectedAnchor: () => selectedAnchor(view.state, doc),
    revealClause: (clause, focus = false) => reveal(view, findBlock(view.state.doc, clause)?.pos, focus),
    revealThread: (anchor) => {
      const at = resolveAnchor(doc, anchor)
      if (at.kind !== 'nowhere') reveal(view, findBlock(view.state.doc, at.clause)?.pos, false)
    },
    find: (search) => findWords(doc, search),
    showMatches: (matches, current) => {
      view.updateState(view.state.apply(found.give(view.state.tr, { matches, current })))
      view.dom.querySelector('.found-current')?.scrollIntoView({ block: 'center', behavior: 'instant' })
    },
    replace: (search, matches, by) => (editable ? replaceWords(hand, search, matches, by) : 0),
    frozen: () => frozenIn(doc).frozen !== undefined,
    setFrozen: (frozen) => setFrozen(hand, frozen),
    change: (act) => {
      if (!editable) return
      history.stopCapturing()
      doc.transact(() => act(hand), hand.origin)
      history.stopCapturing()
    },
    undo: desk.undo,
    redo: desk.redo,
    focus: () => view.focus(),
    destroy: () => {
      metaOf(doc).unobserve(renumber)
      stopFlushing()
      stopPresses()
      stopLeftovers()
      reports.stop()
      history.destroy()
      binding.destroy()
      view.destroy()
    },
  }
}

/** The keys of a person who may write; for others they do what the browser makes of them. */
function editingKeys(desk: Desk, editable: () => boolean): Record<string, Command> {
  const keys: Record<string, Command> = {
    ...clauseKeys(desk),
    'Mod-Alt-[': bracketSelection(desk),
    'Mod-Alt-]': liftHere(desk),
    'Mod-Alt-k': keepHere(desk),
  }
  const whenEditable =
    (command: Command): Command =>
    (...args) =>
      editable() && command(...args)
  return Object.fromEntries(Object.entries(keys).map(([key, command]) => [key, whenEditable(command)]))
}

function textboxAttributes({ label, language }: SurfaceOptions, editable: boolean): Record<string, string> {
  return {
    class: 'travaux-text',
    role: 'textbox',
    'aria-multiline': 'true',
    'aria-label': label,
    'aria-readonly': String(!editable),
    lang: language,
    dir: directionOf(language),
    tabindex: '0',
    spellcheck: 'true',
  }
}

/**
 * Where a person may only read they still have a caret, so that words can be selected, copied and commented on with the
 * keyboard alone; nothing that would change the text gets past this.
 */
function refuseKey(event: KeyboardEvent, events: SurfaceEvents): boolean {
  const { key, ctrlKey, metaKey, altKey } = event
  const types = changing.has(key) || (key.length === 1 && !ctrlKey && !metaKey && !altKey)
  if (!types) return false
  event.preventDefault()
  events.refusedTyping()
  return true
}

const changing: ReadonlySet<string> = new Set(['Enter', 'Backspace', 'Delete'])

function refuseInput(event: Event): boolean {
  event.preventDefault()
  return true
}

/** Typing over words selected across clauses deletes them first, then types; else ProseMirror's own way is right. */
function typeOver(view: EditorView, desk: Desk, text: string): boolean {
  if (!removeCrossing(view.state, desk, true)) return false
  view.dispatch(view.state.tr.insertText(text).scrollIntoView())
  return true
}

/**
 * Reads what the browser already did but has not yet told the view (a click's new caret, typed characters), before the
 * document changes under it. ProseMirror does this itself before its own events; it has no public name for it.
 */
function flush(view: EditorView): void {
  const { domObserver } = view as unknown as { domObserver: { flush: () => void } }
  if (!view.isDestroyed) domObserver.flush()
}

/** The view as the binding sees it, telling of every new state. */
function watched(view: EditorView, changed: (before: EditorState) => void) {
  return {
    get state() {
      return view.state
    },
    updateState: (state: EditorState) => {
      const before = view.state
      view.updateState(state)
      changed(before)
    },
  }
}

/** Tells the panels what happened, each thing at most once a frame. */
function reportsOf(view: EditorView, { doc, events, scroller }: SurfaceOptions) {
  const frames = new Map<string, number>()
  let rest: ReturnType<typeof setTimeout> | undefined
  const soon = (name: string, report: () => void): void => {
    if (frames.has(name)) return
    const run = (): void => {
      frames.delete(name)
      if (!view.isDestroyed) report()
    }
    frames.set(name, requestAnimationFrame(run))
  }
  const outline = (): void => events.outline(outlineOf(view.state.doc, shownNumbers(view.state)))
  const selected = (): void => events.selection(clauseOfCaret(view.state), selectedAnchor(view.state, doc))
  const scrolled = (): void => {
    const clause = clauseAtTop(view, scroller)
    if (clause !== undefined) events.scrolled(clause)
  }
  const onScroll = (): void => soon('scroll', scrolled)
  scroller.addEventListener('scroll', onScroll, { passive: true })
  return {
    changed: (before: EditorState): void => {
      if (before.doc !== view.state.doc) {
        clearTimeout(rest)
        rest = setTimeout(() => soon('outline', outline), OUTLINE_REST)
        soon('layout', events.layout)
      }
      if (!before.selection.eq(view.state.selection)) soon('selection', selected)
    },
    focused: (): void => soon('selection', selected),
    restructured: (): void => {
      soon('outline', outline)
      soon('layout', events.layout)
    },
    stop: (): void => {
      clearTimeout(rest)
      for (const frame of frames.values()) cancelAnimationFrame(frame)
      scroller.removeEventListener('scroll', onScroll)
    },
  }
}

function clauseOfCaret({ doc, selection }: EditorState): string | null {
  const clause = pointAt(doc, selection.head)?.clause
  return clause === undefined || clause === '' ? null : clause
}

/** Pixels below the upper edge where the clause is looked for that counts as being read. */
const PEEK = 48

/** Looks a little below the upper edge, in the middle of the column; between two clauses, further down. */
function clauseAtTop(view: EditorView, scroller: HTMLElement): string | undefined {
  const [frame, column] = [scroller.getBoundingClientRect(), view.dom.getBoundingClientRect()]
  const [middle, top] = [column.left + column.width / 2, Math.max(frame.top, column.top)]
  for (let below = PEEK; below <= 4 * PEEK; below += PEEK / 4) {
    const clause = document.elementFromPoint(middle, top + below)?.closest<HTMLElement>('.clause')
    if (clause) return clause.dataset['id']
  }
  return undefined
}

function selectedAnchor({ doc: shown, selection }: EditorState, doc: Y.Doc): api.Anchor | null {
  const [from, to] = [pointAt(shown, selection.from), pointAt(shown, selection.to)]
  if (!from || !to || from.clause !== to.clause) return null
  return makeAnchor(doc, from.clause, from.offset, to.offset) ?? null
}

function placeOf(view: EditorView, doc: Y.Doc, anchor: api.Anchor): ThreadPlace {
  const at = resolveAnchor(doc, anchor)
  const block = at.kind === 'nowhere' ? undefined : findBlock(view.state.doc, at.clause)
  if (at.kind === 'nowhere' || !block) return { kind: 'nowhere' }
  const top = view.dom.getBoundingClientRect().top
  if (at.kind === 'words')
    return { kind: 'words', clause: at.clause, top: view.coordsAtPos(block.pos + 1 + at.from).top - top }
  const element = view.nodeDOM(block.pos)
  return {
    kind: 'clause',
    clause: at.clause,
    top: element instanceof Element ? element.getBoundingClientRect().top - top : 0,
  }
}

function reveal(view: EditorView, pos: number | undefined, focus: boolean): void {
  if (pos === undefined) return
  const element = view.nodeDOM(pos)
  if (element instanceof HTMLElement) element.scrollIntoView({ block: 'start', behavior: 'instant' })
  if (!focus) return
  view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, pos + 1)))
  view.focus()
}

function listenForPresses(mount: HTMLElement, events: SurfaceEvents): () => void {
  const press = (event: MouseEvent): void => {
    if (!(event.target instanceof Element)) return
    const thread = event.target.closest<HTMLElement>('[data-thread]')?.dataset['thread']
    const clause = event.target.closest<HTMLElement>('.clause')
    if (thread !== undefined) events.threadPressed(thread)
    else if (clause && isOnBar(event, clause)) events.differencePressed(clause.dataset['id'] ?? '')
  }
  mount.addEventListener('click', press)
  return () => mount.removeEventListener('click', press)
}

/** Difference bars are drawn by the style sheet at the outer edge of the margin; a press there is on the clause. */
function isOnBar({ clientX }: MouseEvent, clause: HTMLElement): boolean {
  if (![...clause.classList].some((name) => name.startsWith('differs-'))) return false
  const { left, right } = clause.getBoundingClientRect()
  return getComputedStyle(clause).direction === 'rtl' ? clientX > right : clientX < left
}
