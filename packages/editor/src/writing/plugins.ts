/** Everything that hangs on the view of a surface, in the order in which keys and pointers come to it. */

import type { Undo } from '@travaux/core'
import type { Command, Plugin } from 'prosemirror-state'
import type * as Y from 'yjs'
import { alonePlugin } from './alone.ts'
import { authorMarks } from './authors.ts'
import { bracketMarks } from './brackets.ts'
import { caretsPlugin } from './carets.ts'
import { keysPlugin } from './commands.ts'
import { lastCut } from './copy.ts'
import { embedsPlugin } from './embeds.ts'
import { escapePlugin } from './escape.ts'
import { firstPlugin } from './first.ts'
import { freedPlugin } from './freed.ts'
import { languageMarks } from './languages.ts'
import { lonePlugin } from './lone.ts'
import { cutsIn, differenceMarks, foundMarks, placeholders, revealedMarks, threadMarks } from './marks.ts'
import { namingPlugin } from './naming.ts'
import { notePlugin } from './note.ts'
import { numbersPlugin } from './numbers.ts'
import type { Pen } from './pen.ts'
import { pickPlugin } from './pick.ts'
import { pointPlugin } from './point.ts'
import { pressPlugin } from './press.ts'
import { refocusPlugin } from './refocus.ts'
import type { SurfaceOptions } from './surface.ts'
import { wholePlugin } from './whole.ts'

/** What panels give to be drawn over the text. */
export type GivenMarks = ReturnType<typeof givenMarks>

export function givenMarks(doc: Y.Doc) {
  return {
    threads: threadMarks(doc),
    differences: differenceMarks(),
    found: foundMarks(),
    revealed: revealedMarks(),
    authors: authorMarks(),
  }
}

interface Parts {
  readonly history: Undo
  readonly pen: Pen
  readonly keys: Record<string, Command>
  readonly marks: GivenMarks
  readonly slashing: Plugin
  readonly counting: Plugin
}

export function pluginsOf(
  { doc, awareness, member, language, events, says, footnoteName, placeholder }: SurfaceOptions,
  { history, pen, keys, marks, slashing, counting }: Parts,
): readonly Plugin[] {
  return [
    pickPlugin(() => pen.mayWrite, events.picking, history),
    pointPlugin({ doc, language, tell: events.pointed, unable: events.unable }),
    pressPlugin(),
    notePlugin(doc, () => pen.mayWrite, events.noting),
    slashing,
    namingPlugin(says),
    keysPlugin(keys),
    numbersPlugin(doc, language),
    freedPlugin(language),
    embedsPlugin(language, { footnote: footnoteName }, events.notes),
    bracketMarks(says),
    lonePlugin(says),
    marks.threads.plugin,
    marks.differences.plugin,
    alonePlugin(),
    marks.found.plugin,
    marks.revealed.plugin,
    marks.authors.plugin,
    placeholders({
      words: placeholder,
      says,
      cut: () => lastCut(doc)?.stand,
      cuts: () => cutsIn(doc, awareness, member),
    }),
    caretsPlugin(doc, awareness),
    counting,
    escapePlugin(events.escaped),
    refocusPlugin(),
    firstPlugin(),
    wholePlugin(),
    languageMarks(language),
  ]
}
