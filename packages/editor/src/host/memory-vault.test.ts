/** The vault in memory is a vault. */

import { test } from 'vitest'
import { openMemoryVault } from './memory-vault.ts'
import { vaultLaws, type TrialVault } from './vault-laws.ts'

async function open(): Promise<TrialVault> {
  const vault = openMemoryVault()
  return { vault, again: async () => vault.afterCut() }
}

test.each(vaultLaws)('$says', async ({ holds }) => holds(open))
