/**
 * The binding: keeps a ProseMirror view and the clauses of a `Y.Doc` the same.
 *
 * Laws. (1) After every step the view equals the projection of the document. (2) A local change is written before
 * anything else can happen to the document; a remote one is applied only after what the browser has not yet told the
 * view was read (`flush`), so that no key is lost. (3) Rendering never writes.
 */

import { clausesOf, type Hand, type Point } from '@travaux/core'
import { TextSelection, type EditorState, type Selection, type Transaction } from 'prosemirror-state'
import type * as Y from 'yjs'
import { arrange } from './arrange.ts'
import { allBlocks, findBlock, pointAt } from './blocks.ts'
import { Mending } from './mend.ts'
import { project } from './projection.ts'
import { readEvents, receive } from './receive.ts'
import {
  areLed,
  keepSelection,
  standingsOf,
  startingFrom,
  wasCarried,
  type Before,
  type Standings,
} from './selection.ts'
import { send } from './send.ts'

/** What the binding needs of an `EditorView`. */
export interface View {
  readonly state: EditorState
  updateState: (state: EditorState) => void
}

/** Meta key of transactions that come from the document. */
export const RECEIVED = 'received'
/** Meta key of transactions after which clauses may stand elsewhere, have other kinds or have come or gone. */
export const RESTRUCTURED = 'restructured'
/** Meta key of transactions by which words came that had been there before, or elsewhere: what was said of them holds again. */
export const COPIED = 'copied'

export interface Binding {
  /** Give this to the view as `dispatchTransaction`. */
  readonly dispatch: (tr: Transaction) => void
  /** Runs a change of the document and puts the caret where it says. */
  readonly perform: (change: () => Point | undefined) => void
  readonly destroy: () => void
}

/** What is told of what the binding did to the view. */
export interface Told {
  /** Clauses came, went, moved or changed kind. */
  readonly restructured: () => void
  /** Somebody else took away the clause that the caret was in; it now stands elsewhere. */
  readonly stranded: (caret: Point) => void
  /** Whether the person here may write. What two others did at once is mended by those who may. */
  readonly mayWrite: () => boolean
}

interface Showing {
  readonly structure: boolean
  readonly copied?: boolean
  /** What was selected before others changed the document. */
  readonly before?: Before
}

/** Binds a view to a document. The view must show `documentNode(hand.doc)`. */
export function bind(view: View, hand: Hand, told?: Told): Binding {
  const clauses = clausesOf(hand.doc)
  let sending = false
  let standings: Standings | undefined
  /** The selection as others' changes left it, in its clause: until its owner changes it, it stands where it stood. */
  let left: Selection | undefined
  const mending = new Mending(hand.doc, () => told?.mayWrite() !== false)

  const dispatch = (tr: Transaction): void => {
    const { state, transactions } = view.state.applyTransaction(tr)
    view.updateState(state)
    const local = transactions.filter((one) => one.docChanged && one.getMeta(RECEIVED) === undefined)
    for (const one of local) write(one)
  }

  const write = (tr: Transaction): void => {
    sending = true
    let ids: readonly string[] | undefined
    try {
      ids = send(hand, tr)
    } finally {
      sending = false
    }
    if (!ids) return
    // Named first and by itself, so that the selection is found again by the names of the blocks it is in.
    view.updateState(view.state.apply(nameBlocks(view.state.tr, ids).setMeta(RECEIVED, true)))
    show((next) => arrange(next, project(hand.doc)), { structure: true })
  }

  /** Gives where the caret was if its clause is gone and its words are nowhere else. */
  const show = (
    change: (tr: Transaction) => void,
    { structure, copied = false, before }: Showing,
  ): Point | undefined => {
    const tr = startingFrom(view.state)
    const caret = pointAt(view.state.doc, view.state.selection.head)
    change(tr)
    if (!tr.docChanged && !structure) return undefined
    const kept = !tr.docChanged || keepSelection(tr, hand.doc, before ?? { standings: undefined, carried: false })
    if (structure) tr.setMeta(RESTRUCTURED, true)
    if (copied) tr.setMeta(COPIED, true)
    view.updateState(view.state.apply(tr.setMeta(RECEIVED, true).setMeta('addToHistory', false)))
    const { selection } = view.state
    const isLed = before?.carried === true && areLed(hand.doc, before.standings)
    left = before && kept && !isLed ? selection : undefined
    if (structure) told?.restructured()
    // Whoever was told may have put the caret elsewhere, as where it was taken away from before.
    return kept || view.state.selection !== selection ? undefined : caret
  }

  const observe = (events: Y.YEvent<Y.AbstractType<unknown>>[], transaction: Y.Transaction): void => {
    if (sending) return
    const toMend = mending.read(events, transaction)
    const received = readEvents(hand.doc, events)
    const isOwn = transaction.local && !mending.isUnderWay
    const carried = toMend.receivers.length > 0
    const before = { standings, carried: carried || mending.isUnderWay }
    const lost = show((tr) => receive(tr, hand.doc, received), {
      structure: received.structure,
      copied: received.copied,
      ...(!isOwn && { before }),
    })
    // The caret may stand behind words that only mending takes along: those typed since, which nobody else had yet.
    const isLost = (): boolean => !carried || !wasCarried(view.state.doc, hand.doc, standings)
    mending.mend(transaction, toMend, () => {
      if (lost && !transaction.local && isLost()) told?.stranded(lost)
    })
  }

  const remember = ({ local }: Y.Transaction): void => {
    if (!local) standings = standingsOf(hand.doc, view.state, view.state.selection === left ? standings : undefined)
  }

  const perform = (change: () => Point | undefined): void => {
    const caret = change()
    const block = caret && findBlock(view.state.doc, caret.clause)
    if (!caret || !block) return
    const pos = block.pos + 1 + Math.min(caret.offset, block.node.content.size)
    view.updateState(
      view.state.apply(view.state.tr.setSelection(TextSelection.create(view.state.doc, pos)).scrollIntoView()),
    )
  }

  const destroy = (): void => {
    clauses.unobserveDeep(observe)
    hand.doc.off('beforeTransaction', remember)
    mending.stop()
  }

  clauses.observeDeep(observe)
  hand.doc.on('beforeTransaction', remember)
  return { dispatch, perform, destroy }
}

/** Gives the blocks of the view the ids of their clauses, in order. */
function nameBlocks(tr: Transaction, ids: readonly string[]): Transaction {
  for (const [index, { id, pos }] of allBlocks(tr.doc).entries()) {
    const wanted = ids[index]
    if (wanted !== undefined && id !== wanted) tr.setNodeAttribute(pos, 'id', wanted)
  }
  return tr
}
