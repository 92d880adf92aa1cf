/** Saying who words are attributed to: they are held from when they are shown, so that no others are ever attributed. */

import { attributeBracket, type Bracket, type Point, type Stretch } from '@travaux/core'
import type { EditorState } from 'prosemirror-state'
import { findBlock } from '../binding/blocks.ts'
import { pointAt } from '../binding/receive.ts'
import { bracketAll, bracketHere, selectedStretches, textOfBlock } from './brackets.ts'
import { hold } from './held.ts'
import type { Desk } from './keys.ts'
import type { Attributable } from './surface.ts'

/** What an attribution would be put on: selected words, the pair around the caret, or the whole clause. */
type Target =
  | { readonly kind: 'pair'; readonly clause: string; readonly pair: Bracket; readonly words: string }
  | { readonly kind: 'words'; readonly ranges: readonly Stretch[]; readonly words: string }

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
export function attributable(desk: Desk, state: EditorState): Attributable | null {
  const target = attributionTarget(state)
  if (!target) return null
  const held = stretchesOf(target).map((stretch) => hold(desk.hand.doc, stretch))
  return {
    words: target.words,
    sponsors: target.kind === 'pair' ? target.pair.sponsors : [],
    attribute: (sponsors) => {
      const now = held.flatMap((find) => find() ?? [])
      if (now.length < held.length) return false
      desk.performAlone(() => attributed(desk, { target, now, sponsors }))
      return true
    },
  }
}

function stretchesOf(target: Target): readonly Stretch[] {
  if (target.kind === 'words') return target.ranges
  const { clause, pair } = target
  return [{ clause, from: pair.from, to: pair.to }]
}

interface Attributing {
  readonly target: Target
  /** Where the words of the target are now. */
  readonly now: readonly Stretch[]
  readonly sponsors: readonly string[]
}

function attributed({ hand }: Desk, { target, now, sponsors }: Attributing): Point | undefined {
  if (target.kind === 'words') return bracketAll(hand, now, sponsors)
  const [at] = now
  if (!at) return undefined
  const by = at.from - target.pair.from
  attributeBracket(
    hand,
    at.clause,
    { ...target.pair, from: at.from, inner: target.pair.inner + by, to: at.to },
    sponsors,
  )
  return { clause: at.clause, offset: at.from }
}
