/** Two token lists aligned into stretches that are kept and stretches that changed. Bounded whatever comes in. */

import { anchorsIn, Namer, type Window } from './anchors.ts'
import { commonRuns } from './myers.ts'
import type { Token } from './token.ts'

/** Tokens from `old[0]` to `old[1]` against `new[0]` to `new[1]`; both as long where they are kept. */
export interface Stretch {
  readonly kept: boolean
  readonly old: readonly [number, number]
  readonly new: readonly [number, number]
}

/** Longest list that is handed to Myers's algorithm whole. */
const longest = 4000
/** Most edits it may look for; beyond, the lists are cut at runs that stand once in each, or replaced whole. */
const mostEdits = 1500

/**
 * Aligns two token lists by their folds: common ends aside, Myers's O(ND) algorithm up to 1,500 edits in lists
 * of 4,000 tokens, beyond that anchors (runs of tokens that stand once in each) and the same again between them.
 */
export function alignTokens(old: readonly Token[], now: readonly Token[]): Stretch[] {
  const stretches: Stretch[] = []
  alignBetween({ old, new: now, from: [0, 0], to: [old.length, now.length] }, stretches)
  return joined(stretches)
}

function alignBetween(window: Window, out: Stretch[]): void {
  const head = commonHead(window)
  const start: [number, number] = [window.from[0] + head, window.from[1] + head]
  const tail = commonTail({ ...window, from: start })
  const end: [number, number] = [window.to[0] - tail, window.to[1] - tail]
  push(out, true, window.from, start)
  alignMiddle({ ...window, from: start, to: end }, out)
  push(out, true, end, window.to)
}

function alignMiddle(window: Window, out: Stretch[]): void {
  const { from, to } = window
  const sizes = [to[0] - from[0], to[1] - from[1]] as const
  if (sizes[0] === 0 || sizes[1] === 0) return push(out, false, from, to)
  const script = Math.max(...sizes) <= longest ? shortest(window) : undefined
  if (script) out.push(...script)
  else alignAtAnchors(window, out)
}

function shortest({ old, new: now, from, to }: Window): Stretch[] | undefined {
  const names = new Namer<string>()
  const runs = commonRuns(numbered(names, old, from[0], to[0]), numbered(names, now, from[1], to[1]), mostEdits)
  if (!runs) return undefined
  const out: Stretch[] = []
  let at = from
  for (const run of runs) {
    const start: [number, number] = [from[0] + run.old, from[1] + run.new]
    push(out, false, at, start)
    at = [start[0] + run.size, start[1] + run.size]
    push(out, true, start, at)
  }
  push(out, false, at, to)
  return out
}

function numbered(names: Namer<string>, tokens: readonly Token[], from: number, to: number): Int32Array {
  const numbers = new Int32Array(to - from)
  for (let at = from; at < to; at++) numbers[at - from] = names.name(tokens[at]?.fold ?? '')
  return numbers
}

function alignAtAnchors(window: Window, out: Stretch[]): void {
  const anchors = anchorsIn(window)
  if (anchors.length === 0) return push(out, false, window.from, window.to)
  let from = window.from
  for (const { old, new: now, size } of anchors) {
    alignBetween({ ...window, from, to: [old, now] }, out)
    push(out, true, [old, now], [old + size, now + size])
    from = [old + size, now + size]
  }
  alignBetween({ ...window, from }, out)
}

function commonHead({ old, new: now, from, to }: Window): number {
  let size = 0
  while (from[0] + size < to[0] && from[1] + size < to[1] && old[from[0] + size]?.fold === now[from[1] + size]?.fold)
    size++
  return size
}

function commonTail({ old, new: now, from, to }: Window): number {
  let size = 0
  while (
    to[0] - size > from[0] &&
    to[1] - size > from[1] &&
    old[to[0] - size - 1]?.fold === now[to[1] - size - 1]?.fold
  )
    size++
  return size
}

function push(out: Stretch[], kept: boolean, from: readonly [number, number], to: readonly [number, number]): void {
  if (from[0] < to[0] || from[1] < to[1]) out.push({ kept, old: [from[0], to[0]], new: [from[1], to[1]] })
}

/** Neighbours of one sort become one stretch, so that kept and changed alternate. */
export function joined(stretches: readonly Stretch[]): Stretch[] {
  const out: Stretch[] = []
  for (const stretch of stretches) {
    const last = out.at(-1)
    if (last?.kept !== stretch.kept) out.push(stretch)
    else
      out[out.length - 1] = { kept: last.kept, old: [last.old[0], stretch.old[1]], new: [last.new[0], stretch.new[1]] }
  }
  return out
}
