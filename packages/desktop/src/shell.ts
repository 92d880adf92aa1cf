/** The desktop shell put together: where every part of it is made, and where all of it is closed. */

import { app, BrowserWindow, crashReporter, ipcMain, protocol, safeStorage } from 'electron'
import { join } from 'node:path'
import { z } from 'zod'
import { hostAnswers, hostHearers } from './host.ts'
import { answerAll, hearAll, type Rim } from './ipc/answer.ts'
import { asked, heard, told } from './ipc/channels.ts'
import { launcherAsked, launcherHeard, launcherTold } from './ipc/launcher-channels.ts'
import { openDrawer, type Drawer } from './known/drawer.ts'
import { openServers, type Server, type Servers } from './known/servers.ts'
import { openStanding, type Standing } from './known/standing.ts'
import { launcherAnswers } from './launcher.ts'
import { readDeepLink, LINK_SCHEME } from './links/deep.ts'
import { openInbox } from './links/inbox.ts'
import { openLocal, type Local } from './local/local.ts'
import { askToForget, askToKeepOpenly, askToSendPlainly, tellSetAside } from './manners/ask.ts'
import { openBadge } from './manners/badge.ts'
import { openSpelling } from './manners/spelling.ts'
import { LAUNCHER, SCHEME } from './page/address.ts'
import { listFiles } from './page/files.ts'
import type { Remote } from './page/forward.ts'
import { openSites, type Sites } from './sites.ts'
import { openSockets } from './sockets/sockets.ts'
import { openKey, type Keeping } from './vault/key.ts'
import { openVaults, type Vaults } from './vault/vaults.ts'
import { guardAll } from './windows/guard.ts'
import { openOrders } from './windows/orders.ts'
import { openWindows, rememberedSchema, type Remembered, type Shown, type Windows } from './windows/windows.ts'

/** What must be said before the application is ready. */
export function prepare(): void {
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
  readonly windows: Windows
  readonly local: Local
  readonly sites: Sites
  readonly standing: Standing
  readonly agent: string
  /** Tells the launcher that what it shows has changed. */
  readonly changed: () => void
}

/** Opens everything once the application is ready. `folder` holds the built scripts and pages. */
export async function startShell(folder: string): Promise<void> {
  const inbox = openInbox()
  const windows = openWindows({ folder })
  guardAll(windows)
  await app.whenReady()
  app.setAsDefaultProtocolClient(LINK_SCHEME)

  const kept = await openKept(app.getPath('userData'))
  const { servers } = kept
  const changed = (): void => tellLauncher(windows, launcherHeard.changed)
  const standing = openStanding(changed)
  const agent = `Travaux desktop/${app.getVersion()} (${platformName()})`
  const sites = openSites({
    editor: listFiles(join(folder, 'editor')),
    launcher: listFiles(join(folder, 'launcher')),
    remoteOf: (key) => remoteOf(key, { servers, standing, agent }),
  })
  const local = openLocal({ folder: app.getPath('userData'), editor: join(folder, 'editor') })
  const parts: Parts = { ...kept, windows, local, sites, standing, agent, changed }
  answerEditor(parts)
  answerLauncher(parts)
  endTidily(parts)
  reopen(parts)
  inbox.take(({ link }) => follow(parts, link))
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
  { servers, standing, agent }: Pick<Parts, 'servers' | 'standing' | 'agent'>,
): Remote | undefined {
  const server = servers.find(key)
  return (
    server && {
      agent,
      address: server.address,
      credential: server.credential,
      standing: (isIn) => standing.note(key, isIn),
      signedOut: () => servers.signOut(key),
    }
  )
}

/** Answers the editor's pages, and watches their windows. */
function answerEditor(parts: Parts): void {
  const { windows, servers, vaults, keeping, sites, layout } = parts
  const send = (contents: number, channel: string, ...words: unknown[]): void => {
    const shown = windows.find(contents)
    if (shown && !shown.window.isDestroyed()) shown.window.webContents.send(channel, ...words)
  }
  const orders = openOrders((contents, order) => send(contents, heard.order, order))
  const sockets = openSockets({
    agent: parts.agent,
    target: (contents) => servers.find(windows.find(contents)?.key ?? ''),
    tell: (contents, id, event) => send(contents, heard.socket, id, event),
  })
  const badge = openBadge((unread) => void app.setBadgeCount(unread))
  const spelling = openSpelling({ platform: process.platform, dictionaries: undefined })
  let quitting = false
  app.on('before-quit', () => {
    quitting = true
  })
  windows.watch({
    opening: sites.open,
    changed: () => {
      if (!quitting) void layout.set([...windows.remembered()])
    },
    focused: spelling.focus,
    closed: (contents) => {
      sockets.closeAll(contents)
      orders.gone(contents)
    },
  })
  const host = {
    servers,
    vaults,
    windows,
    orders,
    sockets,
    badge,
    spelling,
    encrypted: keeping.kind === 'encrypted',
    platform: platformName(),
    changed: parts.changed,
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

function showLauncher(windows: Windows): Shown {
  return windows.open({ key: LAUNCHER, path: '/' })
}

function tellLauncher(windows: Windows, channel: string, ...words: readonly unknown[]): void {
  for (const { key, window } of windows.all())
    if (key === LAUNCHER && !window.isDestroyed()) window.webContents.send(channel, ...words)
}

/** Goes where a link leads; to a server that is not known, the launcher says how to sign in. */
function follow({ windows, servers }: Parts, written: string | undefined): void {
  const link = written === undefined ? undefined : readDeepLink(written)
  const server = link && servers.list().find(({ address }) => new URL(address).host === link.host)
  if (server) return void windows.open({ key: server.key, path: link.path })
  showLauncher(windows)
  if (link) tellLauncher(windows, launcherHeard.unknown, link.host)
}

function reopen({ layout, servers, windows }: Parts): void {
  for (const { key, path, bounds, zoom } of layout.get())
    if (servers.find(key)) windows.open({ key, path, bounds, zoom })
}

/** The body that is served from here ends before the application, and the vaults last. */
function endTidily({ windows, local, vaults }: Parts): void {
  const stopAndQuit = async (): Promise<void> => {
    await local.stop()
    app.quit()
  }
  app.on('activate', () => {
    if (BrowserWindow.getAllWindows().length === 0) showLauncher(windows)
  })
  app.on('window-all-closed', () => {
    if (process.platform === 'darwin') void local.stop()
    else void stopAndQuit()
  })
  app.on('will-quit', (event) => {
    if (!local.running()) return vaults.close()
    event.preventDefault()
    void stopAndQuit()
  })
}
