/** A small field for words with marks and nothing else: the words of a footnote. */

import { normalWords, withoutSoftHyphens, type Words } from '@travaux/core'
import { toggleMark } from 'prosemirror-commands'
import { keymap } from 'prosemirror-keymap'
import { Fragment, Slice, type MarkType, type Node } from 'prosemirror-model'
import { EditorState, TextSelection, type Command } from 'prosemirror-state'
import { EditorView } from 'prosemirror-view'
import { inlineNodes, saidBy, schema, wordsOfNodes } from '../binding/schema.ts'
import { plainParagraphsOf } from './clipboard.ts'

export interface LineOptions {
  readonly mount: HTMLElement
  readonly words: Words
  /** Accessible name. */
  readonly label: string
  readonly language: string
  readonly done: () => void
  readonly cancel: () => void
}

export interface Line {
  readonly words: () => Words
  readonly destroy: () => void
}

function run(act: () => void): Command {
  return () => {
    act()
    return true
  }
}

function mark(name: string): Command {
  return toggleMark(schema.marks[name] as MarkType)
}

/** Opens the field in an empty element, with the caret at the end of its words. */
export function openLine({ mount, words, label, language, done, cancel }: LineOptions): Line {
  const clause = schema.node('clause', { id: 'line' }, inlineNodes(words))
  const doc = schema.node('doc', null, [schema.node('group', null, [clause])])
  const keys = {
    Enter: run(done),
    Escape: run(cancel),
    'Mod-b': mark('strong'),
    'Mod-i': mark('em'),
    'Mod-u': mark('underline'),
  }
  const view = new EditorView(
    { mount },
    {
      state: EditorState.create({ doc, selection: TextSelection.atEnd(doc), plugins: [keymap(keys)] }),
      attributes: {
        role: 'textbox',
        'aria-label': label,
        'aria-multiline': 'false',
        lang: language,
        spellcheck: 'true',
      },
      transformPastedHTML: plainParagraphsOf,
      transformPastedText: withoutSoftHyphens,
      transformPasted: (slice) => new Slice(Fragment.fromArray(textOf(slice.content)), 0, 0),
    },
  )
  view.focus()
  return {
    words: () => normalWords(wordsOfNodes(view.state.doc.firstChild?.firstChild?.children ?? [])),
    destroy: () => view.destroy(),
  }
}

/** The text of pasted content in one line; references in it are written out. */
function textOf(content: Fragment): Node[] {
  const out: Node[] = []
  content.descendants((node) => {
    if (node.isText) out.push(node)
    else if (node.isTextblock && out.length > 0) out.push(schema.text(' '))
    else if (node.isLeaf) out.push(schema.text(node.type.name === 'embed' ? saidBy(node) : ' ', node.marks))
  })
  return out
}
