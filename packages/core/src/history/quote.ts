/** The words that an update wrote: only the record still knows what deleted words said. */

import * as Y from 'yjs'
import { EMBED } from '../clause/words.ts'
import type { Span } from '../yjs/items.ts'

type Struct = Y.Item | Y.GC | Y.Skip

/** Reads one update, to be asked for many spans. */
export function quoteFrom(update: Uint8Array): (span: Span) => string {
  const byClient = Map.groupBy<number, Struct>(Y.decodeUpdate(update).structs, ({ id }) => id.client)
  return ({ client, clock, length }) => {
    const structs = byClient.get(client) ?? []
    let words = ''
    for (let index = holding(structs, clock); index < structs.length; index++) {
      const struct = structs[index]
      if (!struct || struct.id.clock >= clock + length) break
      words += wordsIn(struct, clock - struct.id.clock, clock + length - struct.id.clock)
    }
    return words
  }
}

/** What a struct says from one offset to another; marks and shared types say nothing. */
function wordsIn(struct: Struct, from: number, to: number): string {
  if (!(struct instanceof Y.Item)) return ''
  const { content } = struct
  if (content instanceof Y.ContentString) return content.str.slice(Math.max(from, 0), to)
  return content instanceof Y.ContentEmbed ? EMBED : ''
}

/** The first struct that reaches beyond a clock, by halving. */
function holding(structs: readonly Struct[], clock: number): number {
  let [low, high] = [0, structs.length]
  while (low < high) {
    const middle = (low + high) >> 1
    const struct = structs[middle]
    if (struct && struct.id.clock + struct.length <= clock) low = middle + 1
    else high = middle
  }
  return low
}
