/** The editors that are measured: ours on its server, y-prosemirror on the server of y-websocket, and the floor of both. */

import { clausesOf, textIn, type Draft } from '@travaux/core'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { readFile } from 'node:fs/promises'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { BrowserContext } from 'playwright-core'
import { build } from 'vite'
import * as Y from 'yjs'
import { updateFrame } from '../../../packages/server/src/rooms/frame.ts'
import type { Served } from '../peer/peer.ts'
import { openSocket } from '../peer/speech.ts'
import { travaux } from '../peer/travaux.ts'
import { yWebsocket } from '../peer/y-websocket.ts'
import { startTyping, type Company, type Dialect, type Typists } from './typists.ts'

/** An editor on its server, with the text in it. */
export interface Stage {
  /** Makes ready what a browser needs to open the text, and gives the address. */
  readonly open: (context: BrowserContext) => Promise<string>
  /** Lets others type, so many strokes a second, in these clauses; undefined where nobody else can be. */
  readonly others: ((rate: number, clauses: readonly number[]) => Promise<Typists>) | undefined
  readonly stop: () => Promise<void>
}

export interface Side {
  readonly name: string
  readonly start: (draft: Draft) => Promise<Stage>
}

const ROOM = 'long-text'

const travauxDialect: Dialect = {
  words: (doc, index) => {
    const clause = clausesOf(doc).get(`clause-${index}`)
    const text = clause && textIn(clause)
    if (!text) throw new Error(`There is no clause ${index}`)
    return text
  },
  presence: (index, caret) => {
    const at = Y.relativePositionToJSON(caret) as object
    return { user: {}, clause: `clause-${index}`, caret: { anchor: at, head: at } }
  },
}

const flatDialect: Dialect = {
  words: (doc, index) => (doc.getXmlFragment('prosemirror').get(index) as Y.XmlElement).get(0) as Y.XmlText,
  presence: (_index, caret) => {
    const at = Y.relativePositionToJSON(caret) as object
    return { user: { name: 'Ben', color: '#64459b' }, cursor: { anchor: at, head: at } }
  },
}

/** Our own editor as it is built and served. */
export function ourSide(): Side {
  return {
    name: 'Travaux',
    start: async (draft) => {
      const served = await travaux.start()
      await served.fill(ROOM, draft)
      return {
        open: async (context) => {
          const { url, headers } = served.seat(ROOM, 0)
          const { host } = new URL(url)
          const [name = '', value = ''] = (headers['cookie'] ?? '').split('=')
          await context.addCookies([{ name, value, url: `http://${host}` }])
          return `http://${host}/texts/${ROOM}`
        },
        others: typistsAt({ peer: travaux, served, dialect: travauxDialect }),
        stop: () => served.stop(),
      }
    },
  }
}

/** The peer's page on the peer's server. */
export function flatSide(): Side {
  return {
    name: 'y-prosemirror',
    start: async (draft) => {
      const page = await servePage('peer')
      const served = await yWebsocket.start()
      await bringFlat(served, ROOM, draft)
      const { host } = new URL(served.seat(ROOM, 0).url)
      return {
        open: () => Promise.resolve(`${page.url}?server=ws://${host}&room=${ROOM}`),
        others: typistsAt({ peer: yWebsocket, served, dialect: flatDialect }),
        stop: async () => {
          page.close()
          await served.stop()
        },
      }
    },
  }
}

/** ProseMirror by itself: below what it takes no editor that is made with it can come. */
export function bareSide(): Side {
  return {
    name: 'ProseMirror by itself',
    start: async ({ clauses }) => {
      const page = await servePage('bare')
      return {
        open: () => Promise.resolve(`${page.url}?clauses=${clauses.length}`),
        others: undefined,
        stop: () => Promise.resolve(page.close()),
      }
    },
  }
}

function typistsAt(company: Company): Stage['others'] {
  return (rate, clauses) => startTyping(company, { room: ROOM, rate, clauses })
}

/** Builds the page in a folder beside this file, and serves it. */
async function servePage(folder: string): Promise<{ readonly url: string; readonly close: () => void }> {
  const outDir = mkdtempSync(join(tmpdir(), `travaux-${folder}-`))
  await build({
    root: fileURLToPath(new URL(`./${folder}`, import.meta.url)),
    configFile: false,
    logLevel: 'warn',
    resolve: { dedupe: ['yjs', 'y-protocols', 'lib0'] },
    build: { outDir, emptyOutDir: true, target: 'es2024', chunkSizeWarningLimit: 1500 },
  })
  const files = await serveFolder(outDir)
  const { port } = files.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/`,
    close: () => {
      files.close()
      rmSync(outDir, { recursive: true, force: true })
    },
  }
}

const types: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' }

async function serveFolder(folder: string): Promise<Server> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost')
    const file = pathname === '/' ? '/index.html' : pathname
    readFile(join(folder, file)).then(
      (bytes) => response.setHeader('content-type', types[extname(file)] ?? '').end(bytes),
      () => response.writeHead(404).end(),
    )
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return server
}

/** The same clauses as flat textblocks, brought by the first client of the room. */
async function bringFlat(served: Served, room: string, { clauses }: Draft): Promise<void> {
  const doc = new Y.Doc()
  const blocks = clauses.map(({ words }) => {
    const block = new Y.XmlElement('paragraph')
    block.insert(0, [new Y.XmlText(words.map(({ insert }) => (typeof insert === 'string' ? insert : '')).join(''))])
    return block
  })
  doc.getXmlFragment('prosemirror').insert(0, blocks)
  const seat = served.seat(room, 0)
  const socket = openSocket(seat)
  await once(socket, 'open')
  await new Promise((sent) => {
    socket.send(seat.wrap(updateFrame(Y.encodeStateAsUpdate(doc))), sent)
  })
  socket.close()
  await once(socket, 'close')
}
