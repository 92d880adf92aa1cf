/** What whoever installs the application can settle: updates, the tray, dictionaries. All of it is off by itself. */

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { startTrial } from '../../packages/server/src/trial/server.ts'
import { openDesktop, until, type Desktop } from './open.ts'

let userData = ''
beforeEach(() => {
  userData = mkdtempSync(join(tmpdir(), 'travaux-desktop-'))
})
afterEach(() => rmSync(userData, { recursive: true }))

function open(settings: object | string | undefined, platform: NodeJS.Platform = 'linux'): Promise<Desktop> {
  const words = typeof settings === 'string' ? settings : JSON.stringify(settings)
  if (settings !== undefined) writeFileSync(join(userData, 'settings.json'), words)
  return openDesktop({ userData, platform })
}

test('by itself, it looks for no update, stays in no tray and fetches no dictionary', async () => {
  const server = await startTrial()
  const app = await open(undefined, 'darwin')
  const key = await app.signIn(server.running.linkFor('secretariat'))
  await (await app.host(app.windows(key)[0]!)).spelling('en')
  expect(app.world).toMatchObject({ feed: undefined, checks: 0, trays: [] })
  expect(app.world.sessions.get(key)?.spelling.url).toBeUndefined()
  await app.quit()
  await server.stop()
})

test('updates come from the named server, are checked by the system, and are put in place when the person says so', async () => {
  const app = await open({ updates: 'https://releases.example.org/travaux/' }, 'darwin')
  expect(app.world.feed).toEqual({
    url: `https://releases.example.org/travaux/darwin-${process.arch}/RELEASES.json`,
    serverType: 'json',
  })
  expect(app.world.checks).toBe(1)
  app.world.answers.push(0, 1)
  app.world.updates.emit('update-downloaded', {}, '', 'Travaux 0.2.0')
  await until(() => app.world.dialogs.length === 1)
  expect(app.world.installed).toBe(0)
  app.world.updates.emit('update-downloaded', {}, '', 'Travaux 0.2.0')
  await until(() => app.world.installed === 1)
  await app.quit()
})

test.each([
  [{ updates: 'http://releases.example.org/' }, /at updates/],
  [{ trays: true }, /Unrecognized key/],
  ['{', /means nothing/],
])('settings that mean nothing (%j) are said, and nothing is settled', async (settings, says) => {
  const app = await open(settings, 'darwin')
  expect(app.world.dialogs[0]?.options['content']).toMatch(says)
  expect(app.world).toMatchObject({ feed: undefined, trays: [] })
  await app.quit()
})

test('in the tray, it stays when the last window is closed', async () => {
  const app = await open({ tray: true })
  expect(app.world.trays).toHaveLength(1)
  for (const window of app.windows()) window.close()
  expect(app.world.ended).toBeUndefined()
  await app.quit()
})

test('spelling follows the text in front, with the dictionaries that were named', async () => {
  const server = await startTrial()
  const app = await open({ dictionaries: 'https://releases.example.org/dictionaries/' })
  const key = await app.signIn(server.running.linkFor('secretariat'))
  const [list] = app.windows(key)
  const text = await app.open(key, '/texts/zero-draft')
  await (await app.host(text)).spelling('fr-CH')
  await (await app.host(list!)).spelling('en')
  const spelling = app.world.sessions.get(key)?.spelling
  text.focus()
  expect(spelling).toMatchObject({
    enabled: true,
    languages: ['fr'],
    url: 'https://releases.example.org/dictionaries/',
  })
  list!.focus()
  expect(spelling?.languages).toEqual(['en-US'])
  await (await app.host(list!)).spelling('ar')
  expect(spelling?.enabled).toBe(false)
  await app.quit()
  await server.stop()
})
