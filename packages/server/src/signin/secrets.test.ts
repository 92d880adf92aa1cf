/** Links, sessions and tokens. */

import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { lifetimes, openSecrets } from './secrets.ts'

let time = 1_700_000_000_000
const open = (file = ':memory:') => openSecrets(file, () => time)

it('lets a link sign in once', () => {
  const secrets = open()
  const link = secrets.issue('link', 'ann', '')
  const session = secrets.redeem(link, 'a browser')
  expect(secrets.holder(session ?? '')).toMatchObject({ member: 'ann', kind: 'session' })
  expect(secrets.redeem(link, 'another')).toBeUndefined()
})

it('lets no link sign in after its time', () => {
  const secrets = open()
  const link = secrets.issue('link', 'ann', '')
  time += lifetimes.link
  expect(secrets.redeem(link, '')).toBeUndefined()
})

it('takes neither a link nor a session nor a token for another kind', () => {
  const secrets = open()
  const link = secrets.issue('link', 'ann', '')
  const session = secrets.redeem(secrets.issue('link', 'ann', ''), '') ?? ''
  const token = secrets.issue('token', 'ann', '')
  expect(secrets.holder(link)).toBeUndefined()
  expect(secrets.redeem(session, '')).toBeUndefined()
  expect(secrets.redeem(token, '')).toBeUndefined()
})

it('ends a session for its own member only', () => {
  const secrets = open()
  const token = secrets.issue('token', 'ann', 'a script')
  const [kept] = secrets.list('ann')
  expect(secrets.end('bob', kept?.id ?? '')).toBe(false)
  expect(secrets.holder(token)).toBeDefined()
  expect(secrets.end('ann', kept?.id ?? '')).toBe(true)
  expect(secrets.holder(token)).toBeUndefined()
})

it('writes no secret to its file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'travaux-secrets-'))
  const secrets = open(join(folder, 'secrets.db'))
  const token = secrets.issue('token', 'ann', 'a script')
  secrets.close()
  expect(readFileSync(join(folder, 'secrets.db')).includes(token)).toBe(false)
  rmSync(folder, { recursive: true })
})
