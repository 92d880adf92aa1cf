/** Doubles of windows and their contents, with the real preload script run against them as Electron would. */

import { EventEmitter } from 'node:events'
import { asDocumented, checkOptions } from './contract.ts'
import { runScript } from './load.ts'
import type { World } from './world.ts'

export interface Frame {
  origin: string
  url: string
  parent: Frame | null
}

export interface Sent {
  readonly channel: string
  readonly args: readonly unknown[]
}

/** What a page can do with `ipcRenderer`. */
export interface Renderer {
  readonly invoke: (channel: string, ...given: unknown[]) => Promise<unknown>
  readonly send: (channel: string, ...given: unknown[]) => void
  readonly on: (channel: string, listener: (event: unknown, ...given: unknown[]) => void) => void
}

type Rect = { x: number; y: number; width: number; height: number }

let contents = 0

/** `webContents`, and the page in it. */
export class DoubleContents extends EventEmitter {
  readonly id = ++contents
  readonly world: World
  readonly session: unknown
  readonly mainFrame: Frame = { origin: 'null', url: '', parent: null }
  readonly preload: string | undefined
  readonly preferences: Readonly<Record<string, unknown>>
  /** Everything that was sent to the page. */
  readonly sent: Sent[] = []
  /** What preload scripts put into the page. */
  readonly exposed: Record<string, unknown> = {}
  readonly printed: object[] = []
  openHandler: ((details: { url: string }) => { action: string }) | undefined
  destroyed = false
  zoom = 1
  private readonly hears = new EventEmitter()

  constructor(world: World, session: unknown, preferences: Readonly<Record<string, unknown>>) {
    super()
    this.world = world
    this.session = session
    this.preferences = preferences
    this.preload = preferences['preload'] as string | undefined
    this.zoom = (preferences['zoomFactor'] as number | undefined) ?? 1
    world.contents.set(this.id, this)
    world.app.emit('web-contents-created', {}, asDocumented('WebContents', this))
  }

  /** As a page's own script sees it. */
  readonly renderer: Renderer = {
    invoke: (channel, ...given) => this.world.invoke(this, this.mainFrame, channel, given),
    send: (channel, ...given) => this.world.tell(this, this.mainFrame, channel, given),
    on: (channel, listener) => void this.hears.on(channel, listener),
  }

  send(channel: string, ...given: unknown[]): void {
    this.mustStand()
    const args = structuredClone(given)
    this.sent.push({ channel, args })
    this.hears.emit(channel, {}, ...args)
  }

  setWindowOpenHandler(handler: (details: { url: string }) => { action: string }): void {
    this.openHandler = handler
  }

  getZoomFactor(): number {
    this.mustStand()
    return this.zoom
  }

  setZoomFactor(factor: number): void {
    this.zoom = factor
  }

  getURL(): string {
    return this.mainFrame.url
  }

  isDestroyed(): boolean {
    return this.destroyed
  }

  print(options: object, done: (success: boolean, reason: string) => void): void {
    checkOptions('WebContentsPrintOptions', options)
    this.printed.push(options)
    const reason = this.world.printing
    done(reason === '', reason)
  }

  async printToPDF(options: object): Promise<Buffer> {
    checkOptions('PrintToPDFOptions', options)
    this.printed.push(options)
    return Buffer.from('%PDF-1.7 double')
  }

  /** Fulfilled when the page that was gone to last is there and its preload script has run. */
  loaded: Promise<Response> | undefined

  /** Goes to an address as a page or Electron itself would, and runs the preload script in it. */
  load(url: string): Promise<Response> {
    this.loaded = this.arrive(url)
    return this.loaded
  }

  private async arrive(url: string): Promise<Response> {
    const { protocol, host } = new URL(url)
    this.emit('did-start-navigation', { url, isMainFrame: true, isSameDocument: false })
    Object.assign(this.mainFrame, { url, origin: `${protocol}//${host}` })
    const response = await this.world.fetch(this.session, new Request(url))
    this.hears.removeAllListeners()
    for (const name of Object.keys(this.exposed)) delete this.exposed[name]
    if (this.preload !== undefined && this.world.runsPreload)
      runScript(this.preload, { electron: this.rendererModule(), sandboxed: true })
    this.emit('did-finish-load')
    return response
  }

  /** Tries to leave for another address, as a link or script in the page would; gives whether it was let go. */
  navigate(url: string): boolean {
    let prevented = false
    const event = { url, isMainFrame: true, isSameDocument: false, preventDefault: () => (prevented = true) }
    this.emit('will-frame-navigate', event, url)
    this.emit('will-navigate', event, url)
    return !prevented
  }

  private rendererModule(): object {
    return {
      contextBridge: {
        exposeInMainWorld: (name: string, api: object) => {
          if (name in this.exposed) throw new Error(`Cannot bind an API on top of an existing property: ${name}`)
          this.exposed[name] = bridged(api)
        },
      },
      ipcRenderer: this.renderer,
    }
  }

  private mustStand(): void {
    if (this.destroyed) throw new TypeError('Object has been destroyed')
  }
}

/** The context bridge passes functions on, and copies everything else on its way. */
function bridged(value: unknown): unknown {
  if (typeof value === 'function') {
    return (...given: unknown[]) => {
      const result: unknown = (value as (...given: unknown[]) => unknown)(...given.map(bridged))
      return result instanceof Promise ? result.then(bridged, asError) : bridged(result)
    }
  }
  if (value === null || typeof value !== 'object' || ArrayBuffer.isView(value)) return structuredClone(value)
  if (Array.isArray(value)) return value.map(bridged)
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, bridged(one)]))
}

/** Of an error, only its words cross. */
function asError(error: unknown): never {
  throw new Error(error instanceof Error ? error.message : String(error))
}

/** `BrowserWindow`, made by `windowClass` for one world. */
export class DoubleWindow extends EventEmitter {
  readonly contents: DoubleContents
  readonly options: Readonly<Record<string, unknown>>
  readonly world: World
  title = ''
  visible = false
  focused = false
  minimized = false
  fullScreen: boolean
  destroyed = false
  bounds: Rect

  constructor(world: World, options: Readonly<Record<string, unknown>>) {
    super()
    world.mustBeReady('BrowserWindow')
    checkOptions('BrowserWindowConstructorOptions', options)
    const preferences = (options['webPreferences'] ?? {}) as Record<string, unknown>
    checkOptions('WebPreferences', preferences)
    this.world = world
    this.options = options
    this.title = (options['title'] as string | undefined) ?? ''
    this.visible = options['show'] !== false
    this.fullScreen = options['fullscreen'] === true
    const { x = 0, y = 0, width = 800, height = 600 } = options as Partial<Rect>
    this.bounds = { x, y, width, height }
    const session = world.sessionFor(preferences['partition'] as string | undefined)
    this.contents = new DoubleContents(world, session, preferences)
    world.windows.add(this)
  }

  get webContents(): DoubleContents {
    if (this.destroyed) throw new TypeError('Object has been destroyed')
    return asDocumented('WebContents', this.contents)
  }

  async loadURL(url: string): Promise<void> {
    const response = await this.contents.load(url)
    if (this.destroyed) return
    if (!response.ok) throw new Error(`ERR_FAILED (-2) loading '${url}'`)
    this.emit('ready-to-show')
  }

  show(): void {
    this.visible = true
    this.focus()
  }
  focus(): void {
    for (const other of this.world.windows) if (other !== this) other.blur()
    this.focused = true
    this.emit('focus')
    this.world.app.emit('browser-window-focus', {}, this)
  }
  blur(): void {
    if (!this.focused) return
    this.focused = false
    this.emit('blur')
  }
  isFocused(): boolean {
    return this.focused
  }
  isMinimized(): boolean {
    return this.minimized
  }
  restore(): void {
    this.minimized = false
  }
  isFullScreen(): boolean {
    return this.fullScreen
  }
  setFullScreen(full: boolean): void {
    this.fullScreen = full
  }
  isDestroyed(): boolean {
    return this.destroyed
  }
  getTitle(): string {
    return this.title
  }
  setTitle(title: string): void {
    this.title = title
  }
  getNormalBounds(): Rect {
    if (this.destroyed) throw new TypeError('Object has been destroyed')
    return { ...this.bounds }
  }
  /** As a person moves and sizes it. */
  place(bounds: Rect): void {
    this.bounds = bounds
    // Told on Windows and Macs only.
    if (this.world.options.platform === 'linux') return
    this.emit('moved')
    this.emit('resized')
  }
  setOverlayIcon(): void {}
  flashFrame(): void {}
  setRepresentedFilename(): void {}

  close(): void {
    let prevented = false
    this.emit('close', { preventDefault: () => (prevented = true) })
    if (!prevented) this.destroy()
  }

  destroy(): void {
    if (this.destroyed) return
    this.destroyed = true
    this.contents.destroyed = true
    this.world.windows.delete(this)
    this.world.contents.delete(this.contents.id)
    this.contents.emit('destroyed')
    this.emit('closed')
    if (this.world.windows.size === 0) this.world.app.emit('window-all-closed')
  }
}
