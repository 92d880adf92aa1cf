/** Markdown inside one block: emphasis, escapes, entities and links become words with marks. */

import MarkdownIt from 'markdown-it'
import { withoutSoftHyphens } from './hyphen.ts'
import { plainSpaces } from './space.ts'
import { normalWords, type Marks, type Run, type Words } from '../clause/words.ts'

const parser = new MarkdownIt({ html: true, linkify: false, breaks: false })

/** Names of tags that are markup. `<Centre National>` is a name in angle brackets, and words. */
const tag =
  /^<\/?(?:meta|link|br|wbr|p|div|span|su[pb]|[abiuqs]|em|strong|table|t[rdh]|thead|tbody|img|hr|h[1-6]|[uod]l|li|d[td]|cite|code|pre|center|font|small|blockquote|del|ins|abbr|mark|section|article|header|footer|nav|details|summary|!--)\b[^<>]*>/iu

/** Whether a text in angle brackets is markup. */
export function isTag(text: string): boolean {
  return tag.test(text)
}

const marked: Readonly<Record<string, string>> = { strong: 'strong', em: 'em' }

/** Longer paragraphs are read as they stand: the parser's time grows with the square of their brackets. */
const longest = 200_000

type Token = ReturnType<typeof parser.parseInline>[number]

/**
 * The words of a line of Markdown. Link texts stay and link targets go; tags go and what stands between them stays;
 * white space is one space.
 */
export function readInline(text: string): Words {
  if (text.length > longest || !/[\\`*_[\]<&!]/u.test(text)) return tidyWords([{ insert: text }])
  const runs: Run[] = []
  const open = new Set<string>()
  for (const token of parser.parseInline(text, {})[0]?.children ?? []) {
    followMark(token, open)
    const insert = insertOf(token)
    if (insert !== '') runs.push(open.size > 0 ? { insert, attributes: marksOf(open) } : { insert })
  }
  return tidyWords(runs)
}

function followMark({ type, nesting }: Token, open: Set<string>): void {
  const mark = marked[type.replace(/_(?:open|close)$/u, '')]
  if (!mark) return
  if (nesting > 0) open.add(mark)
  else open.delete(mark)
}

function marksOf(open: ReadonlySet<string>): Marks {
  return Object.fromEntries(Array.from(open, (mark) => [mark, true]))
}

function insertOf(token: Token): string {
  if (token.type === 'softbreak' || token.type === 'hardbreak') return ' '
  if (token.type === 'html_inline' && isTag(token.content)) return /^<br/iu.test(token.content) ? ' ' : ''
  return token.content
}

/** White space as one space (`plainSpaces`), none at either end, no soft hyphens, equal neighbours joined. */
export function tidyWords(words: Words): Words {
  const runs: Run[] = []
  let spaced = true
  for (const run of normalWords(words)) {
    const insert = typeof run.insert === 'string' ? plainSpaces(withoutSoftHyphens(run.insert)) : run.insert
    const next: Run['insert'] = typeof insert === 'string' && spaced ? insert.trimStart() : insert
    if (next !== insert) endPlainly(runs)
    if (next === '') continue
    spaced = typeof next === 'string' && /\s$/u.test(next)
    runs.push({ ...run, insert: next })
  }
  return withoutEnd(runs)
}

/** Makes the space at the end of the last run a plain one: more white space comes behind it. */
function endPlainly(runs: Run[]): void {
  const last = runs.pop()
  if (last) runs.push(typeof last.insert === 'string' ? { ...last, insert: last.insert.replace(/\s$/u, ' ') } : last)
}

function withoutEnd(runs: readonly Run[]): Words {
  const last = runs.at(-1)
  if (typeof last?.insert !== 'string' || !/\s$/u.test(last.insert)) return normalWords(runs)
  const insert = last.insert.trimEnd()
  return normalWords(insert === '' ? runs.slice(0, -1) : [...runs.slice(0, -1), { ...last, insert }])
}
