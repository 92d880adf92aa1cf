/** The answers to the launcher's page: servers, signing in, forgetting, and the body of this computer. */

import { encode } from 'uqr'
import type { LauncherAsked, LauncherState } from './ipc/launcher-channels.ts'
import { Plain, type Answers } from './ipc/answer.ts'
import { readSignInLink, redeem } from './known/sign-in.ts'
import type { Server, Servers } from './known/servers.ts'
import type { Local } from './local/local.ts'
import type { SignIns } from './known/sign-ins.ts'
import type { Shown, Windows } from './windows/windows.ts'

export interface LauncherParts {
  readonly servers: Servers
  readonly windows: Windows
  readonly local: Local
  readonly agent: string
  readonly version: string
  readonly encrypted: boolean
  readonly keeping: boolean
  readonly signIns: SignIns
  /** Asks whether to send a secret over a network where others can read it. */
  readonly mayBePlain: (shown: Shown, address: string) => Promise<boolean>
  readonly mayForget: (shown: Shown, server: Server) => Promise<boolean>
  /** Forgets a server with all that was kept of it. */
  readonly forget: (server: Server) => Promise<void>
  readonly changed: () => void
}

export function launcherAnswers(parts: LauncherParts): Answers<Shown, LauncherAsked> {
  const { servers, windows, local } = parts
  return {
    'launcher.state': () => state(parts),
    'launcher.signIn': (shown, pasted) => signIn(parts, shown, pasted),
    'launcher.open': async (_shown, key, path) => {
      const server = servers.find(key)
      if (!server) throw new Plain('This computer has forgotten this server.')
      if (server.folder !== undefined && !local.running()) await startLocal(parts, { lan: false })
      windows.open({ key, path })
    },
    'launcher.forget': async (shown, key) => {
      const server = servers.find(key)
      if (!server || !(await parts.mayForget(shown, server))) return false
      await parts.forget(server)
      parts.changed()
      return true
    },
    'launcher.startBody': async (_shown, how) => {
      const key = await startLocal(parts, how)
      windows.open({ key, path: '/' })
    },
    'launcher.stopBody': async () => {
      await local.stop()
      parts.changed()
    },
    'launcher.invite': (_shown, member) => {
      const body = local.running()
      if (!body?.members.some(({ id }) => id === member)) throw new Plain('There is no such member in this body.')
      const link = body.invite(member)
      return { link, squares: encode(link, { border: 2 }).data }
    },
  }
}

function state({ servers, local, version, encrypted, keeping, signIns }: LauncherParts): LauncherState {
  const body = local.running()
  return {
    servers: servers.list().map(({ key, address, folder, credential, texts }) => ({
      key,
      address: folder ?? address,
      local: folder !== undefined,
      standing: credential === undefined || signIns.isOut(key) ? 'out' : 'in',
      texts,
    })),
    ...(body && {
      body: { address: body.address, members: [...body.members], ...(body.lan !== undefined && { lan: body.lan }) },
    }),
    encrypted,
    keeping,
    version,
  }
}

async function signIn(parts: LauncherParts, shown: Shown, pasted: string): Promise<string | null> {
  const link = readSignInLink(pasted)
  if (typeof link === 'string') throw new Plain(link)
  if (link.plain && !(await parts.mayBePlain(shown, link.address))) return null
  const session = await redeem(link, parts.agent)
  const { key } = await parts.servers.know({ address: link.address })
  await parts.servers.signIn(key, session)
  parts.signIns.note(key, true)
  parts.windows.open({ key, path: '/' })
  parts.changed()
  return key
}

/** Starts the body of this computer and signs its owner in, as its secretariat. */
async function startLocal(parts: LauncherParts, how: { readonly lan: boolean }): Promise<string> {
  const { servers, local } = parts
  const body = await local.start(how)
  const { key, credential } = await servers.know({ address: body.address, folder: local.folder })
  const owner = body.members.find(({ role }) => role === 'secretariat')?.id
  if ((credential === undefined || parts.signIns.isOut(key)) && owner !== undefined) {
    const link = readSignInLink(body.invite(owner))
    if (typeof link !== 'string')
      await servers.signIn(key, await redeem({ ...link, address: body.address }, parts.agent))
    parts.signIns.note(key, true)
  }
  parts.changed()
  return key
}
