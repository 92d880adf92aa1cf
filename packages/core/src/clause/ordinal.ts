/**
 * Ordinals as treaties write them, and the values of what is written: Roman numerals, letters, and the Latin suffixes of
 * provisions inserted between fixed numbers.
 */

/** `1` to `3999` in upper-case Roman digits. */
export function roman(value: number): string {
  const digits: [number, string][] = [
    [1000, 'M'], [900, 'CM'], [500, 'D'], [400, 'CD'], [100, 'C'], [90, 'XC'],
    [50, 'L'], [40, 'XL'], [10, 'X'], [9, 'IX'], [5, 'V'], [4, 'IV'], [1, 'I'],
  ] // oxfmt-ignore
  let rest = value
  return digits
    .map(([worth, digit]) => {
      const times = Math.floor(rest / worth)
      rest -= times * worth
      return digit.repeat(times)
    })
    .join('')
}

const worth: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100, d: 500, m: 1000 }

/** The inverse of `roman`: the value of a well-formed Roman numeral in either case, or undefined. */
export function romanValue(text: string): number | undefined {
  const small = text.toLowerCase()
  if (!/^[ivxlcdm]{1,15}$/u.test(small)) return undefined
  const digits = Array.from(small, (digit) => worth[digit] ?? 0)
  const value = digits.reduce((sum, digit, at) => sum + (digit < (digits[at + 1] ?? 0) ? -digit : digit), 0)
  return roman(value).toLowerCase() === small ? value : undefined
}

/** `1` is `a`, `26` is `z`, `27` is `aa`. */
export function letter(value: number): string {
  let rest = value
  let out = ''
  for (; rest > 0; rest = Math.floor((rest - 1) / 26)) out = String.fromCharCode(97 + ((rest - 1) % 26)) + out
  return out
}

/** The inverse of `letter`: `a` is 1, `z` is 26, `aa` is 27. Only for lower-case Latin letters. */
export function letterValue(text: string): number {
  return Array.from(text).reduce((value, sign) => value * 26 + sign.charCodeAt(0) - 96, 0)
}

const suffixes = [
  'bis', 'ter', 'quater', 'quinquies', 'sexies', 'septies', 'octies', 'novies', 'decies', 'undecies',
  'duodecies', 'terdecies', 'quaterdecies', 'quindecies', 'sexdecies', 'septdecies', 'octodecies', 'novodecies', 'vicies',
] // oxfmt-ignore

/** What the nth provision inserted behind `ordinal` is called: `4` and 1 give `4 bis`. */
export function inserted(ordinal: string, nth: number): string {
  return `${ordinal} ${suffixes[nth - 1] ?? nth + 1}`
}

/**
 * What is inserted behind `ordinal` is called where some names are taken: the next that is free with the same number
 * before its suffix. Behind `1` that is `1 bis`, and `1 quater` where `1 bis` and `1 ter` are taken; behind `1 bis` it is
 * `1 ter`, and never `1 bis bis`.
 */
export function insertedBehind(ordinal: string, taken: ReadonlySet<string>): string {
  const { number, nth } = parted(ordinal)
  for (let next = nth + 1; ; next++) {
    const name = inserted(number, next)
    if (!taken.has(name)) return name
  }
}

/** An ordinal parted into its number and which insertion behind that it is: `4 bis` into `4` and 1; 0 for none. */
function parted(ordinal: string): { readonly number: string; readonly nth: number } {
  const steps = ordinal.split(' ')
  const own = steps.findLastIndex((step, at) => at === 0 || (insertion(step) ?? 0) < 1)
  return { number: steps.slice(0, own + 1).join(' '), nth: insertion(steps[own + 1] ?? '') ?? 0 }
}

/**
 * What is inserted before `first`, the first number that is kept, is called: `–1` before 1, `–2` before `–1`; where that is
 * taken, the next that is free behind it. `count` writes the nth number of the kind.
 */
export function insertedBefore(first: string, count: (nth: number) => string, taken: ReadonlySet<string>): string {
  const before = `–${count(stepsBefore(first, count, taken.size) + 1)}`
  return taken.has(before) ? insertedBehind(before, taken) : before
}

/** 0 for what is counted, 2 for `–2`; `most`: beyond what it is not looked for. */
function stepsBefore(ordinal: string, count: (nth: number) => string, most: number): number {
  const { number } = parted(ordinal)
  if (!number.startsWith('–')) return 0
  for (let nth = most; nth > 0; nth--) if (number === `–${count(nth)}`) return nth
  return 0
}

/** A fixed label without what surrounds its number: `(x)`, `2.` and `Article 4 bis` give `x`, `2` and `4 bis`. */
export function bareLabel(label: string): string {
  const bare = label.replace(/^[([\s]+|[)\].:\s]+$/gu, '')
  return bare.replace(/^\p{L}{3,}\.?\s+(?=\S)/u, '')
}

/** Which insertion behind its number a suffix stands for: `bis` is 1; undefined for what is none. */
export function insertion(suffix: string): number | undefined {
  const nth = suffixes.indexOf(suffix) + 1
  return nth > 0 ? nth : /^\d+$/u.test(suffix) ? Number(suffix) - 1 : undefined
}
