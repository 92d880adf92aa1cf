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

/** Reads the brackets of a clause. Cost: one pass, and the attribution of each pair. */
export function readBrackets(text: string): Brackets {
  const open: number[] = []
  const pairs: Bracket[] = []
  const unbalanced: number[] = []
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '[') open.push(at)
    if (text[at] !== ']') continue
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

const name = String.raw`\p{Lu}[\p{L}\p{M}.'’()& -]{0,60}`
const attributed = new RegExp(String.raw`^\s*(${name}(?:\s*,\s*${name})*)\s*:\s+`, 'u')
/** Words that stand before a colon without naming anybody. */
const remarks: ReadonlySet<string> = new Set([
  'note',
  'footnote',
  'source',
  'comment',
  'option',
  'alternative',
  'variant',
])

/** Sponsors at the start of a bracket's content, and how many characters they take. */
function attribution(content: string): { sponsors: readonly string[]; length: number } {
  const found = attributed.exec(content)
  const sponsors = (found?.[1] ?? '')
    .split(',')
    .map((sponsor) => sponsor.trim())
    .filter((sponsor) => sponsor !== '')
  if (!found || sponsors.some((sponsor) => remarks.has(sponsor.toLowerCase()))) return { sponsors: [], length: 0 }
  return { sponsors, length: found[0].length }
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
