/** Which comments are news to a member: answers in threads they spoke in, and words that name their delegation. Pure. */

import type { api } from '@travaux/core'

export interface News {
  readonly kind: 'reply' | 'mention'
  readonly comment: api.Comment
  readonly clause: string
}

/** Who is told. */
export type Reader = Pick<api.Member, 'id' | 'delegation' | 'code'>

/** The ids of all comments, by which what is new later is told from what was there. */
export function commentsIn(threads: readonly api.Thread[]): ReadonlySet<string> {
  return new Set(threads.flatMap(({ comments }) => comments.map(({ id }) => id)))
}

/** What came since `known`, oldest first. Nobody is told of their own words. */
export function newsIn(known: ReadonlySet<string>, threads: readonly api.Thread[], reader: Reader): readonly News[] {
  return threads
    .flatMap((thread) => thread.comments.flatMap((comment) => newsOf(thread, comment, reader)))
    .filter(({ comment }) => !known.has(comment.id))
    .toSorted((a, b) => a.comment.at - b.comment.at)
}

function newsOf({ comments, anchor: { clause } }: api.Thread, comment: api.Comment, reader: Reader): readonly News[] {
  if (comment.by === reader.id) return []
  if (names(comment.words, reader)) return [{ kind: 'mention', comment, clause }]
  const before = comments.slice(0, comments.indexOf(comment))
  return before.some(({ by }) => by === reader.id) ? [{ kind: 'reply', comment, clause }] : []
}

/** Whether the words name the delegation, or its code in capitals, as a word of its own. */
function names(words: string, { delegation, code }: Reader): boolean {
  return hasWord(words.toLowerCase(), delegation.toLowerCase()) || hasWord(words, code)
}

function hasWord(words: string, name: string): boolean {
  if (name === '') return false
  for (let at = words.indexOf(name); at >= 0; at = words.indexOf(name, at + 1)) {
    if (!isLetter(words[at - 1]) && !isLetter(words[at + name.length])) return true
  }
  return false
}

function isLetter(character: string | undefined): boolean {
  return character !== undefined && /[\p{L}\p{N}]/u.test(character)
}
