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

/** What the nth provision inserted before the first number of all, `first`, is called: `–1`, `–1 bis`. */
export function insertedBefore(first: string, nth: number): string {
  return nth === 1 ? `–${first}` : inserted(`–${first}`, nth - 1)
}

/** Which insertion behind its number a suffix stands for: `bis` is 1; undefined for what is none. */
export function insertion(suffix: string): number | undefined {
  const nth = suffixes.indexOf(suffix) + 1
  return nth > 0 ? nth : Number.isInteger(Number(suffix)) ? Number(suffix) - 1 : undefined
}
