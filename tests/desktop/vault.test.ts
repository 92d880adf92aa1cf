/** The vault of the built application is a vault, through the preload script and the main process. */

import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, test } from 'vitest'
import { vaultLaws, type TrialVault } from '../../packages/editor/src/host/vault-laws.ts'
import type { Vault } from '../../packages/editor/src/host/host.ts'
import { startServer } from '../support/server.ts'
import { openDesktop } from './open.ts'

let key: string
let signedIn: string

beforeAll(async () => {
  const server = await startServer()
  const desktop = await openDesktop()
  key = await desktop.signIn(await server.link('chair'))
  await desktop.quit()
  signedIn = desktop.userData
  await server.stop()
})
afterAll(() => rmSync(signedIn, { recursive: true }))

test.each(vaultLaws)('$says', async ({ holds }) => {
  const userData = mkdtempSync(join(tmpdir(), 'travaux-desktop-'))
  cpSync(signedIn, userData, { recursive: true })
  let desktop = await openDesktop({ userData })
  const vaultNow = async (): Promise<Vault> => (await desktop.host(await desktop.open(key, '/'))).vault
  const open = async (): Promise<TrialVault> => ({
    vault: await vaultNow(),
    again: async () => {
      await desktop.quit()
      desktop = await openDesktop({ userData })
      return vaultNow()
    },
  })
  await holds(open)
  await desktop.quit()
  rmSync(userData, { recursive: true })
})
