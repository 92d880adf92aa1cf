/** What somebody who hears the text is told when the caret comes to another clause, or its number changes under it. */

import type { OutlineItem } from '../writing/surface.ts'

/** The clause of the caret, as it is said. */
export interface Heard {
  readonly clause: string
  readonly citation: string
  readonly name: string
  readonly kind: string
  readonly comments: number
}

/** What there is to say: where one is now, or that the clause one is in is called something else; nothing otherwise. */
export type Saying =
  | { readonly kind: 'entered'; readonly heard: Heard }
  | { readonly kind: 'renamed'; readonly from: string; readonly to: string }
  | undefined

export function sayingOf(before: Heard | undefined, now: Heard | undefined): Saying {
  if (!now) return undefined
  if (now.clause !== before?.clause) return { kind: 'entered', heard: now }
  // A name that is made of words changes as they are written; a number only as the text around it does.
  const renamed = now.citation !== before.citation && now.name !== before.name
  if (renamed) return { kind: 'renamed', from: before.name, to: now.name }
  return undefined
}

/** The clause as it would be said; undefined where the caret is in none. */
export function heardAt(
  items: readonly OutlineItem[],
  clause: string | null,
  threads: readonly { readonly clause: string }[],
): Heard | undefined {
  const item = clause === null ? undefined : items.find(({ id }) => id === clause)
  if (!item) return undefined
  const { id, citation, name, kind } = item
  return { clause: id, citation, name, kind, comments: threads.filter((thread) => thread.clause === id).length }
}
