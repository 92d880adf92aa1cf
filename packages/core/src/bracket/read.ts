/**
 * Square brackets as negotiators type them: what is not agreed, who proposed it, what is still to be filled in. Read from
 * the words of one clause; nothing is stored beside them.
 */

export interface Bracket {
  /** Offset of `[`. */
  readonly from: number
  /** Offset behind `]`. */
  readonly to: number
  /** 1 for an outermost pair. */
  readonly depth: number
  /** Who the wording is attributed to: `[Mexico, Kenya: ...]`; empty where it is not attributed. */
  readonly sponsors: readonly string[]
  /** Offset of the first character of the wording, behind the attribution. */
  readonly inner: number
  /** Whether something is still to be filled in: `[X]`, `[n] years`, `[date]`. */
  readonly placeholder: boolean
}

export interface Brackets {
  /** By their opening, outer before inner. */
  readonly pairs: readonly Bracket[]
  /** Offsets of brackets without a partner in this clause. */
  readonly unbalanced: readonly number[]
}

const none: Brackets = { pairs: [], unbalanced: [] }

/** Reads the brackets of a clause. Cost: one pass, and the attribution of each pair. */
export function readBrackets(text: string): Brackets {
  // As with nearly all clauses of a text that is about to be adopted.
  if (!/[[\]]/.test(text)) return none
  const open: number[] = []
  const pairs: Bracket[] = []
  const unbalanced: number[] = []
  for (const { 0: sign, index: at } of text.matchAll(/[[\]]/g)) {
    if (sign === '[') open.push(at)
    if (sign !== ']') continue
    const from = open.pop()
    if (from === undefined) unbalanced.push(at)
    else pairs.push(bracket(text, from, at + 1, open.length + 1))
  }
  return {
    pairs: pairs.toSorted((a, b) => a.from - b.from),
    unbalanced: [...unbalanced, ...open].toSorted((a, b) => a - b),
  }
}

function bracket(text: string, from: number, to: number, depth: number): Bracket {
  const content = text.slice(from + 1, to - 1)
  const { sponsors, length } = attribution(content)
  return { from, to, depth, sponsors, inner: from + 1 + length, placeholder: placeholders.test(content.trim()) }
}

const placeholders =
  /^(?:[XYZNn]|x{1,4}|X{2,4}|\.{3}|…|date|number|name|place|title|amount|tbd|to be (?:determined|completed|added))$/u

/** A State, a delegation or a group: `Côte d'Ivoire`, `G77 and China`; in scripts without capitals, any words. */
const name = String.raw`[\p{Lu}\p{Lo}](?:[\p{L}\p{M}.'’()（）& –—-]|(?<=[\p{L}\d])\d){0,60}`
const comma = String.raw`\s*[,،、，]\s*`
const attributed = new RegExp(String.raw`^\s*(${name}(?:${comma}${name})*)\s*(?::\s+|：\s*)`, 'u')
const nameAlone = new RegExp(`^${name}$`, 'u')
/** Words that stand before a colon without naming anybody. */
const remarks: ReadonlySet<string> = new Set([
  'note',
  'footnote',
  'source',
  'comment',
  'option',
  'alternative',
  'variant',
  'ملاحظة',
  'الخيار',
  '注',
  '备选案文',
])

/** Whether a wording can be attributed to this name: it would be read back as it is. */
export function isSponsor(words: string): boolean {
  return nameAlone.test(words) && !remarks.has(words.toLowerCase())
}

/** Sponsors at the start of a bracket's content, and how many characters they take. */
function attribution(content: string): { sponsors: readonly string[]; length: number } {
  const found = attributed.exec(content)
  const sponsors = namesIn(found?.[1] ?? '').map((one) => one.name)
  if (!found || !sponsors.every(isSponsor)) return { sponsors: [], length: 0 }
  return { sponsors, length: found[0].length }
}

/** A name with the offsets it stands at. */
export interface Named {
  readonly name: string
  readonly from: number
  readonly to: number
}

/** The names in words parted by commas, without the white space around them. */
function namesIn(words: string): Named[] {
  return [...words.matchAll(/[^,،、，]+/gu)].flatMap(({ 0: part, index }) => {
    const trimmed = part.trim()
    const from = index + part.indexOf(trimmed)
    return trimmed === '' ? [] : [{ name: trimmed, from, to: from + trimmed.length }]
  })
}

/** Where the sponsors of a pair stand in its clause. */
export function sponsorsIn(text: string, { from, inner, sponsors }: Bracket): readonly Named[] {
  if (sponsors.length === 0) return []
  const start = from + 1
  const words = text.slice(start, inner).replace(/\s*[:：]\s*$/u, '')
  return namesIn(words).map((one) => ({ name: one.name, from: start + one.from, to: start + one.to }))
}

/** A name that is being typed where an attribution stands: `[Mexico, Ken` with the caret behind it. */
export interface Naming {
  /** What is typed of the name, from `from` to the caret. */
  readonly typed: string
  readonly from: number
  /** Names that stand before it in the same attribution. */
  readonly before: readonly string[]
}

/** Reads the attribution around a caret, if one may be being typed there. Cost: from the bracket to the caret. */
export function namingAt(text: string, caret: number): Naming | undefined {
  const open = Math.max(text.lastIndexOf('[', caret - 1), text.lastIndexOf(']', caret - 1))
  if (text[open] !== '[' || /^[\p{L}\p{N}]/u.test(text.slice(caret))) return undefined
  const content = text.slice(open + 1, caret)
  const names = namesIn(content)
  const last = names.at(-1)
  // White space behind the name counts: `In ` begins no name that `In` does not.
  if (!last || /[,،、，]\s*$/u.test(content) || !names.every((one) => isSponsor(one.name))) return undefined
  const from = open + 1 + last.from
  return { typed: text.slice(from, caret), from, before: names.slice(0, -1).map((one) => one.name) }
}

/** The innermost pair around an offset; a caret beside a bracket is within it. */
export function bracketAround({ pairs }: Brackets, offset: number): Bracket | undefined {
  return pairs.findLast(({ from, to }) => from <= offset && offset <= to)
}

/**
 * The rival wordings that a pair belongs to: pairs of one depth with nothing but white space or `/` between them, such
 * as `[shall] [should]`. A pair by itself is a group of one.
 */
export function rivals(text: string, { pairs }: Brackets, pair: Bracket): readonly Bracket[] {
  const peers = pairs.filter(({ depth }) => depth === pair.depth)
  const at = peers.findIndex(({ from }) => from === pair.from)
  const touches = (a: Bracket | undefined, b: Bracket | undefined): boolean =>
    a !== undefined && b !== undefined && /^[\s/]*$/u.test(text.slice(a.to, b.from))
  let [first, last] = [at, at]
  while (touches(peers[first - 1], peers[first])) first--
  while (touches(peers[last], peers[last + 1])) last++
  return peers.slice(first, last + 1)
}
