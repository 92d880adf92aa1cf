/** The answers to the editor's pages: what `window.travaux` does. */

import { app, Notification } from 'electron'
import { printPage } from './files/print.ts'
import { saveFile } from './files/save.ts'
import type { Asked, Told } from './ipc/channels.ts'
import { Plain, type Answers, type Hearers } from './ipc/answer.ts'
import type { Servers } from './known/servers.ts'
import type { Sockets } from './sockets/sockets.ts'
import type { Badge } from './manners/badge.ts'
import type { Spelling } from './manners/spelling.ts'
import type { Vaults } from './vault/vaults.ts'
import type { Orders } from './windows/orders.ts'
import { bringForward, type Shown, type Windows } from './windows/windows.ts'

export interface HostParts {
  readonly servers: Servers
  readonly vaults: Vaults
  readonly windows: Windows
  readonly orders: Orders
  readonly sockets: Sockets
  readonly badge: Badge
  readonly spelling: Spelling
  readonly encrypted: boolean
  readonly platform: 'windows' | 'mac' | 'linux'
  /** What is known of texts or shown of commands has changed. */
  readonly changed: () => void
}

export function hostAnswers(parts: HostParts): Answers<Shown, Asked> {
  const { servers, vaults, windows } = parts
  const vaultOf = ({ key }: Shown) => vaults.of(known(servers, key))
  return {
    about: ({ key, presenting }) => ({
      server: key,
      address: known(servers, key).address,
      platform: parts.platform,
      encrypted: parts.encrypted,
      version: app.getVersion(),
      presenting,
    }),
    'vault.read': (shown, name) => vaultOf(shown).read(name),
    'vault.write': (shown, name, value) => vaultOf(shown).write(name, value),
    'vault.remove': (shown, name) => vaultOf(shown).remove(name),
    'vault.names': async (shown, prefix) => [...(await vaultOf(shown).names(prefix))],
    'vault.append': (shown, log, piece) => vaultOf(shown).append(log, piece),
    'vault.pieces': async (shown, log) => [...(await vaultOf(shown).pieces(log))],
    'vault.fold': (shown, log, count, into) => vaultOf(shown).fold(log, count, into),
    'vault.drop': (shown, log) => vaultOf(shown).drop(log),
    showing: async (shown, text) => {
      shown.text = text?.id
      shown.window.setTitle(text ? [text.symbol, text.title].filter(Boolean).join(' · ') : 'Travaux')
      if (text && !shown.presenting) await servers.seen(shown.key, text)
      parts.changed()
    },
    offer: (shown, commands) => {
      shown.offered = new Set(commands)
      parts.changed()
    },
    notify: (shown, note) => notify(parts, shown, note),
    badge: ({ key }, unread) => parts.badge.set(key, unread),
    save: ({ window }, file) => saveFile(window, file),
    print: ({ window }, to) => printPage(window, to),
    openWindow: ({ key }, { path, present }) => void windows.open({ key, path, presenting: present }),
    spelling: (shown, language) => parts.spelling.set(shown, language),
  }
}

export function hostHearers({ orders, sockets }: HostParts): Hearers<Shown, Told> {
  return {
    here: ({ window }) => {
      // Whatever an earlier page had open is nobody's now.
      sockets.closeAll(window.webContents.id)
      orders.here(window.webContents.id)
    },
    'socket.open': ({ window }, id, room) => sockets.open(window.webContents.id, id, room),
    'socket.send': ({ window }, id, bytes) => sockets.send(window.webContents.id, id, bytes),
    'socket.close': ({ window }, id) => sockets.close(window.webContents.id, id),
    'socket.took': ({ window }, id, bytes) => sockets.took(window.webContents.id, id, bytes),
  }
}

function known(servers: Servers, key: string) {
  const server = servers.find(key)
  if (!server) throw new Plain('This computer has forgotten this server.')
  return server
}

/** Notifications that stand: one that nobody holds would not hear that it was pressed. */
const standing = new Set<Notification>()

interface Note {
  readonly title: string
  readonly body: string
  readonly path: string
}

function notify({ orders, windows }: HostParts, { key, window }: Shown, { title, body, path }: Note): void {
  if (!Notification.isSupported()) return
  const note = new Notification({ title, body })
  standing.add(note)
  note.on('close', () => standing.delete(note))
  note.on('click', () => {
    standing.delete(note)
    if (window.isDestroyed()) windows.open({ key, path })
    else {
      bringForward(window)
      orders.give(window.webContents.id, { kind: 'go', path })
    }
  })
  note.show()
}
