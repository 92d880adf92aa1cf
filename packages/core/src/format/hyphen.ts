/** Words that were cut at the end of a line: put together where that is plausible, and never without their hyphen in doubt. */

/** Text without soft hyphens, which say where a word may be cut: with one in it, nobody finds the word. */
export function withoutSoftHyphens(text: string): string {
  return text.includes(SOFT) ? text.replace(cut, '').replaceAll(SOFT, '') : text
}

const SOFT = '\u00AD'
const cut = /\u00AD[ \t]*\r?\n[ \t]*(?=\p{Ll})/gu

/** First and last halves of words that are written with a hyphen in mid-line as well. */
const first =
  /^(?:non|self|ex|quasi|semi|well|all|cross|long|short|high|low|law|end|vis|sous|lui|eux|soi|elle|elles)$/iu
const last = /^(?:ci|là|même|mêmes|à|vis|il|ils|elle|elles|delà|dessus|dessous)$/u

/** `short-` and `long-term`: the hyphen stands for a word that comes later. */
const between = /^(?:and|or|to|nor|et|ou|ni|y|e|o|u)$/u

/**
 * Joins the halves of words that a line end cuts. The hyphen goes where the next line begins in lower case, unless the word
 * is known with it, or both halves are known as words.
 */
export function joinCutWords(text: string, known: () => ReadonlySet<string>): string {
  return text.replace(/([\p{L}\p{N}]+)[-‐]\s*\n\s*(\p{L}+)/gu, (_, head: string, tail: string) => {
    if (between.test(tail)) return `${head}- ${tail}`
    return `${head}${isCut(head, tail, known()) ? '' : '-'}${tail}`
  })
}

function isCut(head: string, tail: string, known: ReadonlySet<string>): boolean {
  if (!/\p{L}$/u.test(head) || !/^\p{Ll}/u.test(tail)) return false
  const [start, end] = [head.toLowerCase(), tail.toLowerCase()]
  if (known.has(`${start}${end}`)) return true
  if (known.has(`${start}-${end}`) || first.test(start) || last.test(end)) return false
  // `an` and `other` are words, and so is what they make together; longer halves are rather a compound.
  return start.length <= 2 || !known.has(start) || !known.has(end)
}

/** The words of a text in lower case, those with hyphens whole; halves that a line end cuts off are none. */
export function knownWords(text: string): ReadonlySet<string> {
  const uncut = text.replace(/\p{L}+[-‐]\s*\n\s*\p{L}+/gu, ' ')
  return new Set(uncut.toLowerCase().match(/\p{L}+(?:[-‐]\p{L}+)*/gu))
}
