/** What the two sides of one change have in common at their ends, and so did not change. */

/** The shared head and tail of what was deleted and what was inserted: white space, or signs of a script without it. */
export function sharedEnds(removed: string, inserted: string): Ends {
  return addedSigns(removed, inserted) ?? sharedSpace(removed, inserted)
}

export type Ends = readonly [head: string, tail: string]

const unspacedSigns =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]+$/u

/** Where all signs of one side stand in the other, about what was added, as 每年 in 每两年. O(signs of both). */
function addedSigns(removed: string, inserted: string): Ends | undefined {
  const shorter = removed.length < inserted.length ? removed : inserted
  if (!unspacedSigns.test(shorter)) return undefined
  const [a, b] = [Array.from(removed), Array.from(inserted)]
  const most = Math.min(a.length, b.length)
  let head = 0
  while (head < most && a[head] === b[head]) head++
  let tail = 0
  while (tail < most - head && a.at(-tail - 1) === b.at(-tail - 1)) tail++
  return head + tail === most ? [a.slice(0, head).join(''), a.slice(a.length - tail).join('')] : undefined
}

/** The white space that two texts have in common at their starts, and at their ends. */
function sharedSpace(a: string, b: string): Ends {
  let tail = 0
  while (tail < Math.min(a.length, b.length) && a.at(-tail - 1) === b.at(-tail - 1) && isSpace(a.at(-tail - 1))) tail++
  let head = 0
  const most = Math.min(a.length, b.length) - tail
  while (head < most && a[head] === b[head] && isSpace(a[head])) head++
  return [a.slice(0, head), tail === 0 ? '' : a.slice(-tail)]
}

function isSpace(sign: string | undefined): boolean {
  return sign !== undefined && /\s/u.test(sign)
}
