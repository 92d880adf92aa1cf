/** What every vault promises, as cases that each implementation passes. */

import type { Vault } from './host.ts'

/** A vault that can be ended and opened again on what it kept. */
export interface TrialVault {
  readonly vault: Vault
  readonly again: () => Promise<Vault>
}

/** One promise. @throws where a vault does not keep it */
export interface VaultLaw {
  readonly says: string
  readonly holds: (open: () => Promise<TrialVault>) => Promise<void>
}

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const words = (piece: Uint8Array | undefined): string | undefined => piece && new TextDecoder().decode(piece)

async function wordsIn(vault: Vault, log: string): Promise<string> {
  return (await vault.pieces(log)).map(words).join(' ')
}

function same(found: unknown, expected: unknown): void {
  const [a, b] = [JSON.stringify(found), JSON.stringify(expected)]
  if (a !== b) throw new Error(`Found ${a}, expected ${b}`)
}

export const vaultLaws: readonly VaultLaw[] = [
  {
    says: 'gives back what was written last, also when it is opened again',
    holds: async (open) => {
      const { vault, again } = await open()
      same(await vault.read('name'), undefined)
      await vault.write('name', bytes('one'))
      await vault.write('name', bytes('two'))
      await vault.write('empty', new Uint8Array())
      same(words(await vault.read('name')), 'two')
      const later = await again()
      same([words(await later.read('name')), words(await later.read('empty'))], ['two', ''])
      await later.remove('name')
      same(await later.read('name'), undefined)
    },
  },
  {
    says: 'lists the names that begin so, whatever characters are in them',
    holds: async (open) => {
      const { vault } = await open()
      for (const name of ['a/one', 'a/tw%o_"é', 'b/three', 'a']) await vault.write(name, bytes('x'))
      same((await vault.names('a/')).toSorted(), ['a/one', 'a/tw%o_"é'].toSorted())
      same((await vault.names('')).length, 4)
    },
  },
  {
    says: 'keeps pieces in the order they were appended, without waiting for one another',
    holds: async (open) => {
      const { vault, again } = await open()
      await Promise.all(['1', '2', '3', '4'].map((piece) => vault.append('log', bytes(piece))))
      const later = await again()
      same(await wordsIn(later, 'log'), '1 2 3 4')
      same(await later.pieces('other'), [])
    },
  },
  {
    says: 'folds the head of a log and keeps what was appended meanwhile',
    holds: async (open) => {
      const { vault, again } = await open()
      for (const piece of ['1', '2', '3']) await vault.append('log', bytes(piece))
      await Promise.all([vault.fold('log', 2, bytes('12')), vault.append('log', bytes('4'))])
      const later = await again()
      same(await wordsIn(later, 'log'), '12 3 4')
      await later.append('log', bytes('5'))
      same(await wordsIn(later, 'log'), '12 3 4 5')
    },
  },
  {
    says: 'drops a log and nothing else',
    holds: async (open) => {
      const { vault, again } = await open()
      await vault.append('log', bytes('1'))
      await vault.append('log 2', bytes('2'))
      await vault.write('log', bytes('value'))
      await vault.drop('log')
      const later = await again()
      same([await wordsIn(later, 'log'), await wordsIn(later, 'log 2')], ['', '2'])
      same(words(await later.read('log')), 'value')
    },
  },
  {
    says: 'keeps what it was given, not what becomes of it',
    holds: async (open) => {
      const { vault } = await open()
      const piece = bytes('before')
      await vault.write('name', piece)
      await vault.append('log', piece)
      piece.fill(0)
      same([words(await vault.read('name')), await wordsIn(vault, 'log')], ['before', 'before'])
    },
  },
]
