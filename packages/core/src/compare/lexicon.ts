/** The words of both texts of a comparison: each with a number, and how rare it is. */

import { isWord, keyOf, tokenize, type Token } from './token.ts'

/** A number or a reference may hold a space: `1 250 000`, `5(2) %`. Texts without such can be read space by space. */
const spaced = /[\p{N})] [\p{N}%]/u

/** Numbers for words, shared by both texts, and how rare each word is. */
export class Lexicon {
  readonly #numbers = new Map<string, number>()
  readonly #clauses: number[] = []
  readonly #lastSeen: number[] = []
  readonly #seen = new Map<string, Read>()
  readonly #pieces = new Map<string, readonly number[]>()
  readonly #tokens = new Map<string, Token>()
  /** Words of the text that is being read, so that the list made of them is as long as it must be. */
  readonly #gathered: number[] = []

  get size(): number {
    return this.#clauses.length
  }

  /** A text's words, read once for equal texts. Its tokens wait until somebody asks: most texts are never taken apart. */
  read(text: string): Read {
    const known = this.#seen.get(text)
    if (known) return known
    const read = new Read(this.#seen.size, text, this.#wordsOf(text), this.#tokens)
    this.#seen.set(text, read)
    return read
  }

  #wordsOf(text: string): number[] {
    const words = this.#gathered
    words.length = 0
    const pieces = spaced.test(text) ? [text] : text.split(' ')
    for (const piece of pieces) for (const word of this.#wordsIn(piece)) words.push(this.#counted(word))
    return words.slice()
  }

  #wordsIn(piece: string): readonly number[] {
    const known = this.#pieces.get(piece)
    if (known) return known
    const words: number[] = []
    for (const token of tokenize(piece, this.#tokens)) if (isWord(token)) words.push(this.#numberOf(token.fold))
    this.#pieces.set(piece, words)
    return words
  }

  /** Counts a word once for each text. */
  #counted(word: number): number {
    if (this.#lastSeen[word] === this.#seen.size) return word
    this.#lastSeen[word] = this.#seen.size
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
    return Float64Array.from(this.#clauses, (spread) => 0.1 + Math.log((this.#seen.size + 1) / spread))
  }
}

/** A text as the lexicon read it: equal texts are one object. */
export class Read {
  /** From 0, in the order in which texts were first read. */
  readonly id: number
  readonly words: readonly number[]
  readonly #text: string
  readonly #known: Map<string, Token>
  #tokens: readonly Token[] | undefined
  #key: string | undefined

  constructor(id: number, text: string, words: readonly number[], known: Map<string, Token>) {
    this.id = id
    this.words = words
    this.#text = text
    this.#known = known
  }

  get tokens(): readonly Token[] {
    this.#tokens ??= tokenize(this.#text, this.#known)
    return this.#tokens
  }

  /** Texts with equal keys differ in typography alone. */
  get key(): string {
    this.#key ??= keyOf(this.tokens)
    return this.#key
  }
}
