/** Values of letters and Roman numerals, the inverse of `roman` and `letter` in `clause/number.ts`. */

import { roman } from '../clause/ordinal.ts'

const worth: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100, d: 500, m: 1000 }

/** The value of a well-formed Roman numeral in either case, or undefined. */
export function romanValue(text: string): number | undefined {
  const small = text.toLowerCase()
  if (!/^[ivxlcdm]{1,15}$/u.test(small)) return undefined
  const digits = Array.from(small, (digit) => worth[digit] ?? 0)
  const value = digits.reduce((sum, digit, at) => sum + (digit < (digits[at + 1] ?? 0) ? -digit : digit), 0)
  return roman(value).toLowerCase() === small ? value : undefined
}

/** `a` is 1, `z` is 26, `aa` is 27. Only for lower-case Latin letters. */
export function letterValue(text: string): number {
  return Array.from(text).reduce((value, letter) => value * 26 + letter.charCodeAt(0) - 96, 0)
}
