/** The writing surface: one ProseMirror view on the living text, with everything that hangs on it. */

import {
  deletions,
  findWords,
  frozenIn,
  metaOf,
  replaceWords,
  resolveAnchor,
  restoreClauses,
  setFrozen,
  Undo,
  type Hand,
  type Point,
} from '@travaux/core'
import { EditorState, type Transaction } from 'prosemirror-state'
import { EditorView } from 'prosemirror-view'
import type * as Y from 'yjs'
import { openStore } from '../app/store.ts'
import { bind, RESTRUCTURED } from '../binding/bind.ts'
import { documentNode, findBlock } from '../binding/blocks.ts'
import { schema } from '../binding/schema.ts'
import { travelIn } from '../binding/travel.ts'
import { newId } from '../wire/id.ts'
import { directionOf } from '../words/words.ts'
import { authorMarks } from './authors.ts'
import { attributeHere, attributionTarget, bracketMarks } from './brackets.ts'
import { caretsPlugin } from './carets.ts'
import { editingKeys, keyOf, keysPlugin } from './commands.ts'
import { copy, cut } from './copy.ts'
import { countsPlugin } from './counts.ts'
import { embedsPlugin } from './embeds.ts'
import { escapePlugin } from './escape.ts'
import { flush } from './flush.ts'
import { freedPlugin } from './freed.ts'
import { formattingOf } from './formatting.ts'
import { crossing, removeCrossing, type Desk } from './keys.ts'
import { languageMarks } from './languages.ts'
import { lonePlugin } from './lone.ts'
import { differenceMarks, focusMarks, foundMarks, placeholders, revealedMarks, threadMarks } from './marks.ts'
import { giveNames, namingPlugin } from './naming.ts'
import { numbersPlugin } from './numbers.ts'
import { notePlugin, writeNote } from './note.ts'
import { paste, pasteForeign, pasteOwn } from './paste.ts'
import {
  boxOf,
  caretOf,
  crossedClauses,
  isHeadInSight,
  placeOf,
  quoted,
  reveal,
  selectedAnchor,
  selectWords,
  wordsOf,
} from './places.ts'
import { makeLive, pickPlugin, take } from './pick.ts'
import { explainHere, pointPlugin } from './point.ts'
import { listenForPresses } from './presses.ts'
import { refuseInput, refuseKey } from './reading.ts'
import { refocusPlugin } from './refocus.ts'
import { reportsOf } from './reports.ts'
import { slashPlugin } from './slash.ts'
import { steady } from './steady.ts'
import type { Surface, SurfaceOptions } from './surface.ts'

/** For so many milliseconds a clause that was jumped to is seen to be it. */
const REVEALED = 1600

/** Opens the surface in an empty element. The document must be there already: a surface never seeds content. */
export function openSurface(options: SurfaceOptions): Surface {
  const { mount, doc, awareness, language, events } = options
  const hand: Hand = { doc, by: options.member, now: () => Date.now(), newId, origin: { name: 'surface' } }
  const history = new Undo(hand)
  const threads = threadMarks(doc)
  const differences = differenceMarks()
  const focus = focusMarks()
  const found = foundMarks()
  const revealed = revealedMarks()
  const authors = authorMarks()
  let editable = options.editable
  let focused = false
  /** Where the caret was when somebody else took its clause away: nothing is written until it is put somewhere. */
  let stranded: Point | undefined
  const mayWrite = (): boolean => editable && stranded === undefined
  const refuse = (): void => (editable ? events.stranded(stranded?.clause ?? null) : events.refusedTyping())
  const refuses = (): boolean => {
    if (!mayWrite()) refuse()
    return !mayWrite()
  }
  const settle = (): void => {
    if (!stranded) return
    stranded = undefined
    events.stranded(null)
  }

  const travel = (step: 'undo' | 'redo'): void => {
    if (!editable) return
    settle()
    travels[step]()
  }
  /** Undo takes it back without the words typed just before it. */
  const perform: Desk['perform'] = (change) => {
    history.stopCapturing()
    travels.step(() => binding.perform(change))
  }
  /** A step of its own for undo, which is not made where the caret is. */
  const alone = (change: () => void): void => {
    history.stopCapturing()
    change()
    history.stopCapturing()
  }
  const desk: Desk = {
    hand,
    perform,
    performAlone: (change) => {
      perform(change)
      history.stopCapturing()
    },
    undo: () => travel('undo'),
    redo: () => travel('redo'),
  }
  const { plugin: slashing, slash } = slashPlugin(
    () => view,
    () => desk,
  )
  const { plugin: counting, counts } = countsPlugin()
  const keys = editingKeys(desk, { editable: mayWrite, attributing: events.attributing })
  const state = EditorState.create({
    schema,
    doc: documentNode(doc),
    plugins: [
      pickPlugin(mayWrite, events.picking, history),
      pointPlugin({ doc, language, tell: events.pointed }),
      notePlugin(mayWrite, events.noting),
      slashing,
      namingPlugin(options.says),
      keysPlugin(keys),
      numbersPlugin(doc, language),
      freedPlugin(language),
      embedsPlugin(language, { footnote: options.footnoteName }, events.notes),
      bracketMarks(options.says),
      lonePlugin(options.says),
      threads.plugin,
      differences.plugin,
      focus.plugin,
      found.plugin,
      revealed.plugin,
      authors.plugin,
      placeholders(options.placeholder),
      caretsPlugin(doc, awareness),
      counting,
      escapePlugin(events.escaped),
      refocusPlugin(),
      languageMarks(language),
    ],
  })

  const view = new EditorView(
    { mount },
    {
      state,
      attributes: () => textboxAttributes(options, { editable, focused }),
      dispatchTransaction: (tr) => {
        if (tr.docChanged && !mayWrite()) return refuse()
        if (tr.selectionSet) settle()
        if (tr.getMeta('uiEvent') === 'cut' && crossing(view.state)) removeCrossing(view.state, desk)
        else if (tr.docChanged) travels.step(() => binding.dispatch(tr))
        else binding.dispatch(tr)
      },
      handleTextInput: (_view, _from, _to, text) => mayWrite() && typeOver(view, desk, text),
      handlePaste: (_view, event, slice) =>
        refuses() || pasteOwn(view, event, desk) || pasteForeign(view, event, desk) || paste(view, slice, desk),
      handleDrop: () => refuses(),
      handleScrollToSelection: (shown) => isHeadInSight(shown, options.scroller),
      handleKeyDown: (_view, event) => {
        // The browser tells of a moved caret in a task of its own, which a fast key overtakes.
        flush(view)
        return !mayWrite() && refuseKey(event, refuse)
      },
      handleDOMEvents: {
        // As with keys: a paste or a cut may overtake what the browser has to tell of the caret.
        paste: () => flush(view),
        cut: (_view, event) => {
          flush(view)
          return cut(view, event, doc)
        },
        copy: (_view, event) => {
          flush(view)
          return copy(view, event, doc)
        },
        beforeinput: (_view, event) => !mayWrite() && refuseInput(event),
        focus: () => reports.focused(),
      },
    },
  )
  const reports = reportsOf(view, options)
  /** Draws the same text anew. A click that the browser has not told of yet is read first: drawing would undo it. */
  const redraw = (change: (tr: Transaction) => Transaction): void => {
    flush(view)
    view.updateState(view.state.apply(change(view.state.tr)))
  }
  let fading: ReturnType<typeof setTimeout> | undefined
  /** Jumps to a clause, which says so for a moment; false where the text has no such clause. */
  const jump = (clause: string, focus: boolean): boolean => {
    const block = findBlock(view.state.doc, clause)
    if (!block) return false
    clearTimeout(fading)
    fading = setTimeout(() => redraw((tr) => revealed.give(tr, '')), REVEALED)
    redraw((tr) => revealed.give(tr, clause))
    reveal(view, findBlock(view.state.doc, clause)?.pos, focus)
    return true
  }
  /** The clause that the caret was in came back. */
  const goBackTo = (caret: Point): void => {
    settle()
    binding.perform(() => caret)
  }
  const numbering = openStore({ frozen: isFrozen(doc) })
  const renumber = (): void => {
    numbering.set({ frozen: isFrozen(doc) })
    view.updateState(view.state.apply(view.state.tr.setMeta(RESTRUCTURED, true)))
    reports.restructured()
  }
  const seen = watched(view, reports.changed)
  const binding = bind(seen, hand, {
    stranded: (caret) => {
      stranded ??= caret
      if (view.hasFocus()) refuse()
    },
    restructured: () => {
      if (stranded && findBlock(view.state.doc, stranded.clause)) goBackTo(stranded)
      reports.restructured()
    },
  })
  const travels = travelIn(seen, doc, history)
  metaOf(doc).observe(renumber)
  const stopFlushing = options.beforeReceive(() => flush(view))
  const stopPresses = listenForPresses(mount, events)
  reports.restructured()

  return {
    setEditable: (next) => {
      editable = next
      view.setProps({})
    },
    setNames: (names) => redraw((tr) => giveNames(tr, names)),
    attributable: () => {
      const target = attributionTarget(view.state)
      return target ? { words: target.words, sponsors: target.kind === 'pair' ? target.pair.sponsors : [] } : null
    },
    attribute: (sponsors) => {
      if (editable) attributeHere(desk, view.state, sponsors)
      view.focus()
    },
    setThreads: (shown) => redraw((tr) => threads.give(tr, shown)),
    setDifferences: (marks) => redraw((tr) => differences.give(tr, marks)),
    setFocus: (heading) => {
      focused = heading !== null
      redraw((tr) => focus.give(tr, { heading }))
    },
    steady: () => steady(view, options.scroller),
    setAuthors: (marks) => redraw((tr) => authors.give(tr, marks)),
    place: (anchor) => placeOf(view, doc, anchor),
    selectedAnchor: () => selectedAnchor(view.state, doc),
    caret: () => caretOf(view.state),
    box: (clause) => boxOf(view, clause),
    crossed: () => crossedClauses(view.state),
    formatting: () => formattingOf(view),
    slash,
    counts,
    revealClause: (clause, focus = false) => jump(clause, focus),
    revealThread: (anchor) => {
      const at = resolveAnchor(doc, anchor)
      if (at.kind !== 'nowhere') jump(at.clause, false)
    },
    command: (name) => {
      view.focus()
      return keys[keyOf[name]]?.(view.state, view.dispatch, view) ?? false
    },
    find: (search) => findWords(doc, search),
    showMatches: (matches, current) => {
      redraw((tr) => found.give(tr, { matches, current }))
      view.dom.querySelector('.found-current')?.scrollIntoView({ block: 'center', behavior: 'instant' })
    },
    replace: (search, matches, by) => {
      if (!editable) return 0
      history.stopCapturing()
      const replaced = replaceWords(hand, search, matches, by)
      history.stopCapturing()
      return replaced
    },
    deleted: () => deletions(doc),
    restore: (clauses) => {
      if (!editable) return
      alone(() => restoreClauses(hand, clauses))
      jump(clauses[0] ?? '', true)
    },
    numbering,
    setFrozen: (frozen) => alone(() => setFrozen(hand, frozen)),
    change: (act) => {
      if (!editable) return
      alone(() => doc.transact(() => act(hand), hand.origin))
    },
    wordsOf: (words) => wordsOf(view.state, words),
    quoted: (anchor) => quoted(view.state, doc, anchor),
    select: (words) => selectWords(view, words),
    makeLive: (typed, target) => editable && makeLive(view, typed, target),
    explain: () => explainHere(view, { doc, language, tell: events.pointed }),
    writeNote: (words) => writeNote(view, words),
    pick: (clause) => take(view, clause),
    undo: desk.undo,
    redo: desk.redo,
    focus: () => view.focus(),
    destroy: () => {
      clearTimeout(fading)
      metaOf(doc).unobserve(renumber)
      stopFlushing()
      stopPresses()
      reports.stop()
      history.destroy()
      binding.destroy()
      view.destroy()
    },
  }
}

function isFrozen(doc: Y.Doc): boolean {
  return frozenIn(doc).frozen !== undefined
}

function textboxAttributes(
  { label, language }: SurfaceOptions,
  { editable, focused }: { readonly editable: boolean; readonly focused: boolean },
): Record<string, string> {
  return {
    class: focused ? 'travaux-text focusing' : 'travaux-text',
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

/** Typing over words selected across clauses deletes them first, then types; else ProseMirror's own way is right. */
function typeOver(view: EditorView, desk: Desk, text: string): boolean {
  if (!removeCrossing(view.state, desk, true)) return false
  view.dispatch(view.state.tr.insertText(text).scrollIntoView())
  return true
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
