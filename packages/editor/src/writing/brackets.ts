/** Brackets in the text: shown quietly with their nesting, flagged where one has no partner, and commands over them. */

import {
  bracketAround,
  bracketRanges,
  EMBED,
  keepRival,
  liftBracket,
  readBrackets,
  sponsorsIn,
  type Bracket,
  type Brackets,
  type Hand,
  type Point,
  type Stretch,
} from '@travaux/core'
import type { Node } from 'prosemirror-model'
import { Plugin, type Command, type EditorState } from 'prosemirror-state'
import { Decoration, DecorationSet } from 'prosemirror-view'
import { allBlocks, changedClauses, pointAt } from '../binding/blocks.ts'
import { hueOf } from '../people/hue.ts'
import type { Quill } from './quill.ts'
import type { Says } from './surface.ts'

const read = new WeakMap<Node, Brackets>()

/** The characters of a block; every leaf is one. */
export function textOfBlock(node: Node): string {
  const { firstChild } = node
  if (node.childCount === 1 && firstChild?.isText === true) return firstChild.text ?? ''
  return node.textBetween(0, node.content.size, undefined, (leaf) => (leaf.type.name === 'lineBreak' ? '\n' : EMBED))
}

/** The brackets in a block's words; read once for each version of the block. */
export function bracketsOf(node: Node): Brackets {
  const known = read.get(node)
  if (known) return known
  const brackets = readBrackets(textOfBlock(node))
  read.set(node, brackets)
  return brackets
}

/** Beyond so many changed clauses, all marks are sooner made anew than carried along each change. */
const MANY = 100

/** Draws what `readBrackets` says of each clause, again only where the clause's words changed. */
export function bracketMarks(says: Says): Plugin<DecorationSet> {
  const marksIn = (doc: Node): Decoration[] => changedClauses(undefined, doc).flatMap((found) => marksOf(found, says))
  return new Plugin<DecorationSet>({
    state: {
      init: (_config, { doc }) => DecorationSet.create(doc, marksIn(doc)),
      apply: (tr, old, before, { doc }) => {
        if (!tr.docChanged) return old
        const changed = changedClauses(before.doc, doc)
        if (changed.length > MANY) return DecorationSet.create(doc, marksIn(doc))
        let marks = old.map(tr.mapping, doc)
        for (const found of changed)
          marks = marks.remove(marks.find(found.pos, found.pos + found.node.nodeSize)).add(doc, marksOf(found, says))
        return marks
      },
    },
    props: {
      decorations(state) {
        return this.getState(state)
      },
    },
  })
}

function marksOf({ node, pos }: { readonly node: Node; readonly pos: number }, says: Says): Decoration[] {
  const { pairs, unbalanced } = bracketsOf(node)
  return [
    ...pairs.flatMap((pair) => pairMarks(pair, node, pos + 1)),
    ...unbalanced.map((at) => Decoration.inline(pos + 1 + at, pos + 2 + at, aloneAttributes(says))),
  ]
}

function aloneAttributes(says: Says): Record<string, string> {
  return { class: 'bracket-alone', role: 'mark', title: says('alone'), 'aria-description': says('alone') }
}

function pairMarks(pair: Bracket, node: Node, start: number): Decoration[] {
  const { from, to, inner, depth, placeholder } = pair
  const attributes = {
    class: placeholder ? 'bracket bracket-placeholder' : 'bracket',
    'data-depth': String(Math.min(depth, 4)),
  }
  const marks = [
    Decoration.inline(start + from, start + from + 1, attributes),
    Decoration.inline(start + to - 1, start + to, attributes),
  ]
  if (placeholder) marks.push(Decoration.inline(start + inner, start + to - 1, { class: 'to-fill-in' }))
  if (inner === from + 1) return marks
  marks.push(Decoration.inline(start + from + 1, start + inner, { class: 'attribution' }))
  for (const sponsor of sponsorsIn(textOfBlock(node), pair)) {
    const hue = { class: 'sponsor', style: `--hue: ${hueOf(sponsor.name)}` }
    marks.push(Decoration.inline(start + sponsor.from, start + sponsor.to, hue))
  }
  return marks
}

/** The pair around the caret or the selection's end, with its clause. */
export function bracketHere({ doc, selection }: EditorState): { clause: string; pair: Bracket } | undefined {
  const point = pointAt(doc, selection.head)
  const node = selection.$head.parent
  const pair = point && bracketAround(bracketsOf(node), point.offset)
  return point && pair && { clause: point.clause, pair }
}

/** The selected words of each clause that the selection touches; of a clause it only comes to the edge of there are none. */
export function selectedStretches({ doc, selection: { from, to } }: EditorState): Stretch[] {
  return allBlocks(doc).flatMap(({ id, pos, node }) => {
    const start = pos + 1
    const stretch = { clause: id, from: Math.max(from - start, 0), to: Math.min(to - start, node.content.size) }
    return stretch.from < stretch.to ? [stretch] : []
  })
}

/** Brackets the selected words, in each clause by themselves. */
export function bracketSelection({ hand, perform }: Quill): Command {
  return (state, dispatch) => {
    const ranges = selectedStretches(state)
    if (ranges.length > 0 && dispatch) perform(() => bracketAll(hand, ranges))
    return ranges.length > 0
  }
}

/** Gives the place behind the first opening bracket. */
function bracketAll(hand: Hand, ranges: readonly Stretch[]): Point | undefined {
  bracketRanges(hand, ranges)
  const [first] = ranges
  return first && { clause: first.clause, offset: first.from + 1 }
}

function overPair({ perform }: Quill, act: (clause: string, pair: Bracket) => boolean): Command {
  return (state, dispatch) => {
    const here = bracketHere(state)
    if (here && dispatch) {
      perform(() => {
        act(here.clause, here.pair)
        return { clause: here.clause, offset: here.pair.from }
      })
    }
    return here !== undefined
  }
}

/** Lifts the brackets around the caret; the wording stays. */
export function liftHere(quill: Quill): Command {
  return overPair(quill, (clause, pair) => liftBracket(quill.hand, clause, pair))
}

/** Keeps the wording around the caret and deletes its rivals. */
export function keepHere(quill: Quill): Command {
  return overPair(quill, (clause, pair) => keepRival(quill.hand, clause, pair))
}
