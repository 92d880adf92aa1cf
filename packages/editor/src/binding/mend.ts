/**
 * Mending what two people did at once: words are carried along, parts put in the order of their words, what was struck out
 * meanwhile is struck out where it went, and where two chose different wordings all stand again.
 *
 * Laws. (1) It is this replica's own change, made once the transactions that are under way are over. (2) Whoever may not
 * write mends nothing.
 */

import {
  carryOwnWords,
  clausesOf,
  followMoved,
  isChoiceKey,
  isCopyKey,
  rememberStruck,
  reopenChoices,
  reorderParts,
  settleCopies,
  type YClause,
} from '@travaux/core'
import type * as Y from 'yjs'

type Events = readonly Y.YEvent<Y.AbstractType<unknown>>[]

const ASIDE = { note: 'mending what two people carried at once' }

/** What a transaction of others asks to be mended. */
export interface ToMend {
  /** Clauses that words were just carried into. */
  readonly receivers: readonly YClause[]
  /** Clauses among whose wordings somebody just chose. */
  readonly choosers: readonly YClause[]
}

export class Mending {
  readonly #doc: Y.Doc
  readonly #mayWrite: () => boolean
  readonly #struck: ReturnType<typeof rememberStruck>
  #isUnderWay = false

  constructor(doc: Y.Doc, mayWrite: () => boolean) {
    this.#doc = doc
    this.#mayWrite = mayWrite
    this.#struck = rememberStruck(doc, ASIDE)
  }

  /** Whether what changes at the moment is being mended. */
  get isUnderWay(): boolean {
    return this.#isUnderWay
  }

  /** Reads the events of a transaction. */
  read(events: Events, { local }: Y.Transaction): ToMend {
    if (local) return { receivers: [], choosers: [] }
    return { receivers: receiversIn(this.#doc, events), choosers: choosersIn(events) }
  }

  /** Mends what `received` asks for, and then goes on with `then`, though there be nothing to mend. */
  mend(received: Y.Transaction, { receivers, choosers }: ToMend, then: () => void): void {
    const doc = this.#doc
    if (choosers.length > 0) this.#aside(() => reopenChoices(doc, choosers, ASIDE))
    if (receivers.length === 0) return then()
    this.#aside(() => {
      // What goes along may depend on what is read first.
      followMoved(received, receivers, ASIDE)
      const settled = settleCopies(doc, ASIDE)
      carryOwnWords(received, receivers, { settled, origin: ASIDE })
      this.#struck.strikeCopies(received, receivers)
      reorderParts(received, receivers, ASIDE)
    }, then)
  }

  stop(): void {
    this.#struck.stop()
  }

  #aside(change: () => void, then?: () => void): void {
    this.#doc.once('afterAllTransactions', () => {
      this.#isUnderWay = true
      try {
        if (this.#mayWrite()) change()
      } finally {
        this.#isUnderWay = false
      }
      then?.()
    })
  }
}

function receiversIn(doc: Y.Doc, events: Events): YClause[] {
  const clauses = clausesOf(doc)
  const out = new Set<YClause>()
  for (const event of events) {
    const keys = [...event.keys.keys()]
    if (event.target === clauses) for (const key of keys) addReceiver(out, clauses.get(key))
    else if (event.path.length === 1 && keys.some(isCopyKey)) out.add(event.target as YClause)
  }
  return [...out]
}

function addReceiver(out: Set<YClause>, clause: YClause | undefined): void {
  if (clause && [...clause.keys()].some(isCopyKey)) out.add(clause)
}

function choosersIn(events: Events): YClause[] {
  return events
    .filter(({ path, keys }) => path.length === 1 && [...keys.keys()].some(isChoiceKey))
    .map(({ target }) => target as YClause)
}
