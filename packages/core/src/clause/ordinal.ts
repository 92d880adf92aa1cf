/** Ordinals as treaties write them: Roman, letters, and the Latin suffixes of provisions inserted between fixed numbers. */

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

/** `1` is `a`, `26` is `z`, `27` is `aa`. */
export function letter(value: number): string {
  let rest = value
  let out = ''
  for (; rest > 0; rest = Math.floor((rest - 1) / 26)) out = String.fromCharCode(97 + ((rest - 1) % 26)) + out
  return out
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
