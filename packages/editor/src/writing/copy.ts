/**
 * Copying and cutting: for other programs what stands on the page, numbers and all; for ourselves, in an attribute that
 * nobody else looks at, the very clauses, so that what was cut moves and what was copied keeps its embedded objects.
 */

import {
  clausesOf,
  copyOut,
  cutClause,
  readDraft,
  readEmbed,
  textOfStored,
  type CutClause,
  type Draft,
} from '@travaux/core'
import { Fragment, Slice, type Node } from 'prosemirror-model'
import type { Selection } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import type * as Y from 'yjs'
import { pointAt } from '../binding/blocks.ts'
import { isEmbedValue, saidBy, sayings, schema, type ClauseAttributes } from '../binding/schema.ts'
import { clausesIn, readRivals, rivalsAmong, type Rivals } from './copied.ts'
import type { Quill } from './quill.ts'
import { meant } from './meant.ts'
import type { Pen } from './pen.ts'
import { wholeSelection } from './whole.ts'

/** Puts what is selected on the clipboard; false where nothing is. */
export function copy(view: EditorView, event: ClipboardEvent, doc: Y.Doc): boolean {
  const { doc: shown } = view.state
  const selection = meant(view.state)
  const [from, to] = [pointAt(shown, selection.from), pointAt(shown, selection.to)]
  const data = event.clipboardData
  if (selection.empty || !from || !to || !data) return false
  event.preventDefault()
  const draft = readDraft(doc)
  const { html, text } = copyOut(draft, from, to)
  data.clearData()
  const slice = selection.content()
  const says = embedsOf(slice).map(saidBy)
  const rivals = rivalsIn(slice, draft)
  const own: Own = { slice: slice.toJSON() as object, whole: isWhole(selection), says, rivals }
  data.setData('text/html', markedHtml(html, own, from.clause === to.clause ? 'span' : 'div'))
  data.setData('text/plain', text)
  cuts.delete(doc)
  return true
}

/**
 * Copies, and deletes what was copied as the key that deletes would; a clause from its first word to its last goes whole, with
 * what others wrote at its edges since it was selected.
 */
export function cut(view: EditorView, event: ClipboardEvent, { quill, pen }: Cutting): boolean {
  const { hand, perform } = quill
  const whole = wholeSelection(view.state)
  if (whole) view.dispatch(view.state.tr.setSelection(whole.selection))
  if (!copy(view, event, hand.doc)) return false
  view.dispatch(view.state.tr.setSelection(meant(view.state)))
  if (pen.refuses()) return true
  const stored = whole && clausesOf(hand.doc).get(whole.clause)
  let taken: LastCut | undefined
  if (stored)
    perform(() => {
      const [text, made] = [textOfStored(stored), cutClause(hand, whole.clause)]
      taken = made && { ...made, text }
      if (taken) cuts.set(hand.doc, taken)
      return made && { clause: made.stand, offset: 0 }
    })
  if (!taken) view.dispatch(view.state.tr.deleteSelection().scrollIntoView().setMeta('uiEvent', 'cut'))
  return true
}

interface Cutting {
  readonly quill: Quill
  readonly pen: Pen
}

/** A clause that was cut as a whole, and what its words said. */
interface LastCut extends CutClause {
  readonly text: string
}

const cuts = new WeakMap<Y.Doc, LastCut>()

/** The one clause that was cut as a whole last in this text, on this page, and nothing copied since. */
export function lastCut(doc: Y.Doc): LastCut | undefined {
  return cuts.get(doc)
}

function embedsOf(slice: Slice): Node[] {
  const found: Node[] = []
  slice.content.descendants((node) => {
    if (node.type === schema.nodes['embed']) found.push(node)
  })
  return found
}

interface Own {
  readonly slice: object
  /** What its embedded objects said where it was copied, in their order. */
  readonly says: readonly string[]
  /** Whether it is clauses from their first word to their last. */
  readonly whole: boolean
  readonly rivals: Rivals
}

/** What was copied here, read from a clipboard. */
export interface OwnCopy {
  readonly slice: Slice
  readonly whole: boolean
  /** Which of its clauses were options of one another. */
  readonly rivals: Rivals
}

function isWhole({ $from, $to }: Selection): boolean {
  return $from.parent !== $to.parent && $from.parentOffset === 0 && $to.parentOffset === $to.parent.content.size
}

/** The options among the copied clauses, those of one provision together. */
function rivalsIn(slice: Slice, { clauses }: Draft): Rivals {
  const copied = new Set(clausesIn(slice).map(({ attrs }) => String(attrs['id'])))
  return rivalsAmong(clauses.filter(({ id }) => copied.has(id)))
}

function markedHtml(html: string, value: Own, element: 'span' | 'div'): string {
  const own = JSON.stringify(value).replaceAll('&', '&amp;').replaceAll("'", '&#39;')
  return `<meta charset="utf-8"><${element} data-travaux='${own}'>${html}</${element}>`
}

/** Whether HTML says that it was copied here. */
export function isOwn(html: string): boolean {
  return html.includes('data-travaux=') || html.includes('data-pm-slice')
}

/** What was copied here, or undefined; a clipboard can claim anything, and what does not hold is not taken. */
export function readOwn(data: DataTransfer | null): OwnCopy | undefined {
  const html = data?.getData('text/html') ?? ''
  if (!html.includes('data-travaux=')) return undefined
  const page = new DOMParser().parseFromString(html, 'text/html')
  const own = page.querySelector<HTMLElement>('[data-travaux]')?.dataset['travaux']
  return own === undefined ? undefined : parseOwn(own)
}

function parseOwn(json: string): OwnCopy | undefined {
  try {
    const { slice: claimed, whole, says, rivals } = JSON.parse(json) as Partial<Own>
    const slice = Slice.fromJSON(schema, claimed)
    let sound = true
    slice.content.descendants((node) => {
      sound &&= isSound(node)
      return sound
    })
    for (const [at, node] of embedsOf(slice).entries()) {
      const said: unknown = says?.[at]
      if (typeof said === 'string') sayings.set(node, said)
    }
    return sound ? { slice, whole: whole === true, rivals: readRivals(rivals) } : undefined
  } catch (fault) {
    // Both parsers throw on what is not theirs.
    if (fault instanceof Error) return undefined
    throw fault
  }
}

/** A slice with the words of every reference whose clause the text does not have, and that does not come with it, in place of it. */
export function withKnownReferences(
  { content, openStart, openEnd }: Slice,
  doc: Y.Doc,
  coming: ReadonlySet<string> = new Set(),
): Slice {
  const isKnown = (id: string): boolean => clausesOf(doc).has(id) || coming.has(id)
  const known = (node: Node): Node => {
    if (node.type !== schema.nodes['embed'])
      return node.isLeaf ? node : node.copy(Fragment.fromArray(node.children.map(known)))
    const embed = readEmbed(node.attrs['value'] as object)
    const isStrange = embed.kind === 'reference' && !isKnown(embed.clause) && (sayings.get(node) ?? '') !== ''
    return isStrange ? schema.text(saidBy(node), node.marks) : node
  }
  return new Slice(Fragment.fromArray(content.content.map(known)), openStart, openEnd)
}

function isSound(node: Node): boolean {
  if (node.type === schema.nodes['embed']) return isEmbedValue(node.attrs['value'])
  if (node.type !== schema.nodes['clause']) return true
  const { id, kind, depth } = node.attrs as Readonly<Record<keyof ClauseAttributes, unknown>>
  return typeof id === 'string' && typeof kind === 'string' && typeof depth === 'number'
}
