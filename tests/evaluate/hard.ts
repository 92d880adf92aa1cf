/** Hard cases: one known reorganization of a text each, as drafting rounds bring them, in English and in French. */

import type { Sample } from './generate.ts'
import type { Language } from './language.ts'
import { rewrite } from './prose.ts'
import type { Random } from './random.ts'
import { flatten, node, sampleOf, type Node } from './tree.ts'

/** A reorganization of a text. */
export interface HardCase {
  readonly name: string
  /** Whether what moved is known for sure. Where many clauses change places at once several answers are right. */
  readonly tellsMoves: boolean
  readonly make: (random: Random, language: Language) => Sample
}

type Edit = (nodes: Node[], random: Random, language: Language) => Node[]

interface Options {
  readonly base?: (random: Random, language: Language) => Node[]
  readonly tellsMoves?: boolean
}

function hardCase(name: string, edit: Edit, { base = articles, tellsMoves = false }: Options = {}): HardCase {
  return {
    name,
    tellsMoves,
    make: (random, language) => sampleOf(base(random, language), (nodes) => edit(nodes, random, language), language),
  }
}

/** Five to nine articles of two to five paragraphs; now and then a paragraph has points. */
function articles(random: Random, language: Language): Node[] {
  return times(5 + random.below(5), () => article(random, language))
}

function article(random: Random, language: Language): Node {
  const paragraphs = times(2 + random.below(4), () =>
    random.next() < 0.25 ? listed(random, language) : paragraph(random, language),
  )
  return node('article', language.heading(random), paragraphs)
}

function paragraph(random: Random, language: Language): Node {
  return node('paragraph', times(1 + random.below(3), () => language.sentence(random)).join(' '))
}

function listed(random: Random, language: Language): Node {
  return node('paragraph', `${language.sentence(random).slice(0, -1)}:`, points(random, language, 3 + random.below(4)))
}

function points(random: Random, { item }: Language, count: number): Node[] {
  const texts = new Set<string>()
  while (texts.size < count) texts.add(item(random))
  return [...texts].map((text) => node('point', `${text};`))
}

function unheaded(random: Random, language: Language): Node[] {
  return articles(random, language).map((one) => ({ ...one, text: '' }))
}

function chapters(random: Random, language: Language): Node[] {
  return times(3 + random.below(3), () =>
    node(
      'chapter',
      language.heading(random),
      times(2 + random.below(4), () => article(random, language)),
    ),
  )
}

function definitions(random: Random, language: Language): Node[] {
  const shuffled = language.terms.map((term) => [random.next(), term] as const).toSorted(([a], [b]) => a - b)
  const points = shuffled.slice(4).map(([, term]) => node('point', `${language.definition(random, term)};`))
  const terms = node('article', language.heading(random), [
    node('paragraph', `${language.sentence(random).slice(0, -1)}:`, points),
  ])
  return [terms, ...times(3, () => article(random, language))]
}

function annexes(random: Random, language: Language): Node[] {
  const lists = times(4, () =>
    node('annex', language.heading(random), [
      paragraph(random, language),
      ...points(random, language, 5).map(({ text }) => node('entry', text)),
    ]),
  )
  return [...articles(random, language), ...lists]
}

function times<T>(count: number, make: (at: number) => T): T[] {
  return Array.from({ length: count }, (_, at) => make(at))
}

/** Changes words, keeping the clause. */
function reword(one: Node, share: number, random: Random, language: Language): void {
  const text = rewrite(random, one.text, share, language.sentence)
  one.amended = text !== one.text
  one.text = text
}

function retext(nodes: Node[], change: (text: string) => string): Node[] {
  for (const one of flatten(nodes)) one.text = change(one.text)
  return nodes
}

function paragraphsOf(nodes: readonly Node[]): Node[] {
  return flatten(nodes).filter(({ kind }) => kind === 'paragraph')
}

/** Curly or French quotation marks, curly apostrophes, non-breaking spaces before high signs, and dashes. */
function typeset(text: string, { code }: Language): string {
  const quotes = code === 'fr' ? '«\u00a0$1\u00a0»' : '“$1”'
  const dressed = text
    .replaceAll(/"([^"]*)"/gu, quotes)
    .replaceAll("'", '’')
    .replaceAll(' - ', ' – ')
  return code === 'fr' ? dressed.replaceAll(/ ?([;:!?])/gu, '\u202f$1') : dressed
}

const spellings: readonly (readonly [RegExp, string])[] = [
  [/harmonize/gu, 'harmonise'],
  [/organization/gu, 'organisation'],
  [/licensing/gu, 'licencing'],
  [/programme/gu, 'program'],
  [/authorization/gu, 'authorisation'],
  [/evaluate/gu, 'assess'],
]

function joinText(nodes: readonly Node[]): string {
  return nodes.map(({ text }) => text).join(' ')
}

function merged(kind: Node['kind'], parts: readonly Node[], text: string): Node {
  return { ...node(kind, text), origins: parts.flatMap(({ origins }) => origins) }
}

function partOf(whole: Node, kind: Node['kind'], text: string): Node {
  return { ...node(kind, text), origins: whole.origins }
}

/** Typography alone: nothing happened. */
const typography = hardCase('typography', (nodes, _random, language) =>
  retext(nodes, (text) => typeset(text, language)),
)

const wrapped = hardCase('hard wraps and capital headings', (nodes) => {
  for (const one of nodes) one.text = one.text.toUpperCase()
  return retext(nodes, (text) => text.replaceAll(/((?:\S+ ){9}\S+) /gu, '$1\n'))
})

const headed = hardCase(
  'headings for all articles, two new articles first',
  (nodes, random, language) => {
    for (const one of nodes) {
      one.text = language.heading(random)
      one.amended = true
    }
    return [article(random, language), article(random, language), ...nodes]
  },
  { base: unheaded, tellsMoves: true },
)

const unheadedAgain = hardCase(
  'headings taken from all articles',
  (nodes) => {
    for (const one of nodes) {
      one.text = ''
      one.amended = true
    }
    return nodes.slice(1)
  },
  { tellsMoves: true },
)

const regrouped = hardCase(
  'the first article of each chapter put into the one before',
  (nodes) => {
    for (const [at, chapter] of nodes.entries()) {
      const [first, ...rest] = chapter.children
      const before = nodes[at - 1]
      if (!first || !before) continue
      chapter.children = rest
      before.children = [...before.children, first]
      first.moved = true
    }
    return nodes
  },
  { base: chapters, tellsMoves: true },
)

const ungrouped = hardCase('chapters dissolved', (nodes) => nodes.flatMap(({ children }) => children), {
  base: chapters,
})

const promoted = hardCase('paragraphs become articles of their own', (nodes, random, language) =>
  nodes.flatMap((one) => {
    const cut = 1 + random.below(one.children.length)
    const rest = one.children.slice(cut)
    one.children = one.children.slice(0, cut)
    return rest.length === 0 ? [one] : [one, node('article', language.heading(random), rest)]
  }),
)

const flattened = hardCase('lists made sentences', (nodes) => {
  for (const one of nodes)
    one.children = one.children.map((child) =>
      child.children.length === 0
        ? child
        : merged('paragraph', [child, ...child.children], joinText([child, ...child.children])),
    )
  return nodes
})

const unfolded = hardCase('sentences made lists', (nodes, random) => {
  const wide = paragraphsOf(nodes).filter(
    ({ text, children }) => children.length === 0 && text.split(/(?<=\.) /u).length > 1,
  )
  for (const one of wide) {
    if (random.next() < 0.5) continue
    const [lead = '', ...parts] = one.text.split(/(?<=\.) /u)
    one.text = lead
    one.children = parts.map((text) => partOf(one, 'point', text))
  }
  return nodes
})

const inThree = hardCase('split into three', (nodes) => {
  for (const one of nodes)
    one.children = one.children.flatMap((child) => {
      const parts = child.text.split(/(?<=\.) /u)
      return parts.length < 3 || child.children.length > 0
        ? [child]
        : parts.map((text) => partOf(child, 'paragraph', text))
    })
  return nodes
})

const ofThree = hardCase('three merged', (nodes) => {
  for (const one of nodes) {
    const first = one.children.slice(0, 3)
    if (first.length < 3 || first.some(({ children }) => children.length > 0)) continue
    one.children = [merged('paragraph', first, joinText(first)), ...one.children.slice(3)]
  }
  return nodes
})

const glossary = hardCase(
  'near-duplicate definitions put in order, one in, one out, two reworded',
  (nodes, random, language) => {
    const [terms] = nodes
    const holder = terms?.children[0]
    if (!holder) return nodes
    const kept = holder.children.filter((_, at) => at !== 3)
    kept.push(node('point', `${language.definition(random, language.newTerm)};`))
    for (const one of kept.slice(5, 7)) reword(one, 0.2, random, language)
    holder.children = kept.toSorted((a, b) => (a.text < b.text ? -1 : 1))
    return nodes
  },
  { base: definitions },
)

const rewrittenAway = hardCase('rewritten by 60 % and moved to another article', (nodes, random, language) => {
  for (const turn of [0, 1]) {
    const from = nodes[turn]
    const to = nodes[nodes.length - 1 - turn]
    const long = from?.children.find(
      ({ text, children, origins }) => text.split(' ').length > 40 && children.length === 0 && origins.length === 1,
    )
    if (!from || !to || !long) continue
    from.children = from.children.filter((one) => one !== long)
    reword(long, 0.6, random, language)
    to.children = [long, ...to.children]
  }
  return nodes
})

const rewrittenAtHome = hardCase(
  'half of the paragraphs rewritten by 60 %',
  (nodes, random, language) => {
    for (const one of paragraphsOf(nodes))
      if (random.next() < 0.5 && one.text.split(' ').length > 20) reword(one, 0.6, random, language)
    return nodes
  },
  { tellsMoves: true },
)

const shortPoints = hardCase('short points come, go and change a word', (nodes, random, language) => {
  for (const one of paragraphsOf(nodes)) {
    if (one.children.length === 0) continue
    const [first] = one.children
    if (first) {
      first.text = first.text.replace(/\S+;$/u, `${language.code === 'fr' ? 'explosifs' : 'explosives'};`)
      first.amended = true
    }
    const kept = one.children.filter((_, at) => at !== 2)
    one.children = [...kept.slice(0, 1), node('point', `${random.pick(language.services)};`), ...kept.slice(1)]
  }
  return nodes
})

const swapped = hardCase(
  'two paragraphs change articles',
  (nodes) => {
    const [a, b] = [nodes[0], nodes[3]]
    const [one, other] = [a?.children[0], b?.children[1]]
    if (!a || !b || !one || !other) return nodes
    a.children = [other, ...a.children.slice(1)]
    b.children = [...b.children.slice(0, 1), one, ...b.children.slice(2)]
    one.moved = true
    other.moved = true
    return nodes
  },
  { tellsMoves: true },
)

const distributed = hardCase(
  'one article dealt out to two',
  (nodes) => {
    const [first, taken, ...others] = nodes
    const last = others.at(-1)
    if (!first || !taken || !last) return nodes
    for (const one of taken.children) one.moved = true
    first.children = [...first.children, ...taken.children.slice(0, 2)]
    last.children = [...taken.children.slice(2), ...last.children]
    return [first, ...others]
  },
  { tellsMoves: true },
)

const repeated = hardCase(
  'the same headings in every chapter, an article more in each',
  (nodes, random, language) => {
    for (const one of nodes) one.children = [article(random, language), ...one.children]
    return nodes
  },
  {
    base: (random, language) => {
      const titles = times(3, () => language.heading(random))
      return times(4, () =>
        node(
          'chapter',
          language.heading(random),
          titles.map((title) => ({ ...article(random, language), text: title })),
        ),
      )
    },
    tellsMoves: true,
  },
)

const annexMoved = hardCase(
  'the last annex made the first',
  (nodes) => {
    const at = nodes.findIndex(({ kind }) => kind === 'annex')
    const last = nodes.at(-1)
    if (!last) return nodes
    last.moved = true
    return [...nodes.slice(0, at), last, ...nodes.slice(at, -1)]
  },
  { base: annexes },
)

const spelled = hardCase(
  'another spelling throughout',
  (nodes, _random, language) => {
    for (const one of flatten(nodes)) {
      const text =
        language.code === 'fr'
          ? one.text
              .replaceAll('examiner', 'étudier')
              .replaceAll('Chaque État partie', 'Chaque État Partie contractante')
          : spellings.reduce((words, [from, to]) => words.replaceAll(from, to), one.text)
      one.amended = text !== one.text
      one.text = text
    }
    return nodes
  },
  { tellsMoves: true },
)

const contained = hardCase(
  'first sentence kept, much new text after it',
  (nodes, random, language) => {
    for (const one of paragraphsOf(nodes)) {
      if (random.next() < 0.7 || one.children.length > 0) continue
      const [first = ''] = one.text.split(/(?<=\.) /u)
      one.text = [first, ...times(4, () => language.sentence(random))].join(' ')
      one.amended = true
    }
    return nodes
  },
  { tellsMoves: true },
)

export const hardCases: readonly HardCase[] = [
  typography,
  wrapped,
  headed,
  unheadedAgain,
  regrouped,
  ungrouped,
  promoted,
  flattened,
  unfolded,
  inThree,
  ofThree,
  glossary,
  rewrittenAway,
  rewrittenAtHome,
  shortPoints,
  swapped,
  distributed,
  repeated,
  annexMoved,
  spelled,
  contained,
]
