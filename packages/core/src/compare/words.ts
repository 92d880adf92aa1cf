/** What happened to the words of a pair, in changes a lawyer would mark: whole phrases, whole numbers, whole terms. */

import type { WordOp } from './comparison.ts'
import { sharedEnds } from './edge.ts'
import { gatherPhrases, settleEdges } from './phrase.ts'
import { alignTokens, type Stretch } from './stretch.ts'
import type { Token } from './token.ts'

/** The words kept, inserted and deleted; kept and deleted are the old text, kept and inserted the new one. */
export function compareWords(old: readonly Token[], now: readonly Token[]): WordOp[] {
  const stretches = gatherPhrases({ old, new: now }, settleEdges({ old, new: now }, alignTokens(old, now)))
  const writer = new OpWriter()
  for (const stretch of stretches) {
    if (stretch.kept) writeKept(writer, old.slice(...stretch.old), now.slice(...stretch.new))
    else writePart(writer, textOf(old, stretch.old), textOf(now, stretch.new))
  }
  return writer.finish()
}

function textOf(tokens: readonly Token[], [from, to]: Stretch['old']): string {
  let text = ''
  for (let at = from; at < to; at++) text += (tokens[at]?.text ?? '') + (tokens[at]?.space ?? '')
  return text
}

/** Tokens that fold alike may still differ to the letter: a capital, a curly quote, a second space. */
function writeKept(writer: OpWriter, old: readonly Token[], now: readonly Token[]): void {
  for (const [at, token] of old.entries()) {
    const other = now[at] ?? token
    writePart(writer, token.text, other.text)
    writePart(writer, token.space, other.space)
  }
}

function writePart(writer: OpWriter, old: string, now: string): void {
  if (old === now) return writer.keep(old)
  writer.remove(old)
  writer.insert(now)
}

/** Collects ops: within one change everything deleted stands before everything inserted. */
class OpWriter {
  readonly #ops: WordOp[] = []
  #kept = ''
  #removed = ''
  #inserted = ''

  keep(text: string): void {
    if (text === '') return
    if (this.#removed !== '' || this.#inserted !== '') this.#flushChange()
    this.#kept += text
  }

  remove(text: string): void {
    this.#removed += text
  }

  insert(text: string): void {
    this.#inserted += text
  }

  finish(): WordOp[] {
    this.#flushChange()
    this.#flushKept()
    return this.#ops
  }

  #flushKept(): void {
    const last = this.#ops.at(-1)
    if (last?.[0] === '=') this.#ops[this.#ops.length - 1] = ['=', last[1] + this.#kept]
    else if (this.#kept !== '') this.#ops.push(['=', this.#kept])
    this.#kept = ''
  }

  /** What both sides begin or end with is kept, so that a word does not take its space along. */
  #flushChange(): void {
    const [head, tail] = sharedEnds(this.#removed, this.#inserted)
    const removed = this.#removed.slice(head.length, this.#removed.length - tail.length)
    const inserted = this.#inserted.slice(head.length, this.#inserted.length - tail.length)
    this.#kept += head
    if (removed !== '' || inserted !== '') this.#flushKept()
    if (removed !== '') this.#ops.push(['-', removed])
    if (inserted !== '') this.#ops.push(['+', inserted])
    this.#kept += tail
    this.#removed = ''
    this.#inserted = ''
  }
}
