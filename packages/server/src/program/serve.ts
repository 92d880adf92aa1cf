/** The server put together: where every part of it is made, and where all of it is closed. */

import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Logger } from 'pino'
import { httpApp } from '../http/app.ts'
import type { Context } from '../http/context.ts'
import { storeReadiness } from '../http/health.ts'
import { identify } from '../http/identify.ts'
import { openMetrics } from '../http/metrics.ts'
import { openDoor } from '../rooms/door.ts'
import { Rooms } from '../rooms/rooms.ts'
import { BODY, byRole, type Body } from '../texts/body.ts'
import { History } from '../texts/history.ts'
import { Members } from '../texts/members.ts'
import { Texts } from '../texts/texts.ts'
import type { Config } from './config.ts'
import { openFolder, tellAddress, type Folder } from './folder.ts'
import { sampleBody } from './sample.ts'

export interface Running {
  readonly port: number
  /** Where people reach it. */
  readonly url: string
  readonly body: Body
  /** Whether the demonstration body was made just now. */
  readonly isNew: boolean
  /** A one-time sign-in address for a member. */
  readonly linkFor: (member: string) => string
  /** A token for scripts of a member. */
  readonly tokenFor: (member: string) => string
  /** Takes nothing more, finishes what it has taken, and closes its files. */
  readonly close: () => Promise<void>
}

interface Outside {
  readonly config: Config
  readonly log: Logger
  readonly now: () => number
}

/** So that many edits share a commit and a frame, and none waits as long as a frame on a screen (milliseconds). */
const BETWEEN_COMMITS = 4

/** How often it is looked up whether another process has ended sign-ins, and whether any has expired (milliseconds). */
const LOOK_EVERY = 500
const REVIEW_EVERY = 15_000

/** Starts a server. @throws Occupied where another process has the data folder; whatever listening failed with. */
export async function serve(outside: Outside): Promise<Running> {
  const { config, now } = outside
  const folder = openFolder(config.data, now, { mostBytes: config.limits.recordBytes })
  const server = createServer()
  try {
    await listen(server, config)
    return await open(outside, folder, server)
  } catch (error) {
    server.close()
    await folder.close()
    throw error
  }
}

/** Opens everything behind a port that is ours already: no body is made for a server that cannot be reached. */
async function open({ config, log, now }: Outside, folder: Folder, server: Server): Promise<Running> {
  const isNew = await makeBody(folder, now)
  const metrics = openMetrics()
  const store = metrics.watched(folder.store)
  const texts = new Texts({
    rest: BETWEEN_COMMITS,
    store,
    now,
    limits: config.limits,
    failed: (text, error) => log.error({ text, error }, 'The record could not be written'),
  })
  const members = await Members.read(folder.store, texts, now)
  if (!members) throw new Error('The record of the body cannot be read')
  const context: Context = {
    texts,
    history: new History(texts),
    rooms: new Rooms(metrics.ended),
    secrets: folder.secrets,
    visits: folder.visits,
    members,
    body: () => members.body,
    epoch: folder.epoch,
    now,
    log,
    metrics,
    metricsToken: config.metricsToken,
    ready: storeReadiness(store, now),
    limits: config.limits,
    secure: config.url?.startsWith('https:') ?? false,
    editor: config.editor,
  }
  addGauges(context)
  const close = openDoors(server, context, config)
  const { port } = server.address() as AddressInfo
  const url = config.url ?? `http://localhost:${port}`
  tellAddress(config.data, url)
  return {
    port,
    url,
    body: members.body,
    isNew,
    linkFor: (member) => `${url}/sign-in?token=${folder.secrets.issue('link', member, '')}`,
    tokenFor: (member) => folder.secrets.issue('token', member, "made by the server's owner"),
    close: async () => {
      await close()
      await texts.close()
      await folder.close()
    },
  }
}

/** Answers requests and lets sockets in, until the returned function is called. */
function openDoors(server: Server, context: Context, { limits }: Config): () => Promise<void> {
  server.on('request', httpApp(context))
  const door = openDoor(server, {
    ...context,
    limits,
    identify: (request) => identify(context.secrets, request),
    failed: (error) => context.log.error(error, 'A socket could not be let in'),
  })
  const review = setInterval(() => reviewSignIns(context), REVIEW_EVERY).unref()
  const look = setInterval(() => {
    if (context.secrets.changedElsewhere()) reviewSignIns(context)
  }, LOOK_EVERY).unref()
  return async () => {
    clearInterval(review)
    clearInterval(look)
    const stopped = stopListening(server)
    await door.close()
    await stopped
  }
}

/** In an empty folder, makes the demonstration body. */
async function makeBody({ store }: Folder, now: () => number): Promise<boolean> {
  const isNew = (await store.head(BODY)).seq === 0
  if (isNew) await store.append(sampleBody(now()).map((batch) => ({ ...batch, after: 0 })))
  return isNew
}

function addGauges({ metrics, rooms, texts, members }: Context): void {
  metrics.gauge('travaux_sockets', 'Sync sockets that are open', () => rooms.counts.sockets)
  metrics.gauge('travaux_rooms', 'Texts with somebody in them', () => rooms.counts.rooms)
  metrics.gauge('travaux_texts_open', 'Texts in memory', () => texts.count)
  metrics.gauge('travaux_members', 'Members of the body', () => members.body.members.size)
}

function reviewSignIns({ rooms, secrets }: Context): void {
  const held = new Map<string, ReadonlySet<string>>()
  rooms.review((member, credential) => {
    const ids = held.get(member) ?? new Set(secrets.list(member).map(({ id }) => id))
    held.set(member, ids)
    return ids.has(credential)
  })
}

function listen(server: Server, { host, port }: Config): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => resolve())
  })
}

/** Answers what was asked already; feeds, which would never end, are ended. */
function stopListening(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeIdleConnections()
    setTimeout(() => server.closeAllConnections(), 500).unref()
  })
}

/** One line for each member, as `npm start` prints them: scripts feed its second column to `link --member`. */
export function linkLines({ body, linkFor }: Running): string[] {
  return byRole(body.members.values()).map(
    ({ id, role, delegation }) => `${role}  ${id}  ${delegation}  ${linkFor(id)}`,
  )
}
