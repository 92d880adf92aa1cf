/** A double of Electron's main process: one world for each run of the application, with what it did on record. */

import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'
import { EventEmitter } from 'node:events'
import { asDocumented, checkOptions, documented } from './contract.ts'
import { DoubleWindow, type DoubleContents, type Frame } from './contents.ts'

export type Keychain =
  | 'there'
  /** No encryption at all. */
  | 'absent'
  /** Linux without a password store: encrypted with a password that everybody knows. */
  | 'basic_text'

export interface WorldOptions {
  readonly userData: string
  readonly documents: string
  readonly keychain: Keychain
  /** Secret of this user's keychain; another one cannot open what the first has closed. */
  readonly keychainSecret: string
  readonly platform: NodeJS.Platform
  readonly argv: readonly string[]
  readonly runsPreload: boolean
  readonly secondInstance: boolean
  readonly displays: readonly Display[]
  /** Answers to the dialogs that come first. */
  readonly answers: readonly (number | string | null)[]
}

export interface Display {
  readonly id: number
  readonly workArea: { readonly x: number; readonly y: number; readonly width: number; readonly height: number }
}

export interface Dialog {
  readonly kind: 'message' | 'save' | 'open' | 'error'
  readonly options: Readonly<Record<string, unknown>>
}

type Handler = (event: object, ...given: unknown[]) => unknown
type PageHandler = (request: Request) => Promise<Response> | Response

/** A session, and what was put on it. */
export class DoubleSession extends EventEmitter {
  readonly partition: string
  readonly options: object
  readonly handlers = new Map<string, PageHandler>()
  permissionRequest: ((contents: unknown, permission: string, answer: (yes: boolean) => void) => void) | undefined
  permissionCheck: ((contents: unknown, permission: string) => boolean) | undefined
  device: (() => boolean) | undefined
  displayMedia: ((request: object, answer: (streams: unknown) => void) => void) | undefined
  blocked: { urls: readonly string[]; cancels: (url: string) => boolean } | undefined
  readonly cleared: string[] = []
  readonly spelling: { enabled: boolean; languages: readonly string[]; url: string | undefined } = {
    enabled: true,
    languages: [],
    url: undefined,
  }
  availableSpellCheckerLanguages = ['en-US', 'en-GB', 'fr', 'es']

  constructor(partition: string, options: object) {
    super()
    this.partition = partition
    this.options = options
  }

  readonly protocol = asDocumented('Protocol', {
    handle: (scheme: string, handler: PageHandler) => {
      if (this.handlers.has(scheme)) throw new Error(`Failed to register protocol: ${scheme}`)
      this.handlers.set(scheme, handler)
    },
    isProtocolHandled: (scheme: string) => this.handlers.has(scheme),
  })
  readonly webRequest = asDocumented('WebRequest', {
    onBeforeRequest: (
      filter: { urls: readonly string[] },
      listener: (details: object, answer: (response: { cancel?: boolean }) => void) => void,
    ) => {
      checkOptions('WebRequestFilter', filter)
      const cancels = (url: string): boolean => {
        let cancelled = false
        listener({ url }, ({ cancel }) => (cancelled = cancel === true))
        return cancelled
      }
      this.blocked = { urls: filter.urls, cancels }
    },
  })
  setPermissionRequestHandler(handler: DoubleSession['permissionRequest']): void {
    this.permissionRequest = handler
  }
  setPermissionCheckHandler(handler: DoubleSession['permissionCheck']): void {
    this.permissionCheck = handler
  }
  setDevicePermissionHandler(handler: () => boolean): void {
    this.device = handler
  }
  setBluetoothPairingHandler(): void {}
  setDisplayMediaRequestHandler(handler: DoubleSession['displayMedia']): void {
    this.displayMedia = handler
  }
  async clearStorageData(): Promise<void> {
    this.cleared.push('storage')
  }
  async clearCache(): Promise<void> {
    this.cleared.push('cache')
  }
  async clearAuthCache(): Promise<void> {
    this.cleared.push('auth')
  }
  setSpellCheckerEnabled(enabled: boolean): void {
    this.spelling.enabled = enabled
  }
  setSpellCheckerLanguages(languages: readonly string[]): void {
    const unknown = languages.find((language) => !this.availableSpellCheckerLanguages.includes(language))
    if (unknown !== undefined)
      throw new Error(`Invalid language code provided: "${unknown}" is not a valid language code`)
    this.spelling.languages = languages
  }
  setSpellCheckerDictionaryDownloadURL(url: string): void {
    this.spelling.url = url
  }
}

export class World {
  readonly options: WorldOptions
  readonly app = new EventEmitter()
  readonly windows = new Set<DoubleWindow>()
  readonly contents = new Map<number, DoubleContents>()
  readonly sessions = new Map<string, DoubleSession>()
  readonly handlers = new Map<string, Handler>()
  readonly heard = new EventEmitter()
  readonly screen = new EventEmitter()
  displays: readonly Display[]
  readonly updates = new EventEmitter()
  feed: object | undefined
  checks = 0
  installed = 0
  readonly trays: string[] = []
  readonly dialogs: Dialog[] = []
  readonly notes: { readonly title: string; readonly body: string; readonly press: () => void }[] = []
  readonly opened: string[] = []
  readonly shownFolders: string[] = []
  readonly faults: unknown[] = []
  privileged: readonly { scheme: string; privileges: Record<string, boolean> }[] | undefined
  crashReports: object | undefined
  menu: MenuItem[] | undefined
  badge = 0
  sandboxed = false
  protocolClients: string[] = []
  /** Why printing fails; '' where it does not. */
  printing = ''
  ended: number | undefined
  readonly runsPreload: boolean
  /** Answers the next dialogs, in their order: a button's index, a path, or null for who thinks better of it. */
  readonly answers: (number | string | null)[] = []
  private ready = false
  private readonly untilReady = Promise.withResolvers<void>()

  constructor(options: WorldOptions) {
    this.options = options
    this.runsPreload = options.runsPreload
    this.displays = options.displays
    this.answers.push(...options.answers)
  }

  mustBeReady(what: string): void {
    if (!this.ready) throw new Error(`${what} cannot be used before the app is ready`)
  }

  /** Electron is up: `app` says so. */
  begin(): void {
    this.ready = true
    this.sessionFor(undefined)
    this.app.emit('ready', {})
    this.untilReady.resolve()
  }

  sessionFor(partition = '', options: object = {}): DoubleSession {
    this.mustBeReady('session')
    const there = this.sessions.get(partition)
    if (there) return there
    const session = new DoubleSession(partition, options)
    this.sessions.set(partition, session)
    this.app.emit('session-created', asDocumented('Session', session))
    return session
  }

  async fetch(session: unknown, request: Request): Promise<Response> {
    const { protocol } = new URL(request.url)
    const handler = (session as DoubleSession).handlers.get(protocol.slice(0, -1))
    if (!handler) throw new Error(`ERR_UNKNOWN_URL_SCHEME loading '${request.url}'`)
    return handler(request)
  }

  /** A question from a frame, copied on its way as between processes. */
  async invoke(contents: DoubleContents, frame: Frame | null, channel: string, given: unknown[]): Promise<unknown> {
    const handler = this.handlers.get(channel)
    if (!handler) throw new Error(`Error invoking remote method '${channel}': Error: No handler registered`)
    return structuredClone(await handler(this.event(contents, frame), ...structuredClone<unknown[]>(given)))
  }

  tell(contents: DoubleContents, frame: Frame | null, channel: string, given: unknown[]): void {
    this.heard.emit(channel, this.event(contents, frame), ...structuredClone<unknown[]>(given))
  }

  private event(contents: DoubleContents, frame: Frame | null): object {
    return { sender: contents, senderFrame: frame && { ...frame }, type: 'frame', frameId: 1, processId: 1 }
  }

  /** Asks a dialog that a test has answered beforehand. */
  private answer(kind: Dialog['kind'], options: object): number | string | null {
    this.dialogs.push({ kind, options: { ...options } })
    const answer = this.answers.shift()
    if (answer === undefined) throw new Error(`Nobody answers the dialog ${JSON.stringify(options)}`)
    return answer
  }

  /** The module `electron` of this world. */
  electron(): object {
    const { options, app } = this
    const paths: Readonly<Record<string, string>> = { userData: options.userData, documents: options.documents }
    const appMembers = {
      whenReady: () => this.untilReady.promise,
      isReady: () => this.ready,
      requestSingleInstanceLock: () => !options.secondInstance,
      enableSandbox: () => {
        if (this.ready) throw new Error('app.enableSandbox() can only be called before app is ready')
        this.sandboxed = true
      },
      getPath: (name: string) => {
        const path = paths[name]
        if (path === undefined) throw new Error(`Failed to get '${name}' path`)
        return path
      },
      getVersion: () => '0.1.0',
      getName: () => 'Travaux',
      getLocale: () => 'en-GB',
      isPackaged: true,
      setAsDefaultProtocolClient: (scheme: string) => {
        this.protocolClients.push(scheme)
        return true
      },
      setBadgeCount: (count = 0) => {
        this.badge = count
        return true
      },
      setAppUserModelId: () => undefined,
      addRecentDocument: () => undefined,
      clearRecentDocuments: () => undefined,
      setJumpList: () => 'ok',
      dock: options.platform === 'darwin' ? { setMenu: () => undefined } : undefined,
      quit: () => void this.quit(),
      exit: (code = 0) => void (this.ended = code),
    }
    Object.assign(app, appMembers)
    return {
      app: asDocumented('App', app),
      BrowserWindow: windowClass(this),
      Notification: notificationClass(this.notes),
      ipcMain: asDocumented('IpcMain', this.ipcMain()),
      protocol: asDocumented('Protocol', this.schemes()),
      session: asDocumented('Session', {
        fromPartition: (partition: string, given: object = {}) => {
          checkOptions('FromPartitionOptions', given)
          return asDocumented('Session', this.sessionFor(partition, given))
        },
      }),
      safeStorage: asDocumented('SafeStorage', this.safeStorage()),
      dialog: asDocumented('Dialog', this.dialogBoxes()),
      shell: asDocumented('Shell', {
        openExternal: async (url: string) => void this.opened.push(url),
        showItemInFolder: (path: string) => void this.shownFolders.push(path),
      }),
      crashReporter: asDocumented('CrashReporter', {
        start: (given: object) => {
          checkOptions('CrashReporterStartOptions', given)
          this.crashReports = given
        },
      }),
      screen: asDocumented(
        'Screen',
        Object.assign(this.screen, {
          getAllDisplays: () => {
            this.mustBeReady('screen')
            return this.displays
          },
          getPrimaryDisplay: () => this.displays[0],
        }),
      ),
      nativeImage: asDocumented('NativeImage', { createFromPath: (path: string) => ({ path }) }),
      autoUpdater: asDocumented('AutoUpdater', this.updater()),
      Tray: trayClass(this.trays),
      Menu: this.menus(),
    }
  }

  /** As the person quits: windows are asked, then the application ends. */
  async quit(): Promise<void> {
    if (this.ended !== undefined) return
    let prevented = false
    const event = { preventDefault: () => (prevented = true) }
    this.app.emit('before-quit', event)
    for (const window of this.windows) window.close()
    if (prevented || this.windows.size > 0) return
    this.app.emit('will-quit', event)
    if (prevented || this.ended !== undefined) return
    this.ended = 0
    this.app.emit('quit', {}, 0)
  }

  private ipcMain(): object {
    return Object.assign(this.heard, {
      handle: (channel: string, handler: Handler) => {
        if (this.handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`)
        this.handlers.set(channel, handler)
      },
      removeHandler: (channel: string) => void this.handlers.delete(channel),
    })
  }

  private schemes(): object {
    return {
      registerSchemesAsPrivileged: (schemes: NonNullable<World['privileged']>) => {
        if (this.ready) throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready')
        if (this.privileged) throw new Error('Schemes are registered once')
        for (const scheme of schemes) {
          checkOptions('CustomScheme', scheme)
          checkOptions('Privileges', scheme.privileges)
        }
        this.privileged = schemes
      },
    }
  }

  private safeStorage(): object {
    const { keychain, keychainSecret } = this.options
    const key = createHash('sha256').update(keychainSecret).digest()
    const mustBeThere = (): void => {
      this.mustBeReady('safeStorage')
      if (keychain === 'absent') throw new Error('Error while using safeStorage: encryption is not available')
    }
    return {
      isAsyncEncryptionAvailable: async () => {
        this.mustBeReady('safeStorage')
        return keychain !== 'absent'
      },
      getSelectedStorageBackend: () => (keychain === 'there' ? 'gnome_libsecret' : 'basic_text'),
      encryptStringAsync: async (plain: string) => {
        mustBeThere()
        const nonce = randomBytes(12)
        const cipher = createCipheriv('aes-256-gcm', key, nonce)
        return Buffer.concat([Buffer.from('v10'), nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()])
      },
      decryptStringAsync: async (sealed: Buffer) => {
        mustBeThere()
        const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(3, 15)).setAuthTag(sealed.subarray(-16))
        const plain = Buffer.concat([decipher.update(sealed.subarray(15, -16)), decipher.final()])
        return { result: plain.toString(), shouldReEncrypt: false }
      },
    }
  }

  private dialogBoxes(): object {
    return {
      showMessageBox: async (...given: unknown[]) => {
        checkOptions('MessageBoxOptions', optionsIn(given))
        return { response: this.answer('message', optionsIn(given)), checkboxChecked: false }
      },
      showSaveDialog: async (...given: unknown[]) => {
        checkOptions('SaveDialogOptions', optionsIn(given))
        const answer = this.answer('save', optionsIn(given))
        return { canceled: answer === null, filePath: answer ?? '' }
      },
      showOpenDialog: async (...given: unknown[]) => {
        checkOptions('OpenDialogOptions', optionsIn(given))
        const answer = this.answer('open', optionsIn(given))
        return { canceled: answer === null, filePaths: answer === null ? [] : [answer] }
      },
      showErrorBox: (title: string, content: string) =>
        void this.dialogs.push({ kind: 'error', options: { title, content } }),
    }
  }

  private updater(): object {
    return Object.assign(this.updates, {
      setFeedURL: (given: object) => {
        checkOptions('FeedURLOptions', given)
        this.feed = given
      },
      checkForUpdates: () => void this.checks++,
      quitAndInstall: () => void this.installed++,
    })
  }

  private menus(): object {
    const { members } = documented('MenuItemConstructorOptions')
    const check = (items: readonly MenuItem[]): void => {
      for (const item of items) {
        const unknown = Object.keys(item).find((key) => !members.has(key))
        if (unknown !== undefined) throw new Error(`A menu item has no option ${unknown}`)
        if (item.label === undefined && item.role === undefined && item.type !== 'separator')
          throw new TypeError('Invalid template for MenuItem: must have at least one of label, role or type')
        if (Array.isArray(item.submenu)) check(item.submenu)
      }
    }
    return {
      buildFromTemplate: (template: MenuItem[]) => {
        check(template)
        return { items: template }
      },
      setApplicationMenu: (menu: { items: MenuItem[] } | null) => {
        this.menu = menu?.items
      },
    }
  }
}

/** `BrowserWindow` of one world. */
function windowClass(world: World): object {
  return class BrowserWindow extends DoubleWindow {
    constructor(given: Readonly<Record<string, unknown>> = {}) {
      super(world, given)
      // What a constructor returns is what `new` gives.
      // eslint-disable-next-line no-constructor-return
      return asDocumented('BrowserWindow', this)
    }
    static getAllWindows(): DoubleWindow[] {
      return [...world.windows]
    }
    static getFocusedWindow(): DoubleWindow | null {
      return [...world.windows].find((one) => one.isFocused()) ?? null
    }
  }
}

function notificationClass(notes: World['notes']): object {
  return class Notification extends EventEmitter {
    static isSupported(): boolean {
      return true
    }
    readonly given: { title: string; body: string }
    constructor(given: { title: string; body: string }) {
      super()
      checkOptions('NotificationConstructorOptions', given)
      this.given = given
    }
    show(): void {
      notes.push({ ...this.given, press: () => this.emit('click') })
    }
  }
}

function trayClass(trays: World['trays']): object {
  return class Tray extends EventEmitter {
    constructor(icon: string) {
      super()
      trays.push(icon)
    }
    setToolTip(): void {}
    setContextMenu(): void {}
  }
}

/** A dialog may be given its window first. */
function optionsIn(given: readonly unknown[]): object {
  return given.at(-1) as object
}

/** An item as it is given in a template. */
export interface MenuItem {
  readonly label?: string
  readonly role?: string
  readonly type?: string
  readonly id?: string
  readonly accelerator?: string
  readonly enabled?: boolean
  readonly click?: (item?: unknown, window?: unknown) => void
  readonly submenu?: readonly MenuItem[]
}
