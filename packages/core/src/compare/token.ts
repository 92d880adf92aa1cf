/** Words as a comparison sees them: numbers and references whole, typography folded, scripts without spaces segmented. */

/** One word, number or sign, with the white space after it. */
export interface Token {
  readonly text: string
  /** What counts when tokens are compared: lower case, one kind of quote, one kind of dash. */
  readonly fold: string
  readonly space: string
}

const word = String.raw`\p{L}[\p{L}\p{M}\p{N}]*(?:['’‑-][\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*`
const number = String.raw`\p{N}+(?:[.,:/-]\p{N}+)*(?:\(\w{1,4}\))*(?:\s?%|\p{L}+)?`
const pattern = new RegExp(`(${number}|${word}|[^\\s])(\\s*)`, 'gu')
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u

/** Takes text apart. The texts and spaces of the tokens, with `leading`, are the text again. One pass. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = []
  const lead = leadingSpace(text)
  if (lead !== '') tokens.push({ text: '', fold: '', space: lead })
  for (const [, piece = '', space = ''] of text.matchAll(pattern)) {
    if (unspaced.test(piece)) tokens.push(...segmented(piece, space))
    else tokens.push({ text: piece, fold: foldWord(piece), space })
  }
  return tokens
}

function leadingSpace(text: string): string {
  return text.slice(0, text.length - text.trimStart().length)
}

let segmenter: Intl.Segmenter | undefined

function segmented(piece: string, space: string): Token[] {
  segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' })
  const parts = Array.from(segmenter.segment(piece), ({ segment }) => segment)
  return parts.map((text, at) => ({ text, fold: foldWord(text), space: at === parts.length - 1 ? space : '' }))
}

const plainWord = /^[a-z]+$/u

function foldWord(text: string): string {
  if (plainWord.test(text)) return text
  return text
    .toLowerCase()
    .normalize('NFKC')
    .replace(/[‘’‚‛'“”„‟«»‹›"]/gu, '"')
    .replace(/[‐‑‒–—―−]/gu, '-')
}

const wordStart = /^[\p{L}\p{N}]/u

/** Whether a token is a word or a number rather than a sign. */
export function isWord({ fold }: Token): boolean {
  return wordStart.test(fold)
}

/** Texts with equal keys differ in typography alone: white space, case, quotation marks, dashes. */
export function keyOf(tokens: readonly Token[]): string {
  let key = ''
  for (const { fold } of tokens) key += `${fold} `
  return key
}
