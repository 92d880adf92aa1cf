/** The menu of the application, made anew whenever something in it changes. */

import { app, dialog, Menu, screen } from 'electron'
import { importable } from '../files/open.ts'
import { printPage } from '../files/print.ts'
import type { Servers } from '../known/servers.ts'
import { LAUNCHER } from '../page/address.ts'
import type { Orders } from '../windows/orders.ts'
import type { Shown, Windows } from '../windows/windows.ts'
import { menuTemplate, type MenuActs, type MenuState } from './menu.ts'

export interface MenusOptions {
  readonly windows: Windows
  readonly servers: Servers
  readonly orders: Orders
  readonly showLauncher: () => void
  /** Gives a file to the page in front, to be imported. */
  readonly giveFile: (path: string) => void
  /** Tells a person what went wrong. */
  readonly failed: (error: unknown) => void
}

const MOST_RECENT = 12

/** Puts the menu up; the returned function brings it up to date, at most once in a turn. */
export function openMenus(options: MenusOptions): () => void {
  const acts = actsOf(options)
  const build = (): void => Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(stateOf(options), acts)))
  let waiting = false
  const refresh = (): void => {
    if (waiting) return
    waiting = true
    queueMicrotask(() => {
      waiting = false
      build()
    })
  }
  app.on('browser-window-focus', refresh)
  app.on('browser-window-blur', refresh)
  screen.on('display-added', refresh).on('display-removed', refresh)
  build()
  return refresh
}

/** The editor's window in front. */
function inFront({ windows }: MenusOptions): Shown | undefined {
  const shown = windows.focused()
  return shown && shown.key !== LAUNCHER && !shown.presenting ? shown : undefined
}

function stateOf(options: MenusOptions): MenuState {
  const { windows, servers } = options
  const recent = servers.list().flatMap(({ key, texts }) => texts.map((text) => ({ key, ...text })))
  return {
    mac: process.platform === 'darwin',
    offered: inFront(options)?.offered,
    presentable: screen.getAllDisplays().length > 1,
    recent: recent.slice(0, MOST_RECENT).map(({ key, id, title, symbol }) => ({
      label: [symbol, title].filter(Boolean).join(' · ').replaceAll('&', '&&'),
      open: () => void windows.open({ key, path: `/texts/${id}` }),
    })),
  }
}

function actsOf(options: MenusOptions): MenuActs {
  const { windows, orders, failed } = options
  const withFront = (act: (shown: Shown) => unknown) => (): void => {
    const shown = inFront(options)
    if (shown) Promise.resolve(act(shown)).catch(failed)
  }
  return {
    command: (name) => withFront(({ window }) => orders.give(window.webContents.id, { kind: 'command', name }))(),
    openFile: withFront(async ({ window }) => {
      const { filePaths } = await dialog.showOpenDialog(window, {
        properties: ['openFile'],
        filters: [{ name: 'Texts', extensions: [...importable] }],
      })
      for (const path of filePaths) options.giveFile(path)
    }),
    newWindow: withFront(({ key }) => windows.open({ key, path: '/' })),
    showLauncher: options.showLauncher,
    print: (to) => withFront(({ window }) => printPage(window, to))(),
    present: withFront(
      ({ key, text }) => text && windows.open({ key, path: `/texts/${text}/present`, presenting: true }),
    ),
  }
}
