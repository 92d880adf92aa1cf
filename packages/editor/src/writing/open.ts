/** The writing surface: one ProseMirror view on the living text, with everything that hangs on it. */

import { frozenIn, metaOf, resolveAnchor, Undo, type Hand } from '@travaux/core'
import { EditorState } from 'prosemirror-state'
import { EditorView } from 'prosemirror-view'
import type * as Y from 'yjs'
import { openStore } from '../app/store.ts'
import { bind, RESTRUCTURED } from '../binding/bind.ts'
import { documentNode, findBlock } from '../binding/blocks.ts'
import { schema } from '../binding/schema.ts'
import { travelIn } from '../binding/travel.ts'
import { newId } from '../wire/id.ts'
import { directionOf } from '../words/words.ts'
import { actsOf } from './acts.ts'
import { alonePlugin, showAlone, unfoldedBy } from './alone.ts'
import { attributable } from './attribution.ts'
import { authorMarks } from './authors.ts'
import { bracketMarks } from './brackets.ts'
import { caretsPlugin } from './carets.ts'
import { editingKeys, keyOf, keysPlugin } from './commands.ts'
import { countsPlugin } from './counts.ts'
import { embedsPlugin } from './embeds.ts'
import { escapePlugin } from './escape.ts'
import { firstPlugin } from './first.ts'
import { followIn } from './follow.ts'
import { flush } from './flush.ts'
import { foundIn } from './found.ts'
import { freedPlugin } from './freed.ts'
import { hold } from './held.ts'
import { inputProps } from './input.ts'
import { jumpsIn, type Redraw } from './jump.ts'
import { crossing, removeCrossing, type Quill } from './keys.ts'
import { languageMarks } from './languages.ts'
import { Later } from './later.ts'
import { lonePlugin } from './lone.ts'
import { differenceMarks, foundMarks, placeholders, revealedMarks, threadMarks } from './marks.ts'
import { giveNames, namingPlugin } from './naming.ts'
import { numbersPlugin } from './numbers.ts'
import { notePlugin, writeNote } from './note.ts'
import { isHeadInSight, selectWords } from './places.ts'
import { Pen } from './pen.ts'
import { makeLive, pickPlugin, take } from './pick.ts'
import { explainHere, pointPlugin } from './point.ts'
import { listenForPresses } from './presses.ts'
import { readingsOf } from './readings.ts'
import { refocusPlugin } from './refocus.ts'
import { reportsOf } from './reports.ts'
import { slashPlugin } from './slash.ts'
import { steady } from './steady.ts'
import type { Surface, SurfaceOptions } from './surface.ts'

/** Opens the surface in an empty element. The document must be there already: a surface never seeds content. */
export function openSurface(options: SurfaceOptions): Surface {
  const { mount, doc, awareness, language, events } = options
  const hand: Hand = { doc, by: options.member, now: () => Date.now(), newId, origin: { name: 'surface' } }
  const history = new Undo(hand)
  const threads = threadMarks(doc)
  const differences = differenceMarks()
  const found = foundMarks()
  const revealed = revealedMarks()
  const authors = authorMarks()
  const pen = new Pen(options.editable, events)
  const later = new Later(events.pasting)

  const travel = (step: 'undo' | 'redo'): void => {
    if (!pen.editable) return
    pen.settle()
    travels[step]()
  }
  /** Undo takes it back without the words typed just before it. */
  const perform: Quill['perform'] = (change) => {
    history.stopCapturing()
    travels.step(() => binding.perform(change))
  }
  const quill: Quill = {
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
    () => quill,
  )
  const { plugin: counting, counts } = countsPlugin()
  const keys = editingKeys(quill, { editable: () => pen.mayWrite, ...events })
  const state = EditorState.create({
    schema,
    doc: documentNode(doc),
    plugins: [
      pickPlugin(() => pen.mayWrite, events.picking, history),
      pointPlugin({ doc, language, tell: events.pointed, unable: events.unable }),
      notePlugin(doc, () => pen.mayWrite, events.noting),
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
      alonePlugin(),
      found.plugin,
      revealed.plugin,
      authors.plugin,
      placeholders(options.placeholder),
      caretsPlugin(doc, awareness),
      counting,
      escapePlugin(events.escaped),
      refocusPlugin(),
      firstPlugin(),
      languageMarks(language),
    ],
  })

  const view = new EditorView(
    { mount },
    {
      state,
      attributes: () => textboxAttributes(options, pen.editable),
      dispatchTransaction: (tr) => {
        if (tr.docChanged && !pen.mayWrite) return pen.refuse()
        if (tr.selectionSet) pen.settle()
        if (tr.getMeta('uiEvent') === 'cut' && crossing(view.state)) removeCrossing(view.state, quill)
        else if (tr.docChanged) travels.step(() => binding.dispatch(tr))
        else binding.dispatch(tr)
      },
      handleScrollToSelection: (shown) => isHeadInSight(shown, options.scroller),
      ...inputProps({ quill, pen, later }, { focused: () => reports.focused(), leftOut: events.leftOut }),
    },
  )
  const reports = reportsOf(view, options)
  /** Draws the same text anew. A click that the browser has not told of yet is read first: drawing would undo it. */
  const redraw: Redraw = (change) => {
    flush(view)
    view.updateState(view.state.apply(change(view.state.tr)))
  }
  const jumps = jumpsIn(view, redraw, revealed)
  const following = followIn({ view, ...options, jump: (clause) => jumps.jump(clause, false) })
  const shownMatches = foundIn(view, redraw, { found, scroller: options.scroller })
  const numbering = openStore({ frozen: isFrozen(doc) })
  const renumber = (): void => {
    numbering.set({ frozen: isFrozen(doc) })
    view.updateState(view.state.apply(view.state.tr.setMeta(RESTRUCTURED, true)))
    reports.restructured()
  }
  const seen = watched(view, options, reports.changed)
  /** The clause that was gone came back: so does the caret, and what was typed meanwhile is written. */
  const writeKept = (): void => {
    const resumed = pen.resume()
    if (!resumed) return
    const { caret, kept } = resumed
    binding.perform(() => caret)
    if (kept === '') return
    // Behind the change that brought it back, which may be somebody else's: this is written by the person here.
    queueMicrotask(() => {
      if (view.isDestroyed) return
      binding.perform(() => caret)
      view.dispatch(view.state.tr.insertText(kept).scrollIntoView())
    })
  }
  const binding = bind(seen, hand, {
    stranded: (caret) => {
      pen.lose(caret)
      if (view.hasFocus()) pen.refuse()
    },
    restructured: () => {
      if (pen.lost && findBlock(view.state.doc, pen.lost.clause)) writeKept()
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
      pen.editable = next
      view.setProps({})
    },
    setNames: (names) => redraw((tr) => giveNames(tr, names)),
    attributable: () => (pen.editable ? attributable(quill, view.state) : null),
    setThreads: (shown) => redraw((tr) => threads.give(tr, shown)),
    setDifferences: (marks) => redraw((tr) => differences.give(tr, marks)),
    setFocus: (heading) => {
      redraw((tr) => showAlone(tr, heading))
      reports.folded()
    },
    steady: () => steady(view, options.scroller),
    setAuthors: (marks) => redraw((tr) => authors.give(tr, marks)),
    ...readingsOf(view, doc),
    slash,
    counts,
    revealClause: (clause, focus = false) => jumps.jump(clause, focus),
    follow: following.follow,
    revealThread: (anchor) => {
      const at = resolveAnchor(doc, anchor)
      if (at.kind !== 'nowhere') jumps.jump(at.clause, false)
    },
    command: (name) => {
      view.focus()
      return keys[keyOf[name]]?.(view.state, view.dispatch, view) ?? false
    },
    hold: (match) => hold(doc, match),
    showMatches: shownMatches.show,
    ...actsOf({ hand, history, pen, reveal: (clause) => jumps.jump(clause, true) }),
    numbering,
    select: (words, { goes } = { goes: true }) => selectWords(view, words, goes),
    tellSelection: () => {
      flush(view)
      reports.tellSelection()
    },
    makeLive: (typed, target) => pen.editable && makeLive(view, typed, target),
    explain: () => explainHere(view, { doc, language, tell: events.pointed }),
    writeNote: (words) => writeNote(view, words),
    pick: (clause) => take(view, clause),
    undo: quill.undo,
    redo: quill.redo,
    focus: () => view.focus(),
    press: (event) => {
      view.focus()
      view.dispatchEvent(event)
    },
    destroy: () => {
      later.now()
      following.stop()
      jumps.stop()
      shownMatches.stop()
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

/** The view as the binding sees it, telling of every new state. The caret's line stays where it is as all is unfolded. */
function watched(view: EditorView, { scroller, events }: SurfaceOptions, changed: (before: EditorState) => void) {
  return {
    get state() {
      return view.state
    },
    updateState: (state: EditorState) => {
      const before = view.state
      const unfolded = unfoldedBy(before, state)
      const back = unfolded && isHeadInSight(view, scroller) ? steady(view, scroller) : undefined
      view.updateState(state)
      back?.()
      changed(before)
      if (unfolded) events.unfolded(unfolded)
    },
  }
}
