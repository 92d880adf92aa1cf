/** The words of one clause: runs of text with marks, and embedded objects, in the shape of a Yjs delta. */

export type Marks = Readonly<Record<string, unknown>>

/** One stretch of words with the same marks, or one embedded object (which counts as one character). */
export interface Run {
  readonly insert: string | object
  readonly attributes?: Marks
}

export type Words = readonly Run[]

/** What an embedded object looks like in plain text: U+FFFC, the object replacement character. */
export const EMBED = '\uFFFC'

/** Words without marks. */
export function plainWords(text: string): Words {
  return text === '' ? [] : [{ insert: text }]
}

/** The characters of the words, an embed as one `EMBED`; offsets agree with those of the `Y.Text`. */
export function textOf(words: Words): string {
  return words.map((run) => (typeof run.insert === 'string' ? run.insert : EMBED)).join('')
}

/** The words of `length` characters from `from` on, marks and embeds as they are. */
export function sliceWords(words: Words, from: number, length: number): Run[] {
  const out: Run[] = []
  let at = 0
  for (const run of words) {
    const size = typeof run.insert === 'string' ? run.insert.length : 1
    const start = Math.max(from - at, 0)
    const end = Math.min(from + length - at, size)
    if (start < end) out.push(typeof run.insert === 'string' ? { ...run, insert: run.insert.slice(start, end) } : run)
    at += size
  }
  return out
}

/** Words that were cut out of their clause, to be read: an ellipsis stands for what an embedded object said there. */
export function readableText(text: string): string {
  return text.replaceAll(EMBED, '…')
}

/** The same words in one form: marks sorted by name, absent marks dropped, equal neighbours joined. */
export function normalWords(words: Words): Words {
  const out: Run[] = []
  for (const run of words) {
    if (run.insert === '') continue
    const next = normalRun(run)
    const joined = joinedRun(out.at(-1), next)
    if (joined) out[out.length - 1] = joined
    else out.push(next)
  }
  return out
}

function normalRun(run: Run): Run {
  const marks = Object.entries(run.attributes ?? {}).filter(([, value]) => value !== null && value !== undefined)
  if (marks.length === 0) return { insert: run.insert }
  marks.sort(([a], [b]) => (a < b ? -1 : 1))
  return { insert: run.insert, attributes: Object.fromEntries(marks) }
}

function joinedRun(a: Run | undefined, b: Run): Run | undefined {
  if (typeof a?.insert !== 'string' || typeof b.insert !== 'string') return undefined
  if (JSON.stringify(a.attributes ?? null) !== JSON.stringify(b.attributes ?? null)) return undefined
  return { ...a, insert: a.insert + b.insert }
}
