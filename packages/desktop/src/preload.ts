/**
 * The preload script of the editor's windows: `window.travaux`, and nothing else. It runs in a sandbox, has no Node, and
 * passes on what the table of channels names.
 */

import { contextBridge, ipcRenderer } from 'electron'
import type { DesktopHost, Order, SocketEvent } from '@travaux/editor/host'
import { takeDropped } from './files/drop.ts'
import type { Answer, Asked, Gives, Takes, Told } from './ipc/channels.ts'

/** Asks the main process. @throws with the words it answers where it could not be done */
async function ask<Name extends keyof Asked>(name: Name, ...given: Takes<Asked[Name]>): Promise<Gives<Asked[Name]>> {
  const answer = (await ipcRenderer.invoke(name, ...given)) as Answer<Gives<Asked[Name]>>
  if (!answer.ok) throw new Error(answer.says)
  return answer.value
}

function tell<Name extends keyof Told>(name: Name, ...given: Takes<Told[Name]>): void {
  ipcRenderer.send(name, ...given)
}

const sockets = new Map<number, (event: SocketEvent) => void>()
let opened = 0

ipcRenderer.on('socket', (_event, id: number, event: SocketEvent) => {
  const listener = sockets.get(id)
  if (event.kind === 'closed') sockets.delete(id)
  try {
    listener?.(event)
  } finally {
    if (event.kind === 'frame') tell('socket.took', id, event.bytes.byteLength)
  }
})

const openSocket: DesktopHost['openSocket'] = (room, listener) => {
  const id = ++opened
  sockets.set(id, listener)
  tell('socket.open', id, room)
  return {
    send: (bytes) => {
      if (sockets.has(id)) tell('socket.send', id, bytes)
    },
    close: () => {
      if (sockets.delete(id)) tell('socket.close', id)
    },
  }
}

let waiting: Order[] = []
const takers = new Set<(order: Order) => void>()

function pass(order: Order): void {
  if (takers.size === 0) waiting.push(order)
  for (const take of takers) take(order)
}

ipcRenderer.on('order', (_event, order: Order) => pass(order))
takeDropped((file) => pass({ kind: 'file', ...file }))

const onOrder: DesktopHost['onOrder'] = (listener) => {
  takers.add(listener)
  const orders = waiting
  waiting = []
  for (const order of orders) listener(order)
  return () => void takers.delete(listener)
}

const host: DesktopHost = {
  about: () => ask('about'),
  vault: {
    read: (name) => ask('vault.read', name),
    write: (name, value) => ask('vault.write', name, value),
    remove: (name) => ask('vault.remove', name),
    names: (prefix) => ask('vault.names', prefix),
    append: (log, piece) => ask('vault.append', log, piece),
    pieces: (log) => ask('vault.pieces', log),
    fold: (log, count, into) => ask('vault.fold', log, count, into),
    drop: (log) => ask('vault.drop', log),
  },
  openSocket,
  onOrder,
  showing: (text) => ask('showing', text),
  offer: (commands) => ask('offer', [...commands]),
  notify: (note) => ask('notify', note),
  badge: (unread) => ask('badge', unread),
  save: (file) => ask('save', file),
  print: (to) => ask('print', to),
  openWindow: (how) => ask('openWindow', how),
  spelling: (language) => ask('spelling', language),
}

contextBridge.exposeInMainWorld('travaux', host)
tell('here')
