/** A text under edit as a tree: each clause remembers which old clauses its words come from. */

import type { Clause, Draft } from '@travaux/core'
import type { Sample, Truth } from './generate.ts'
import type { Language } from './language.ts'

/** A clause under edit. */
export interface Node {
  readonly kind: 'chapter' | 'article' | 'paragraph' | 'point' | 'annex' | 'entry'
  text: string
  /** Positions of the old clauses whose words it holds; none for a new one. */
  origins: number[]
  moved: boolean
  /** Whether an edit changed its words, beyond typography. */
  amended: boolean
  children: Node[]
}

/** A new clause. */
export function node(kind: Node['kind'], text: string, children: Node[] = []): Node {
  return { kind, text, origins: [], moved: false, amended: false, children }
}

/** All clauses beneath, in reading order. */
export function flatten(nodes: readonly Node[]): Node[] {
  return nodes.flatMap((one) => [one, ...flatten(one.children)])
}

/** The text before `edit` and after it, with what became of each clause. */
export function sampleOf(before: readonly Node[], edit: (nodes: Node[]) => Node[], { code }: Language): Sample {
  const old = draftOf(before, 'old', code)
  for (const [at, one] of flatten(before).entries()) one.origins = [at]
  const after = edit([...before])
  return { old, new: draftOf(after, 'new', code), truth: truthOf(flatten(after)) }
}

function draftOf(nodes: readonly Node[], prefix: string, language: string): Draft {
  const clauses: Clause[] = []
  const add = (one: Node, parent: string, depth: number): void => {
    const id = `${prefix}-${clauses.length}`
    clauses.push({ id, kind: one.kind, parent, depth, words: one.text === '' ? [] : [{ insert: one.text }] })
    for (const child of one.children) add(child, id, depth + 1)
  }
  for (const one of nodes) add(one, '', 0)
  return { title: '', language, symbol: '', clauses }
}

function truthOf(nodes: readonly Node[]): Truth {
  const places = (holds: (one: Node) => boolean): Set<number> =>
    new Set(nodes.flatMap((one, at) => (holds(one) ? [at] : [])))
  return {
    origins: nodes.map(({ origins }) => origins),
    moved: places(({ moved }) => moved),
    amended: places(({ amended }) => amended),
  }
}
