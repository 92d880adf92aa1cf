/** A client of the stock protocol that types without a pause, and enters in its ledger what it is told is saved. */

import { clausesOf, textIn } from '@travaux/core'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { answerFrame, askFrame, updateFrame } from '../../packages/server/src/rooms/frame.ts'
import type { Heard, Seat } from '../bench/peer/peer.ts'
import { openSocket } from '../bench/peer/speech.ts'
import type { Edit, Ledger } from './ledger.ts'

/** Words that stay before old ones are taken away again. */
const SPARE = 60
/** Milliseconds between two edits. */
const BEAT = 5

export class Typist {
  doc = new Y.Doc()
  readonly ledger: Ledger
  readonly #clause: string
  readonly #seat: Seat
  #socket: WebSocket | undefined
  #typing: NodeJS.Timeout | undefined
  /** What each frame sent on this socket holds. */
  #frames: (readonly Edit[])[] = []
  #saved = 0

  constructor(seat: Seat, clause: string, ledger: Ledger) {
    this.#seat = seat
    this.#clause = clause
    this.ledger = ledger
  }

  /** Connects, and types once it has the text. Resolves then, or when the socket breaks. */
  start(): Promise<void> {
    const socket = openSocket(this.#seat)
    this.#socket = socket
    this.#frames = []
    this.#saved = 0
    return new Promise((resolve) => {
      socket.on('close', () => this.#pause())
      socket.on('close', () => resolve())
      socket.on('open', () => this.#greet(socket))
      socket.on('message', (data: Buffer) => {
        const heard = this.#seat.hear(data)
        this.#take(heard)
        if (heard.kind === 'update' && heard.answer) resolve(this.#type())
      })
    })
  }

  /** Types no more, and resolves once everything typed is acknowledged. */
  async finish(): Promise<void> {
    this.#pause()
    while (this.ledger.open().length > 0) await this.#heardMore()
  }

  /** Resolves once the socket is closed, by whomever. */
  async broken(): Promise<void> {
    const socket = this.#socket
    if (!socket || socket.readyState === WebSocket.CLOSED) return
    await new Promise<void>((resolve) => {
      socket.once('close', () => resolve())
    })
  }

  /** Ends the client as a crash would: what it was not told is saved is lost with it. */
  async die(): Promise<void> {
    this.#socket?.terminate()
    await this.broken()
    this.ledger.forgetOpen()
    this.doc = new Y.Doc()
  }

  async leave(): Promise<void> {
    this.#socket?.close()
    await this.broken()
  }

  #greet(socket: WebSocket): void {
    for (const frame of this.#seat.greeting) socket.send(frame)
    socket.send(this.#seat.wrap(askFrame(Y.encodeStateVector(this.doc))))
  }

  #take(heard: Heard): void {
    switch (heard.kind) {
      case 'ask':
        return this.#send(answerFrame(Y.encodeStateAsUpdate(this.doc, heard.vector)), this.ledger.open())
      case 'update':
        return Y.applyUpdate(this.doc, heard.update, 'received')
      case 'savedTo':
        return this.#confirm(heard.count)
      case 'savedOne':
        return this.#confirm(this.#saved + 1)
      case 'awareness':
      case 'other':
        return undefined
      default:
        return heard satisfies never
    }
  }

  #confirm(count: number): void {
    for (const edit of this.#frames.slice(this.#saved, count).flat()) this.ledger.confirm(edit)
    this.#saved = count
  }

  #send(frame: Uint8Array, edits: readonly Edit[]): void {
    this.#frames.push(edits)
    this.#socket?.send(this.#seat.wrap(frame))
  }

  #type(): void {
    this.#typing ??= setInterval(() => this.#edit(), BEAT)
  }

  #pause(): void {
    clearInterval(this.#typing)
    this.#typing = undefined
  }

  #edit(): void {
    const before = Y.encodeStateVector(this.doc)
    const old = this.ledger.oldWord(SPARE)
    const edit: Edit = old === undefined ? this.#write() : this.#erase(old)
    this.#send(updateFrame(Y.encodeStateAsUpdate(this.doc, before)), [edit])
  }

  #write(): Edit {
    const word = this.ledger.newWord()
    this.#words().insert(0, word)
    return { kind: 'typed', word }
  }

  #erase(word: string): Edit {
    const words = this.#words()
    const at = words.toJSON().indexOf(word)
    if (at >= 0) words.delete(at, word.length)
    return { kind: 'deleted', word }
  }

  #words(): Y.Text {
    return wordsOf(this.doc, this.#clause)
  }

  #heardMore(): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#socket?.once('message', () => resolve())
      this.#socket?.once('close', () => reject(new Error('The socket broke before all was saved')))
    })
  }
}

/** The words of a clause. @throws where the clause is not there. */
export function wordsOf(doc: Y.Doc, clause: string): Y.Text {
  const stored = clausesOf(doc).get(clause)
  const text = stored && textIn(stored)
  if (!text) throw new Error(`There is no clause ${clause}`)
  return text
}
