/** What no page of ours may do, whatever it shows: put on every session and on all contents as they are made. */

import { app, shell, type Session, type WebContents } from 'electron'
import { outsideAddress } from '../links/outside.ts'
import { LAUNCHER, originOf, SCHEME } from '../page/address.ts'
import type { Windows } from './windows.ts'

/** The one thing a page may ask the system for: putting what a person copied on the clipboard. */
const permitted = 'clipboard-sanitized-write'

const networks = ['http', 'https', 'ws', 'wss', 'ftp', 'file'].map((scheme) => `${scheme}://*/*`)

export function guardAll(windows: Windows): void {
  app.on('session-created', guardSession)
  app.on('web-contents-created', (_event, contents) => guardContents(windows, contents))
  app.on('certificate-error', (event, _contents, _url, _error, _certificate, answer) => {
    event.preventDefault()
    answer(false)
  })
  app.on('select-client-certificate', (event, _contents, _url, _list, answer) => {
    event.preventDefault()
    answer()
  })
  app.on('login', (event, _contents, _details, _auth, answer) => {
    event.preventDefault()
    answer()
  })
}

function guardSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, answer) => answer(permission === permitted))
  session.setPermissionCheckHandler((_contents, permission) => permission === permitted)
  session.setDevicePermissionHandler(() => false)
  session.setBluetoothPairingHandler((_details, answer) => answer({ confirmed: false }))
  session.setDisplayMediaRequestHandler((_request, answer) => answer(null))
  // What a page made itself may be saved: the system asks where. Nothing is fetched to be saved.
  session.on('will-download', (event, item) => {
    if (!item.getURL().startsWith(`blob:${SCHEME}://`)) event.preventDefault()
  })
  // Chromium would fetch dictionaries from a server of its maker; a Mac has its own.
  if (process.platform !== 'darwin') session.setSpellCheckerEnabled(false)
  // A content policy forbids it already; here it is forbidden to whatever might be shown without one.
  session.webRequest.onBeforeRequest({ urls: networks }, (_details, answer) => answer({ cancel: true }))
}

function guardContents(windows: Windows, contents: WebContents): void {
  const isOwn = (url: string): boolean => standsAt(url, windows.find(contents.id)?.key)
  contents.on('will-navigate', (event) => {
    if (isOwn(event.url)) return
    event.preventDefault()
    openOutside(event.url)
  })
  contents.on('will-frame-navigate', (event) => {
    if (!event.isMainFrame) event.preventDefault()
  })
  contents.on('will-redirect', (event) => {
    if (!isOwn(event.url)) event.preventDefault()
  })
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(({ url }) => {
    const key = windows.find(contents.id)?.key
    if (key === undefined || !isOwn(url)) openOutside(url)
    else if (key !== LAUNCHER) windows.open({ key, path: url.slice(originOf(key).length) })
    return { action: 'deny' }
  })
}

/** Whether an address is one of a key's origin. */
function standsAt(url: string, key: string | undefined): boolean {
  return key !== undefined && url.startsWith(`${originOf(key)}/`)
}

/** Opens a link that leaves the application in the system's browser or mail program, if it is one of those. */
function openOutside(url: string): void {
  const address = outsideAddress(url)
  if (address !== undefined) void shell.openExternal(address)
}
