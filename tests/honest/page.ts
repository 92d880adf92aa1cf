/** An honest page of a member: the stock client or ours, that can go offline and come back, and notes refusals. */

import { clausesOf, closeReason, textIn } from '@travaux/core'
import { WebSocket } from 'ws'
import { Awareness } from 'y-protocols/awareness'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { openWebSocket } from '../../packages/editor/src/host/web-socket.ts'
import { openLink, type Link } from '../../packages/editor/src/sync/link.ts'
import { until } from '../../packages/server/src/trial/client.ts'
import type { Trial } from '../../packages/server/src/trial/server.ts'

export interface Page {
  readonly doc: Y.Doc
  readonly online: () => Promise<void>
  readonly offline: () => void
  /** Whether the server ended a connection of this page with a code of its own. */
  readonly refused: () => boolean
  readonly leave: () => void
}

/** How a page speaks to the server. */
export type Client = 'stock' | 'ours'

export interface Place {
  readonly trial: Trial
  readonly text: string
}

/** Opens a page of a member on a text, and waits until it has it. */
export async function openPage(place: Place, member: string, client: Client): Promise<Page> {
  const page = client === 'stock' ? stockPage(place, member) : ourPage(place, member)
  await page.online()
  await until(() => clausesOf(page.doc).size > 0)
  return page
}

function stockPage({ trial, text }: Place, member: string): Page {
  const doc = new Y.Doc()
  const provider = new WebsocketProvider(`${trial.url.replace('http', 'ws')}/sync`, `text:${text}`, doc, {
    params: { token: trial.token(member) },
    WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket,
    disableBc: true,
    connect: false,
  })
  let refused = false
  provider.on('connection-close', (event) => {
    refused ||= event !== null && closeReason(event.code) !== undefined
  })
  return {
    doc,
    refused: () => refused,
    online: () => {
      provider.connect()
      return until(() => provider.synced || refused)
    },
    offline: () => provider.disconnect(),
    leave: () => provider.destroy(),
  }
}

function ourPage({ trial, text }: Place, member: string): Page {
  const doc = new Y.Doc()
  const awareness = new Awareness(doc)
  let link: Link | undefined
  let [refused, synced] = [false, false]
  const open = (): Link =>
    openLink({
      openSocket: (listener) =>
        openWebSocket(
          `${trial.url.replace('http', 'ws')}/sync/text:${text}?ack=1&token=${trial.token(member)}`,
          listener,
        ),
      doc,
      awareness,
      isOwn: () => true,
      greeted: () => undefined,
      beforeReceive: () => undefined,
      headed: () => undefined,
      synced: () => (synced = true),
      changed: () => (refused ||= link?.status().kind === 'refused'),
    })
  const offline = (): void => {
    link?.close()
    synced = false
  }
  return {
    doc,
    refused: () => refused,
    online: () => {
      link = open()
      link.resume(0)
      return until(() => synced || refused)
    },
    offline,
    leave: () => {
      offline()
      awareness.destroy()
    },
  }
}

/** The words of a clause on a page. */
export function wordsOn({ doc }: Pick<Page, 'doc'>, clause: string): Y.Text {
  const stored = clausesOf(doc).get(clause)
  const words = stored && textIn(stored)
  if (!words) throw new Error(`There is no clause ${clause}`)
  return words
}

/** Waits until all pages hold the same, every one of them online. */
export function converged(pages: readonly Page[], clauses: readonly string[]): Promise<void> {
  const all = (page: Page): string => clauses.map((clause) => wordsOn(page, clause).toJSON()).join('\n')
  return until(() => new Set(pages.map(all)).size === 1)
}
