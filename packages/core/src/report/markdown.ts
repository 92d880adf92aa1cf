/** A report as Markdown: the summary in tables, the changed clauses with ~~deleted~~ and **inserted** words. */

import type { WordOp } from '../compare/comparison.ts'
import type { Reported } from './reported.ts'
import { citation, cited, summarize, type Summary } from './summary.ts'
import { toldOf } from './told.ts'
import { reportWords, type ReportWords } from './words.ts'

/** Every changed clause stands in it; those that are the same do not. */
export function reportMarkdown(reported: Reported): string {
  const words = reportWords[reported.language ?? 'en']
  const summary = summarize(reported)
  return [headOf(reported, words), ...tablesOf(summary, words), ...clausesOf(reported, words)]
    .filter((part) => part !== '')
    .map((part) => `${part}\n`)
    .join('\n')
}

function headOf({ old, new: now, made }: Reported, words: ReportWords): string {
  const facts = [`${words.from}: ${line(old.name)}`, `${words.to}: ${line(now.name)}`]
  if (made !== undefined) facts.push(`${words.made}: ${line(made)}`)
  return `# ${words.comparison}: ${line(now.title)}\n\n${facts.map((fact) => `- ${fact}`).join('\n')}`
}

function tablesOf({ counts, typographic, moves, longest, who, unsure }: Summary, words: ReportWords): string[] {
  const counted: [string, number][] = counts.map(({ change, count }) => [words.kinds[change], count])
  return [
    table(words.summary, ['', ''], [...counted, [words.typographic, typographic] as const]),
    table(
      words.moves,
      [words.was, words.is],
      moves.map(({ pair }) => [cited(pair.old), cited(pair.new)]),
    ),
    table(
      words.longest,
      [words.clause, words.characters],
      longest.map(({ pair, size }) => [citation(pair), size]),
    ),
    table(
      words.who,
      [words.clause, words.by],
      who.map(({ pair, names }) => [citation(pair), names.join(', ')]),
    ),
    table(
      words.unsure,
      [words.clause, words.sure, ''],
      unsure.map(({ pair }) => [citation(pair), percent(pair.sure), words.reasons[pair.why]]),
    ),
  ]
}

function table(title: string, head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  if (rows.length === 0) return ''
  const lines = [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.map(cell).join(' | ')} |`)
  return `## ${title}\n\n${lines.join('\n')}`
}

function cell(value: string | number): string {
  return line(String(value)).replaceAll('|', String.raw`\|`)
}

function clausesOf({ comparison: { pairs } }: Reported, words: ReportWords): string[] {
  const changed = pairs.filter(({ changes }) => !changes.includes('same'))
  if (changed.length === 0) return [words.nothing]
  const clauses = changed.map((pair) => {
    const told = toldOf(pair, words).map(({ says }) => says)
    return `### ${line(citation(pair))}\n\n*${line(told.join('; '))}*\n\n${pair.words.map(marked).join('')}`
  })
  return [`## ${words.text}`, ...clauses]
}

/** Marks do not reach over lines, and take no space at their edges. */
function marked([op, text]: WordOp): string {
  if (op === '=') return escaped(text)
  const mark = op === '+' ? '**' : '~~'
  return text
    .split('\n')
    .map((part) =>
      part.replace(/^(\s*)(.*?)(\s*)$/su, (_all, start: string, inner: string, end: string) =>
        inner === '' ? part : `${start}${mark}${escaped(inner)}${mark}${end}`,
      ),
    )
    .join('\n')
}

function escaped(text: string): string {
  return text.replace(/[\\`*_~[\]<>#|]/gu, String.raw`\$&`)
}

function line(text: string): string {
  return escaped(text.replace(/\s+/gu, ' ').trim())
}

/** `0.87` gives `87 %`. */
export function percent(share: number): string {
  return `${Math.round(share * 100)} %`
}
