/**
 * A body served from here: for one person, or for a room without internet. The server proper, on the same files; this
 * module only starts it, says where it is and stops it.
 */

import { networkInterfaces } from 'node:os'
import { pino } from 'pino'
import { readConfig, serve, type Running } from '@travaux/server'
import { lanAddress } from './lan.ts'

export interface BodyOptions {
  /** Folder of the data. */
  readonly data: string
  /** Folder of the built editor, for browsers of others. */
  readonly editor: string
  /** Whether others on the same network may reach it; otherwise only this computer can. */
  readonly lan: boolean
  /** 0 for any free one. */
  readonly port: number
}

export interface LocalBody {
  /** For this computer. */
  readonly address: string
  /** For others on the network, where they may reach it. */
  readonly lan: string | undefined
  readonly members: readonly {
    readonly id: string
    readonly name: string
    readonly delegation: string
    readonly role: string
  }[]
  /** A one-time sign-in link, at an address that others reach if they may. */
  readonly invite: (member: string) => string
  readonly stop: () => Promise<void>
}

/** Starts serving. @throws where the folder is taken or the port cannot be had */
export async function startBody({ data, editor, lan, port }: BodyOptions): Promise<LocalBody> {
  const config = readConfig({}, data)
  if (typeof config === 'string') throw new Error(config)
  const log = pino({ level: 'warn' }, pino.destination(2))
  const host = lan ? '0.0.0.0' : '127.0.0.1'
  const running = await serve({ config: { ...config, data, editor, port, host }, log, now: Date.now })
  const outward = lan ? lanAddress(networkInterfaces()) : undefined
  const address = `http://localhost:${running.port}`
  const shared = outward === undefined ? undefined : `http://${outward}:${running.port}`
  return {
    address,
    lan: shared,
    members: membersOf(running),
    invite: (member) => running.linkFor(member).replace(/^https?:\/\/[^/]+/, shared ?? address),
    stop: () => running.close(),
  }
}

function membersOf({ body }: Running): LocalBody['members'] {
  return [...body.members.values()].map(({ id, name, delegation, role }) => ({ id, name, delegation, role }))
}
