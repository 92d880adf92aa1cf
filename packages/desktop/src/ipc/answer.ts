/** Answering windows: who asks is checked first, what they say second; only then is anything done. */

import type { IpcMain, IpcMainEvent, IpcMainInvokeEvent } from 'electron'
import { originOf } from '../page/address.ts'
import type { Answer, Gives, Table, Takes, TellingTable } from './channels.ts'

/** A failure that people are told in these words. */
export class Plain extends Error {}

type Event = Pick<IpcMainInvokeEvent | IpcMainEvent, 'sender' | 'senderFrame'>

export interface Rim<Caller> {
  readonly ipc: IpcMain
  /** The window of ours that has these contents, and the key of its origin. */
  readonly find: (contents: number) => { readonly caller: Caller; readonly key: string } | undefined
  /** Notes on this computer what was not foreseen. */
  readonly noted: (error: unknown) => void
}

export type Answers<Caller, T extends Table> = {
  readonly [Name in keyof T]: (caller: Caller, ...given: Takes<T[Name]>) => Promise<Gives<T[Name]>> | Gives<T[Name]>
}

export type Hearers<Caller, T extends TellingTable> = {
  readonly [Name in keyof T]: (caller: Caller, ...given: Takes<T[Name]>) => void
}

/** The window that speaks, if it is the main frame of one of ours and still stands on its own origin. */
function callerOf<Caller>({ find }: Rim<Caller>, { sender, senderFrame }: Event): Caller | undefined {
  const found = find(sender.id)
  if (!found || senderFrame === null || senderFrame.parent !== null) return undefined
  const origin = originOf(found.key)
  const stands = senderFrame.origin === origin && senderFrame.url.startsWith(`${origin}/`)
  return stands ? found.caller : undefined
}

/** Answers the questions of a table. */
export function answerAll<Caller, T extends Table>(rim: Rim<Caller>, table: T, answers: Answers<Caller, T>): void {
  for (const [name, { takes, gives }] of Object.entries(table)) {
    const answer = answers[name] as (caller: Caller, ...given: unknown[]) => unknown
    rim.ipc.handle(name, async (event, ...given: unknown[]): Promise<Answer<unknown>> => {
      const caller = callerOf(rim, event)
      if (caller === undefined) return { ok: false, says: 'This page may not ask for that.' }
      const read = takes.safeParse(given)
      if (!read.success) return { ok: false, says: 'This was asked in a way that the application does not know.' }
      try {
        return { ok: true, value: gives.parse(await answer(caller, ...read.data)) }
      } catch (error) {
        return { ok: false, says: wordsOf(error, rim.noted) }
      }
    })
  }
}

/** Hears the tellings of a table; what comes from elsewhere or makes no sense is not heard. */
export function hearAll<Caller, T extends TellingTable>(rim: Rim<Caller>, table: T, hearers: Hearers<Caller, T>): void {
  for (const [name, { takes }] of Object.entries(table)) {
    const hear = hearers[name] as (caller: Caller, ...given: unknown[]) => void
    rim.ipc.on(name, (event, ...given: unknown[]) => {
      const caller = callerOf(rim, event)
      const read = takes.safeParse(given)
      if (caller !== undefined && read.success) hear(caller, ...read.data)
    })
  }
}

function wordsOf(error: unknown, noted: (error: unknown) => void): string {
  if (error instanceof Plain) return error.message
  noted(error)
  return 'The application failed at this. It has been noted in its log on this computer.'
}
