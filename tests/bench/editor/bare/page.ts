/**
 * The floor: a ProseMirror view by itself, with our sheet, our fonts and our groups, and nothing else. It is bound to no
 * document, nobody else is in it, and nothing stands beside it: what a key costs here is the browser's and ProseMirror's.
 */

import { baseKeymap } from 'prosemirror-commands'
import { keymap } from 'prosemirror-keymap'
import { Schema } from 'prosemirror-model'
import { EditorState } from 'prosemirror-state'
import { EditorView } from 'prosemirror-view'
import '../../../../packages/editor/src/look/look.css'
import { longText } from '../draft.ts'

/** Clauses in a group, as in our own view. */
const GROUP = 40

const schema = new Schema({
  nodes: {
    doc: { content: 'group+' },
    group: { content: 'clause+', toDOM: () => ['div', { class: 'group' }, 0] },
    clause: {
      content: 'text*',
      attrs: { kind: { default: 'paragraph' } },
      toDOM: ({ attrs }) => ['div', { class: 'clause', 'data-kind': String(attrs['kind']), 'data-label': '1.' }, 0],
      parseDOM: [{ tag: 'div.clause' }],
    },
    text: {},
  },
})

const { clauses } = longText(Number(new URLSearchParams(location.search).get('clauses')))
const nodes = clauses.map(({ kind, words }) =>
  schema.node(
    'clause',
    { kind },
    words.flatMap(({ insert }) => (typeof insert === 'string' ? [schema.text(insert)] : [])),
  ),
)
const groups = Array.from({ length: Math.ceil(nodes.length / GROUP) }, (_, nth) =>
  schema.node('group', null, nodes.slice(nth * GROUP, (nth + 1) * GROUP)),
)
globalThis.notes.text()
const state = EditorState.create({ doc: schema.node('doc', null, groups), plugins: [keymap(baseKeymap)] })
const attributes = { class: 'travaux-text', lang: 'en', dir: 'ltr', spellcheck: 'true' }
const view = new EditorView(document.querySelector('#scroller'), { state, attributes })
view.focus()
