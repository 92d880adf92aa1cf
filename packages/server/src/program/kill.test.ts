/** The server killed in the middle of typing: whatever it acknowledged is there when it comes back. */

import { clausesOf, textIn } from '@travaux/core'
import { rm } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { answerFrame, askFrame, readFrame, updateFrame } from '../rooms/frame.ts'
import { savedCount, CLAUSE } from '../trial/client.ts'
import { runProgram, spawnServer, type Spawned } from '../trial/process.ts'
import { temporaryFolder, TEXT } from '../trial/server.ts'

const KILLS = 5

/** Types one word after another for as long as the server lives, and knows which were acknowledged. */
class Typist {
  readonly acknowledged = new Set<string>()
  readonly #doc = new Y.Doc()
  readonly #token: string
  readonly #name: string
  #typed = 0

  constructor(name: string, token: string) {
    this.#name = name
    this.#token = token
  }

  /** Resolves when the connection breaks. */
  async typeUntilKilled(port: number): Promise<void> {
    const socket = new WebSocket(`ws://127.0.0.1:${port}/sync/text:${TEXT}?ack=1&token=${this.#token}`)
    socket.on('error', () => undefined)
    const typing = { words: [] as string[][], timer: undefined as NodeJS.Timeout | undefined }
    socket.on('open', () => socket.send(askFrame(Y.encodeStateVector(this.#doc))))
    socket.on('message', (data: Buffer) => {
      const bytes = new Uint8Array(data)
      const count = savedCount(bytes)
      if (count !== undefined) for (const words of typing.words.slice(0, count)) this.#confirm(words)
      else this.#receive(socket, bytes, typing)
    })
    await new Promise<void>((resolve) => {
      socket.on('close', () => resolve())
    })
    clearInterval(typing.timer)
  }

  #confirm(words: readonly string[]): void {
    for (const word of words) this.acknowledged.add(word)
  }

  #receive(
    socket: WebSocket,
    bytes: Uint8Array,
    typing: { words: string[][]; timer: NodeJS.Timeout | undefined },
  ): void {
    const frame = readFrame(bytes)
    if (frame?.kind === 'ask') {
      typing.words.push(this.#all())
      socket.send(answerFrame(Y.encodeStateAsUpdate(this.#doc, frame.vector)))
    }
    if (frame?.kind !== 'update') return
    Y.applyUpdate(this.#doc, frame.update)
    typing.timer ??= setInterval(() => this.#typeWord(socket, typing.words), 2)
  }

  #typeWord(socket: WebSocket, sent: string[][]): void {
    const word = `${this.#name}${++this.#typed}`
    const before = Y.encodeStateVector(this.#doc)
    this.#text().insert(0, `${word} `)
    if (socket.readyState !== WebSocket.OPEN) return
    sent.push([word])
    socket.send(updateFrame(Y.encodeStateAsUpdate(this.#doc, before)))
  }

  /** Every word typed so far: the answer to a server's question carries them all. */
  #all(): string[] {
    return Array.from({ length: this.#typed }, (_, index) => `${this.#name}${index + 1}`)
  }

  #text(): Y.Text {
    const stored = clausesOf(this.#doc).get(CLAUSE)
    const text = stored && textIn(stored)
    if (!text) throw new Error('The text is not there')
    return text
  }
}

async function tokenOf(data: string, member: string): Promise<string> {
  return (await runProgram(data, 'token', '--member', member)).out.trim()
}

async function wordsOn({ port }: Spawned, token: string): Promise<ReadonlySet<string>> {
  const headers = { authorization: `Bearer ${token}` }
  const answer = await fetch(`http://127.0.0.1:${port}/api/texts/${TEXT}/draft`, { headers })
  return new Set((await answer.text()).match(/[ab]\d+/g))
}

it(`loses no acknowledged word over ${KILLS} kills`, { timeout: 60_000 }, async () => {
  const data = await temporaryFolder()
  let server = await spawnServer(data)
  const tokens = await Promise.all(['expert-weog', 'expert-african'].map((member) => tokenOf(data, member)))
  const typists = tokens.map((token, index) => new Typist(index === 0 ? 'a' : 'b', token))
  for (let kills = 0; kills < KILLS; kills++) {
    const typing = typists.map((typist) => typist.typeUntilKilled(server.port))
    await new Promise((resolve) => {
      setTimeout(resolve, 250 + kills * 40)
    })
    await server.kill()
    await Promise.all(typing)
    server = await spawnServer(data)
    const kept = await wordsOn(server, tokens[0] ?? '')
    for (const { acknowledged } of typists) expect([...acknowledged].filter((word) => !kept.has(word))).toEqual([])
  }
  expect(typists.every(({ acknowledged }) => acknowledged.size > 50)).toBe(true)
  expect(await server.stop()).toBe(0)
  expect(await runProgram(data, 'verify')).toMatchObject({ code: 0 })
  await rm(data, { recursive: true })
})
