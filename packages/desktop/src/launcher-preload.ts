/** The preload script of the launcher's window: `window.launcher`, and nothing else. */

import { contextBridge, ipcRenderer } from 'electron'
import type { Answer, Gives, Takes } from './ipc/channels.ts'
import type { Invitation, LauncherAsked, LauncherState } from './ipc/launcher-channels.ts'

/** What the launcher's page can ask. Every call fails with an `Error` in plain words where it could not be done. */
export interface Launcher {
  readonly state: () => Promise<LauncherState>
  readonly signIn: (link: string) => Promise<string | null>
  readonly open: (server: string, path: string) => Promise<void>
  readonly forget: (server: string) => Promise<boolean>
  readonly startBody: (how: { readonly lan: boolean }) => Promise<void>
  readonly stopBody: () => Promise<void>
  readonly invite: (member: string) => Promise<Invitation>
  /** Calls back when the state has changed. */
  readonly onChange: (listener: () => void) => void
  /** Calls back when a link was followed to a server that this computer does not know. */
  readonly onUnknown: (listener: (host: string) => void) => void
}

async function ask<Name extends keyof LauncherAsked>(
  name: Name,
  ...given: Takes<LauncherAsked[Name]>
): Promise<Gives<LauncherAsked[Name]>> {
  const answer = (await ipcRenderer.invoke(name, ...given)) as Answer<Gives<LauncherAsked[Name]>>
  if (!answer.ok) throw new Error(answer.says)
  return answer.value
}

const launcher: Launcher = {
  state: () => ask('launcher.state'),
  signIn: (link) => ask('launcher.signIn', link),
  open: (server, path) => ask('launcher.open', server, path),
  forget: (server) => ask('launcher.forget', server),
  startBody: (how) => ask('launcher.startBody', how),
  stopBody: () => ask('launcher.stopBody'),
  invite: (member) => ask('launcher.invite', member),
  onChange: (listener) => void ipcRenderer.on('launcher.changed', () => listener()),
  onUnknown: (listener) => void ipcRenderer.on('launcher.unknown', (_event, host: string) => listener(host)),
}

contextBridge.exposeInMainWorld('launcher', launcher)
ipcRenderer.send('launcher.here')
