/** What a person was told is saved: the words and deletions that no later crash may undo. */

/** One edit: a word typed, or a word taken away again. */
export interface Edit {
  readonly kind: 'typed' | 'deleted'
  readonly word: string
}

type Standing = 'sent' | 'kept' | 'leaving' | 'gone'

export interface Losses {
  /** Acknowledged words that are not there. */
  readonly words: readonly string[]
  /** Acknowledged deletions of words that are there again. */
  readonly deletions: readonly string[]
}

export class Ledger {
  acknowledged = 0
  readonly #name: string
  readonly #standing = new Map<string, Standing>()
  #typed = 0

  constructor(name: string) {
    this.#name = name
  }

  /** A word that was never typed before. */
  newWord(): string {
    const word = `${this.#name}${++this.#typed} `
    this.#standing.set(word, 'sent')
    return word
  }

  /** The oldest word that is known to be kept, on its way out from now on; undefined while fewer than `spare` are. */
  oldWord(spare: number): string | undefined {
    const kept = [...this.#standing].filter(([, standing]) => standing === 'kept')
    const word = kept.length > spare ? kept[0]?.[0] : undefined
    if (word !== undefined) this.#standing.set(word, 'leaving')
    return word
  }

  /** What has been sent and not been acknowledged. */
  open(): Edit[] {
    return [...this.#standing].flatMap(([word, standing]): Edit[] => {
      if (standing === 'sent') return [{ kind: 'typed', word }]
      return standing === 'leaving' ? [{ kind: 'deleted', word }] : []
    })
  }

  confirm({ kind, word }: Edit): void {
    const standing = this.#standing.get(word)
    if (kind === 'typed' ? standing !== 'sent' : standing !== 'leaving') return
    this.acknowledged++
    this.#standing.set(word, kind === 'typed' ? 'kept' : 'gone')
  }

  /** The client died with what it had not been told is saved. */
  forgetOpen(): void {
    for (const { word } of this.open()) this.#standing.delete(word)
  }

  /** What of the acknowledged is missing in `text`. What is gone for good is forgotten: it was seen to be gone. */
  check(text: string): Losses {
    const there = new Set(text.match(/\S+ /g))
    const found = [...this.#standing]
    const words = found.filter(([word, standing]) => standing === 'kept' && !there.has(word)).map(([word]) => word)
    const deletions = found.filter(([word, standing]) => standing === 'gone' && there.has(word)).map(([word]) => word)
    for (const word of words) this.#standing.set(word, 'sent')
    for (const word of deletions) this.#standing.set(word, 'leaving')
    for (const [word, standing] of found) if (standing === 'gone' && !there.has(word)) this.#standing.delete(word)
    return { words, deletions }
  }
}
