/** The configuration: what wins over what, and what is refused. */

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, expect, it } from 'vitest'
import { environmentName, readConfig } from './config.ts'

const folder = mkdtempSync(join(tmpdir(), 'travaux-config-'))
const write = (settings: string): void => writeFileSync(join(folder, 'travaux.json'), settings)
beforeEach(() => write('{}'))
afterAll(() => rmSync(folder, { recursive: true }))

it('goes without saying', () => {
  expect(readConfig({}, folder)).toMatchObject({ port: 8080, data: join(folder, 'data'), log: 'info' })
})

it('is read from the file, over which the environment wins', () => {
  write('{ "port": 9000, "url": "https://treaty.example/", "limits": { "textBytes": 5, "burst": 6 } }')
  const config = readConfig({ PORT: '9001', TRAVAUX_TEXT_BYTES: '7' }, folder)
  expect(config).toMatchObject({ port: 9001, url: 'https://treaty.example', limits: { textBytes: 7, burst: 6 } })
})

it('names each setting in the environment by one rule', () => {
  expect(['frameBytes', 'metricsToken', 'port'].map(environmentName)).toEqual([
    'TRAVAUX_FRAME_BYTES',
    'TRAVAUX_METRICS_TOKEN',
    'PORT',
  ])
})

it.each([
  [{ PORT: 'x' }, '{}', /^PORT/],
  [{ PORT: '70000' }, '{}', /^PORT/],
  [{ TRAVAUX_URL: 'ftp://x' }, '{}', /^TRAVAUX_URL/],
  [{ TRAVAUX_LOG: 'loud' }, '{}', /^TRAVAUX_LOG/],
  [{ TRAVAUX_BURST: '0' }, '{}', /^TRAVAUX_BURST \(limits\.burst\)/],
  [{ TRAVAUX_CONFIG: '/nowhere/travaux.json' }, '{}', /cannot be read/],
  [{}, '{', /travaux\.json cannot be read/],
  [{}, '[]', /holds no settings/],
  [{}, '{ "prot": 1 }', /no setting named prot/],
  [{}, '{ "limits": { "frames": 1 } }', /no setting named frames/],
])('%j with the file %s is refused with a sentence', (environment, file, says) => {
  write(file)
  expect(readConfig(environment, folder)).toMatch(says)
})
