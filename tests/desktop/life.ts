/** An application that is ended and started again on the same computer, with a window before a person. */

import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import type { RunningServer } from '../support/server.ts'
import { openDesktop, type Desktop } from './open.ts'
import { forgetProfile, openSeat, type Seat } from './page.ts'

export interface Life {
  readonly page: () => Page
  readonly desktop: () => Desktop
  /** The application's folder, as it is now. */
  readonly userData: () => string
  /** The folders of everything that browsers kept, those of earlier starts too. */
  readonly profiles: () => readonly string[]
  readonly faults: () => readonly string[]
  /** Goes to an address inside the application. */
  readonly visit: (path: string) => Promise<void>
  /** Ends the application, as a person does or as a crash would, and starts it at an address. */
  readonly restart: (path: string, how?: 'quit' | 'crash', between?: () => Promise<void>) => Promise<void>
  /** Signs in again by a fresh link. */
  readonly signIn: () => Promise<void>
  /** Ends it and takes everything off the disk. */
  readonly end: () => Promise<void>
}

/** Starts the application for a member of a server's body. */
export async function beginLife(server: RunningServer, member: string): Promise<Life> {
  let desktop = await openDesktop()
  let { userData } = desktop
  const key = await desktop.signIn(await server.link(member))
  const seats: Seat[] = [await openSeat(desktop, key)]
  const seat = (): Seat => {
    const last = seats.at(-1)
    if (!last) throw new Error('No window is open')
    return last
  }
  return {
    page: () => seat().page,
    desktop: () => desktop,
    userData: () => userData,
    profiles: () => seats.map(({ profile }) => profile),
    faults: () => seats.flatMap(({ faults }) => faults),
    visit: (path) => seat().visit(path),
    restart: async (path, how = 'quit', between = async () => undefined) => {
      await seat().vanish()
      if (how === 'crash') userData = asItIs(userData)
      await desktop.quit()
      if (how === 'crash') rmSync(desktop.userData, { recursive: true })
      await between()
      desktop = await openDesktop({ userData })
      seats.push(await openSeat(desktop, key, path))
    },
    signIn: async () => {
      await desktop.signIn(await server.link(member))
    },
    end: async () => {
      await seat().vanish()
      await desktop.quit()
      for (const one of seats) forgetProfile(one)
      rmSync(userData, { recursive: true, force: true })
    },
  }
}

/** What a power cut would leave of a folder: nothing is told that it ends, and what it would still write is not there. */
function asItIs(folder: string): string {
  const left = mkdtempSync(join(tmpdir(), 'travaux-desktop-'))
  cpSync(folder, left, { recursive: true })
  return left
}
