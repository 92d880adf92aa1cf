/** The editors that are measured: ours on its server, and y-prosemirror on the server of y-websocket. */

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
import type { Peer, Served } from '../peer/peer.ts'
import { openSocket } from '../peer/speech.ts'
import { travaux } from '../peer/travaux.ts'
import { yWebsocket } from '../peer/y-websocket.ts'
import type { Dialect } from './typists.ts'

export interface Side {
  readonly name: string
  readonly peer: Peer
  readonly dialect: Dialect
  /** Makes ready what a browser needs to open the room, and gives the address. */
  readonly open: (served: Served, room: string, context: BrowserContext) => Promise<string>
  readonly fill: (served: Served, room: string, draft: Draft) => Promise<void>
  readonly close: () => void
}

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
    peer: travaux,
    dialect: travauxDialect,
    fill: (served, room, draft) => served.fill(room, draft),
    open: async (served, room, context) => {
      const { url, headers } = served.seat(room, 0)
      const { host } = new URL(url)
      const [name = '', value = ''] = (headers['cookie'] ?? '').split('=')
      await context.addCookies([{ name, value, url: `http://${host}` }])
      return `http://${host}/texts/${room}`
    },
    close: () => undefined,
  }
}

/** The peer's page, built into a folder of its own. */
export async function flatSide(): Promise<Side> {
  const outDir = mkdtempSync(join(tmpdir(), 'travaux-flat-'))
  await build({
    root: fileURLToPath(new URL('./peer', import.meta.url)),
    configFile: false,
    logLevel: 'warn',
    resolve: { dedupe: ['yjs', 'y-protocols', 'lib0'] },
    build: { outDir, emptyOutDir: true, target: 'es2024', chunkSizeWarningLimit: 1500 },
  })
  const files = await serveFolder(outDir)
  return {
    name: 'y-prosemirror',
    peer: yWebsocket,
    dialect: flatDialect,
    fill: bringFlat,
    open: async (served, room) => {
      const { port } = files.address() as AddressInfo
      const { host } = new URL(served.seat(room, 0).url)
      return `http://127.0.0.1:${port}/?server=ws://${host}&room=${room}`
    },
    close: () => {
      files.close()
      rmSync(outDir, { recursive: true, force: true })
    },
  }
}

const types: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript' }

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
