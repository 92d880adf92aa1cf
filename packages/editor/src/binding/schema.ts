/** The ProseMirror schema of a text: groups of clauses, each clause one textblock, and the words in it. */

import { EMBED, readEmbed, type Marks, type Run, type Words } from '@travaux/core'
import { Schema, type Mark, type Node } from 'prosemirror-model'

/** Marks this version shows as what they are; every other one is shown plainly and kept (`unknown`). */
const shownMarks = { strong: 'strong', em: 'em', underline: 'u', superscript: 'sup', term: 'dfn' } as const

/** What embedded objects say where they stand; told by whoever numbers the clauses (`writing/embeds.ts`). */
export const sayings = new WeakMap<Node, string>()

/** What an embedded object says to whoever copies or reads it. */
export function saidBy(node: Node): string {
  return sayings.get(node) ?? EMBED
}

/** The largest embedded object that is taken from a clipboard, in characters of JSON. */
const LARGEST_PASTED = 20_000

/** One for all views: a document is groups of clauses, and nothing but clauses holds words. */
export const schema = new Schema({
  nodes: {
    doc: { content: 'group+' },
    group: { content: 'clause+', toDOM: () => ['div', { class: 'group' }, 0] },
    clause: {
      content: 'inline*',
      attrs: { id: { default: '' }, kind: { default: 'text' }, depth: { default: 0 } },
      defining: true,
      toDOM: (node) => ['div', clauseAttributes(node), 0],
      parseDOM: [
        { tag: 'div.clause', getAttrs: readClauseAttributes },
        { tag: 'p' },
        { tag: 'li' },
        { tag: 'h1,h2,h3,h4,h5,h6' },
      ],
    },
    text: { group: 'inline' },
    lineBreak: { group: 'inline', inline: true, selectable: false, toDOM: () => ['br'], parseDOM: [{ tag: 'br' }] },
    embed: {
      group: 'inline',
      inline: true,
      atom: true,
      selectable: false,
      attrs: { value: {} },
      leafText: saidBy,
      toDOM: (node) => [
        embedTag(node),
        { class: 'embed', 'data-embed': JSON.stringify(node.attrs['value']) },
        saidBy(node),
      ],
      parseDOM: [{ tag: '[data-embed]', priority: 60, getAttrs: readEmbedAttributes }],
    },
  },
  marks: {
    ...Object.fromEntries(
      Object.entries(shownMarks).map(([name, tag]) => [
        name,
        { toDOM: () => [tag, 0] as const, parseDOM: parseRules(name, tag) },
      ]),
    ),
    unknown: {
      attrs: { name: {}, value: {} },
      excludes: '',
      toDOM: (mark) => ['span', { class: 'unknown', 'data-mark': String(mark.attrs['name']) }, 0],
    },
  },
})

function embedTag(node: Node): string {
  return readEmbed(node.attrs['value'] as object).kind === 'footnote' ? 'sup' : 'span'
}

/** Parses what a clipboard claims is an embedded object; whatever it is not stays words. */
function readEmbedAttributes(element: HTMLElement): { value: object } | false {
  const json = element.dataset['embed'] ?? ''
  const value = json.length <= LARGEST_PASTED ? parsed(json) : undefined
  return isPlain(value) ? { value: value as object } : false
}

/** Whether a value that a clipboard claims is an embedded object is one that a text can hold. */
export function isEmbedValue(value: unknown): boolean {
  return isPlain(value) && JSON.stringify(value).length <= LARGEST_PASTED
}

/** The server takes no deep values, and closes the room on whoever sends one. */
const DEEPEST_PASTED = 8

function isPlain(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && isShallow(value, DEEPEST_PASTED)
}

function isShallow(value: unknown, left: number): boolean {
  if (typeof value !== 'object' || value === null) return true
  return left > 0 && Object.values(value).every((part) => isShallow(part, left - 1))
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json) as unknown
  } catch {
    return undefined
  }
}

function parseRules(name: string, tag: string): { tag: string }[] {
  const also: Readonly<Record<string, string>> = { strong: 'b', em: 'i' }
  return [{ tag }, ...(also[name] === undefined ? [] : [{ tag: also[name] }])]
}

/** What the element of a clause says of it. */
export function clauseAttributes(node: Node): Record<string, string> {
  const { id, kind, depth } = node.attrs as ClauseAttributes
  return { class: 'clause', 'data-id': id, 'data-kind': kind, 'data-depth': String(depth) }
}

function readClauseAttributes(element: HTMLElement): ClauseAttributes {
  const { id = '', kind = 'text', depth = '0' } = element.dataset
  return { id, kind, depth: Number(depth) || 0 }
}

export interface ClauseAttributes {
  readonly id: string
  readonly kind: string
  readonly depth: number
}

/** The inline nodes for words; their sizes agree with the offsets of the `Y.Text`. */
export function inlineNodes(words: Words): Node[] {
  return words.flatMap((run) => nodesOfRun(run, marksOf(run.attributes ?? {})))
}

function nodesOfRun({ insert }: Run, marks: readonly Mark[]): Node[] {
  if (typeof insert !== 'string') return [schema.node('embed', { value: insert }, [], marks)]
  const lines = insert.split('\n')
  return lines.flatMap((line, index) => [
    ...(index > 0 ? [schema.node('lineBreak', null, [], marks)] : []),
    ...(line === '' ? [] : [schema.text(line, marks)]),
  ])
}

/** ProseMirror marks for a run's attributes. A mark that is known but has an unknown value is kept as unknown too. */
export function marksOf(attributes: Marks): readonly Mark[] {
  let set: readonly Mark[] = []
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined) continue
    const known = name in shownMarks && value === true
    set = schema.mark(known ? name : 'unknown', known ? null : { name, value }).addToSet(set)
  }
  return set
}

/** The attributes that ProseMirror marks stand for. */
export function attributesOf(marks: readonly Mark[]): Record<string, unknown> {
  return Object.fromEntries(
    marks.map((mark) =>
      mark.type.name === 'unknown' ? [String(mark.attrs['name']), mark.attrs['value']] : [mark.type.name, true],
    ),
  )
}

/** The words of inline nodes: the inverse of `inlineNodes` but for how runs are cut. */
export function wordsOfNodes(nodes: readonly Node[]): Run[] {
  return nodes.map((node) => {
    const attributes = attributesOf(node.marks)
    const insert = insertOf(node)
    return Object.keys(attributes).length > 0 ? { insert, attributes } : { insert }
  })
}

function insertOf(node: Node): string | object {
  if (node.isText) return node.text ?? ''
  return node.type.name === 'lineBreak' ? '\n' : (node.attrs['value'] as object)
}
