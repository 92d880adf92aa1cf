/** What is kept, and how, with a keychain, with none, and with the one that everybody can open. */

import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDesktop, type Desktop } from './open.ts'
import { startTrial, type Trial } from '../../packages/server/src/trial/server.ts'

let server: Trial
beforeAll(async () => {
  server = await startTrial()
})
afterAll(() => server.stop())

const secret = 'The Parties shall whisper'

/** Signs in, keeps a text, and ends; gives what the page was told about keeping. */
async function keepOne(app: Desktop): Promise<{ key: string; encrypted: boolean }> {
  const key = await app.signIn(server.running.linkFor('secretariat'))
  const host = await app.host(await app.open(key, '/texts/zero-draft'))
  await host.vault.write('copy', Buffer.from(secret))
  await host.showing({ id: 'zero-draft', title: 'Zero draft', symbol: '', kept: true })
  const { encrypted } = await host.about()
  await app.quit()
  return { key, encrypted }
}

/** What an application that starts again on this computer still knows. */
async function found(app: Desktop): Promise<{ servers: number; copy: string | undefined }> {
  const { servers } = await (await app.launcher()).state()
  const [first] = servers
  if (!first) return { servers: 0, copy: undefined }
  const copy = await (await app.host(await app.open(first.key, '/'))).vault.read('copy')
  return { servers: servers.length, copy: copy && Buffer.from(copy).toString() }
}

function filesIn(folder: string): { name: string; bytes: Buffer }[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name, parentPath }) => ({ name, bytes: readFileSync(join(parentPath, name)) }))
}

test('with a keychain, everything is kept encrypted, and another user’s keychain opens nothing of it', async () => {
  const app = await openDesktop()
  const { encrypted } = await keepOne(app)
  expect(encrypted).toBe(true)
  expect(app.world.dialogs).toEqual([])
  for (const { name, bytes } of filesIn(app.userData)) expect(bytes.includes('whisper'), name).toBe(false)

  const thief = await openDesktop({ userData: app.userData, keychainSecret: 'of another user', answers: [0] })
  expect(await found(thief)).toEqual({ servers: 0, copy: undefined })
  await thief.quit()
  rmSync(app.userData, { recursive: true })
})

test('what a lost key leaves behind is set aside, told of, and still there', async () => {
  const app = await openDesktop()
  await keepOne(app)
  const before = filesIn(app.userData).filter(({ name }) => name.endsWith('.vault') || name === 'key.json')
  const again = await openDesktop({
    userData: app.userData,
    keychainSecret: 'the keychain was made anew',
    answers: [0],
  })
  expect(again.world.dialogs.map(({ options }) => options['message'])).toContain(
    'What was kept on this computer cannot be read.',
  )
  const after = filesIn(join(app.userData))
  for (const { bytes } of before) expect(after.some((one) => one.bytes.equals(bytes))).toBe(true)
  await again.quit()
  rmSync(app.userData, { recursive: true })
})

test.each(['absent', 'basic_text'] as const)(
  'with a keychain that is %s, nothing is kept unless the person says so',
  async (keychain) => {
    const app = await openDesktop({ keychain, answers: [0] })
    expect(app.world.dialogs).toHaveLength(1)
    expect(app.world.dialogs[0]?.options).toMatchObject({ type: 'warning', defaultId: 0, cancelId: 0 })
    expect((await keepOne(app)).encrypted).toBe(false)
    expect(filesIn(app.userData)).toEqual([])
    const again = await openDesktop({ userData: app.userData, keychain, answers: [0] })
    expect(await found(again)).toEqual({ servers: 0, copy: undefined })
    await again.quit()
    rmSync(app.userData, { recursive: true })
  },
)

test('who keeps without encryption is told so, is asked once, and is encrypted as soon as there is a keychain', async () => {
  const app = await openDesktop({ keychain: 'absent', answers: [1] })
  expect((await keepOne(app)).encrypted).toBe(false)
  const again = await openDesktop({ userData: app.userData, keychain: 'absent' })
  expect(again.world.dialogs).toEqual([])
  expect(await found(again)).toEqual({ servers: 1, copy: secret })
  await again.quit()
  const open = readFileSync(join(app.userData, 'key.json'), 'utf8')

  const later = await openDesktop({ userData: app.userData })
  expect(await found(later)).toEqual({ servers: 1, copy: secret })
  expect((await (await later.launcher()).state()).encrypted).toBe(true)
  await later.quit()
  const { open: key } = JSON.parse(open) as { open: string }
  for (const { name, bytes } of filesIn(app.userData)) expect(bytes.includes(key), name).toBe(false)
  rmSync(app.userData, { recursive: true })
})

test('a damaged vault is told of and set aside, and the application opens', async () => {
  const app = await openDesktop()
  const { key } = await keepOne(app)
  const file = join(app.userData, 'vaults', `${key}.vault`)
  const damaged = Buffer.from('no database '.repeat(400))
  writeFileSync(file, damaged)
  const again = await openDesktop({ userData: app.userData, answers: [1] })
  expect(await found(again)).toEqual({ servers: 1, copy: undefined })
  expect(again.world.shownFolders).toHaveLength(1)
  expect(readFileSync(join(again.world.shownFolders[0]!, `${key}.vault`)).equals(damaged)).toBe(true)
  await again.quit()
  rmSync(app.userData, { recursive: true })
})

test('a server that is forgotten leaves nothing: neither texts, nor the sign-in, nor what pages left', async () => {
  const app = await openDesktop()
  const { key } = await keepOne(app)
  const again = await openDesktop({ userData: app.userData })
  again.world.answers.push(0)
  expect(await (await again.launcher()).forget(key)).toBe(false)
  expect(again.windows(key)).toHaveLength(2)
  again.world.answers.push(1)
  expect(await (await again.launcher()).forget(key)).toBe(true)
  expect(again.windows(key)).toEqual([])
  expect(again.world.sessions.get(key)?.cleared).toEqual(expect.arrayContaining(['storage', 'cache', 'auth']))
  expect((await (await again.launcher()).state()).servers).toEqual([])
  await again.quit()
  expect(existsSync(join(app.userData, 'vaults', `${key}.vault`))).toBe(false)
  const last = await openDesktop({ userData: app.userData })
  expect(await found(last)).toEqual({ servers: 0, copy: undefined })
  await last.quit()
  rmSync(app.userData, { recursive: true })
})
