/** The application on the double of Electron: signing in, the text's own bytes, and finding everything again. */

import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDesktop, until } from './open.ts'
import { startTrial, type Trial } from '../../packages/server/src/trial/server.ts'
import type { SocketEvent } from '../../packages/editor/src/host/host.ts'

let server: Trial

beforeAll(async () => {
  server = await startTrial()
})
afterAll(() => server.stop())

const words = (text: string): Uint8Array => new TextEncoder().encode(text)

test('signs in by a link, answers pages with the member’s credential, and finds everything again', async () => {
  const first = await openDesktop()
  const key = await first.signIn(server.running.linkFor('secretariat'))
  const me = await first.handle(new Request(`app://${key}/api/me`))
  expect(await me.json()).toMatchObject({ member: { id: 'secretariat' } })
  expect(me.headers.get('cache-control')).toBe('no-store')

  const window = await first.open(key, '/texts/zero')
  const host = await first.host(window)
  expect(await host.about()).toMatchObject({ server: key, encrypted: true, presenting: false, platform: 'linux' })
  await host.vault.write('state', words('The Parties shall whisper'))
  await host.vault.append('log', words('one'))
  await host.vault.append('log', words('two'))
  await host.showing({ id: 'zero', title: 'Zero draft', symbol: 'A/1', kept: true })
  await first.quit()

  const again = await openDesktop({ userData: first.userData })
  expect((await (await again.launcher()).state()).servers).toMatchObject([
    { key, standing: 'in', texts: [{ id: 'zero', title: 'Zero draft', kept: true }] },
  ])
  expect(again.windows(key).map(({ contents }) => contents.mainFrame.url)).toContain(`app://${key}/texts/zero`)
  const { vault } = await again.host(again.windows(key)[0]!)
  expect(await vault.read('state')).toEqual(words('The Parties shall whisper'))
  expect(await vault.pieces('log')).toEqual([words('one'), words('two')])
  await vault.fold('log', 2, words('both'))
  expect(await vault.pieces('log')).toEqual([words('both')])
  expect(await vault.names('st')).toEqual(['state'])
  await again.quit()

  for (const file of readdirSync(first.userData, { recursive: true, withFileTypes: true })) {
    if (!file.isFile()) continue
    const bytes = readFileSync(join(file.parentPath, file.name))
    for (const secret of ['whisper', 'Zero draft', 'zero', 'travaux_session', server.url])
      expect(bytes.includes(secret), `${file.name} holds ${secret}`).toBe(false)
  }
  rmSync(first.userData, { recursive: true })
})

test('holds a socket for a page', async () => {
  const app = await openDesktop()
  const key = await app.signIn(server.running.linkFor('secretariat'))
  const [window] = app.windows(key)
  const events: SocketEvent[] = []
  const socket = (await app.host(window!)).openSocket('text:zero-draft', (event) => void events.push(event))
  await until(() => events.length > 1)
  expect(events[0]).toEqual({ kind: 'open' })
  expect(events[1]).toMatchObject({ kind: 'frame' })
  socket.close()
  await app.quit()
  rmSync(app.userData, { recursive: true })
})
