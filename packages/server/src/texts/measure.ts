/** How many clauses and words a text shows, kept up to date clause by clause as the text changes. */

import { clausesOf, countWords, goneOf, isHidden, textOfStored } from '@travaux/core'
import * as Y from 'yjs'

export class Measure {
  readonly #doc: Y.Doc
  /** Words of each clause that is shown. */
  readonly #words = new Map<string, number>()
  readonly #stale: Set<string>
  /** Clauses that another was chosen over: whether they are shown depends on that one. */
  readonly #unchosen = new Set<string>()

  /** Costs a pass over the text at the first reading, later only over the clauses that have changed. */
  constructor(doc: Y.Doc) {
    this.#doc = doc
    this.#stale = new Set(clausesOf(doc).keys())
    clausesOf(doc).observeDeep((events) => {
      for (const event of events) this.#note(event)
    })
  }

  read(): { readonly clauses: number; readonly words: number } {
    for (const id of this.#stale) this.#count(id)
    this.#stale.clear()
    return { clauses: this.#words.size, words: [...this.#words.values()].reduce((sum, words) => sum + words, 0) }
  }

  #note({ path, target, keys }: Y.YEvent<Y.AbstractType<unknown>>): void {
    const [id] = path
    if (typeof id === 'string') {
      this.#stale.add(id)
      if (keys.has('gone')) for (const other of this.#unchosen) this.#stale.add(other)
    } else if (target === clausesOf(this.#doc)) for (const key of keys.keys()) this.#stale.add(key)
  }

  #count(id: string): void {
    const clause = clausesOf(this.#doc).get(id)
    if (clause instanceof Y.Map && goneOf(clause)?.chosen !== undefined) this.#unchosen.add(id)
    else this.#unchosen.delete(id)
    if (clause instanceof Y.Map && !isHidden(clause)) this.#words.set(id, countWords(textOfStored(clause)))
    else this.#words.delete(id)
  }
}
