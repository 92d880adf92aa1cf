/** The board of a living text, kept up to date: words are read again only where they changed. */

import * as Y from 'yjs'
import { bareClauses } from '../yjs/read.ts'
import { clausesOf, textOfStored } from '../yjs/stored.ts'
import { boardFrom, bracketed, type Board, type Bracketed } from './board.ts'

export class Tally {
  readonly #doc: Y.Doc
  /** Clauses with brackets, shown or hidden. */
  readonly #bracketed = new Map<string, Bracketed>()
  readonly #stale: Set<string>
  readonly #stop: () => void

  /** Costs a pass over all words at the first reading. Listens to the document until `stop`. */
  constructor(doc: Y.Doc) {
    this.#doc = doc
    const clauses = clausesOf(doc)
    this.#stale = new Set(clauses.keys())
    const note = (events: readonly Y.YEvent<Y.AbstractType<unknown>>[]): void => {
      for (const event of events) this.#note(event)
    }
    clauses.observeDeep(note)
    this.#stop = () => clauses.unobserveDeep(note)
  }

  /** The board as the text stands. Cost: the words that changed, and a pass over the clauses without their words. */
  read(): Board {
    for (const id of this.#stale) this.#readWords(id)
    this.#stale.clear()
    return boardFrom(bareClauses(this.#doc), {
      bracketedIn: (id) => this.#bracketed.get(id),
      textOf: (id) => this.#textOf(id),
    })
  }

  stop(): void {
    this.#stop()
  }

  #note({ path, target, keys }: Y.YEvent<Y.AbstractType<unknown>>): void {
    const [id] = path
    if (typeof id === 'string') this.#stale.add(id)
    else if (target === clausesOf(this.#doc)) for (const key of keys.keys()) this.#stale.add(key)
  }

  #readWords(id: string): void {
    const found = bracketed(this.#textOf(id))
    if (found) this.#bracketed.set(id, found)
    else this.#bracketed.delete(id)
  }

  #textOf(id: string): string {
    const clause = clausesOf(this.#doc).get(id)
    return clause instanceof Y.Map ? textOfStored(clause) : ''
  }
}
