/** Texts with known edits: a draft, a second one grown from it, and for every clause what became of it. */

import type { Clause, Draft } from '@travaux/core'
import { heading, nearDuplicate, provision, rewrite, sentence } from './prose.ts'
import type { Random } from './random.ts'

/** A clause under edit: where it came from is kept beside its words. */
interface Sheet {
  readonly kind: 'article' | 'paragraph'
  text: string
  /** Numbers of the old clauses whose words it holds; none for a new clause. */
  origins: number[]
  moved: boolean
  amended: boolean
  /** Whether an edit has used it: edits that pile up on one clause have no single right answer. */
  busy: boolean
}

interface ArticleSheet extends Sheet {
  readonly paragraphs: Sheet[]
}

/** What the comparison should say, by positions in the two texts. */
export interface Truth {
  /** For each new clause the old ones it came from. */
  readonly origins: readonly (readonly number[])[]
  readonly moved: ReadonlySet<number>
  readonly amended: ReadonlySet<number>
}

export interface Sample {
  readonly old: Draft
  readonly new: Draft
  readonly truth: Truth
}

/** A text of four to twenty-four articles and its edited form. Ids carry no lineage. */
export function generateSample(random: Random): Sample {
  const articles = makeArticles(random)
  const old = draftOf(articles, 'old')
  number(articles)
  edit(random, articles)
  const sheets = flatten(articles)
  return { old, new: draftOf(articles, 'new'), truth: truthOf(sheets) }
}

function makeArticles(random: Random): ArticleSheet[] {
  return Array.from({ length: 4 + random.below(21) }, () => {
    const paragraphs = Array.from({ length: 2 + random.below(5) }, () => sheet('paragraph', provision(random)))
    return { ...sheet('article', heading(random)), paragraphs: withTwins(random, paragraphs) }
  })
}

/** Now and then a paragraph has a near-duplicate beside it from the start. */
function withTwins(random: Random, paragraphs: Sheet[]): Sheet[] {
  const [first] = paragraphs
  if (!first || random.next() > 0.15) return paragraphs
  return [first, sheet('paragraph', nearDuplicate(random, first.text)), ...paragraphs.slice(1)]
}

function sheet(kind: Sheet['kind'], text: string): Sheet {
  return { kind, text, origins: [], moved: false, amended: false, busy: false }
}

function number(articles: readonly ArticleSheet[]): void {
  for (const [at, clause] of flatten(articles).entries()) clause.origins = [at]
}

function flatten(articles: readonly ArticleSheet[]): Sheet[] {
  return articles.flatMap((article) => [article, ...article.paragraphs])
}

type Edit = (random: Random, articles: ArticleSheet[]) => void

const edits: readonly Edit[] = [
  rewriteOne,
  rewriteOne,
  rewriteOne,
  insertOne,
  deleteOne,
  splitOne,
  mergeTwo,
  moveFar,
  moveReworded,
  moveNear,
  copyOne,
  insertArticle,
  deleteArticle,
  moveArticle,
]

/** One edit for about every two articles, each on clauses that no other edit touched. */
function edit(random: Random, articles: ArticleSheet[]): void {
  const count = 1 + Math.ceil(articles.length / 2)
  for (let turn = 0; turn < count; turn++) random.pick(edits)(random, articles)
}

function isFresh({ origins, busy }: Sheet): boolean {
  return origins.length === 1 && !busy
}

/** A paragraph no edit has touched, with its article, among those that hold at least `least` others. */
function pickParagraph(
  random: Random,
  articles: readonly ArticleSheet[],
  least: number,
): { article: ArticleSheet; at: number; paragraph: Sheet } | undefined {
  const article = random.pick(articles)
  const at = random.below(article.paragraphs.length)
  const paragraph = article.paragraphs[at]
  return paragraph && isFresh(paragraph) && article.paragraphs.length > least ? { article, at, paragraph } : undefined
}

function rewriteOne(random: Random, articles: ArticleSheet[]): void {
  const found = pickParagraph(random, articles, 0)
  if (!found) return
  const text = rewrite(random, found.paragraph.text, 0.05 + random.next() * 0.55)
  found.paragraph.amended = text !== found.paragraph.text
  found.paragraph.text = text
  found.paragraph.busy = true
}

function insertOne(random: Random, articles: ArticleSheet[]): void {
  const { paragraphs } = random.pick(articles)
  paragraphs.splice(random.below(paragraphs.length + 1), 0, sheet('paragraph', provision(random)))
}

function deleteOne(random: Random, articles: ArticleSheet[]): void {
  const found = pickParagraph(random, articles, 1)
  found?.article.paragraphs.splice(found.at, 1)
}

function splitOne(random: Random, articles: ArticleSheet[]): void {
  const found = pickParagraph(random, articles, 0)
  const sentences = found?.paragraph.text.split(/(?<=\.) /u) ?? []
  if (!found || sentences.length < 2) return
  const cut = 1 + random.below(sentences.length - 1)
  const parts = [sentences.slice(0, cut), sentences.slice(cut)].map((part) => ({
    ...sheet('paragraph', part.join(' ')),
    origins: found.paragraph.origins,
    busy: true,
  }))
  found.article.paragraphs.splice(found.at, 1, ...parts)
}

function mergeTwo(random: Random, articles: ArticleSheet[]): void {
  const found = pickParagraph(random, articles, 1)
  const next = found?.article.paragraphs[found.at + 1]
  if (!found || !next || !isFresh(next)) return
  const whole = sheet('paragraph', `${found.paragraph.text} ${next.text}`)
  found.article.paragraphs.splice(found.at, 2, { ...whole, origins: [...found.paragraph.origins, ...next.origins] })
}

/** To another article. */
function moveFar(random: Random, articles: ArticleSheet[]): void {
  const found = pickParagraph(random, articles, 1)
  const target = random.pick(articles)
  if (!found || target === found.article || target.origins.length === 0) return
  found.article.paragraphs.splice(found.at, 1)
  found.paragraph.moved = true
  found.paragraph.busy = true
  target.paragraphs.splice(random.below(target.paragraphs.length + 1), 0, found.paragraph)
}

/** To another article and with up to a quarter of its words changed on the way. */
function moveReworded(random: Random, articles: ArticleSheet[]): void {
  const before = new Set(articles.flatMap(({ paragraphs }) => paragraphs.filter(({ moved }) => moved)))
  moveFar(random, articles)
  const paragraph = articles
    .flatMap(({ paragraphs }) => paragraphs)
    .find((clause) => clause.moved && !before.has(clause))
  if (!paragraph) return
  const text = rewrite(random, paragraph.text, 0.05 + random.next() * 0.2)
  paragraph.amended = text !== paragraph.text
  paragraph.text = text
}

/** Within its article, past others that together have more words, so that there is no doubt which of them moved. */
function moveNear(random: Random, articles: ArticleSheet[]): void {
  const found = pickParagraph(random, articles, 2)
  if (!found) return
  const { article, at, paragraph } = found
  const to = at < article.paragraphs.length / 2 ? article.paragraphs.length - 1 : 0
  const passed = to > at ? article.paragraphs.slice(at + 1, to + 1) : article.paragraphs.slice(to, at)
  const words = passed.filter(isFresh).reduce((sum, { text }) => sum + text.split(' ').length + 1, 0)
  if (passed.some(({ moved }) => moved) || words <= 1.5 * paragraph.text.split(' ').length) return
  article.paragraphs.splice(at, 1)
  article.paragraphs.splice(to, 0, paragraph)
  paragraph.moved = true
  paragraph.busy = true
}

/** A near-duplicate beside its original: new, and no split. */
function copyOne(random: Random, articles: ArticleSheet[]): void {
  const found = pickParagraph(random, articles, 0)
  if (!found) return
  found.paragraph.busy = true
  found.article.paragraphs.splice(found.at + 1, 0, sheet('paragraph', nearDuplicate(random, found.paragraph.text)))
}

function insertArticle(random: Random, articles: ArticleSheet[]): void {
  const paragraphs = Array.from({ length: 1 + random.below(3) }, () =>
    sheet('paragraph', sentence(random) + ' ' + provision(random)),
  )
  articles.splice(random.below(articles.length + 1), 0, { ...sheet('article', heading(random)), paragraphs })
}

function deleteArticle(random: Random, articles: ArticleSheet[]): void {
  const at = random.below(articles.length)
  if (articles.length > 4 && articles[at]?.paragraphs.every(isFresh)) articles.splice(at, 1)
}

function moveArticle(random: Random, articles: ArticleSheet[]): void {
  const at = random.below(articles.length)
  const article = articles[at]
  const others = articles.filter((other) => other !== article)
  if (
    !article ||
    article.origins.length === 0 ||
    article.moved ||
    others.length < 6 ||
    others.some(({ moved }) => moved)
  )
    return
  if (!article.paragraphs.every(isFresh)) return
  const to = at < articles.length / 2 ? articles.length - 1 : 0
  articles.splice(at, 1)
  articles.splice(to, 0, article)
  article.moved = true
}

function draftOf(articles: readonly ArticleSheet[], prefix: string): Draft {
  const clauses: Clause[] = []
  for (const article of articles) {
    const id = `${prefix}-${clauses.length}`
    clauses.push({ id, kind: 'article', parent: '', depth: 0, words: [{ insert: article.text }] })
    for (const { text } of article.paragraphs)
      clauses.push({
        id: `${prefix}-${clauses.length}`,
        kind: 'paragraph',
        parent: id,
        depth: 1,
        words: [{ insert: text }],
      })
  }
  return { title: '', language: 'en', symbol: '', clauses }
}

function truthOf(sheets: readonly Sheet[]): Truth {
  const places = (holds: (clause: Sheet) => boolean): Set<number> =>
    new Set(sheets.flatMap((clause, at) => (holds(clause) ? [at] : [])))
  return {
    origins: sheets.map(({ origins }) => origins),
    moved: places(({ moved }) => moved),
    amended: places(({ amended }) => amended),
  }
}
