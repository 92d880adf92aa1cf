/** What pages get for `app://` addresses: their own files, the API of their server and nothing else, all of it guarded. */

import { rmSync } from 'node:fs'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTrial, type Trial } from '../../packages/server/src/trial/server.ts'
import { openDesktop, type Desktop } from './open.ts'
import { SESSION, startStrange } from './strange.ts'

let server: Trial
let app: Desktop
let key: string
beforeAll(async () => {
  server = await startTrial()
  app = await openDesktop()
  key = await app.signIn(server.running.linkFor('secretariat'))
})
afterAll(async () => {
  await app.quit()
  rmSync(app.userData, { recursive: true })
  await server.stop()
})

const ask = (rest: string, init?: RequestInit): Promise<Response> =>
  app.handle(new Request(`app://${key}${rest}`, init))

describe('a page', () => {
  test.each([
    ['/', 'text/html'],
    ['/texts/zero-draft', 'text/html'],
    ['/texts/zero-draft/compare?old=v1&new=living', 'text/html'],
  ])('%s is the built editor', async (path, type) => {
    const answer = await ask(path)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toContain(type)
    expect(await answer.text()).toContain('<div id="root">')
  })

  test('finds its scripts, styles and fonts', async () => {
    const html = await (await ask('/')).text()
    const files = [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map((match) => match[1] ?? '')
    expect(files.length).toBeGreaterThan(2)
    for (const file of files) expect({ file, status: (await ask(file)).status }).toEqual({ file, status: 200 })
  })

  test.each(['/main.cjs', '/sources.sha256', '/assets/none.js', '/package.json'])('does not get %s', async (path) => {
    expect((await ask(path)).status).toBe(404)
  })

  test('is only got, never sent to', async () => {
    expect((await ask('/', { method: 'POST', body: 'x' })).status).toBe(404)
    expect((await ask('/assets/none.js', { method: 'DELETE' })).status).toBe(404)
  })

  test('is guarded, whatever is asked: scripts and connections of its own origin only', async () => {
    for (const path of ['/', '/assets/none.js', '/api/me', '/api/none', '/%00', '/sync/text:t1']) {
      const { headers } = await ask(path)
      const policy = (headers.get('content-security-policy') ?? '').split('; ')
      expect(policy).toEqual(
        expect.arrayContaining([
          "default-src 'none'",
          "script-src 'self'",
          "connect-src 'self'",
          "frame-ancestors 'none'",
          "base-uri 'none'",
          "form-action 'none'",
        ]),
      )
      expect(policy.join(' ')).not.toMatch(/unsafe-eval|https?:|\*|script-src 'self' 'unsafe/)
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('referrer-policy')).toBe('no-referrer')
    }
  })

  test('answers anything at all with a status, and nothing outside its files', async () => {
    const wild = fc.tuple(
      fc.constantFrom('', '/assets', '/texts', '/..', '/%2e%2e', '/assets/..%2f..'),
      fc.string({ unit: 'binary', maxLength: 20 }),
    )
    await fc.assert(
      fc.asyncProperty(wild, async ([start, rest]) => {
        const url = `app://${key}${start}/${rest}`
        if (!URL.canParse(url) || new URL(url).host !== key) return
        const { status } = await app.handle(new Request(url))
        expect([200, 400, 401, 404]).toContain(status)
      }),
      { seed: 20_261_123, numRuns: 300 },
    )
  })
})

describe('the API', () => {
  test('answers as the member who signed in, and is kept nowhere', async () => {
    const answer = await ask('/api/me')
    expect(await answer.json()).toMatchObject({ member: { id: 'secretariat' }, body: { epoch: expect.any(String) } })
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect(answer.headers.get('set-cookie')).toBeNull()
  })

  test('passes refusals on in words', async () => {
    const answer = await ask('/api/texts/none')
    expect(answer.status).toBe(404)
    expect(await answer.json()).toMatchObject({ error: 'noText' })
  })

  test('streams the feed as it happens, and lets go of it when the page does', async () => {
    const leaving = new AbortController()
    const answer = await ask('/api/texts/zero-draft/feed', {
      signal: leaving.signal,
      headers: { accept: 'text/event-stream' },
    })
    expect(answer.headers.get('content-type')).toContain('text/event-stream')
    const reader = answer.body!.getReader()
    let told = ''
    while (!told.includes('comment.open')) told += Buffer.from((await reader.read()).value ?? []).toString()
    leaving.abort()
    await expect(
      (async () => {
        for (;;) if ((await reader.read()).done) return 'done'
      })(),
    ).rejects.toThrow()
  })

  test.each(['PUT', 'PATCH', 'OPTIONS', 'HEAD'])('is not asked by %s', async (method) => {
    expect((await ask('/api/me', { method })).status).toBe(400)
  })

  test('is sent no more than it takes', async () => {
    const answer = await ask('/api/texts', { method: 'POST', body: new Uint8Array(22 * 1024 * 1024) })
    expect(answer.status).toBe(413)
  })
})

describe('whatever a server says', () => {
  test('its redirects are not followed, and the credential goes to nobody else', async () => {
    const elsewhere = await startStrange(() => ({ status: 200, body: '{}' }))
    const odd = await startStrange(() => ({ status: 307, headers: { location: `${elsewhere.url}/api/me` } }))
    const other = await app.signIn(odd.link)
    const answer = await app.handle(new Request(`app://${other}/api/me`))
    expect(answer.status).toBe(503)
    expect(elsewhere.asked).toEqual([])
    await Promise.all([odd.stop(), elsewhere.stop()])
  })

  test('its headers do not reach the page, and the page’s do not reach it', async () => {
    const odd = await startStrange(() => ({
      status: 200,
      headers: {
        'content-security-policy': 'script-src *',
        'access-control-allow-origin': '*',
        'set-cookie': 'a=b',
        'clear-site-data': '"*"',
        'content-type': 'application/json',
      },
      body: '{}',
    }))
    const other = await app.signIn(odd.link)
    const answer = await app.handle(
      new Request(`app://${other}/api/me`, {
        headers: { authorization: 'Bearer x', 'x-forwarded-for': '1.2.3.4', accept: 'application/json' },
      }),
    )
    expect(answer.headers.get('content-security-policy')).not.toContain('*')
    for (const name of ['access-control-allow-origin', 'set-cookie', 'clear-site-data'])
      expect(answer.headers.has(name)).toBe(false)
    const { headers } = odd.asked.at(-1)!
    expect(headers).toMatchObject({ cookie: `travaux_session=${SESSION}`, accept: 'application/json' })
    expect(headers).not.toHaveProperty('authorization')
    expect(headers).not.toHaveProperty('x-forwarded-for')
    expect(headers).not.toHaveProperty('origin')
    await odd.stop()
  })

  test('while it is away, pages are told so, and that nothing was decided', async () => {
    const odd = await startStrange(() => ({ status: 200 }))
    const other = await app.signIn(odd.link)
    await odd.stop()
    const answer = await app.handle(new Request(`app://${other}/api/me`))
    expect(answer.status).toBe(503)
    expect(await answer.json()).toMatchObject({ error: 'unreachable', says: expect.any(String) })
    expect((await app.handle(new Request(`app://${other}/`))).status).toBe(200)
  })

  test('a member it does not know is told to sign in again, and what is kept still opens', async () => {
    const odd = await startStrange(() => ({ status: 401, body: '{}' }))
    const other = await app.signIn(odd.link)
    expect((await app.handle(new Request(`app://${other}/api/me`))).status).toBe(401)
    const launcher = await app.launcher()
    expect((await launcher.state()).servers.find((one) => one.key === other)).toMatchObject({ standing: 'out' })
    const host = await app.host(await app.open(other, '/texts/t1'))
    await host.vault.write('a', Buffer.from('still here'))
    expect(Buffer.from((await host.vault.read('a'))!).toString()).toBe('still here')
    await odd.stop()
  })
})

test('who signs out leaves no credential behind', async () => {
  const other = await openDesktop()
  const own = await other.signIn(server.running.linkFor('secretariat'))
  expect((await other.handle(new Request(`app://${own}/api/sign-out`, { method: 'POST' }))).status).toBe(200)
  expect((await other.handle(new Request(`app://${own}/api/me`))).status).toBe(401)
  expect((await (await other.launcher()).state()).servers).toMatchObject([{ standing: 'out' }])
  await other.quit()
  rmSync(other.userData, { recursive: true })
})

test.each([
  ['http://192.168.1.7:1/sign-in?token=', 'asks first where others can read what is sent', 1],
  ['http://texts.example.org/sign-in?token=', 'is refused without https', 0],
])('signing in at %s… %s', async (address, _says, dialogs) => {
  app.world.answers.push(0)
  const before = app.world.dialogs.length
  const signedIn = (await app.launcher()).signIn(`${address}${'t'.repeat(43)}`)
  if (dialogs === 1) expect(await signedIn).toBeNull()
  else await expect(signedIn).rejects.toThrow('not protected')
  expect(app.world.dialogs.length - before).toBe(dialogs)
  app.world.answers.length = 0
})

test('a link that was used says so', async () => {
  const link = server.running.linkFor('secretariat')
  const launcher = await app.launcher()
  await launcher.signIn(link)
  await expect(launcher.signIn(link)).rejects.toThrow('used already')
})
