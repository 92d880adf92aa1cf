/** What happened to the words of a pair, in changes a lawyer would mark: whole phrases, whole numbers, whole terms. */

import type { WordOp } from './comparison.ts'
import { gatherPhrases, settleEdges } from './phrase.ts'
import { alignTokens, type Stretch } from './stretch.ts'
import type { Token } from './token.ts'

/** The words kept, inserted and deleted; kept and deleted are the old text, kept and inserted the new one. */
export function compareWords(old: readonly Token[], now: readonly Token[]): WordOp[] {
  const stretches = gatherPhrases({ old, new: now }, settleEdges({ old, new: now }, alignTokens(old, now)))
  const writer = new OpWriter()
  for (const stretch of stretches) {
    if (stretch.kept) writeKept(writer, old.slice(...stretch.old), now.slice(...stretch.new))
    else writeChanged(writer, textOf(old, stretch.old), textOf(now, stretch.new))
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

/** White space at the end that both sides have is kept, so that a replaced word does not take its space along. */
function writeChanged(writer: OpWriter, old: string, now: string): void {
  const space = /\s*$/u.exec(old)?.[0] ?? ''
  const shared = old !== '' && now !== '' && now.trimEnd() + space === now ? space : ''
  writer.remove(old.slice(0, old.length - shared.length))
  writer.insert(now.slice(0, now.length - shared.length))
  writer.keep(shared)
}

/** Collects ops: within one change everything deleted stands before everything inserted. */
class OpWriter {
  readonly #ops: WordOp[] = []
  #kept = ''
  #removed = ''
  #inserted = ''

  keep(text: string): void {
    if (text === '') return
    this.#flushChange()
    this.#kept += text
  }

  remove(text: string): void {
    if (text === '') return
    this.#flushKept()
    this.#removed += text
  }

  insert(text: string): void {
    if (text === '') return
    this.#flushKept()
    this.#inserted += text
  }

  finish(): WordOp[] {
    this.#flushChange()
    this.#flushKept()
    return this.#ops
  }

  #flushKept(): void {
    if (this.#kept !== '') this.#ops.push(['=', this.#kept])
    this.#kept = ''
  }

  #flushChange(): void {
    if (this.#removed !== '') this.#ops.push(['-', this.#removed])
    if (this.#inserted !== '') this.#ops.push(['+', this.#inserted])
    this.#removed = ''
    this.#inserted = ''
  }
}
