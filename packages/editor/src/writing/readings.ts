/** What panels ask of the text as it stands in the view. */

import { deletions, findWords } from '@travaux/core'
import type { EditorView } from 'prosemirror-view'
import type * as Y from 'yjs'
import { noteAt } from './embeds.ts'
import { formattingOf } from './formatting.ts'
import { boxOf, caretOf, crossedClauses, placeOf, quoted, selectedAnchor, wordsOf } from './places.ts'
import type { Surface } from './surface.ts'

type Readings = Pick<
  Surface,
  | 'place'
  | 'selectedAnchor'
  | 'caret'
  | 'box'
  | 'crossed'
  | 'isSelecting'
  | 'formatting'
  | 'find'
  | 'deleted'
  | 'wordsOf'
  | 'quoted'
  | 'noteAt'
>

/** Each is read anew when it is asked for. */
export function readingsOf(view: EditorView, doc: Y.Doc): Readings {
  return {
    place: (anchor) => placeOf(view, doc, anchor),
    selectedAnchor: () => selectedAnchor(view.state, doc),
    caret: () => caretOf(view.state),
    box: (clause) => boxOf(view, clause),
    crossed: () => crossedClauses(view.state),
    isSelecting: () => !view.state.selection.empty,
    formatting: () => formattingOf(view),
    find: (search) => findWords(doc, search),
    noteAt: (sign) => noteAt(view.state, sign),
    deleted: () => deletions(doc),
    wordsOf: (words) => wordsOf(view.state, words),
    quoted: (anchor) => quoted(view.state, doc, anchor),
  }
}
