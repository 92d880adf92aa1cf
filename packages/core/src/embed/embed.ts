/**
 * What an embedded object in the words of a clause means: `{ reference: { clause, form? } }` or
 * `{ footnote: { words } }`. Each is one character of the `Y.Text`. A shape this version does not know stays as it is.
 */

import type { Run, Words } from '../clause/words.ts'

/** How a reference is written: with the name of what it points at (`article 5(2)`), or by number alone (`5(2)`). */
export type ReferenceForm = 'named' | 'number'

export type Embed =
  /** Points at a clause by its id, whatever its number becomes. */
  | { readonly kind: 'reference'; readonly clause: string; readonly form: ReferenceForm }
  /** Has words of its own, all of them text. */
  | { readonly kind: 'footnote'; readonly words: Words }
  | { readonly kind: 'unknown' }

const unknown: Embed = { kind: 'unknown' }

/** No id is longer than this. */
const LONGEST_ID = 64

/** Reads an embedded object; total: whatever it is, it is something. Further keys are passed over. */
export function readEmbed(value: object): Embed {
  const { reference, footnote } = value as { readonly reference?: unknown; readonly footnote?: unknown }
  if (isObject(reference) && footnote === undefined) return readReference(reference)
  return isObject(footnote) && reference === undefined ? readFootnote(footnote) : unknown
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function readReference({ clause, form }: Readonly<Record<string, unknown>>): Embed {
  if (typeof clause !== 'string' || clause === '' || clause.length > LONGEST_ID) return unknown
  return { kind: 'reference', clause, form: form === 'number' ? 'number' : 'named' }
}

function readFootnote({ words }: Readonly<Record<string, unknown>>): Embed {
  return Array.isArray(words) && words.every(isTextRun) ? { kind: 'footnote', words } : unknown
}

function isTextRun(run: unknown): run is Run {
  if (!isObject(run)) return false
  return typeof run['insert'] === 'string' && (run['attributes'] === undefined || isObject(run['attributes']))
}

/** The embedded object that points at a clause. */
export function referenceTo(clause: string, form: ReferenceForm = 'named'): object {
  return { reference: form === 'named' ? { clause } : { clause, form } }
}

/** The embedded object that is a footnote with these words. */
export function footnoteOf(words: Words): object {
  return { footnote: { words } }
}
