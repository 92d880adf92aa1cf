/** Readers that take nothing in: they are dropped before what waits for them grows, and told to come again. */

import { afterAll, beforeAll, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { askFrame } from '../../packages/server/src/rooms/frame.ts'
import { closeName, join, until, type Client } from '../../packages/server/src/trial/client.ts'
import { startTrial, TEXT, type Trial } from '../../packages/server/src/trial/server.ts'

/** Bytes that may wait for a reader here. */
const BUFFERED = 200_000

let trial: Trial
let writer: Client
beforeAll(async () => {
  trial = await startTrial({ bufferedBytes: BUFFERED })
  writer = await join(trial, 'chair')
})
afterAll(async () => {
  writer.leave()
  await trial.stop()
})

/** A member's socket that asks for the text and then reads nothing more. */
async function openDeafSocket(member: string): Promise<WebSocket> {
  const url = `${trial.url.replace('http', 'ws')}/sync/text:${TEXT}?token=${trial.token(member)}`
  const socket = new WebSocket(url)
  await new Promise((resolve) => {
    socket.once('open', resolve)
  })
  socket.send(askFrame(Y.encodeStateVector(new Y.Doc())))
  await new Promise((resolve) => {
    socket.once('message', resolve)
  })
  socket.pause()
  return socket
}

it('a reader that takes nothing in is dropped as too slow; others are served, and it may come again', async () => {
  const reader = await join(trial, 'expert-weog')
  const deaf = await openDeafSocket('lantern')
  const ended = new Promise<string | number>((resolve) => {
    deaf.once('close', (code) => resolve(closeName(code)))
  })
  for (let round = 0; round < 60; round++) {
    const mark = `round ${round}. `
    writer.type(`${mark}${'x'.repeat(200_000)}`)
    await until(() => reader.words().startsWith(mark))
  }
  deaf.resume()
  expect(await ended).toBe('tooSlow')
  reader.leave()
  const again = await join(trial, 'lantern')
  expect(again.words()).toBe(writer.words())
  again.leave()
})
