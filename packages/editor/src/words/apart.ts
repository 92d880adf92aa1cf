/** What may be written in another direction than the words it stands among, set apart so that neither turns the other. */

const FIRST_STRONG = '\u2068'
const LEFT_TO_RIGHT = '\u2066'
const END = '\u2069'

/** What is turned among words of that direction. */
const turned = { ltr: /[\p{Script=Arabic}\p{Script=Hebrew}]/u, rtl: /[^\p{Script=Arabic}\s]/u } as const

/** A value that is put into a sentence of that direction: a name, a citation, a number. */
export function setApart(value: string, direction: 'ltr' | 'rtl'): string {
  return turned[direction].test(value) ? `${FIRST_STRONG}${value}${END}` : value
}

/** `Next change (Alt+↓)`: what can be pressed, with the keys that do the same. */
export function withKeys(label: string, keys: string): string {
  return turned.ltr.test(label) ? `${label} (${LEFT_TO_RIGHT}${keys}${END})` : `${label} (${keys})`
}
