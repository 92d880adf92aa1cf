/** The desktop shell put together: where every part of it is made, and where all of it is closed. */

import { app, BrowserWindow, crashReporter, ipcMain, nativeImage, protocol, safeStorage } from 'electron'
import { join } from 'node:path'
import { z } from 'zod'
import { readGiven } from './files/open.ts'
import { hostAnswers, hostHearers } from './host.ts'
import { answerAll, hearAll, Plain, type Rim } from './ipc/answer.ts'
import { asked, heard, told } from './ipc/channels.ts'
import { launcherAsked, launcherHeard, launcherTold } from './ipc/launcher-channels.ts'
import { openDrawer, type Drawer } from './known/drawer.ts'
import { openServers, type Server, type Servers } from './known/servers.ts'
import { openSignIns, type SignIns } from './known/sign-ins.ts'
import { launcherAnswers } from './launcher.ts'
import { readDeepLink, LINK_SCHEME } from './links/deep.ts'
import { openInbox, type Handed } from './links/inbox.ts'
import { openLocal, type Local } from './local/local.ts'
import {
  askToForget,
  askToKeepOpenly,
  askToRestart,
  askToSendPlainly,
  tellFailure,
  tellSetAside,
} from './manners/ask.ts'
import { openBadge } from './manners/badge.ts'
import { openMenus } from './manners/menus.ts'
import { readSettings, type Settings } from './manners/settings.ts'
import { openSpelling } from './manners/spelling.ts'
import { openTray } from './manners/tray.ts'
import { openUpdates } from './manners/updates.ts'
import { LAUNCHER, SCHEME } from './page/address.ts'
import { listFiles } from './page/files.ts'
import type { Remote } from './page/forward.ts'
import { openSites, type Sites } from './sites.ts'
import { trustAsSystem } from './known/trust.ts'
import { openSockets, type Sockets } from './sockets/sockets.ts'
import { openKey, type Keeping } from './vault/key.ts'
import { openVaults, type Vaults } from './vault/vaults.ts'
import { guardAll } from './windows/guard.ts'
import { openOrders, type Orders } from './windows/orders.ts'
import {
  bringForward,
  openWindows,
  rememberedSchema,
  type Remembered,
  type Shown,
  type Windows,
} from './windows/windows.ts'

/** The server's code for a socket of somebody it does not know (`closeReasons` of core). */
const SIGNED_OUT = 4401

/** What must be said before the application is ready. */
export function prepare(): void {
  trustAsSystem()
  crashReporter.start({ uploadToServer: false })
  app.enableSandbox()
  protocol.registerSchemesAsPrivileged([
    {
      scheme: SCHEME,
      privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true, codeCache: true },
    },
  ])
}

/** What is found again from one start to the next. */
interface Kept {
  readonly keeping: Keeping
  readonly vaults: Vaults
  readonly servers: Servers
  readonly layout: Drawer<readonly Remembered[]>
}

interface Parts extends Kept {
  /** Folder of the built scripts and pages. */
  readonly folder: string
  readonly settings: Settings
  readonly windows: Windows
  readonly local: Local
  readonly sites: Sites
  readonly signIns: SignIns
  readonly orders: Orders
  readonly sockets: Sockets
  readonly agent: string
  /** Brings the launcher and the menu up to date. */
  readonly changed: () => void
}

/** Opens everything once the application is ready. `folder` holds the built scripts and pages. */
export async function startShell(folder: string): Promise<void> {
  const inbox = openInbox()
  const icon = process.platform === 'linux' ? { icon: join(folder, 'icons', 'icon.png') } : {}
  const windows = openWindows({ folder, ...icon })
  guardAll(windows)
  await app.whenReady()
  if (app.isPackaged) app.setAsDefaultProtocolClient(LINK_SCHEME)

  const { settings, problem } = readSettings(app.getPath('userData'))
  if (problem !== undefined) tellFailure(new Plain(problem))
  const kept = await openKept(app.getPath('userData'))
  const { servers } = kept
  let refreshMenu: (() => void) | undefined
  const changed = (): void => {
    tellLauncher(windows, launcherHeard.changed)
    refreshMenu?.()
  }
  const signIns = openSignIns(changed)
  const agent = `Travaux desktop/${app.getVersion()} (${platformName()})`
  const sites = openSites({
    editor: listFiles(join(folder, 'editor')),
    launcher: listFiles(join(folder, 'launcher')),
    remoteOf: (key) => remoteOf(key, { servers, signIns, agent }),
  })
  const local = openLocal({ folder: app.getPath('userData'), editor: join(folder, 'editor') })
  const orders = openOrders((contents, order) => send(windows, contents, [heard.order, order]))
  const sockets = openSockets({
    agent,
    target: (contents) => servers.find(windows.find(contents)?.key ?? ''),
    tell: (contents, id, event) => {
      const key = windows.find(contents)?.key
      if (key !== undefined && event.kind === 'closed' && event.code === SIGNED_OUT) signIns.note(key, false)
      send(windows, contents, [heard.socket, id, event])
    },
  })
  const parts: Parts = { ...kept, folder, settings, windows, local, sites, signIns, orders, sockets, agent, changed }
  answerEditor(parts)
  answerLauncher(parts)
  endTidily(parts)
  refreshMenu = openMenus({
    windows,
    servers,
    orders,
    showLauncher: () => void showLauncher(windows),
    giveFile: (path) => void giveFile(parts, path),
    failed: tellFailure,
  })
  openUpdates({
    address: settings.updates,
    platform: process.platform,
    packaged: process.windowsStore,
    mayRestart: askToRestart,
  })
  reopen(parts)
  inbox.take((handed) => take(parts, handed))
  if (windows.all().length === 0) showLauncher(windows)
}

async function openKept(userData: string): Promise<Kept> {
  const keeping = await openKey({
    folder: userData,
    safeStorage,
    platform: process.platform,
    now: Date.now,
    mayKeepOpen: askToKeepOpenly,
    tellSetAside,
  })
  const vaults = openVaults({
    folder: userData,
    keeping,
    now: Date.now,
    tellSetAside: (aside) => void tellSetAside(aside),
  })
  const layout = await openDrawer<readonly Remembered[]>(vaults.own, 'windows', z.array(rememberedSchema), [])
  return { keeping, vaults, servers: await openServers(vaults.own), layout }
}

const platforms = { win32: 'windows', darwin: 'mac' } as const

function platformName(): 'windows' | 'mac' | 'linux' {
  return platforms[process.platform as keyof typeof platforms] ?? 'linux'
}

/** The server that pages of a key talk to, for as long as it is known. */
function remoteOf(
  key: string,
  { servers, signIns, agent }: Pick<Parts, 'servers' | 'signIns' | 'agent'>,
): Remote | undefined {
  const server = servers.find(key)
  return (
    server && {
      agent,
      address: server.address,
      credential: server.credential,
      standing: (isIn) => signIns.note(key, isIn),
      signedOut: () => servers.signOut(key),
    }
  )
}

/** Answers the editor's pages, and watches their windows. */
function answerEditor(parts: Parts): void {
  const { windows, keeping, sites, layout, sockets, orders } = parts
  const badge = openBadge((unread) => showUnread(parts, unread))
  const spelling = openSpelling({ platform: process.platform, dictionaries: parts.settings.dictionaries })
  let quitting = false
  const remember = (): void => void layout.set([...windows.remembered()])
  // Not every system tells when a window was moved.
  app.on('before-quit', () => {
    if (!quitting) remember()
    quitting = true
  })
  windows.watch({
    opening: sites.open,
    changed: () => {
      if (!quitting) remember()
    },
    focused: spelling.focus,
    leaving: (contents) => {
      sockets.closeAll(contents)
      orders.away(contents)
    },
    closed: (contents) => {
      sockets.closeAll(contents)
      orders.gone(contents)
    },
  })
  const host = {
    ...parts,
    badge,
    spelling,
    encrypted: keeping.kind === 'encrypted',
    platform: platformName(),
  }
  const rim = rimOf(windows, (key) => key !== LAUNCHER)
  answerAll(rim, asked, hostAnswers(host))
  hearAll(rim, told, hostHearers(host))
}

function answerLauncher(parts: Parts): void {
  const { windows, keeping } = parts
  const rim = rimOf(windows, (key) => key === LAUNCHER)
  const answers = launcherAnswers({
    ...parts,
    version: app.getVersion(),
    encrypted: keeping.kind === 'encrypted',
    keeping: keeping.kind !== 'not',
    mayBePlain: ({ window }, address) => askToSendPlainly(window, address),
    mayForget: ({ window }, { address, folder, texts }) =>
      askToForget(window, folder ?? address, texts.filter(({ kept }) => kept).length),
    forget: (server) => forget(parts, server),
  })
  answerAll(rim, launcherAsked, answers)
  hearAll(rim, launcherTold, { 'launcher.here': () => parts.changed() })
}

/** Who may ask: the windows of these keys. */
function rimOf(windows: Windows, fits: (key: string) => boolean): Rim<Shown> {
  return {
    ipc: ipcMain,
    noted: (error) => console.error(error),
    find: (contents) => {
      const shown = windows.find(contents)
      return shown && fits(shown.key) ? { caller: shown, key: shown.key } : undefined
    },
  }
}

/** Forgets the key first: whatever is interrupted afterwards, what was kept cannot be read any more. */
async function forget({ windows, servers, vaults, sites }: Parts, { key }: Server): Promise<void> {
  for (const one of windows.all()) if (one.key === key) one.window.destroy()
  await servers.forget(key)
  vaults.wipe(key)
  await sites.clear(key)
}

/** The number on the icon; Windows has room for a mark only, with the number in words. */
function showUnread({ windows, folder }: Parts, unread: number): void {
  app.setBadgeCount(unread)
  if (process.platform !== 'win32') return
  const mark = unread > 0 ? nativeImage.createFromPath(join(folder, 'icons', 'unread.png')) : null
  for (const { window } of windows.all()) window.setOverlayIcon(mark, unread > 0 ? `${unread} unread` : '')
}

function showLauncher(windows: Windows): Shown {
  return windows.open({ key: LAUNCHER, path: '/' })
}

function tellLauncher(windows: Windows, channel: string, ...words: readonly unknown[]): void {
  for (const { key, window } of windows.all())
    if (key === LAUNCHER && !window.isDestroyed()) window.webContents.send(channel, ...words)
}

/** Tells the page in a window, if both are still there. */
function send(windows: Windows, contents: number, [channel, ...words]: readonly [string, ...unknown[]]): void {
  const shown = windows.find(contents)
  if (shown && !shown.window.isDestroyed()) shown.window.webContents.send(channel, ...words)
}

function take(parts: Parts, handed: Handed): void {
  switch (handed.kind) {
    case 'link':
      return follow(parts, handed.link)
    case 'file':
      return void giveFile(parts, handed.path)
    case 'nothing':
      return void showLauncher(parts.windows)
    default:
      return handed satisfies never
  }
}

/** Gives a file to the page in front, or to the only server there is; otherwise a person first chooses one. */
async function giveFile({ windows, servers, orders }: Parts, path: string): Promise<void> {
  const pages = windows.all().filter(({ key, presenting }) => key !== LAUNCHER && !presenting)
  const [only, ...others] = servers.list()
  const shown =
    pages.find(({ window }) => window.isFocused()) ??
    pages.at(-1) ??
    (only && others.length === 0 ? windows.open({ key: only.key, path: '/' }) : undefined)
  if (!shown) {
    showLauncher(windows)
    return tellFailure(new Plain('Open a server first, and then the file.'))
  }
  try {
    const file = await readGiven(path)
    bringForward(shown.window)
    orders.give(shown.window.webContents.id, { kind: 'file', ...file })
  } catch (error) {
    tellFailure(error)
  }
}

/** Goes where a link leads; to a server that is not known, the launcher says how to sign in. */
function follow({ windows, servers, orders }: Parts, written: string): void {
  const link = readDeepLink(written)
  const server = link && servers.list().find(({ address }) => new URL(address).host === link.host)
  if (server) {
    const { window } = windows.open({ key: server.key, path: link.path })
    // A window that shows the text already goes to the clause.
    return orders.give(window.webContents.id, { kind: 'go', path: link.path })
  }
  showLauncher(windows)
  if (link) tellLauncher(windows, launcherHeard.unknown, link.host)
}

function reopen({ layout, servers, windows }: Parts): void {
  for (const { key, path, bounds, zoom } of layout.get())
    if (servers.find(key)) windows.open({ key, path, bounds, zoom })
}

/** The body that is served from here ends before the application, and the vaults last. */
function endTidily({ windows, local, vaults, settings, folder }: Parts): void {
  const tray = settings.tray ? openTray(join(folder, 'icons', 'tray.png'), () => void showLauncher(windows)) : undefined
  const stopAndQuit = async (): Promise<void> => {
    await local.stop()
    app.quit()
  }
  app.on('activate', () => {
    if (BrowserWindow.getAllWindows().length === 0) showLauncher(windows)
  })
  app.on('window-all-closed', () => {
    if (tray) return
    if (process.platform === 'darwin') void local.stop()
    else void stopAndQuit()
  })
  app.on('will-quit', (event) => {
    if (!local.running()) return vaults.close()
    event.preventDefault()
    void stopAndQuit()
  })
}
