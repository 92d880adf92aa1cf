/** Commands that change a body in a data folder: done there, or through the server that is at work on it. */

import { api, type Draft } from '@travaux/core'
import { randomUUID } from 'node:crypto'
import type { RecordStore } from '../../store/record.ts'
import { readBody, type Body } from '../../texts/body.ts'
import { perform, type Outcome } from '../../texts/command.ts'
import { createText } from '../../texts/create.ts'
import { Members } from '../../texts/members.ts'
import { Texts } from '../../texts/texts.ts'
import { Occupied, openFolder, openFolderSecrets, readFolder, toldAddress } from '../folder.ts'
import type { Desk } from './desk.ts'
import { Ended } from './exit.ts'
import { remoteDesk } from './remote.ts'

export type Writing = Pick<Desk, 'create' | 'administer' | 'command'>

export interface FolderAt {
  readonly data: string
  readonly now: () => number
}

export function folderWriting(at: FolderAt): Writing {
  return {
    create: (id, draft, by) => write(at, by, (writing) => writing.create(id, draft)),
    administer: (command, by) => write(at, by, (writing) => writing.administer(command)),
    command: (text, command, by) => write(at, by, (writing) => writing.command(text, command)),
  }
}

async function write(at: FolderAt, by: string | undefined, work: (writing: Writing) => Promise<void>): Promise<void> {
  try {
    await writeHere(at, by, work)
  } catch (error) {
    if (!(error instanceof Occupied)) throw error
    await writeThere(at, by, work)
  }
}

async function writeHere(
  { data, now }: FolderAt,
  by: string | undefined,
  work: (writing: Writing) => Promise<void>,
): Promise<void> {
  const folder = openFolder(data, now)
  const texts = new Texts({ store: folder.store, now, failed: () => undefined })
  try {
    const members = await Members.read(folder.store, texts, now)
    if (!members) throw new Ended('The folder holds no body', 1)
    const member = secretary(members.body, by)
    await work({
      create: (id, draft) => createHere({ members, texts, now }, member, id, draft),
      administer: async (command) => {
        finished(await members.perform(member, { id: randomUUID(), command }))
        if (command.type === 'member.remove') folder.secrets.endAll(command.member)
      },
      command: (text, command) => commandHere(texts, member, text, command),
    })
  } finally {
    await texts.close()
    await folder.close()
  }
}

interface Here {
  readonly members: Members
  readonly texts: Texts
  readonly now: () => number
}

async function createHere({ members, texts, now }: Here, by: api.Member, id: string, draft: Draft): Promise<void> {
  const maker = { member: by.id, delegation: by.delegation }
  const entries = createText({ id, draft, by: maker, members: members.body.members.values(), at: now() })
  await texts.create([{ text: id, entries }])
}

async function commandHere(texts: Texts, by: api.Member, id: string, command: api.TextCommand): Promise<void> {
  const text = await texts.open(id)
  if (!text) throw new Ended(`There is no text ${id}`)
  finished(await perform(text, by, { id: randomUUID(), command }))
}

function finished(outcome: Outcome): void {
  if (outcome.kind === 'refused') throw new Ended(api.problems[outcome.problem].says)
}

/** Whoever may write the folder may let itself in at its server: with a token for this one command. */
async function writeThere(
  { data, now }: FolderAt,
  by: string | undefined,
  work: (writing: Writing) => Promise<void>,
): Promise<void> {
  const server = toldAddress(data)
  if (server === undefined) throw new Occupied(data, server)
  const secrets = openFolderSecrets(data, now)
  const store = readFolder(data)
  try {
    const member = secretary(await bodyOf(store), by).id
    const token = secrets.issue('token', member, 'a command')
    const kept = secrets.holder(token)
    await work(remoteDesk({ server, token })).finally(() => kept && secrets.end(member, kept.id))
  } finally {
    secrets.close()
    await store.close()
  }
}

/** The body of a record. @throws Ended where there is none. */
export async function bodyOf(store: RecordStore): Promise<Body> {
  const body = await readBody(store)
  if (!body) throw new Ended('The folder holds no body', 1)
  return body
}

/** Who does it: the member named, or the first of the secretariat. */
function secretary({ members }: Body, by: string | undefined): api.Member {
  const secretariat = [...members.values()].filter(({ role }) => role === 'secretariat')
  const found = by === undefined ? secretariat[0] : secretariat.find(({ id, name }) => id === by || name === by)
  if (!found) throw new Ended(by === undefined ? 'The body has no secretariat' : `${by} is not of the secretariat`)
  return found
}
