/** What the person points at: the clause behind a reference, the definition of a term, the words of a footnote. */

import { clausesOf, joinedTo, readEmbed, textOf, textOfStored } from '@travaux/core'
import type { Node } from 'prosemirror-model'
import { Plugin, type EditorState } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import type * as Y from 'yjs'
import { allBlocks, blockAt, findBlock, type Block } from '../binding/blocks.ts'
import { saidBy } from '../binding/schema.ts'
import { textOfBlock } from './brackets.ts'
import { shownGlossary } from './glossary.ts'
import { handlerOf } from './letter-keys.ts'
import { shownNumbers } from './numbers.ts'
import { outlineItems } from './outline.ts'
import { reveal, besideAt } from './places.ts'
import type { Pointed, Beside } from './surface.ts'

/** Milliseconds that a pointer rests before anything is shown or put away. */
const REST = 350
/** Characters of a clause and of what stands beneath it that are shown. */
const SHOWN = 420

type Seen = Omit<Pointed, keyof Beside | 'asked'>

export interface PointOptions {
  readonly doc: Y.Doc
  readonly language: string
  readonly tell: (pointed: Pointed | null) => void
}

interface PointEvents extends PointOptions {
  readonly unable: (what: 'visit') => void
}

/** Tells what the pointer rests on; Ctrl and a press on a reference goes to its clause. */
export function pointPlugin({ doc, language, tell, unable }: PointEvents): Plugin {
  let rest: ReturnType<typeof setTimeout> | undefined
  const pointer = watchPointer()
  const rested = (view: EditorView, { clientX: left, clientY: top }: MouseEvent): void => {
    // Words that move beneath a pointer at rest, as typing and scrolling make them do, are not pointed at.
    if (!pointer.hasMoved()) return
    clearTimeout(rest)
    rest = setTimeout(() => {
      const at = view.isDestroyed ? null : view.posAtCoords({ left, top })
      const isEmbed = at && at.inside >= 0 && view.state.doc.nodeAt(at.inside)?.type.name === 'embed'
      tell(at && told(view, { doc, language }, isEmbed ? at.inside : at.pos, false))
    }, REST)
  }
  const options = { doc, language, tell }
  const keys = handlerOf({
    'Mod-Alt-r': (_state, _dispatch, view) => view !== undefined && explainHere(view, options),
    'Mod-Enter': ({ selection }, _dispatch, view) => {
      const gone = view !== undefined && goFrom(view, options, selection.head)
      if (!gone) unable('visit')
      return gone
    },
  })
  return new Plugin({
    props: {
      handleDOMEvents: {
        mousemove: (view, event) => rested(view, event),
        mouseleave: () => {
          clearTimeout(rest)
          rest = setTimeout(() => tell(null), REST)
        },
      },
      handleKeyDown: (view, event) => {
        if (isLetter(event)) {
          clearTimeout(rest)
          tell(null)
        }
        return keys(view, event)
      },
      handleClick: (view, pos, event) => (event.ctrlKey || event.metaKey) && goFrom(view, options, pos),
    },
    view: () => ({
      destroy: () => {
        pointer.stop()
        clearTimeout(rest)
      },
    }),
  })
}

/** Whether the pointer itself moved, by whatever lies beneath it: the browser tells of a move also where words moved. */
function watchPointer() {
  let last = { left: -1, top: -1 }
  let moved = false
  const see = ({ clientX: left, clientY: top }: MouseEvent): void => {
    moved = left !== last.left || top !== last.top
    last = { left, top }
  }
  document.addEventListener('mousemove', see, { capture: true })
  return {
    hasMoved: () => moved,
    stop: () => document.removeEventListener('mousemove', see, { capture: true }),
  }
}

/** Whether a key types something: what is shown then lies in the way of what is written. */
function isLetter({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  return key.length === 1 && !ctrlKey && !metaKey && !altKey
}

type Sources = Pick<PointOptions, 'doc' | 'language'>

/** Shows what stands at the caret, to whoever asks by a key: also that nothing there has more to say. */
export function explainHere(
  view: EditorView,
  { doc, language, tell }: PointOptions,
  at = view.state.selection.head,
): boolean {
  const sources = { doc, language }
  const pointed = told(view, sources, at, true) ?? (at > 0 ? told(view, sources, at - 1, true) : null)
  tell(pointed ?? { ...nothing, asked: true, ...besideAt(view, at) })
  return true
}

const nothing: Seen = { kind: 'nothing', title: '', words: '', clause: null }

function told(view: EditorView, sources: Sources, pos: number, asked: boolean): Pointed | null {
  const seen = seenAt(view.state, sources, pos)
  if (!seen) return null
  return { ...seen, asked, ...besideAt(view, pos) }
}

function seenAt(state: EditorState, { doc, language }: Sources, pos: number): Seen | null {
  const $pos = state.doc.resolve(pos)
  const node = $pos.nodeAfter
  if (node?.type.name === 'embed') return ofEmbed(state, doc, node)
  const block = $pos.depth >= 2 ? blockAt(state.doc, $pos.before(2)) : undefined
  return block ? ofTerm(state, language, block, $pos.parentOffset) : null
}

function ofEmbed(state: EditorState, doc: Y.Doc, node: Node): Seen | null {
  const embed = readEmbed(node.attrs['value'] as object)
  if (embed.kind === 'footnote')
    return { kind: 'footnote', title: saidBy(node), words: textOf(embed.words), clause: null }
  if (embed.kind === 'unknown') return null
  const clause = targetOf(state, doc, embed.clause)
  const title = numberOf(state, clause)
  // The empty clause that stands for one that was cut has none of its words.
  if (title !== undefined)
    return { kind: 'reference', title, words: wordsFrom(state, clause) || storedWords(doc, embed.clause), clause }
  return { kind: 'broken', title: '', words: storedWords(doc, embed.clause), clause: null }
}

/** What a clause says that may stand in the text no more, as far as it is shown. */
function storedWords(doc: Y.Doc, clause: string): string {
  const stored = clausesOf(doc).get(clause)
  return stored ? textOfStored(stored).slice(0, SHOWN) : ''
}

/** The clause that a reference points at, or that where its words stand now. */
function targetOf(state: EditorState, doc: Y.Doc, clause: string): string {
  return findBlock(state.doc, clause) ? clause : (joinedTo(doc, clause) ?? clause)
}

function ofTerm(state: EditorState, language: string, { node }: Block, offset: number): Seen | null {
  const glossary = shownGlossary(state.doc, language)
  const use = glossary.usesIn(textOfBlock(node)).find(({ from, to }) => from <= offset && offset < to)
  const [definition] = (use && glossary.terms.get(use.term)) ?? []
  if (!definition) return null
  const { clause, term } = definition
  const from = numberOf(state, clause) ?? ''
  return { kind: 'term', title: term, words: wordsFrom(state, clause), clause, from }
}

function numberOf(state: EditorState, clause: string): string | undefined {
  return outlineItems(state.doc, shownNumbers(state)).find(({ id }) => id === clause)?.number
}

/** The words of a clause and of what stands beneath it, as far as they are shown. */
function wordsFrom({ doc }: EditorState, clause: string): string {
  const blocks = allBlocks(doc)
  const first = blocks.findIndex(({ id }) => id === clause)
  const depth = blocks[first]?.depth ?? 0
  let words = ''
  for (let at = first; at >= 0 && at < blocks.length && words.length < SHOWN; at++) {
    const block = blocks[at]
    if (!block || (at > first && block.depth <= depth)) break
    words += `${words === '' ? '' : '\n'}${said(block.node)}`
  }
  return words.length > SHOWN ? `${words.slice(0, words.lastIndexOf(' ', SHOWN))} …` : words
}

/** The words of a block as they are read, references written out. */
function said(node: Node): string {
  return node.textBetween(0, node.content.size, undefined, (leaf) => (leaf.type.name === 'embed' ? saidBy(leaf) : ' '))
}

/**
 * Goes to the clause of the reference at or before a position, or says why there is nowhere to go to; false where there is
 * no reference.
 */
function goFrom(view: EditorView, options: PointOptions, pos: number): boolean {
  const { nodeAfter, nodeBefore } = view.state.doc.resolve(pos)
  const targets = [nodeAfter, nodeBefore].flatMap((node) => {
    const embed = node?.type.name === 'embed' ? readEmbed(node.attrs['value'] as object) : undefined
    return embed?.kind === 'reference'
      ? [findBlock(view.state.doc, targetOf(view.state, options.doc, embed.clause))]
      : []
  })
  const block = targets.find((target) => target !== undefined)
  if (block) reveal(view, block.pos, true)
  return block !== undefined || (targets.length > 0 && explainHere(view, options, pos))
}
