/** A body in a data folder: read beside a server that may be at work on it, written through that server if it is. */

import { api, readAct, readDraft, type Draft } from '@travaux/core'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { RecordStore } from '../../store/record.ts'
import { BODY, byRole, readBody, type Body } from '../../texts/body.ts'
import { createText } from '../../texts/create.ts'
import { History } from '../../texts/history.ts'
import type { LiveText } from '../../texts/live.ts'
import { Texts } from '../../texts/texts.ts'
import { loadState } from '../../texts/load.ts'
import { Occupied, openFolder, openFolderSecrets, readFolder, toldAddress } from '../folder.ts'
import type { Desk, TextLine } from './desk.ts'
import { Ended } from './exit.ts'
import { remoteDesk } from './remote.ts'

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
    create: (id, draft, by) => create({ data, now, id, draft, by }),
    close: () => store.close(),
  }
}

/** The record in a folder, to be read. @throws Ended where there is none. */
export function recordIn(data: string): RecordStore {
  if (!existsSync(join(data, 'record.db'))) throw new Ended(`There is no body in ${data} yet; \`npm start\` makes one`)
  return readFolder(data)
}

async function bodyOf(store: RecordStore): Promise<Body> {
  const body = await readBody(store)
  if (!body) throw new Ended('The folder holds no body', 1)
  return body
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

interface Creation {
  readonly data: string
  readonly now: () => number
  readonly id: string
  readonly draft: Draft
  readonly by: string | undefined
}

async function create(creation: Creation): Promise<void> {
  try {
    await createHere(creation)
  } catch (error) {
    if (!(error instanceof Occupied)) throw error
    await createThere(creation)
  }
}

async function createHere({ data, now, id, draft, by }: Creation): Promise<void> {
  const { store, close } = openFolder(data, now)
  try {
    const { members } = await bodyOf(store)
    const { id: member, delegation } = maker(members.values(), by)
    const entries = createText({ id, draft, by: { member, delegation }, members: members.values(), at: now() })
    await store.append([{ text: id, after: 0, entries }])
  } finally {
    await close()
  }
}

/** Whoever may write the folder may let itself in at its server: with a token for this one request. */
async function createThere({ data, now, id, draft, by }: Creation): Promise<void> {
  const server = toldAddress(data)
  if (server === undefined) throw new Occupied(data, server)
  const secrets = openFolderSecrets(data, now)
  const store = readFolder(data)
  try {
    const { members } = await bodyOf(store)
    const member = maker(members.values(), by).id
    const token = secrets.issue('token', member, 'travaux import')
    const kept = secrets.holder(token)
    await remoteDesk({ server, token }).create(id, draft)
    if (kept) secrets.end(member, kept.id)
  } finally {
    secrets.close()
    await store.close()
  }
}

/** Who makes the text: the member named, or the first of the secretariat. */
function maker(members: Iterable<api.Member>, by: string | undefined): api.Member {
  const secretariat = [...members].filter(({ role }) => role === 'secretariat')
  const found = by === undefined ? secretariat[0] : secretariat.find(({ id, name }) => id === by || name === by)
  if (!found) throw new Ended(by === undefined ? 'The body has no secretariat' : `${by} is not of the secretariat`)
  return found
}
