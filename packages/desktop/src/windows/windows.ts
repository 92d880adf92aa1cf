/** The windows: one for each text of each server, the launcher, and those that present. */

import { BrowserWindow, screen, type Rectangle } from 'electron'
import { z } from 'zod'
import { pathSchema } from '../ipc/channels.ts'
import { LAUNCHER, originOf } from '../page/address.ts'
import { fitting } from './place.ts'
import { safePreferences } from './preferences.ts'

/** A window as it is found again after a restart. */
export const rememberedSchema = z.strictObject({
  key: z.string(),
  path: pathSchema,
  bounds: z.strictObject({ x: z.int(), y: z.int(), width: z.int(), height: z.int() }),
  zoom: z.number().min(0.25).max(5),
})
export type Remembered = z.infer<typeof rememberedSchema>

/** One of our windows, and what it shows. */
export interface Shown {
  readonly window: BrowserWindow
  readonly key: string
  /** Where in the application it was opened; what it shows may have changed since. */
  path: string
  /** The text it shows, if it shows one. */
  text: string | undefined
  readonly presenting: boolean
  /** Commands that can be done in it now. */
  offered: ReadonlySet<string>
}

export interface Opening {
  readonly key: string
  readonly path: string
  readonly presenting?: boolean
  readonly bounds?: Rectangle
  readonly zoom?: number
}

export interface WindowsOptions {
  /** Folder of the built scripts. */
  readonly folder: string
  readonly icon?: string
}

/** Who is told of windows. */
export interface Watcher {
  /** A window of this key is about to be made: its pages must be answered from now on. */
  readonly opening: (key: string) => void
  /** A window was opened, closed, moved or shows something else. */
  readonly changed: () => void
  readonly focused: (shown: Shown) => void
  /** The page of a window is going, and another will come. */
  readonly leaving: (contents: number) => void
  readonly closed: (contents: number) => void
}

export interface Windows {
  /** Whom to tell from now on. */
  readonly watch: (by: Watcher) => void
  readonly open: (opening: Opening) => Shown
  readonly find: (contents: number) => Shown | undefined
  readonly all: () => readonly Shown[]
  /** The window in front, if one of ours is. */
  readonly focused: () => Shown | undefined
  readonly remembered: () => readonly Remembered[]
}

const standard = { width: 1240, height: 880 }
const smallest = { minWidth: 480, minHeight: 400 }
const launcherSize = { width: 760, height: 720 }

/** Id of the text that a path of the application leads to. */
export function textIn(path: string): string | undefined {
  return /^\/texts\/([A-Za-z0-9_-]{1,64})(?=[/?#]|$)/.exec(path)?.[1]
}

export function openWindows(options: WindowsOptions): Windows {
  const shown = new Map<number, Shown>()
  let watcher: Watcher | undefined
  const changed = (): void => watcher?.changed()

  const same = ({ key, path, presenting = false }: Opening): Shown | undefined =>
    [...shown.values()].find(
      (one) =>
        one.key === key &&
        one.presenting === presenting &&
        (key === LAUNCHER || one.text === textIn(path)) &&
        !one.window.isDestroyed(),
    )

  const make = (opening: Opening): Shown => {
    const { key, path, presenting = false } = opening
    watcher?.opening(key)
    const window = new BrowserWindow({
      ...(key === LAUNCHER ? launcherSize : standard),
      ...smallest,
      ...placeOf(opening),
      show: false,
      title: 'Travaux',
      fullscreen: presenting && screen.getAllDisplays().length > 1,
      autoHideMenuBar: presenting,
      ...(options.icon === undefined ? {} : { icon: options.icon }),
      webPreferences: {
        ...safePreferences,
        preload: `${options.folder}/${key === LAUNCHER ? 'launcher-preload' : 'preload'}.cjs`,
        // Not persistent: what pages leave behind in it never reaches the disk.
        partition: key,
        spellcheck: key !== LAUNCHER,
        ...(opening.zoom === undefined ? {} : { zoomFactor: opening.zoom }),
      },
    })
    const one: Shown = { window, key, path, text: textIn(path), presenting, offered: new Set() }
    const { id } = window.webContents
    shown.set(id, one)
    window.once('ready-to-show', () => window.show())
    window.on('moved', changed).on('resized', changed)
    window.on('focus', () => watcher?.focused(one))
    window.on('closed', () => {
      shown.delete(id)
      watcher?.closed(id)
      changed()
    })
    window.webContents.on('did-start-navigation', ({ isMainFrame, isSameDocument }) => {
      if (isMainFrame && !isSameDocument) watcher?.leaving(id)
    })
    window.webContents.on('did-navigate-in-page', (_event, url, isMainFrame) => {
      if (!isMainFrame || !url.startsWith(`${originOf(key)}/`)) return
      one.path = url.slice(originOf(key).length)
      changed()
    })
    // A window that is closed while its page is on the way has nothing to complain of.
    window.loadURL(`${originOf(key)}${path}`).catch((error: unknown) => {
      if (!window.isDestroyed()) console.error(error)
    })
    changed()
    return one
  }

  return {
    watch: (by) => {
      watcher = by
    },
    open: (opening) => {
      const there = same(opening)
      if (!there) return make(opening)
      bringForward(there.window)
      return there
    },
    find: (contents) => shown.get(contents),
    all: () => [...shown.values()],
    focused: () => [...shown.values()].find(({ window }) => window.isFocused()),
    remembered: () => [...shown.values()].filter(isToRemember).map(rememberedOf),
  }
}

export function bringForward(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}

/** A presenting window goes to the other display if there is one; others where they were, if that is still there. */
function placeOf({ presenting, bounds }: Opening): Partial<Rectangle> {
  const displays = screen.getAllDisplays().map(({ workArea }) => workArea)
  if (!presenting) return bounds ? (fitting(bounds, displays) ?? {}) : {}
  const primary = screen.getPrimaryDisplay().id
  return screen.getAllDisplays().find(({ id }) => id !== primary)?.workArea ?? {}
}

function isToRemember({ key, presenting, window }: Shown): boolean {
  return key !== LAUNCHER && !presenting && !window.isDestroyed()
}

function rememberedOf({ window, key, path }: Shown): Remembered {
  return { key, path, bounds: window.getNormalBounds(), zoom: window.webContents.getZoomFactor() }
}
