/** Who else is in the text and where: carets and selections from the awareness, and one's own told to the others. */

import { caretAt, clauseIdOf, clausesOf, textIn } from '@travaux/core'
import { Plugin, PluginKey, type EditorState } from 'prosemirror-state'
import { Decoration, DecorationSet, type EditorView } from 'prosemirror-view'
import type { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { z } from 'zod'
import { findBlock, pointAt } from '../binding/blocks.ts'
import { hueOf } from '../people/hue.ts'
import { flush } from './flush.ts'

const idSchema = z.object({ client: z.number(), clock: z.number() })
/** A relative position in the words of a clause: by the character it stands at, or by the words alone. */
const positionSchema = z
  .object({ item: idSchema.optional(), type: idSchema.optional(), assoc: z.number().optional() })
  .refine(({ item, type }) => item ?? type)
const stateSchema = z.object({
  user: z.object({ member: z.string(), name: z.string(), delegation: z.string(), code: z.string() }),
  clause: z.string(),
  caret: z.object({ anchor: positionSchema, head: positionSchema }),
  /** When the caret last moved, by the clock of that computer: of several windows of one person, the last moved in counts. */
  moved: z.number().optional(),
})

type Person = z.infer<typeof stateSchema>['user']

const key = new PluginKey<DecorationSet>('carets')
/** Own caret moves are told at most this often, in milliseconds. */
const TELL_EVERY = 80

/** Draws the others' carets and tells them one's own. */
export function caretsPlugin(doc: Y.Doc, awareness: Awareness): Plugin<DecorationSet> {
  return new Plugin<DecorationSet>({
    key,
    state: {
      init: () => DecorationSet.empty,
      apply: (tr, old, _before, state) => {
        if (tr.getMeta(key) !== undefined) return DecorationSet.create(state.doc, caretMarks(state, doc, awareness))
        return tr.docChanged ? old.map(tr.mapping, tr.doc) : old
      },
    },
    props: { decorations: (state) => key.getState(state) },
    view: (view) => follow(view, doc, awareness),
  })
}

function follow(
  view: EditorView,
  doc: Y.Doc,
  awareness: Awareness,
): { update: (view: EditorView, before: EditorState) => void; destroy: () => void } {
  let frame: number | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  const draw = (): void => {
    frame ??= requestAnimationFrame(() => {
      frame = undefined
      // A click that the browser has not told of yet is read first: drawing would undo it.
      flush(view)
      view.updateState(view.state.apply(view.state.tr.setMeta(key, true)))
    })
  }
  const hear = ({ added, updated, removed }: Record<'added' | 'updated' | 'removed', number[]>): void => {
    if ([...added, ...updated, ...removed].some((id) => id !== awareness.clientID)) draw()
  }
  let told = ''
  const tell = (): void => {
    timer = undefined
    const where = caretOf(view.state, doc)
    const state = awareness.getLocalState()
    // Pushed along by what others write in front of it, a caret stands where it stood.
    if (state === null || JSON.stringify(where) === told) return
    told = JSON.stringify(where)
    awareness.setLocalState({ ...state, ...where, moved: Date.now() })
  }
  awareness.on('change', hear)
  if (awareness.getStates().size > 1) draw()
  return {
    update: (_view, before) => {
      if (!before.selection.eq(view.state.selection)) timer ??= setTimeout(tell, TELL_EVERY)
    },
    destroy: () => {
      clearTimeout(timer)
      if (frame !== undefined) cancelAnimationFrame(frame)
      awareness.off('change', hear)
    },
  }
}

function caretOf({ doc: shown, selection }: EditorState, doc: Y.Doc): object {
  const [anchor, head] = [pointAt(shown, selection.anchor), pointAt(shown, selection.head)]
  const caret = { anchor: anchor && positionJson(doc, anchor), head: head && positionJson(doc, head) }
  // In an empty text, and in one that is being changed, a caret may stand in no clause of the document.
  if (!head || !caret.anchor || !caret.head) return { clause: null, caret: null }
  return { clause: head.clause, caret }
}

/** A caret at the end of the words stays there while others type behind, and goes along behind what another types on. */
function positionJson(doc: Y.Doc, { clause, offset }: { clause: string; offset: number }): object | undefined {
  const stored = clausesOf(doc).get(clause)
  const text = stored && textIn(stored)
  if (!text) return undefined
  return Y.relativePositionToJSON(caretAt(text, offset)) as object
}

/** Where a member is who is elsewhere: their clause, and the position of their caret where it is shown. */
export function caretOfMember(
  state: EditorState,
  doc: Y.Doc,
  awareness: Awareness,
  member: string,
): { readonly clause: string; readonly at: number | undefined } | undefined {
  const others = [...awareness.getStates()].filter(([client]) => client !== awareness.clientID)
  const theirs = others.flatMap(([, value]) => stateSchema.safeParse(value).data ?? [])
  const last = theirs
    .filter(({ user }) => user.member === member)
    .toSorted((a, b) => (a.moved ?? 0) - (b.moved ?? 0))
    .at(-1)
  return last && { clause: last.clause, at: positionIn(state, doc, last.caret.head) }
}

function caretMarks(state: EditorState, doc: Y.Doc, awareness: Awareness): Decoration[] {
  return [...awareness.getStates()].flatMap(([client, value]) => {
    const { data } = stateSchema.safeParse(value)
    if (!data || client === awareness.clientID) return []
    const [anchor, head] = [positionIn(state, doc, data.caret.anchor), positionIn(state, doc, data.caret.head)]
    if (anchor === undefined || head === undefined) return []
    return [caret(head, data.user, client), ...selected(anchor, head, data.user)]
  })
}

function positionIn(state: EditorState, doc: Y.Doc, json: z.infer<typeof positionSchema>): number | undefined {
  const relative = Y.createRelativePositionFromJSON(json)
  const { item } = relative
  if (item && item.clock >= Y.getState(doc.store, item.client)) return undefined
  const at = Y.createAbsolutePositionFromRelativePosition(relative, doc)
  const id = at ? clauseIdOf(at.type) : undefined
  const block = id === undefined ? undefined : findBlock(state.doc, id)
  return at && block ? block.pos + 1 + Math.min(at.index, block.node.content.size) : undefined
}

function caret(pos: number, { name, delegation, code }: Person, client: number): Decoration {
  const draw = (): HTMLElement => {
    const element = document.createElement('span')
    element.className = 'caret'
    element.dataset['code'] = code
    element.title = `${delegation}: ${name}`
    element.style.setProperty('--hue', String(hueOf(delegation)))
    return element
  }
  return Decoration.widget(pos, draw, { key: `caret ${client} ${code}`, side: -1, ignoreSelection: true, marks: [] })
}

function selected(anchor: number, head: number, { delegation }: Person): Decoration[] {
  if (anchor === head) return []
  const style = `--hue: ${hueOf(delegation)}`
  return [Decoration.inline(Math.min(anchor, head), Math.max(anchor, head), { class: 'others-selection', style })]
}
