/** What is shipped: the fuses, signatures and associations of the packages, and that the real thing runs where it can. */

import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire, isBuiltin } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { _electron } from 'playwright-core'
import { expect, test } from 'vitest'
import { importable } from '../../packages/desktop/src/files/open.ts'
import { LINK_SCHEME } from '../../packages/desktop/src/links/deep.ts'

const desktop = join(import.meta.dirname, '../../packages/desktop')
const read = (file: string): Record<string, unknown> =>
  JSON.parse(readFileSync(join(desktop, file), 'utf8')) as Record<string, unknown>

test('the fuses are set as a security review asks', () => {
  expect(read('electron-builder.json')['electronFuses']).toEqual({
    runAsNode: false,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    enableCookieEncryption: true,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    loadBrowserProcessSpecificV8Snapshot: false,
    grantFileProtocolExtraPrivileges: false,
  })
})

test('packages are signed or not made; the hardened runtime allows what V8 needs and no more', () => {
  const { forceCodeSigning, mac, asar } = read('electron-builder.json') as Record<string, Record<string, unknown>>
  expect({ forceCodeSigning, asar }).toEqual({ forceCodeSigning: true, asar: true })
  expect(mac).toMatchObject({ hardenedRuntime: true, notarize: true })
  const entitlements = readFileSync(join(desktop, String(mac?.['entitlements'])), 'utf8')
  expect([...entitlements.matchAll(/<key>(.+?)<\/key>/g)].map((match) => match[1])).toEqual([
    'com.apple.security.cs.allow-jit',
  ])
})

test('links and files are those that the application takes', () => {
  const { protocols, fileAssociations } = read('electron-builder.json') as {
    protocols: { schemes: string[] }[]
    fileAssociations: { ext: string | string[] }[]
  }
  expect(protocols.flatMap(({ schemes }) => schemes)).toEqual([LINK_SCHEME])
  expect(fileAssociations.flatMap(({ ext }) => ext).toSorted()).toEqual([...importable].toSorted())
})

test('nothing is shipped but what was built: the program has no packages of its own', () => {
  expect(read('package.json')).not.toHaveProperty('dependencies')
  expect(read('package.json')).toMatchObject({ main: 'dist/main.cjs' })
  for (const file of ['main.cjs', 'preload.cjs', 'launcher-preload.cjs', 'body.cjs'])
    expect({ file, others: requiredBy(file).filter((name) => !isThere(name)) }).toEqual({ file, others: [] })
  expect(requiredBy('preload.cjs')).toEqual(['electron'])
})

function requiredBy(file: string): string[] {
  const script = readFileSync(join(desktop, 'dist', file), 'utf8')
  return [...script.matchAll(/\brequire\("([^"]+)"\)/g)].map((match) => match[1] ?? '')
}

/** Helpers that libraries ask for and do without. */
const optional: ReadonlySet<string> = new Set(['bufferutil', 'utf-8-validate', 'supports-color'])

function isThere(name: string): boolean {
  return name === 'electron' || name.startsWith('./') || isBuiltin(name) || optional.has(name)
}

/** The binary that Electron's own installer puts beside its package, or the one that is named. */
function electronBinary(): string | undefined {
  const named = process.env['ELECTRON_PATH']
  const folder = dirname(createRequire(join(desktop, 'package.json')).resolve('electron/package.json'))
  const told = join(folder, 'path.txt')
  const own = existsSync(told) ? join(folder, 'dist', readFileSync(told, 'utf8')) : undefined
  return [named, own].find((path) => path !== undefined && existsSync(path))
}

const noBinary =
  'No Electron binary is here: its installer downloads one, which tests do not do. Name one in ELECTRON_PATH.'

test('the real application opens its launcher', async ({ skip }) => {
  const executablePath = electronBinary() ?? ''
  skip(executablePath === '', noBinary)
  const home = mkdtempSync(join(tmpdir(), 'travaux-electron-'))
  mkdirSync(join(home, 'Travaux'))
  // Test machines have no keychain; a person here has said that it may do without.
  writeFileSync(join(home, 'Travaux', 'key.json'), JSON.stringify({ open: randomBytes(32).toString('base64') }))
  const app = await _electron.launch({
    executablePath,
    args: [desktop, '--password-store=basic', '--no-sandbox'],
    env: { ...process.env, XDG_CONFIG_HOME: home },
  })
  const window = await app.firstWindow()
  await window.getByRole('textbox', { name: 'Sign-in link' }).waitFor()
  expect(new URL(window.url()).protocol).toBe('app:')
  expect(await window.evaluate(() => [typeof globalThis.process, Object.keys(globalThis).includes('require')])).toEqual(
    ['undefined', false],
  )
  await app.close()
  rmSync(home, { recursive: true, force: true })
})
