/** The edits by which one sample text grows from another: small pure functions on an outline, each with a name. */

import { textOf, type Clause } from '@travaux/core'
import { planted, withWords, type Sketch } from './outline.ts'

type Outline = readonly Clause[]

/** One edit: what it does, to which clause, and the outline it gives. A phrase or clause that is not there throws. */
export interface Edit {
  readonly does: 'reword' | 'insert' | 'remove' | 'move' | 'split' | 'merge'
  readonly clause: string
  readonly apply: (clauses: Outline) => Outline
}

/** The outline after all edits, in their order. */
export function edited(clauses: Outline, edits: readonly Edit[]): Outline {
  return edits.reduce((grown, edit) => edit.apply(grown), clauses)
}

function find(clauses: Outline, id: string): { readonly at: number; readonly clause: Clause } {
  const at = clauses.findIndex((clause) => clause.id === id)
  const clause = clauses[at]
  if (!clause) throw new Error(`There is no clause ${id} to edit`)
  return { at, clause }
}

/** The position after a clause and all that stands beneath it. */
function endOf(clauses: Outline, id: string): number {
  const { at, clause } = find(clauses, id)
  const next = clauses.findIndex((other, index) => index > at && other.depth <= clause.depth)
  return next < 0 ? clauses.length : next
}

function change(does: Edit['does'], clause: string, to: (words: string) => string): Edit {
  return {
    does,
    clause,
    apply: (clauses) => {
      const { at, clause: old } = find(clauses, clause)
      return clauses.with(at, withWords(old, to(textOf(old.words))))
    },
  }
}

/** `words` cut around a phrase that must occur in it exactly once. */
function cut(words: string, phrase: string): readonly [string, string] {
  const [before, after, more] = words.split(phrase)
  if (before === undefined || after === undefined || more !== undefined)
    throw new Error(`“${phrase}” does not occur exactly once in “${words}”`)
  return [before, after]
}

/** Replaces one phrase. */
export function reword(id: string, from: string, to: string): Edit {
  return change('reword', id, (words) => cut(words, from).join(to))
}

/** Replaces all the words. */
export function rewrite(id: string, words: string): Edit {
  return change('reword', id, () => words)
}

/** Puts a phrase (or all the words) into square brackets, attributed to whoever proposes or keeps it. */
export function bracket(id: string, by = '', phrase?: string): Edit {
  const lead = by === '' ? '' : `${by}: `
  return change('reword', id, (words) => {
    const kept = phrase ?? words
    return cut(words, kept).join(`[${lead}${kept}]`)
  })
}

/** Plants a new clause, with what is beneath it, after a clause as its sibling. */
export function insertAfter(id: string, as: string, sketch: Sketch): Edit {
  return {
    does: 'insert',
    clause: as,
    apply: (clauses) => {
      const { parent } = find(clauses, id).clause
      const above = clauses.find((clause) => clause.id === parent)
      return clauses.toSpliced(endOf(clauses, id), 0, ...planted({ ...sketch, id: as }, above))
    },
  }
}

/** Plants new clauses as the last ones beneath a clause, one edit for each. */
export function insertBeneath(id: string, ...sketches: readonly (Sketch & { readonly id: string })[]): readonly Edit[] {
  return sketches.map((sketch) => ({
    does: 'insert',
    clause: sketch.id,
    apply: (clauses) => clauses.toSpliced(endOf(clauses, id), 0, ...planted(sketch, find(clauses, id).clause)),
  }))
}

/** Takes a clause out, with what is beneath it. */
export function remove(id: string): Edit {
  return {
    does: 'remove',
    clause: id,
    apply: (clauses) => clauses.toSpliced(find(clauses, id).at, endOf(clauses, id) - find(clauses, id).at),
  }
}

/** Moves a clause, with what is beneath it, to stand after another as its sibling. Ids stay. */
export function moveAfter(id: string, target: string): Edit {
  return move(id, target, ({ parent, depth }) => ({ parent, depth }))
}

/** Moves a clause, with what is beneath it, to be the last one beneath another. Ids stay. */
export function moveBeneath(id: string, target: string): Edit {
  return move(id, target, (above) => ({ parent: above.id, depth: above.depth + 1 }))
}

type Place = Pick<Clause, 'parent' | 'depth'>

function move(id: string, target: string, placeBy: (target: Clause) => Place): Edit {
  return {
    does: 'move',
    clause: id,
    apply: (clauses) => {
      const moving = clauses.slice(find(clauses, id).at, endOf(clauses, id))
      const rest = remove(id).apply(clauses)
      return rest.toSpliced(endOf(rest, target), 0, ...replanted(moving, placeBy(find(rest, target).clause)))
    },
  }
}

function replanted([root, ...beneath]: Outline, { parent, depth }: Place): Outline {
  if (!root) return []
  const by = depth - root.depth
  return [{ ...root, parent, depth }, ...beneath.map((clause) => ({ ...clause, depth: clause.depth + by }))]
}

/** Where a clause is split: at a phrase that is dropped; the second part opens with other words instead. */
export interface Cut {
  readonly at: string
  readonly opening: string
}

/** Splits a clause in two. The first part keeps the id and ends with a full stop; the second stands after it. */
export function split(id: string, as: string, { at, opening }: Cut): Edit {
  return {
    does: 'split',
    clause: id,
    apply: (clauses) => {
      const { at: index, clause } = find(clauses, id)
      const [head, tail] = cut(textOf(clause.words), at)
      const second = { ...withWords(clause, `${opening}${tail}`), id: as }
      return clauses.with(index, withWords(clause, `${head}.`)).toSpliced(endOf(clauses, id), 0, second)
    },
  }
}

/** How two clauses are merged: the joint between them, and the opening words of the second that it replaces. */
export interface Joint {
  readonly joint: string
  readonly dropping: string
}

/** Merges a clause into another, which keeps its id; the second must have nothing beneath it. */
export function merge(id: string, second: string, { joint, dropping }: Joint): Edit {
  return {
    does: 'merge',
    clause: id,
    apply: (clauses) => {
      const { at, clause } = find(clauses, id)
      const tail = textOf(find(clauses, second).clause.words)
      if (!tail.startsWith(dropping)) throw new Error(`${second} does not open with “${dropping}”`)
      const words = textOf(clause.words).replace(/\.$/, '') + joint + tail.slice(dropping.length)
      return remove(second).apply(clauses.with(at, withWords(clause, words)))
    },
  }
}
