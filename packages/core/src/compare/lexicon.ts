/** The words of both texts of a comparison: each with a number, and how rare it is. */

import { isWord, keyOf, tokenize, type Token } from './token.ts'

/** Numbers for words, shared by both texts, and how rare each word is. */
export class Lexicon {
  readonly #numbers = new Map<string, number>()
  readonly #clauses: number[] = []
  readonly #lastSeen: number[] = []
  readonly #seen = new Map<string, Read>()
  readonly #tokens = new Map<string, Token>()
  #count = 0

  get size(): number {
    return this.#clauses.length
  }

  /** Tokens, key and words of a text, read once for equal texts. */
  read(text: string): Read {
    const known = this.#seen.get(text)
    if (known) return known
    const tokens = tokenize(text, this.#tokens)
    const read = new Read(tokens, this.#wordsOf(tokens))
    this.#seen.set(text, read)
    return read
  }

  #wordsOf(tokens: readonly Token[]): number[] {
    const words: number[] = []
    this.#count++
    for (const token of tokens) if (isWord(token)) words.push(this.#countedNumber(token.fold))
    return words
  }

  /** The number of a word, counted once for each text. */
  #countedNumber(fold: string): number {
    const word = this.#numberOf(fold)
    if (this.#lastSeen[word] === this.#count) return word
    this.#lastSeen[word] = this.#count
    this.#clauses[word] = (this.#clauses[word] ?? 0) + 1
    return word
  }

  #numberOf(fold: string): number {
    const known = this.#numbers.get(fold)
    if (known !== undefined) return known
    const number = this.#clauses.push(0) - 1
    this.#numbers.set(fold, number)
    return number
  }

  /** In how many different texts a word stands. */
  spread(word: number): number {
    return this.#clauses[word] ?? 1
  }

  /** Weights of all words: the rarer a word, the more it says about who descends from whom. */
  weights(): Float64Array {
    return Float64Array.from(this.#clauses, (spread) => 0.1 + Math.log((this.#count + 1) / spread))
  }
}

/** A text taken apart. */
export class Read {
  readonly tokens: readonly Token[]
  readonly words: readonly number[]
  #key: string | undefined

  constructor(tokens: readonly Token[], words: readonly number[]) {
    this.tokens = tokens
    this.words = words
  }

  /** Made when first asked for: most clauses are paired by their text or id alone. */
  get key(): string {
    this.#key ??= keyOf(this.tokens)
    return this.#key
  }
}
