/**
 * The words a person types to find others: a keyboard has one quote, one space and one hyphen, a text has many, and signs
 * that nobody sees.
 */

/** What the signs of a keyboard find, each of them itself among others; no sign of a text finds more than itself. */
const finds: Readonly<Record<string, string>> = {
  "'": "['‘’‚‛ʼ]",
  // With the no-break space that stands within French quotes.
  '"': String.raw`(?:["“”„‟]|«[\u00A0\u202F]?|[\u00A0\u202F]?»)`,
  ' ': String.raw`[ \u00A0\u2000-\u200A\u202F\u205F]`,
  '-': String.raw`[\-\u2010\u2011]`,
}

/** Soft hyphens, joiners and marks of direction. */
const UNSEEN = String.raw`[\u00AD\u200B-\u200F\u2060\uFEFF]`
const unseen = new RegExp(UNSEEN)

/** An accent that would make another letter of the last one. */
const ACCENT = String.raw`[\u0300-\u036F]`

/** Whether there are signs in a text that are passed over. */
export function hasUnseen(text: string): boolean {
  return unseen.test(text)
}

/** The source of an expression that finds what a pattern means as a whole word, over unseen signs beside it too. */
export function wholeWordOf(source: string): string {
  return String.raw`(?<![\p{L}\p{N}\p{M}]${UNSEEN}*)(?:${source})(?!${UNSEEN}*[\p{L}\p{N}])`
}

/**
 * The source of an expression that finds typed words, accents composed or not; where it is `passing`, with unseen signs
 * among them. Where nothing but such signs is typed, they are what is meant.
 */
export function typedWords(words: string, how: 'direct' | 'passing'): string {
  const seen = words.replace(new RegExp(UNSEEN, 'gu'), '')
  const letters = (seen === '' ? words : seen).normalize('NFC').match(/\P{M}\p{M}*|\p{M}+/gu) ?? []
  const between = how === 'passing' ? `${UNSEEN}*` : ''
  return `${letters.map((letter) => finds[letter] ?? spelled(letter, between)).join(between)}(?!${ACCENT})`
}

function spelled(letter: string, between: string): string {
  const ways = spellings(letter).map((way) => Array.from(way, literal).join(between))
  return ways.length === 1 ? ways.join('') : `(?:${ways.join('|')})`
}

function literal(sign: string): string {
  return sign.replace(/[.*+?^${}()|[\]\\]/, String.raw`\$&`)
}

/** No letter of a language has more accents than this: others are found composed or not, and nothing between. */
const MOST = 3

/** All the ways to store one letter with its accents: each of these composed with it or not, in any order that is equivalent. */
function spellings(letter: string): string[] {
  const apart = letter.normalize('NFD')
  const [base = '', ...marks] = apart
  if (marks.length > MOST) return [letter, apart]
  const ways = orders(marks).flatMap((order) =>
    [...order, ''].map(
      (_mark, count) => [base, ...order.slice(0, count)].join('').normalize('NFC') + order.slice(count).join(''),
    ),
  )
  return [...new Set(ways)].filter((way) => way.normalize('NFD') === apart)
}

function orders(marks: readonly string[]): string[][] {
  if (marks.length < 2) return [[...marks]]
  return marks.flatMap((mark, at) => orders(marks.toSpliced(at, 1)).map((others) => [mark, ...others]))
}
