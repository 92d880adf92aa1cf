/** An editor as the documentation of y-prosemirror sets it up: flat textblocks, others' carets, undo. */

import { baseKeymap } from 'prosemirror-commands'
import { keymap } from 'prosemirror-keymap'
import { Schema } from 'prosemirror-model'
import { EditorState } from 'prosemirror-state'
import { EditorView } from 'prosemirror-view'
import { initProseMirrorDoc, yCursorPlugin, ySyncPlugin, yUndoPlugin } from 'y-prosemirror'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'

const schema = new Schema({
  nodes: {
    doc: { content: 'paragraph+' },
    paragraph: { content: 'text*', toDOM: () => ['p', { class: 'clause' }, 0], parseDOM: [{ tag: 'p' }] },
    text: {},
  },
})

const query = new URLSearchParams(location.search)
const doc = new Y.Doc()
const provider = new WebsocketProvider(query.get('server') ?? '', query.get('room') ?? '', doc, { disableBc: true })
provider.awareness.setLocalStateField('user', { name: 'Ana', color: '#0b5c8f' })
provider.once('sync', () => {
  const type = doc.getXmlFragment('prosemirror')
  const { doc: shown, mapping } = initProseMirrorDoc(type, schema)
  const plugins = [ySyncPlugin(type, { mapping }), yCursorPlugin(provider.awareness), yUndoPlugin(), keymap(baseKeymap)]
  const state = EditorState.create({ doc: shown, plugins })
  const view = new EditorView(document.querySelector('#scroller'), { state })
  view.focus()
})
