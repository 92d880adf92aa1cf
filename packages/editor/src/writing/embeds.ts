/** References and footnotes on the page: what each says is computed from where it stands, and never stored. */

import { footnoteSign, opensSentence, readEmbed, type Citer, type Footnote, type Point } from '@travaux/core'
import type { Node } from 'prosemirror-model'
import { Plugin, PluginKey, type EditorState } from 'prosemirror-state'
import { Decoration, DecorationSet, type NodeView } from 'prosemirror-view'
import { RESTRUCTURED } from '../binding/bind.ts'
import { saidBy, sayings, type ClauseAttributes } from '../binding/schema.ts'
import { shownCiter } from './numbers.ts'

/** An embedded object in the view: its node, where it stands, and the clause around it. */
export interface Embedded {
  readonly node: Node
  readonly pos: number
  readonly clause: Node
}

const embedsOf = new WeakMap<Node, readonly Embedded[]>()

/** Embedded objects of a group, positions from its start; read once per version of the group. */
function embedsInGroup(group: Node): readonly Embedded[] {
  const known = embedsOf.get(group)
  if (known) return known
  const found: Embedded[] = []
  group.forEach((clause, start) => {
    clause.forEach((node, offset) => {
      if (node.type.name === 'embed') found.push({ node, pos: start + 1 + offset, clause })
    })
  })
  embedsOf.set(group, found)
  return found
}

/** The embedded objects of the view in reading order. Cost: one look-up for each group that did not change. */
function embedsIn(doc: Node): readonly Embedded[] {
  const out: Embedded[] = []
  doc.forEach((group, start) => {
    for (const found of embedsInGroup(group)) out.push({ ...found, pos: start + 1 + found.pos })
  })
  return out
}

interface Shown {
  readonly embeds: readonly Embedded[]
  readonly marks: DecorationSet
  readonly notes: readonly Footnote[]
}

const key = new PluginKey<Shown>('embeds')

/** What an embedded object looks like; a value, so that the page is touched only where it changed. */
interface Look {
  readonly kind: 'reference' | 'broken' | 'footnote' | 'unknown'
  readonly says: string
  readonly label: string
}

/** What the page says of footnotes to those who hear it. */
export interface EmbedWords {
  readonly footnote: (number: number) => string
}

/** Shows embedded objects, and again where they, their clause or the numbers changed; `tell` hears of footnotes. */
export function embedsPlugin(
  language: string,
  words: EmbedWords,
  tell: (notes: readonly Footnote[]) => void,
): Plugin<Shown> {
  const show = (state: EditorState): Shown => showAll(state, shownCiter(state, language), words)
  return new Plugin<Shown>({
    key,
    state: {
      init: (_config, state) => show(state),
      apply: (tr, old, _before, state) => {
        const renumbered = tr.getMeta(RESTRUCTURED) !== undefined
        if (!tr.docChanged && !renumbered) return old
        const embeds = embedsIn(state.doc)
        const same =
          embeds.length === old.embeds.length && embeds.every(({ clause }, at) => clause === old.embeds[at]?.clause)
        if (!same || (renumbered && embeds.length > 0)) return show(state)
        return { ...old, embeds, marks: old.marks.map(tr.mapping, tr.doc) }
      },
    },
    props: {
      decorations: (state) => key.getState(state)?.marks,
      nodeViews: { embed: (node, _view, _pos, decorations) => embedView(node, decorations) },
    },
    view: (view) => {
      let frame: number | undefined
      let told: readonly Footnote[] = []
      const report = (): void => {
        frame ??= requestAnimationFrame(() => {
          frame = undefined
          const notes = shownNotes(view.state)
          if (areSame(notes, told)) return
          told = notes
          tell(notes)
        })
      }
      report()
      return {
        update: (_view, before) => {
          if (shownNotes(before) !== shownNotes(view.state)) report()
        },
        destroy: () => cancelAnimationFrame(frame ?? 0),
      }
    },
  })
}

/** Whether two lists say the same; typing beside a sign moves it and changes nothing else. */
function areSame(a: readonly Footnote[], b: readonly Footnote[]): boolean {
  return a.length === b.length && a.every(({ clause, words }, at) => clause === b[at]?.clause && words === b[at].words)
}

function shownNotes(state: EditorState): readonly Footnote[] {
  return key.getState(state)?.notes ?? []
}

/** The footnote whose sign stands at a place in the view; undefined where none does. */
export function noteAt(state: EditorState, { clause, offset }: Point): Footnote | undefined {
  const signs = (key.getState(state)?.embeds ?? []).filter(({ node }) => isNote(node))
  const isHere = (sign: Embedded): boolean =>
    (sign.clause.attrs as ClauseAttributes).id === clause && state.doc.resolve(sign.pos).parentOffset === offset
  return shownNotes(state)[signs.findIndex(isHere)]
}

function isNote({ attrs }: Node): boolean {
  return readEmbed(attrs['value'] as object).kind === 'footnote'
}

function showAll(state: EditorState, citer: Citer | undefined, words: EmbedWords): Shown {
  const embeds = embedsIn(state.doc)
  const notes: Footnote[] = []
  const marks = embeds.map((embedded) => {
    const look = lookOf(embedded, state.doc.resolve(embedded.pos).parentOffset, { citer, words, notes })
    say(embedded.node, look)
    return Decoration.node(embedded.pos, embedded.pos + 1, {}, look)
  })
  return { embeds, marks: DecorationSet.create(state.doc, marks), notes }
}

/** Tells what the embedded objects of the first clauses of a text say, for whoever draws them without a view. */
export function sayHead(clauses: readonly Node[], citer: Citer, words: EmbedWords): void {
  const notes: Footnote[] = []
  for (const clause of clauses) {
    clause.forEach((node, offset) => {
      if (node.type.name === 'embed') say(node, lookOf({ node, clause }, offset, { citer, words, notes }))
    })
  }
}

function say(node: Node, { kind, says }: Look): void {
  sayings.set(node, kind === 'footnote' ? footnoteSign(Number(says)) : says)
}

interface Scene {
  readonly citer: Citer | undefined
  readonly words: EmbedWords
  readonly notes: Footnote[]
}

/** Characters before a reference that tell whether a sentence begins with it. */
const BEFORE = 40

/** `offset`: of the object within the words of its clause. */
function lookOf({ node, clause }: Omit<Embedded, 'pos'>, offset: number, { citer, words, notes }: Scene): Look {
  const embed = readEmbed(node.attrs['value'] as object)
  const { id, kind } = clause.attrs as ClauseAttributes
  if (embed.kind === 'footnote') {
    notes.push({ number: notes.length + 1, clause: id, offset, words: embed.words })
    return { kind: 'footnote', says: `${notes.length}`, label: words.footnote(notes.length) }
  }
  if (embed.kind === 'unknown' || !citer) return { kind: 'unknown', says: saidBy(node), label: '' }
  const before = clause.textBetween(Math.max(0, offset - BEFORE), offset, undefined, (leaf) =>
    leaf.type.name === 'lineBreak' ? '\n' : saidBy(leaf),
  )
  const standing = { unit: citer.unitOf(id), opens: opensSentence(before, kind) }
  const cited = citer.cite(embed.clause, standing, embed.form)
  return { kind: cited === undefined ? 'broken' : 'reference', says: cited ?? citer.words.broken, label: '' }
}

const roles: Readonly<Record<Look['kind'], string | null>> = {
  reference: 'link',
  broken: 'note',
  footnote: 'link',
  unknown: null,
}

/** Class of the element of an embedded object. */
export const EMBEDDED = 'embedded'

/** The outer element is the view's own, for what others draw over the words. */
function embedView(node: Node, decorations: readonly Decoration[]): NodeView {
  const dom = document.createElement('span')
  dom.className = EMBEDDED
  const sign = dom.appendChild(document.createElement('span'))
  const draw = (given: readonly Decoration[]): void => {
    const look = given.map(({ spec }) => spec as Partial<Look>).find(({ says }) => says !== undefined)
    const { kind = 'unknown', says = saidBy(node), label = '' } = look ?? {}
    sign.className = kind
    sign.textContent = says
    sign.role = roles[kind]
    sign.ariaLabel = label === '' ? null : label
    if (kind === 'unknown') sign.title = JSON.stringify(node.attrs['value'])
  }
  draw(decorations)
  return {
    dom,
    update: (next, given) => {
      if (next.type !== node.type || next.attrs['value'] !== node.attrs['value']) return false
      draw(given)
      return true
    },
    ignoreMutation: () => true,
  }
}
