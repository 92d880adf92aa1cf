/** Windows and sessions as the real main process makes them: what they are allowed, and what they are not. */

import { rmSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { DoubleContents } from './electron-double/contents.ts'
import { openDesktop, until, type Desktop } from './open.ts'
import { startTrial, type Trial } from '../../packages/server/src/trial/server.ts'

let server: Trial
let app: Desktop
let key: string
beforeAll(async () => {
  server = await startTrial()
  app = await openDesktop()
  key = await app.signIn(server.running.linkFor('secretariat'))
  await app.open(key, '/texts/zero-draft')
})
afterAll(async () => {
  await app.quit()
  rmSync(app.userData, { recursive: true })
  await server.stop()
})

const text = (): DoubleContents => {
  const found = app.windows(key).find(({ contents }) => contents.mainFrame.url.endsWith('/texts/zero-draft'))
  if (!found) throw new Error('The text is not open')
  return found.contents
}

describe('every window', () => {
  test('is sandboxed, isolated, without Node, and without a store on the disk', () => {
    for (const { contents, options } of app.windows()) {
      expect(contents.preferences).toMatchObject({
        contextIsolation: true,
        sandbox: true,
        nodeIntegration: false,
        nodeIntegrationInWorker: false,
        nodeIntegrationInSubFrames: false,
        webSecurity: true,
        allowRunningInsecureContent: false,
        experimentalFeatures: false,
        webviewTag: false,
        navigateOnDragDrop: false,
      })
      expect(contents.preferences['partition']).not.toMatch(/^persist:/)
      expect(contents.preferences).not.toHaveProperty('enableBlinkFeatures')
      expect(options).not.toHaveProperty('transparent')
      expect(contents.preload).toMatch(/dist[/\\](launcher-)?preload\.cjs$/)
    }
    expect(app.world.sandboxed).toBe(true)
  })

  test('has its server’s own session, so that servers share nothing', () => {
    const sessions = app.windows().map(({ contents }) => [contents.mainFrame.origin, contents.session] as const)
    const [launcher] = app.windows('launcher')
    for (const [origin, session] of sessions)
      expect(session === launcher?.contents.session).toBe(origin === 'app://launcher')
  })

  test('has exactly one thing put into its page', () => {
    expect(Object.keys(text().exposed)).toEqual(['travaux'])
    expect(app.windows('launcher').map(({ contents }) => Object.keys(contents.exposed))).toEqual([['launcher']])
  })

  test.each([
    'https://evil.example/',
    'http://localhost/',
    'file:///etc/passwd',
    'app://launcher/',
    'data:text/html,x',
    'about:blank',
  ])('does not leave for %s', (url) => {
    expect(text().navigate(url)).toBe(false)
  })

  test('may go from page to page of its own server', () => {
    expect(text().navigate(`app://${key}/texts/framework`)).toBe(true)
  })

  test('opens links outside, if they are for a browser or a mail program, and nothing else', () => {
    const before = app.world.opened.length
    for (const url of [
      'https://treaties.un.org/',
      'mailto:a@example.org',
      'file:///etc/passwd',
      'javascript:alert(1)',
      'ms-msdt:x',
    ])
      expect(text().openHandler?.({ url })).toEqual({ action: 'deny' })
    expect(app.world.opened.slice(before)).toEqual(['https://treaties.un.org/', 'mailto:a@example.org'])
  })

  test('attaches no webview and lets no frame navigate', () => {
    let prevented = 0
    const event = { preventDefault: () => prevented++ }
    text().emit('will-attach-webview', event, {}, {})
    text().emit('will-frame-navigate', { ...event, isMainFrame: false, url: `app://${key}/` })
    text().emit('will-redirect', { ...event, url: 'https://evil.example/' })
    expect(prevented).toBe(3)
  })
})

describe('every session', () => {
  const permissions = [
    'media',
    'geolocation',
    'notifications',
    'midi',
    'fullscreen',
    'openExternal',
    'clipboard-read',
    'usb',
    'unknown',
  ]

  test('grants nothing but the clipboard for what was copied', () => {
    for (const session of app.world.sessions.values()) {
      for (const permission of permissions) {
        let granted: boolean | undefined
        session.permissionRequest?.({}, permission, (yes) => (granted = yes))
        expect({ permission, granted }).toEqual({ permission, granted: false })
        expect(session.permissionCheck?.({}, permission)).toBe(false)
      }
      expect(session.permissionCheck?.({}, 'clipboard-sanitized-write')).toBe(true)
      expect(session.device?.()).toBe(false)
      let streams: unknown
      session.displayMedia?.({}, (given) => (streams = given))
      expect(streams).toBeNull()
    }
  })

  test('cancels every request to a network, whatever its page says', () => {
    for (const { blocked } of app.world.sessions.values()) {
      expect(blocked?.urls).toEqual(expect.arrayContaining(['http://*/*', 'https://*/*', 'ws://*/*', 'wss://*/*']))
      expect(blocked?.cancels('https://evil.example/')).toBe(true)
    }
  })

  test('fetches no dictionary by itself', () => {
    for (const { spelling } of app.world.sessions.values())
      expect(spelling).toMatchObject({ enabled: false, url: undefined })
  })

  test('saves what a page made, and fetches nothing to be saved', () => {
    for (const session of app.world.sessions.values()) {
      const saved = (url: string): boolean => {
        let prevented = false
        session.emit('will-download', { preventDefault: () => (prevented = true) }, { getURL: () => url })
        return !prevented
      }
      expect(saved(`blob:app://${key}/6f1c`)).toBe(true)
      expect(saved('https://evil.example/x.exe')).toBe(false)
    }
  })
})

test('a certificate that is not trusted is final, and no password is asked for', () => {
  const answers: unknown[] = []
  let prevented = 0
  const event = { preventDefault: () => prevented++ }
  app.world.app.emit('certificate-error', event, {}, 'https://x', 'ERR', {}, (trust: unknown) => answers.push(trust))
  app.world.app.emit('select-client-certificate', event, {}, 'https://x', [], (one?: unknown) => answers.push(one))
  app.world.app.emit('login', event, {}, {}, {}, (name?: unknown) => answers.push(name))
  expect({ answers, prevented }).toEqual({ answers: [false, undefined, undefined], prevented: 3 })
})

test('crashes are reported to nobody', () => {
  expect(app.world.crashReports).toEqual({ uploadToServer: false })
})

test('pages have an origin of their own kind, with no right beyond those of a web page', () => {
  expect(app.world.privileged).toEqual([
    {
      scheme: 'app',
      privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true, codeCache: true },
    },
  ])
})

test('a text has one window; asking for it again brings that to the front', async () => {
  const count = app.windows(key).length
  await app.open(key, '/texts/zero-draft')
  expect(app.windows(key)).toHaveLength(count)
  expect(app.windows(key).find(({ contents }) => contents === text())?.focused).toBe(true)
})

test('a presenting window stands on the other display, full screen, and says so', async () => {
  app.world.displays = [...app.world.displays, { id: 2, workArea: { x: 1920, y: 0, width: 1280, height: 720 } }]
  const window = app.windows(key).find(({ contents }) => contents === text())
  await (await app.host(window!)).openWindow({ path: '/texts/zero-draft', present: true })
  const presenting = app.windows(key).at(-1)!
  expect(presenting.fullScreen).toBe(true)
  expect(presenting.bounds).toMatchObject({ x: 1920, y: 0 })
  expect(await (await app.host(presenting)).about()).toMatchObject({ presenting: true })
  presenting.close()
})

test('a second start only brings the first one forward', async () => {
  const second = await openDesktop({ userData: app.userData, secondInstance: true })
  expect(second.world.ended).toBe(0)
  expect(second.windows()).toEqual([])
  await until(() => second.world.ended !== undefined)
})

test('bounds and zoom are found again, and not on a display that is gone', async () => {
  const first = await openDesktop()
  const other = await first.signIn(server.running.linkFor('secretariat'))
  const window = first.windows(other)[0]!
  window.place({ x: -1800, y: 40, width: 900, height: 700 })
  window.contents.setZoomFactor(1.5)
  await first.quit()
  const left = { id: 3, workArea: { x: -1920, y: 0, width: 1920, height: 1080 } }
  const again = await openDesktop({ userData: first.userData, displays: [...first.world.displays, left] })
  expect(again.windows(other)[0]).toMatchObject({ bounds: { x: -1800, y: 40, width: 900, height: 700 } })
  await again.quit()
  const without = await openDesktop({ userData: first.userData })
  expect(without.windows(other)[0]?.bounds.x).toBeGreaterThanOrEqual(0)
  await without.quit()
  rmSync(first.userData, { recursive: true })
})
