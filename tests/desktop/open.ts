/**
 * The real built desktop application under Node: its main process and preload scripts, as `packages/desktop/build.ts`
 * leaves them, on the double of Electron. Everything but Electron is real: the network, the files, the cryptography.
 */

import { mkdirSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { DesktopHost } from '../../packages/editor/src/host/host.ts'
import type { Launcher } from '../../packages/desktop/src/launcher-preload.ts'
import type { DoubleContents, DoubleWindow } from './electron-double/contents.ts'
import { runScript } from './electron-double/load.ts'
import { World, type WorldOptions } from './electron-double/world.ts'

const dist = join(import.meta.dirname, '../../packages/desktop/dist')

export interface Desktop {
  readonly world: World
  readonly userData: string
  /** The windows that show pages of a server's key; all windows where none is named. */
  readonly windows: (key?: string) => readonly DoubleWindow[]
  /** What the launcher's page has; its window is opened where it is not. */
  readonly launcher: () => Promise<Launcher>
  /** Signs in by a link, as a person does in the launcher; gives the server's key. */
  readonly signIn: (link: string) => Promise<string>
  /** Opens a page of a server, as a person does in the launcher; or the launcher itself. */
  readonly open: (key: string, path: string) => Promise<DoubleWindow>
  /** `window.travaux` of a window, as the real preload script made it, once its page is there. */
  readonly host: (window: DoubleWindow) => Promise<DesktopHost>
  /** Asks the main process as the page in a window of this origin would by `ipcRenderer.invoke`. */
  readonly invoke: (origin: string, channel: string, args: readonly unknown[]) => Promise<unknown>
  /** What a page of a session gets for a request of `app://...`. */
  readonly handle: (request: Request) => Promise<Response>
  /** Another start of the application on the same computer: argv is what it was given. */
  readonly second: (...argv: readonly string[]) => void
  /** Ends as a person ends it; fulfilled when it has ended. */
  readonly quit: () => Promise<void>
}

const display = { id: 1, workArea: { x: 0, y: 0, width: 1920, height: 1040 } }

/** Starts the application; `userData` of an earlier run gives the application back what it kept. */
export async function openDesktop(options: Partial<WorldOptions> = {}): Promise<Desktop> {
  const home = options.userData ?? mkdtempSync(join(tmpdir(), 'travaux-desktop-'))
  const documents = options.documents ?? join(home, 'Documents')
  mkdirSync(documents, { recursive: true })
  const world = new World({
    keychain: 'there',
    keychainSecret: 'a secret of this user',
    platform: 'linux',
    argv: [],
    runsPreload: true,
    secondInstance: false,
    displays: [display],
    answers: [],
    ...options,
    userData: home,
    documents,
  })
  const process = Object.create(globalThis.process, {
    platform: { value: world.options.platform },
    argv: { value: ['travaux', ...world.options.argv] },
  }) as object
  runScript(join(dist, 'main.cjs'), { electron: world.electron(), process })
  world.begin()
  await until(() => world.ended !== undefined || world.windows.size > 0)
  return desktop(world)
}

function desktop(world: World): Desktop {
  const windows = (key?: string): DoubleWindow[] =>
    [...world.windows].filter(({ contents }) => key === undefined || contents.mainFrame.origin === `app://${key}`)
  const launcher = async (): Promise<Launcher> => {
    if (windows('launcher').length === 0) world.app.emit('second-instance', {}, [])
    const [window] = windows('launcher')
    if (!window) throw new Error('The launcher is not open')
    await window.contents.loaded
    return window.contents.exposed['launcher'] as Launcher
  }
  const contentsOf = (origin: string): DoubleContents => {
    const found = [...world.windows].find(({ contents }) => contents.mainFrame.origin === origin)
    if (!found) throw new Error(`No window shows ${origin}`)
    return found.contents
  }
  return {
    world,
    userData: world.options.userData,
    windows,
    launcher,
    signIn: async (link) => {
      const key = await (await launcher()).signIn(link)
      if (key === null) throw new Error('The person did not sign in')
      return key
    },
    open: async (key, path) => {
      const shown = await launcher()
      if (key !== 'launcher') await shown.open(key, path)
      const opened = windows(key)
      const window = opened.find(({ contents }) => contents.mainFrame.url === `app://${key}${path}`) ?? opened.at(-1)
      if (!window) throw new Error(`No window of ${key} was opened`)
      await window.contents.loaded
      return window
    },
    host: async ({ contents }) => {
      await contents.loaded
      return contents.exposed['travaux'] as DesktopHost
    },
    invoke: (origin, channel, args) => contentsOf(origin).renderer.invoke(channel, ...args),
    handle: (request) => {
      const { host } = new URL(request.url)
      const session = world.sessions.get(host)
      if (!session) throw new Error(`No pages of ${host} were ever opened`)
      return world.fetch(session, request)
    },
    second: (...argv) => void world.app.emit('second-instance', {}, ['travaux', ...argv]),
    quit: async () => {
      await world.quit()
      await until(() => world.ended !== undefined)
    },
  }
}

/** Waits for a condition, looking often; the test's own time limit ends a wait in vain. */
export async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 5))
}
