/** Brackets in the text: shown quietly with their nesting, flagged where one has no partner, and commands over them. */

import {
  bracketAround,
  bracketRange,
  EMBED,
  keepRival,
  liftBracket,
  readBrackets,
  type Bracket,
  type Brackets,
} from '@travaux/core'
import type { Node } from 'prosemirror-model'
import { Plugin, type Command, type EditorState } from 'prosemirror-state'
import { Decoration, DecorationSet } from 'prosemirror-view'
import { blockAt } from '../binding/blocks.ts'
import { pointAt } from '../binding/receive.ts'
import type { Desk } from './keys.ts'

const read = new WeakMap<Node, Brackets>()

/** The characters of a block; every leaf is one. */
export function textOfBlock(node: Node): string {
  return node.textBetween(0, node.content.size, undefined, (leaf) => (leaf.type.name === 'lineBreak' ? '\n' : EMBED))
}

function bracketsOf(node: Node): Brackets {
  const known = read.get(node)
  if (known) return known
  const brackets = readBrackets(textOfBlock(node))
  read.set(node, brackets)
  return brackets
}

/** Draws what `readBrackets` says of each clause, again only where the clause's words changed. */
export function bracketMarks(): Plugin<DecorationSet> {
  return new Plugin<DecorationSet>({
    state: {
      init: (_config, { doc }) => DecorationSet.create(doc, marksIn(doc, 0, doc.content.size)),
      apply: (tr, old, before, { doc }) => {
        if (!tr.docChanged) return old
        let marks = old.map(tr.mapping, doc)
        for (const { from, to } of changedBlocks(before.doc, doc)) {
          marks = marks.remove(marks.find(from, to)).add(doc, marksIn(doc, from, to))
        }
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

/** Positions of the blocks that are not the same nodes as before. Groups that did not change are not looked into. */
function changedBlocks(before: Node, doc: Node): { from: number; to: number }[] {
  const groups = new Set(before.children)
  const out: { from: number; to: number }[] = []
  doc.forEach((group, groupPos) => {
    if (groups.has(group)) return
    group.forEach((node, offset) => {
      const from = groupPos + 1 + offset
      if (!read.has(node)) out.push({ from, to: from + node.nodeSize })
    })
  })
  return out
}

function marksIn(doc: Node, from: number, to: number): Decoration[] {
  const out: Decoration[] = []
  doc.nodesBetween(from, to, (node, pos) => {
    if (!blockAt(doc, pos)) return true
    const { pairs, unbalanced } = bracketsOf(node)
    for (const pair of pairs) out.push(...pairMarks(pair, pos + 1))
    for (const at of unbalanced) out.push(Decoration.inline(pos + 1 + at, pos + 2 + at, { class: 'bracket-alone' }))
    return false
  })
  return out
}

function pairMarks({ from, to, inner, depth, placeholder }: Bracket, start: number): Decoration[] {
  const attributes = {
    class: placeholder ? 'bracket bracket-placeholder' : 'bracket',
    'data-depth': String(Math.min(depth, 4)),
  }
  const marks = [
    Decoration.inline(start + from, start + from + 1, attributes),
    Decoration.inline(start + to - 1, start + to, attributes),
  ]
  return inner > from + 1
    ? [...marks, Decoration.inline(start + from + 1, start + inner, { class: 'attribution' })]
    : marks
}

/** The pair around the caret or the selection's end, with its clause. */
export function bracketHere({ doc, selection }: EditorState): { clause: string; pair: Bracket } | undefined {
  const point = pointAt(doc, selection.head)
  const node = selection.$head.parent
  const pair = point && bracketAround(bracketsOf(node), point.offset)
  return point && pair && { clause: point.clause, pair }
}

/** Brackets the selected words of one clause. */
export function bracketSelection({ hand, perform }: Desk, sponsors: readonly string[] = []): Command {
  return ({ doc, selection }, dispatch) => {
    const [from, to] = [pointAt(doc, selection.from), pointAt(doc, selection.to)]
    if (!from || !to || from.clause !== to.clause || from.offset === to.offset) return false
    if (dispatch) {
      perform(() => {
        bracketRange(hand, from.clause, { from: from.offset, to: to.offset }, sponsors)
        return { clause: from.clause, offset: from.offset + 1 }
      })
    }
    return true
  }
}

function overPair({ perform }: Desk, act: (clause: string, pair: Bracket) => boolean): Command {
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
export function liftHere(desk: Desk): Command {
  return overPair(desk, (clause, pair) => liftBracket(desk.hand, clause, pair))
}

/** Keeps the wording around the caret and deletes its rivals. */
export function keepHere(desk: Desk): Command {
  return overPair(desk, (clause, pair) => keepRival(desk.hand, clause, pair))
}
