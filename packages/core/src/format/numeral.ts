/** Values of letters and digits of other scripts, as provisions are counted with them. */

import { abjad } from '../clause/number-words.ts'
import { letterValue as latinValue } from '../clause/ordinal.ts'

/** The letters that count points in Arabic and in Russian, in their order there. */
const alphabets: readonly (readonly string[])[] = [
  abjad,
  'а б в г д е ж з и к л м н о п р с т у ф х ц ч ш щ э ю я'.split(' '),
]

/** `a` is 1, `z` is 26, `aa` is 27; `ب` and `б` are 2. Only for lower-case letters. */
export function letterValue(text: string): number {
  const plain = text === 'ا' ? 'أ' : text === 'ه' ? 'هـ' : text
  const other = alphabets.find((letters) => letters.includes(plain))
  return other ? other.indexOf(plain) + 1 : latinValue(text)
}

/** The digits of Arabic as those that everybody else takes from it. */
export function westernDigits(text: string): string {
  return text.replace(/[٠-٩]/gu, (digit) => String(digit.charCodeAt(0) - 0x660))
}
