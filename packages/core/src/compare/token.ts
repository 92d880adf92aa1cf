/** Words as a comparison sees them: numbers and references whole, typography folded, scripts without spaces segmented. */

/** One word, number or sign, with the white space after it. */
export interface Token {
  readonly text: string
  /** What counts when tokens are compared: lower case, one kind of quote, one kind of dash. */
  readonly fold: string
  readonly space: string
}

const word = String.raw`\p{L}[\p{L}\p{M}\p{N}]*(?:['’‑-][\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*`
const grouped = String.raw`\p{N}{1,3}(?:[ \u00a0\u202f'’]\p{N}{3})+(?!\p{N})`
const number = String.raw`(?:${grouped}|\p{N}+)(?:[.,:/-]\p{N}+)*(?:\(\w{1,4}\))*(?:\s?%|\p{L}+)?`
/** `l’` and `qu’` are words of their own: what follows them changes alone. */
const elision = String.raw`(?:[cdjlmnst]|(?:jus|lors|puis|quoi)?qu)['’](?=\p{L})`
const item = String.raw`\((?:\p{L}|\p{N}{1,3}|[ivx]{2,5})\)`
const general = new RegExp(`${number}|${elision}|${word}|${item}|[^\\s]`, 'iuy')
const spaces = /\s*/uy
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u

/**
 * Takes text apart; texts and spaces of the tokens in order are the text again. One pass. Tokens already known, by their
 * text with the space after it, are used again: most words of a draft stand in it many times.
 */
export function tokenize(text: string, known = new Map<string, Token>()): Token[] {
  const tokens: Token[] = []
  const lead = leadingSpace(text)
  if (lead !== '') tokens.push({ text: '', fold: '', space: lead })
  for (let at = lead.length; at < text.length;) {
    const end = plainEnd(text, at) || generalEnd(text, at)
    const next = spaceEnd(text, end)
    const whole = text.slice(at, next)
    const token = known.get(whole)
    if (token) tokens.push(token)
    else tokens.push(...newTokens(whole, end - at, known))
    at = next
  }
  return tokens
}

function newTokens(whole: string, size: number, known: Map<string, Token>): readonly Token[] {
  const [piece, space] = [whole.slice(0, size), whole.slice(size)]
  if (piece > '\u0e00' && unspaced.test(piece)) return segmented(piece, space)
  const token = { text: piece, fold: foldWord(piece), space }
  known.set(whole, token)
  return [token]
}

const A = 65
const Z = 90
const a = 97
const z = 122

function isLatin(code: number): boolean {
  return (code >= a && code <= z) || (code >= A && code <= Z)
}

/** The end of a word of plain Latin letters before a space or a common sign, or 0: most words, without a pattern. */
function plainEnd(text: string, start: number): number {
  let end = start
  while (isLatin(text.charCodeAt(end))) end++
  if (end === start) return 0
  const next = text[end]
  return next === undefined || ' ,.;:)\n'.includes(next) ? end : 0
}

function generalEnd(text: string, start: number): number {
  general.lastIndex = start
  return general.test(text) ? general.lastIndex : start + 1
}

function spaceEnd(text: string, start: number): number {
  if (text[start] === ' ' && isLatin(text.charCodeAt(start + 1))) return start + 1
  spaces.lastIndex = start
  return spaces.test(text) ? spaces.lastIndex : start
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

const wordStart = /^\(?[\p{L}\p{N}]/u

/** Whether a token is a word or a number rather than a sign. */
export function isWord({ fold }: Token): boolean {
  const first = fold.charCodeAt(0)
  return (first >= a && first <= z) || ((first > 47 || fold.length > 2) && wordStart.test(fold))
}

/** Texts with equal keys differ in typography alone: white space, case, quotation marks, dashes. */
export function keyOf(tokens: readonly Token[]): string {
  let key = ''
  for (const { fold } of tokens) key += `${fold} `
  return key
}
