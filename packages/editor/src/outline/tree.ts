/** The outline as a tree: the headings of a text, what stands beneath each, and where a clause belongs. */

import { isHeading } from '@travaux/core'
import type { OutlineItem } from '../writing/surface.ts'

/** Goes to a clause; `withKeys`: the caret and the keys too. */
export type Go = (clause: string, withKeys?: boolean) => void

/** One line of the outline. */
export interface Row {
  readonly item: OutlineItem
  /** 1 at the top, as `aria-level` counts. */
  readonly level: number
  /** Id of the row above it in the tree, or undefined at the top. */
  readonly parent: string | undefined
  readonly hasChildren: boolean
}

export interface Outline {
  readonly rows: readonly Row[]
  /** The row that every clause belongs to: its own, or that of the heading it stands under. */
  readonly rowOf: ReadonlyMap<string, string>
}

/** A text's headings but its title; a text without headings shows its top clauses instead. One pass. */
export function outlineOf(items: readonly OutlineItem[]): Outline {
  const headed = items.some(isSection)
  const rows: Row[] = []
  const rowOf = new Map<string, string>()
  const above: Row[] = []
  for (const item of items) {
    while ((above.at(-1)?.item.depth ?? -1) >= item.depth) above.pop()
    if (headed ? isSection(item) : item.depth === 0) {
      const row = { item, level: above.length + 1, parent: above.at(-1)?.item.id, hasChildren: false }
      rows.push(row)
      above.push(row)
    }
    const owner = above.at(-1)
    if (owner) rowOf.set(item.id, owner.item.id)
  }
  const parents = new Set(rows.map(({ parent }) => parent))
  return { rows: rows.map((row) => ({ ...row, hasChildren: parents.has(row.item.id) })), rowOf }
}

/** Whether rows look the same in the tree. Items are made anew with every change of the text: what counts is what they say. */
export function sameRows(before: readonly Row[], now: readonly Row[]): boolean {
  return before.length === now.length && before.every((row, nth) => sameRow(row, now[nth]))
}

function sameRow(a: Row, b: Row | undefined): boolean {
  const same = a.level === b?.level && a.parent === b.parent && a.hasChildren === b.hasChildren
  return same && sameItem(a.item, b.item)
}

/** Whether items look the same in a row. */
export function sameItem(a: OutlineItem, b: OutlineItem): boolean {
  return a === b || (a.id === b.id && a.kind === b.kind && a.label === b.label && a.words === b.words)
}

/** Whether the rows have the same counts. */
export function sameTally(before: ReadonlyMap<string, number>, now: ReadonlyMap<string, number>): boolean {
  return before.size === now.size && [...before].every(([id, count]) => now.get(id) === count)
}

function isSection({ kind }: OutlineItem): boolean {
  return isHeading(kind) && kind !== 'title'
}

/** The rows that show while some are folded: those with no folded row above them. */
export function openRows(rows: readonly Row[], folded: ReadonlySet<string>): readonly Row[] {
  const hidden = new Set<string>()
  return rows.filter(({ item, parent }) => {
    const hides = parent !== undefined && (hidden.has(parent) || folded.has(parent))
    if (hides) hidden.add(item.id)
    return !hides
  })
}

/** The row that stands for a clause while some rows are folded: its own, or the nearest one above that shows. */
export function shownRowOf(outline: Outline, open: readonly Row[], clause: string): string | undefined {
  const shown = new Set(open.map(({ item }) => item.id))
  const parents = new Map(outline.rows.map(({ item, parent }) => [item.id, parent]))
  let row = outline.rowOf.get(clause)
  while (row !== undefined && !shown.has(row)) row = parents.get(row)
  return row
}

/** How many of these clauses stand under each row; a clause that is not in the text counts nowhere. */
export function tally(outline: Outline, clauses: Iterable<string>): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const clause of clauses) {
    const row = outline.rowOf.get(clause)
    if (row !== undefined) counts.set(row, (counts.get(row) ?? 0) + 1)
  }
  return counts
}

/** At most `limit` clauses whose number or words hold every word asked for, whatever the case and accents. */
export function search(items: readonly OutlineItem[], asked: string, limit = 100): readonly OutlineItem[] {
  const wanted = plain(asked).split(/\s+/).filter(Boolean)
  if (wanted.length === 0) return []
  const found: OutlineItem[] = []
  for (const item of items) {
    const text = plain(`${item.citation} ${item.number} ${item.words}`)
    if (wanted.every((word) => text.includes(word))) found.push(item)
    if (found.length === limit) break
  }
  return found
}

function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}
