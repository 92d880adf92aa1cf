/** The keys and the named commands of the surface, for those who may write. */

import { chainCommands, toggleMark } from 'prosemirror-commands'
import type { MarkType } from 'prosemirror-model'
import { Plugin, type Command } from 'prosemirror-state'
import { schema } from '../binding/schema.ts'
import { attributionTarget } from './attribution.ts'
import { bracketSelection, keepHere, liftHere } from './brackets.ts'
import { clearFormats, formats, toggleFormat } from './formatting.ts'
import { endKeys } from './ends.ts'
import { clauseKeys, travelKeys } from './keys.ts'
import { handlerOf } from './letter-keys.ts'
import { beginFootnote } from './note.ts'
import { chooseHere, dropHere, leaveHere, offerHere } from './options.ts'
import { beginReference } from './pick.ts'
import type { Quill } from './quill.ts'
import type { SurfaceCommand, SurfaceEvents, Unable } from './surface.ts'

interface Permit extends Pick<SurfaceEvents, 'attributing' | 'unable'> {
  readonly editable: () => boolean
}

/** The keys of a person who may write; for others they do what the browser makes of them. */
export function editingKeys(quill: Quill, { editable, attributing, unable }: Permit): Record<string, Command> {
  const attribute: Command = (state, dispatch) => {
    const target = attributionTarget(state)
    if (target && dispatch) attributing()
    return target !== undefined
  }
  /** Whoever asks for what cannot be done is told what it takes. */
  const telling =
    (what: Unable, command: Command): Command =>
    (state, dispatch, view) => {
      const done = command(state, dispatch, view)
      if (!done && dispatch) unable(what)
      return done
    }
  const clauses = clauseKeys(quill, unable)
  const keys: Record<string, Command> = {
    ...clauses,
    Enter: chainCommands(leaveHere(quill), ...(clauses['Enter'] ? [clauses['Enter']] : [])),
    ...Object.fromEntries(formats.map((format) => [keyOf[format], toggleFormat(format)])),
    [keyOf.clearFormats]: clearFormats,
    'Mod-Alt-[': telling('bracket', bracketSelection(quill)),
    'Mod-Alt-{': attribute,
    'Mod-Alt-]': telling('lift', liftHere(quill)),
    'Mod-Alt-k': telling('keep', keepHere(quill)),
    'Mod-Alt-o': offerHere(quill),
    'Mod-Alt-Enter': telling('choose', chooseHere(quill)),
    'Mod-Alt-O': telling('drop', dropHere(quill)),
    'Mod-k': beginReference,
    'Mod-Alt-n': beginFootnote(quill.hand.doc),
    'Mod-Alt-g': telling('term', overWords(toggleMark(schema.marks['term'] as MarkType))),
  }
  const whenEditable =
    (command: Command): Command =>
    (...args) =>
      editable() && command(...args)
  return {
    ...Object.fromEntries(Object.entries(keys).map(([key, command]) => [key, whenEditable(command)])),
    ...endKeys,
    // These need no caret: where its clause is gone they are the way back.
    ...travelKeys(quill),
  }
}

const overWords =
  (command: Command): Command =>
  (state, ...rest) =>
    !state.selection.empty && command(state, ...rest)

/** The keys as a plugin. A character typed by AltGr, which Windows tells as Ctrl and Alt, is typed: `[` on many keyboards. */
export function keysPlugin(keys: Record<string, Command>): Plugin {
  const handle = handlerOf(keys)
  return new Plugin({
    props: {
      handleKeyDown: (view, event) => !event.getModifierState('AltGraph') && handle(view, event),
    },
  })
}

/** The key that does each command. */
export const keyOf: Readonly<Record<SurfaceCommand, string>> = {
  undo: 'Mod-z',
  redo: 'Mod-y',
  strong: 'Mod-b',
  em: 'Mod-i',
  underline: 'Mod-u',
  term: 'Mod-Alt-g',
  reference: 'Mod-k',
  footnote: 'Mod-Alt-n',
  superscript: 'Mod-Shift-=',
  clearFormats: 'Mod-\\',
  indent: 'Tab',
  outdent: 'Shift-Tab',
  moveUp: 'Alt-Shift-ArrowUp',
  moveDown: 'Alt-Shift-ArrowDown',
  bracket: 'Mod-Alt-[',
  attribute: 'Mod-Alt-{',
  lift: 'Mod-Alt-]',
  keep: 'Mod-Alt-k',
  offer: 'Mod-Alt-o',
  choose: 'Mod-Alt-Enter',
  drop: 'Mod-Alt-O',
}
