/** Saying who words are attributed to: they are held from when they are shown, so that no others are ever attributed. */

import { attributeBracket, bracketRanges, type Bracket, type Point, type Stretch } from '@travaux/core'
import type { EditorState } from 'prosemirror-state'
import { findBlock, pointAt } from '../binding/blocks.ts'
import { bracketHere, selectedStretches, textOfBlock } from './brackets.ts'
import { hold } from './held.ts'
import type { Quill } from './quill.ts'
import type { Attributable } from './surface.ts'

interface Pair {
  readonly kind: 'pair'
  readonly clause: string
  readonly pair: Bracket
  readonly words: string
}

/** What an attribution would be put on: selected words, the pair around the caret, or the whole clause. */
type Target = Pair | { readonly kind: 'words'; readonly ranges: readonly Stretch[]; readonly words: string }

/** Undefined where there are no words. */
export function attributionTarget(state: EditorState): Target | undefined {
  const { doc, selection } = state
  const here = selection.empty ? bracketHere(state) : undefined
  if (here) {
    const text = textOfBlock(selection.$head.parent)
    return { kind: 'pair', ...here, words: text.slice(here.pair.inner, here.pair.to - 1) }
  }
  const ranges = selection.empty ? wholeClause(state) : selectedStretches(state)
  const wordsIn = ({ clause, from, to }: Stretch): string => {
    const node = findBlock(doc, clause)?.node
    return node ? textOfBlock(node).slice(from, to) : ''
  }
  return ranges.length > 0 ? { kind: 'words', ranges, words: ranges.map(wordsIn).join(' ') } : undefined
}

/** All words of the clause that the caret is in. */
function wholeClause({ doc, selection }: EditorState): Stretch[] {
  const point = pointAt(doc, selection.head)
  const to = selection.$head.parent.content.size
  return point && point.clause !== '' && to > 0 ? [{ clause: point.clause, from: 0, to }] : []
}

/** Holds what `attributionTarget` finds; null where that is nothing. */
export function attributable(quill: Quill, state: EditorState): Attributable | null {
  const target = attributionTarget(state)
  if (!target) return null
  const held = stretchesOf(target).map((stretch) => hold(quill.hand.doc, stretch))
  return {
    words: target.words,
    sponsors: target.kind === 'pair' ? target.pair.sponsors : [],
    attribute: (sponsors) => {
      const now = held.flatMap((find) => find() ?? [])
      if (now.length < held.length) return false
      quill.performAlone(() => {
        if (target.kind === 'pair') return attributedPair(quill, target, { now, sponsors })
        bracketRanges(quill.hand, backwards(now), sponsors)
        return behind(held.at(-1)?.())
      })
      return true
    },
  }
}

function stretchesOf(target: Target): readonly Stretch[] {
  if (target.kind === 'words') return target.ranges
  const { clause, pair } = target
  return [{ clause, from: pair.from, to: pair.to }]
}

/** Stretches of one clause from its end, so that the offsets of the others hold. */
function backwards(stretches: readonly Stretch[]): Stretch[] {
  return stretches.toSorted((a, b) => b.from - a.from)
}

/** Behind the closing bracket of words: what is typed next is nobody's. */
function behind(words: Stretch | undefined): Point | undefined {
  return words && { clause: words.clause, offset: words.to + 1 }
}

interface Attributing {
  /** Where the words of the target are now. */
  readonly now: readonly Stretch[]
  readonly sponsors: readonly string[]
}

function attributedPair({ hand }: Quill, { pair }: Pair, { now: [at], sponsors }: Attributing): Point | undefined {
  if (!at) return undefined
  const inner = at.from + pair.inner - pair.from
  attributeBracket(hand, at.clause, { ...pair, from: at.from, inner, to: at.to }, sponsors)
  return { clause: at.clause, offset: at.from }
}
