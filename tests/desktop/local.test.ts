/** The body that the application serves itself: within the built main process, for this computer or for a room. */

import { existsSync, rmSync } from 'node:fs'
import { networkInterfaces } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { lanAddress } from '../../packages/desktop/src/local/lan.ts'
import { openDesktop, until } from './open.ts'
import type { Order, SocketEvent } from '../../packages/editor/src/host/host.ts'

test('starts on this computer only, signs its owner in, serves others, and stops cleanly with the last window', async () => {
  const app = await openDesktop()
  const launcher = await app.launcher()
  await launcher.startBody({ lan: false })
  const { body, servers } = await launcher.state()
  expect(body).toMatchObject({ address: expect.stringMatching(/^http:\/\/localhost:\d+$/) })
  expect(body?.lan).toBeUndefined()
  expect(servers).toMatchObject([{ local: true, standing: 'in' }])
  const { key } = servers[0]!
  const me = await app.handle(new Request(`app://${key}/api/me`))
  expect(await me.json()).toMatchObject({ member: { role: 'secretariat' } })

  const second = body!.members.find(({ role }) => role === 'delegate')!
  const { link, squares } = await launcher.invite(second.id)
  expect(link.startsWith(`${body!.address}/sign-in?token=`)).toBe(true)
  expect(squares.length).toBeGreaterThan(20)
  const page = await fetch(body!.address)
  expect(await page.text()).toContain('<div id="root">')
  const answer = await fetch(`${body!.address}/sign-in`, {
    method: 'POST',
    body: new URLSearchParams({ token: new URL(link).searchParams.get('token') ?? '' }),
    redirect: 'manual',
  })
  expect(answer.status).toBe(303)

  const events: SocketEvent[] = []
  const host = await app.host(await app.open(key, '/texts/zero-draft'))
  host.openSocket('text:zero-draft', (event) => void events.push(event))
  await until(() => events.some(({ kind }) => kind === 'frame'))
  for (const window of app.windows()) window.close()
  await until(() => app.world.ended !== undefined)
  await expect(fetch(body!.address)).rejects.toThrow()
  expect(existsSync(join(app.userData, 'body', 'record.db'))).toBe(true)

  // The same files are found again, on the same port where that is free.
  const again = await openDesktop({ userData: app.userData })
  const found = await again.launcher()
  expect((await found.state()).body).toBeUndefined()
  await found.open(key, '/')
  expect((await (await again.handle(new Request(`app://${key}/api/me`))).json()) as object).toMatchObject({
    member: { role: 'secretariat' },
  })
  await found.stopBody()
  expect((await again.handle(new Request(`app://${key}/api/me`))).status).toBe(503)
  await again.quit()
  rmSync(app.userData, { recursive: true })
})

test('a member that is not in the body cannot be invited, and nobody can while none is served', async () => {
  const app = await openDesktop()
  await expect((await app.launcher()).invite('secretariat')).rejects.toThrow('no such member')
  await app.quit()
  rmSync(app.userData, { recursive: true })
})

test('for a room, others reach it at the address that their links name; on request it is for this computer again', async () => {
  const outward = lanAddress(networkInterfaces())
  const app = await openDesktop()
  const launcher = await app.launcher()
  await launcher.startBody({ lan: true })
  const { body } = await launcher.state()
  const port = new URL(body!.address).port
  // A machine without a network has nobody to serve but itself.
  expect(body?.lan).toBe(outward === undefined ? undefined : `http://${outward}:${port}`)
  const shared = body?.lan ?? body!.address
  expect((await fetch(`${shared}/healthz`)).status).toBeLessThan(500)
  expect((await launcher.invite('secretariat')).link.startsWith(`${shared}/sign-in?token=`)).toBe(true)
  await launcher.startBody({ lan: false })
  expect((await launcher.state()).body?.lan).toBeUndefined()
  if (outward !== undefined) await expect(fetch(`http://${outward}:${port}/`)).rejects.toThrow()
  await app.quit()
  await until(() => app.world.ended !== undefined)
  rmSync(app.userData, { recursive: true })
})

test('files and links that the system hands in reach a page, whenever they come', async () => {
  const app = await openDesktop()
  await (await app.launcher()).startBody({ lan: false })
  const [server] = (await (await app.launcher()).state()).servers
  const { key } = server!
  const file = join(import.meta.dirname, '../../README.md')
  const orders: Order[] = []
  ;(await app.host(app.windows(key)[0]!)).onOrder((order) => void orders.push(order))
  app.second(file)
  await until(() => orders.length === 1)
  expect(orders[0]).toMatchObject({ kind: 'file', name: 'README.md' })
  app.second('/no/such/file.md')
  await until(() => app.world.dialogs.some(({ kind }) => kind === 'error'))
  expect(app.world.dialogs.at(-1)?.options['content']).toBe('file.md cannot be read.')

  const host = new URL((await (await app.launcher()).state()).body!.address).host
  app.second(`travaux://${host}/texts/zero-draft#clause=c1`)
  expect(app.windows(key).map(({ contents }) => contents.mainFrame.url)).toContain(
    `app://${key}/texts/zero-draft#clause=c1`,
  )
  const heard: string[] = []
  ;(await app.launcher()).onUnknown((name) => void heard.push(name))
  const count = app.windows(key).length
  app.second('travaux://elsewhere.example.org/texts/t1')
  expect(heard).toEqual(['elsewhere.example.org'])
  app.second('travaux://elsewhere.example.org/api/me')
  expect(app.windows(key)).toHaveLength(count)
  await app.quit()
  await until(() => app.world.ended !== undefined)
  rmSync(app.userData, { recursive: true })
})
