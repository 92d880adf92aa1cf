/** A body in a data folder: read beside a server that may be at work on it, written through that server if it is. */

import { api, readAct, readDraft, type Draft } from '@travaux/core'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { RecordStore } from '../../store/record.ts'
import { BODY, byRole } from '../../texts/body.ts'
import { History } from '../../texts/history.ts'
import type { LiveText } from '../../texts/live.ts'
import { Texts } from '../../texts/texts.ts'
import { loadState } from '../../texts/load.ts'
import { readFolder } from '../folder.ts'
import type { Desk, TextLine } from './desk.ts'
import { Ended } from './exit.ts'
import { bodyOf, folderWriting } from './write.ts'

/** Opens the folder. @throws Ended where it holds no body. */
export function localDesk(data: string, now: () => number): Desk {
  const store = recordIn(data)
  return {
    members: async () => byRole((await bodyOf(store)).members.values()),
    texts: () => textLines(store),
    draft: (id) => draftOf(store, id),
    moment: (id, asked) => lookBack(store, now, id, (history, text) => history.moment(text, asked)),
    blame: (id, clause) =>
      lookBack(store, now, id, async (history, text) => history.blame(text, await bodyOf(store), { clause })),
    ...folderWriting({ data, now }),
    close: () => store.close(),
  }
}

/** The record in a folder, to be read. @throws Ended where there is none. */
export function recordIn(data: string): RecordStore {
  if (!existsSync(join(data, 'record.db'))) throw new Ended(`There is no body in ${data} yet; \`npm start\` makes one`)
  return readFolder(data)
}

async function textIds(store: RecordStore): Promise<string[]> {
  return (await store.texts()).filter((id) => id !== BODY)
}

async function textLines(store: RecordStore): Promise<TextLine[]> {
  const lines: TextLine[] = []
  for (const id of await textIds(store)) {
    const state = await loadState(store, id)
    if (!state) continue
    const { title, symbol } = readDraft(state.doc)
    lines.push({ id, title, symbol, versions: state.acts.versions })
  }
  return lines
}

async function draftOf(store: RecordStore, id: string): Promise<Draft | undefined> {
  const state = id === BODY ? undefined : await loadState(store, id)
  return state ? readDraft(state.doc) : versionOf(store, id)
}

async function versionOf(store: RecordStore, version: string): Promise<Draft | undefined> {
  for (const text of await textIds(store)) {
    for await (const entry of store.entries(text, { actsOnly: true })) {
      const act = readAct(entry)
      if (act?.type === 'version.issue' && act.version === version) return api.draftSchema.parse(act.draft)
    }
  }
  return undefined
}

/** Asks the history of a text, as a server would. */
async function lookBack<T>(
  store: RecordStore,
  now: () => number,
  id: string,
  ask: (history: History, text: LiveText) => Promise<T>,
): Promise<T> {
  // What a reader cannot keep for the next one, such as checkpoints, is no failure of its own.
  const texts = new Texts({ store, now, failed: () => undefined })
  const text = await texts.open(id)
  if (!text) throw new Ended(`There is no text ${id}`)
  return ask(new History(texts), text)
}
