/**
 * Commands on their way to the server. Each has an id made here, so that sending it again changes nothing; each is kept
 * on this computer until the server has answered, per member, so that nobody's words go out under another's name.
 */

import { api } from '@travaux/core'
import { z } from 'zod'
import { Unreachable } from './http.ts'

export const letterSchema = z.object({ text: z.string(), request: api.commandRequestSchema })
/** A command and the text it is for. */
export type Letter = z.infer<typeof letterSchema>

/** Where the commands of a member are kept until they are answered. */
export interface LetterBox {
  /** What earlier visits left, oldest first. */
  readonly load: () => Promise<readonly Letter[]>
  /** Fulfilled once it is safely there. */
  readonly put: (letter: Letter) => Promise<void>
  readonly drop: (id: string) => Promise<void>
}

/** Everything the outbox needs from outside. */
export interface OutboxPorts {
  /** Fails with `Unreachable` where trying again can help, with anything else where it was decided. */
  readonly deliver: (letter: Letter) => Promise<api.CommandAnswer>
  readonly box: Pick<LetterBox, 'put' | 'drop'>
  /** What earlier visits left in the box. */
  readonly left: readonly Letter[]
  /** Told that a command could not be kept on this computer: it goes out only while the page stands. */
  readonly unkept: (letter: Letter, reason: Error) => void
  readonly newId: () => string
  /** Told of a refusal that nobody waits for any more: the command was given on an earlier visit. */
  readonly refused: (letter: Letter, reason: Error) => void
  /** Calls back after some milliseconds, or sooner once the network is back; returns how to call it off. */
  readonly wait: (delay: number, then: () => void) => () => void
}

export interface Outbox {
  /** Queues a command; fulfilled once the server has recorded it, rejected once it has refused it. */
  readonly post: (text: string, command: api.TextCommand) => Promise<api.CommandAnswer>
  /** Commands that have no answer yet, oldest first. The same list until it changes. */
  readonly waiting: () => readonly Letter[]
  readonly watch: (listener: () => void) => () => void
  readonly close: () => void
}

interface Promised {
  readonly done: (answer: api.CommandAnswer) => void
  readonly failed: (reason: Error) => void
}

const FIRST_PAUSE = 1000
const LONGEST_PAUSE = 30_000

/** Opens the outbox and goes on with whatever was left in it. One command is under way at a time: order is kept. */
export function openOutbox(ports: OutboxPorts): Outbox {
  const listeners = new Set<() => void>()
  const promised = new Map<string, Promised>()
  let letters = ports.left
  let busy = false
  let closed = false
  let pause = FIRST_PAUSE
  let callOff: (() => void) | undefined

  const put = (next: readonly Letter[]): void => {
    letters = next
    for (const listener of listeners) listener()
  }
  const settle = (letter: Letter, tell: (to: Promised | undefined) => void): void => {
    pause = FIRST_PAUSE
    put(letters.filter((other) => other.request.id !== letter.request.id))
    // One that stays in the box is sent again on the next visit, and answered again: it changes nothing.
    ports.box.drop(letter.request.id).catch(() => undefined)
    const waiting = promised.get(letter.request.id)
    promised.delete(letter.request.id)
    tell(waiting)
  }
  const tryAgainLater = (): void => {
    callOff = ports.wait(pause, () => void run())
    pause = Math.min(pause * 2, LONGEST_PAUSE)
  }
  const next = (): Letter | undefined => (closed ? undefined : letters[0])
  const run = async (): Promise<void> => {
    if (busy) return
    busy = true
    for (let letter = next(); letter; letter = next()) {
      const sent = letter
      const outcome = await attempt(ports.deliver, sent)
      if (closed) return
      if (outcome instanceof Unreachable) {
        tryAgainLater()
        break
      }
      if (outcome instanceof Error) settle(sent, (to) => (to ? to.failed(outcome) : ports.refused(sent, outcome)))
      else settle(sent, (to) => to?.done(outcome))
    }
    busy = false
  }
  void run()

  return {
    post: (text, command) => {
      const letter: Letter = { text, request: { id: ports.newId(), command } }
      const answer = new Promise<api.CommandAnswer>((done, failed) => {
        promised.set(letter.request.id, { done, failed })
      })
      put([...letters, letter])
      ports.box.put(letter).catch((error: unknown) => ports.unkept(letter, asError(error)))
      void run()
      return answer
    },
    waiting: () => letters,
    watch: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    close: () => {
      closed = true
      callOff?.()
    },
  }
}

/** The answer, or the error as a value. */
async function attempt(deliver: OutboxPorts['deliver'], letter: Letter): Promise<api.CommandAnswer | Error> {
  try {
    return await deliver(letter)
  } catch (error) {
    return asError(error)
  }
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error))
}
