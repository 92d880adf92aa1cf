/** What windows may ask: each its own server's things only, in the words of the table, and nothing from anywhere else. */

import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { asked, MOST_UNTAKEN, told } from '../../packages/desktop/src/ipc/channels.ts'
import { launcherAsked } from '../../packages/desktop/src/ipc/launcher-channels.ts'
import type { DesktopHost, SocketEvent } from '../../packages/editor/src/host/host.ts'
import { startTrial, type Trial } from '../../packages/server/src/trial/server.ts'
import type { DoubleContents, DoubleWindow, Frame } from './electron-double/contents.ts'
import { openDesktop, until, type Desktop } from './open.ts'
import { SESSION, startStrange } from './strange.ts'

let server: Trial
let app: Desktop
let key: string
let window: DoubleWindow
let host: DesktopHost
beforeAll(async () => {
  server = await startTrial()
  app = await openDesktop()
  key = await app.signIn(server.running.linkFor('secretariat'))
  window = await app.open(key, '/texts/zero-draft')
  host = await app.host(window)
})
afterAll(async () => {
  await app.quit()
  rmSync(app.userData, { recursive: true })
  await server.stop()
})

const refused = { ok: false, says: 'This page may not ask for that.' }
const senseless = { ok: false, says: 'This was asked in a way that the application does not know.' }

/** Something that each question would take. */
const fitting: Readonly<Record<keyof typeof asked, readonly unknown[]>> = {
  about: [],
  'vault.read': ['a'],
  'vault.write': ['a', new Uint8Array(1)],
  'vault.remove': ['a'],
  'vault.names': [''],
  'vault.append': ['a', new Uint8Array(1)],
  'vault.pieces': ['a'],
  'vault.fold': ['a', 1, new Uint8Array(1)],
  'vault.drop': ['a'],
  showing: [null],
  offer: [[]],
  notify: [{ title: 'a', body: 'b', path: '/' }],
  badge: [1],
  save: [{ name: 'a.md', bytes: new Uint8Array(1) }],
  print: ['paper'],
  openWindow: [{ path: '/', present: false }],
  spelling: ['en'],
}

const contents = (): DoubleContents => window.contents
const from = (frame: Frame | null, channel: string, given: readonly unknown[]) =>
  app.world.invoke(contents(), frame, channel, [...given])

const listen = () => {
  const events: SocketEvent[] = []
  return {
    events,
    kinds: () => events.map(({ kind }) => kind),
    hear: (event: SocketEvent) => void events.push(event),
  }
}

describe('a question', () => {
  test('is answered in the table and nowhere else', () => {
    expect([...app.world.handlers.keys()].toSorted()).toEqual(
      [...Object.keys(asked), ...Object.keys(launcherAsked)].toSorted(),
    )
  })

  test.each(Object.entries(fitting))('%s is refused to every frame but the window’s own', async (channel, given) => {
    const own = contents().mainFrame
    const strangers: (Frame | null)[] = [
      null,
      { ...own, parent: own },
      { ...own, origin: 'https://evil.example' },
      { ...own, origin: 'null' },
      { ...own, origin: 'app://launcher', url: 'app://launcher/' },
      { ...own, origin: `app://${key}.evil.example` },
      { ...own, url: 'https://evil.example/' },
      { ...own, url: `app://${key}.evil.example/` },
      { ...own, url: 'about:blank' },
    ]
    for (const frame of strangers) expect(await from(frame, channel, given)).toEqual(refused)
  })

  test('of the launcher is refused to pages of servers, and theirs to the launcher', async () => {
    for (const channel of Object.keys(launcherAsked))
      expect(await from(contents().mainFrame, channel, [])).toEqual(refused)
    const [launcher] = app.windows('launcher')
    for (const [channel, given] of Object.entries(fitting))
      expect(await launcher?.contents.renderer.invoke(channel, ...given)).toEqual(refused)
  })

  test('that makes no sense changes nothing and is refused in words', async () => {
    const channel = fc.constantFrom(...(Object.keys(asked) as (keyof typeof asked)[]))
    const anything = fc.oneof(
      fc.string(),
      fc.integer(),
      fc.constantFrom(null, undefined, true, -1, Number.NaN, '../x', '\u0000', 'a'.repeat(5000)),
      fc.uint8Array({ maxLength: 4 }),
      fc.object({ maxDepth: 2 }),
    )
    const dialogs = app.world.dialogs.length
    await fc.assert(
      fc.asyncProperty(channel, fc.array(anything, { maxLength: 4 }), async (name, given) => {
        if (asked[name].takes.safeParse(given).success) return
        expect(await contents().renderer.invoke(name, ...given)).toEqual(senseless)
      }),
      { seed: 20_261_123, numRuns: 600 },
    )
    expect(app.world.dialogs).toHaveLength(dialogs)
  })

  test.each([
    ['openWindow', { path: '//evil.example/', present: false }],
    ['openWindow', { path: 'https://evil.example/', present: false }],
    ['openWindow', { path: '/\\evil.example', present: false }],
    ['notify', { title: 'a', body: 'b', path: 'javascript:alert(1)' }],
    ['save', { name: '../../.bashrc', bytes: new Uint8Array(1) }],
    ['save', { name: 'C:\\x', bytes: new Uint8Array(1) }],
    ['showing', { id: '../x', title: 'a', symbol: '', kept: true }],
    ['spelling', '../../en'],
    ['badge', 1.5],
  ] as const)('%s of %j makes no sense', async (channel, given) => {
    expect(await contents().renderer.invoke(channel, given)).toEqual(senseless)
  })

  test('that fails is answered in words, and what the words hide is noted', async () => {
    await expect(host.vault.fold('no such log', 2, new Uint8Array(1))).rejects.toThrow('There are not 2 pieces to fold')
  })
})

test('two servers see nothing of each other’s vaults', async () => {
  const other = await startTrial()
  const second = await app.signIn(other.running.linkFor('secretariat'))
  const theirs = await app.host(await app.open(second, '/'))
  await host.vault.write('shared name', Buffer.from('of the first'))
  await host.vault.append('shared log', Buffer.from('of the first'))
  expect(await theirs.vault.read('shared name')).toBeUndefined()
  expect(await theirs.vault.names('')).toEqual([])
  expect(await theirs.vault.pieces('shared log')).toEqual([])
  for (const one of app.windows(second)) one.close()
  await other.stop()
})

describe('a socket', () => {
  test('is signed in by the shell and carries frames both ways', async () => {
    const { events, kinds, hear } = listen()
    const socket = host.openSocket('text:zero-draft', hear)
    await until(() => kinds().includes('frame'))
    // Asks for all the text has, as y-websocket does: sync, step 1, an empty state vector.
    socket.send(Uint8Array.of(0, 0, 1, 0))
    await until(() => events.some((event) => event.kind === 'frame' && event.bytes.length > 1000))
    socket.close()
  })

  test('to a text that is not there is closed with the server’s own code', async () => {
    const { events, hear } = listen()
    host.openSocket('text:none', hear)
    await until(() => events.at(-1)?.kind === 'closed')
    expect(events.at(-1)).toMatchObject({ kind: 'closed', code: 4404 })
  })

  test.each(['', 'text:', 'text:a/../b', 'text:a?token=x', 'body', 'https://evil.example', 'text:%2e%2e'])(
    'is not opened for the room “%s”',
    async (room) => {
      const { events, hear } = listen()
      host.openSocket(room, hear)
      await host.about()
      expect(events).toEqual([])
    },
  )

  test('that nobody answers is closed, so that the page tries again', async () => {
    const lost = await startTrial()
    const away = await app.signIn(lost.running.linkFor('secretariat'))
    await lost.stop()
    const { events, hear } = listen()
    ;(await app.host(app.windows(away)[0]!)).openSocket('text:zero-draft', hear)
    await until(() => events.length > 0)
    expect(events).toEqual([{ kind: 'closed', code: 1006, reason: '' }])
    for (const one of app.windows(away)) one.close()
  })

  test('waits for a page that does not take what it was sent', async () => {
    const flood = await startStrange(() => ({ status: 200 }))
    const page = await openPlainPage(flood.link)
    await until(() => flood.sockets.length > 0)
    const frames = (): number =>
      page.sent.filter(({ channel, args }) => channel === 'socket' && (args[1] as SocketEvent).kind === 'frame').length
    for (let frame = 0; frame < 24; frame++) flood.sockets[0]?.send(new Uint8Array(1024 * 1024))
    await until(() => frames() > MOST_UNTAKEN / 1024 / 1024)
    // What was not read stays with its sender.
    expect(flood.sockets[0]?.bufferedAmount).toBeGreaterThan(0)
    expect(frames()).toBeLessThan(12)
    while (frames() < 24) {
      page.renderer.send('socket.took', 1, 4 * 1024 * 1024)
      await new Promise((resolve) => setTimeout(resolve, 1))
    }
    await flood.stop()
  })

  test('ends with its window, and with the page that opened it', async () => {
    const strange = await startStrange(() => ({ status: 200 }))
    const page = await openPlainPage(strange.link)
    await until(() => strange.sockets.length === 1)
    page.renderer.send('here')
    await until(() => strange.sockets[0]?.readyState === 3)
    page.renderer.send('socket.open', 1, 'text:t1')
    await until(() => strange.sockets[1]?.readyState === 1)
    for (const one of app.windows()) if (one.contents === page) one.close()
    await until(() => strange.sockets[1]?.readyState === 3)
    for (const { url, headers } of strange.asked)
      expect([url, headers.cookie]).toEqual(['/sync/text%3At1?ack=1', `travaux_session=${SESSION}`])
    expect(strange.asked).toHaveLength(2)
    await strange.stop()
  })
})

/** A page that opens a socket and does nothing of what the preload script does besides. */
async function openPlainPage(link: string): Promise<DoubleContents> {
  const own = await app.signIn(link)
  const page = app.windows(own)[0]!.contents
  await page.loaded
  page.renderer.send('socket.open', 1, 'text:t1')
  return page
}

test('orders and sockets do not reach a page that is going: orders wait for the next, sockets end', async () => {
  const strange = await startStrange(() => ({ status: 200 }))
  const page = await openPlainPage(strange.link)
  await until(() => strange.sockets.length === 1)
  page.emit('did-start-navigation', { isMainFrame: true, isSameDocument: true })
  expect(strange.sockets[0]?.readyState).toBe(1)
  const shown = app.windows().find(({ contents }) => contents === page)
  page.emit('did-start-navigation', { isMainFrame: true, isSameDocument: false })
  await until(() => strange.sockets[0]?.readyState === 3)
  const host = await app.host(shown!)
  page.emit('did-start-navigation', { isMainFrame: true, isSameDocument: false })
  await host.notify({ title: 'a', body: 'b', path: '/texts/t1' })
  const sent = page.sent.length
  app.world.notes.at(-1)?.press()
  expect(page.sent).toHaveLength(sent)
  page.renderer.send('here')
  expect(page.sent.at(-1)).toEqual({ channel: 'order', args: [{ kind: 'go', path: '/texts/t1' }] })
  shown?.close()
  await strange.stop()
})

test('what is told is heard from the window’s own page only', () => {
  expect(Object.keys(told).every((channel) => app.world.heard.listenerCount(channel) === 1)).toBe(true)
})

describe('what a page asks of the system', () => {
  test('saves a file where the person says, and not where it thought better of it', async () => {
    const path = join(app.userData, 'Zero draft.md')
    app.world.answers.push(path, null)
    expect(await host.save({ name: 'Zero draft.md', bytes: Buffer.from('words') })).toBe(true)
    expect(readFileSync(path, 'utf8')).toBe('words')
    expect(await host.save({ name: 'Zero draft.md', bytes: Buffer.from('words') })).toBe(false)
    app.world.answers.push(join(app.userData, 'no such folder', 'a.md'))
    await expect(host.save({ name: 'a.md', bytes: Buffer.from('words') })).rejects.toThrow('Choose another place')
  })

  test('prints on paper and into a file, and says where that failed', async () => {
    expect(await host.print('paper')).toBe(true)
    app.world.printing = 'Print job canceled'
    expect(await host.print('paper')).toBe(false)
    app.world.printing = 'Print job failed'
    await expect(host.print('paper')).rejects.toThrow('could not be printed')
    app.world.printing = ''
    const path = join(app.userData, 'Zero draft.pdf')
    app.world.answers.push(path)
    expect(await host.print('pdf')).toBe(true)
    expect(readFileSync(path, 'latin1')).toMatch(/^%PDF/)
    expect(window.contents.printed.at(-1)).toMatchObject({ generateTaggedPDF: true })
  })

  test('notifies; pressing goes there, in front', async () => {
    const orders: unknown[] = []
    const stop = host.onOrder((order) => void orders.push(order))
    await host.notify({ title: 'Arcadia', body: 'A reply', path: '/texts/zero-draft#clause=c1' })
    window.blur()
    app.world.notes.at(-1)?.press()
    expect(window.isFocused()).toBe(true)
    expect(orders).toEqual([{ kind: 'go', path: '/texts/zero-draft#clause=c1' }])
    stop()
  })

  test('shows what is unread at all servers together', async () => {
    await host.badge(3)
    expect(app.world.badge).toBe(3)
    await host.badge(0)
    expect(app.world.badge).toBe(0)
  })

  test('names the window by its text', async () => {
    await host.showing({ id: 'zero-draft', title: 'Zero draft', symbol: 'A/AC.300/CRP.1', kept: false })
    expect(window.title).toBe('A/AC.300/CRP.1 · Zero draft')
    await host.showing(null)
    expect(window.title).toBe('Travaux')
  })
})
