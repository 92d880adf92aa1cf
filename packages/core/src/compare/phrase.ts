/** From the shortest edit script to the changes a reader would mark: edges at natural places, no crumbs between changes. */

import { joined, type Stretch } from './stretch.ts'
import { isWord, type Token } from './token.ts'

export interface Sides {
  readonly old: readonly Token[]
  readonly new: readonly Token[]
}

/**
 * Moves pure insertions and deletions to where their edges fall best, among the places where they mean the same: after
 * a sentence or an item rather than in the middle of two. Looks at most thirty tokens back. Never adds a change.
 */
export function settleEdges(sides: Sides, stretches: readonly Stretch[]): Stretch[] {
  const out = [...stretches]
  for (let at = 1; at < out.length; at++) {
    const [before, change, after] = [out[at - 1], out[at], out[at + 1]]
    if (!before?.kept || !change || change.kept) continue
    const back = bestRetreat(sides, before, change)
    if (back === 0) continue
    out[at - 1] = resized(before, 0, -back)
    out[at] = resized(change, -back, -back)
    if (after) out[at + 1] = resized(after, -back, 0)
    else
      out.push({ kept: true, old: [change.old[1] - back, change.old[1]], new: [change.new[1] - back, change.new[1]] })
  }
  return joined(out.filter(({ old, new: now }) => old[0] < old[1] || now[0] < now[1]))
}

function resized({ kept, old, new: now }: Stretch, start: number, end: number): Stretch {
  return { kept, old: [old[0] + start, old[1] + end], new: [now[0] + start, now[1] + end] }
}

const farthest = 30

/** How many tokens a pure change is best moved back: it may, while the token before it is also its last. */
function bestRetreat(sides: Sides, before: Stretch, { old, new: now }: Stretch): number {
  const inserted = old[0] === old[1]
  if (!inserted && now[0] !== now[1]) return 0
  const tokens = inserted ? sides.new : sides.old
  const [from, to] = inserted ? now : old
  const room = Math.min(farthest, inserted ? before.new[1] - before.new[0] : before.old[1] - before.old[0])
  let best = 0
  for (let back = 1; back <= room && sameToken(tokens[from - back], tokens[to - back]); back++) {
    if (edgeWorth(tokens, from - back, to - back) > edgeWorth(tokens, from - best, to - best)) best = back
  }
  return best
}

function sameToken(a: Token | undefined, b: Token | undefined): boolean {
  return a !== undefined && a.text === b?.text && a.space === b.space
}

/** How natural it is to cut before `from` and before `to`. */
function edgeWorth(tokens: readonly Token[], from: number, to: number): number {
  return cutWorth(tokens[from - 1]) + cutWorth(tokens[to - 1])
}

function cutWorth(before: Token | undefined): number {
  if (!before || /\n/u.test(before.space)) return 4
  if (/^[.;:!?]$/u.test(before.text)) return 3
  if (before.text === ',') return 2
  return before.space === '' ? 0 : 1
}

/** Words too light to stand alone between two changes. */
const light = new Set(
  'a an the of to in on by for and or with at from as be is are its it that this shall such any all le la les l" de des du d" qu" s" un une et ou en à au aux par pour que qui el los las y o un una del al se'.split(
    ' ',
  ),
)

/**
 * Joins changes with only crumbs between them, and draws changes that touch part of a defined term out to the whole
 * term. Numbers are single tokens already. Each step can only lower the number of changes.
 */
export function gatherPhrases(sides: Sides, stretches: readonly Stretch[]): Stretch[] {
  const whole = joined(
    stretches.map((stretch, at) => (isCrumb(sides, stretches, stretch, at) ? { ...stretch, kept: false } : stretch)),
  )
  return joined(wholeTerms(sides, whole))
}

function isCrumb(sides: Sides, stretches: readonly Stretch[], { kept, old }: Stretch, at: number): boolean {
  const before = stretches[at - 1]
  const after = stretches[at + 1]
  if (!kept || !before || !after) return false
  const words = sides.old.slice(...old).filter(isWord)
  if (words.some(({ fold }) => /\d/u.test(fold))) return false
  const around = Math.min(wordsChanged(sides, before), wordsChanged(sides, after))
  const most = wordsChanged(sides, before) + wordsChanged(sides, after)
  if (words.length === 0) return isReplaced(before) && isReplaced(after)
  if (words.every(({ fold }) => light.has(fold))) return words.length <= 2 && most >= 2 + 2 * words.length
  return words.length * 3 <= around
}

function isReplaced({ old, new: now }: Stretch): boolean {
  return old[0] < old[1] && now[0] < now[1]
}

/** The size of a change: the words of its longer side. */
function wordsChanged(sides: Sides, { old, new: now }: Stretch): number {
  return Math.max(sides.old.slice(...old).filter(isWord).length, sides.new.slice(...now).filter(isWord).length)
}

/** A replacement beside a kept word of the same capitalized term takes that word in: `State Party`, `States Parties`. */
function wholeTerms(sides: Sides, stretches: readonly Stretch[]): Stretch[] {
  const out = [...stretches]
  for (let at = 0; at < out.length; at++) {
    const change = out[at]
    if (!change || change.kept || !isReplaced(change)) continue
    const left = termBefore(sides, out[at - 1], change)
    const right = termAfter(sides, out[at + 1], change)
    const [before, after] = [out[at - 1], out[at + 1]]
    if (left > 0 && before) out[at - 1] = resized(before, 0, -left)
    if (right > 0 && after) out[at + 1] = resized(after, right, 0)
    out[at] = resized(change, -left, right)
  }
  return out.filter(({ old, new: now }) => old[0] < old[1] || now[0] < now[1])
}

const longestTerm = 3

function termBefore(sides: Sides, before: Stretch | undefined, change: Stretch): number {
  if (!before || !isTermWord(sides.old[change.old[0]]) || !isTermWord(sides.new[change.new[0]])) return 0
  let size = 0
  const room = Math.min(longestTerm, before.old[1] - before.old[0])
  while (
    size < room &&
    isTermWord(sides.old[change.old[0] - size - 1]) &&
    !startsSentence(sides.old, change.old[0] - size - 1)
  )
    size++
  return size
}

function termAfter(sides: Sides, after: Stretch | undefined, change: Stretch): number {
  if (!after || !isTermWord(sides.old[change.old[1] - 1]) || !isTermWord(sides.new[change.new[1] - 1])) return 0
  if (startsSentence(sides.old, change.old[1] - 1)) return 0
  let size = 0
  const room = Math.min(longestTerm, after.old[1] - after.old[0])
  while (size < room && isTermWord(sides.old[change.old[1] + size])) size++
  return size
}

function isTermWord(token: Token | undefined): boolean {
  return token !== undefined && /^\p{Lu}\p{Ll}/u.test(token.text)
}

function startsSentence(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1]
  return !before || /^[.:;!?]$/u.test(before.text) || /\n/u.test(before.space)
}
