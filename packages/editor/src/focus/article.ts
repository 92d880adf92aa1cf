/** Which clauses stand in one article. */

import { isHeading } from '@travaux/core'

interface InOutline {
  readonly id: string
  readonly kind: string
  readonly depth: number
}

/**
 * The heading that a clause is read under: the article, annex or other heading next above it, itself if it is one;
 * undefined where it stands under none.
 */
export function articleOf(items: readonly InOutline[], clause: string): string | undefined {
  const at = items.findIndex(({ id }) => id === clause)
  let depth = Infinity
  for (let index = at; index >= 0; index--) {
    const item = items[index]
    if (!item || item.depth >= depth) continue
    depth = item.depth
    if (isHeading(item.kind) && item.kind !== 'title') return item.id
  }
  return undefined
}

/** A heading and everything beneath it, in reading order. */
export function clausesUnder<T extends InOutline>(items: readonly T[], heading: string): readonly T[] {
  const start = items.findIndex(({ id }) => id === heading)
  const { depth = 0 } = items[start] ?? {}
  const end = items.findIndex((item, index) => index > start && item.depth <= depth)
  return start < 0 ? [] : items.slice(start, end < 0 ? undefined : end)
}
