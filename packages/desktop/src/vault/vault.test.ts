import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { newKey } from './cipher.ts'
import { openVault, Unreadable } from './vault.ts'
import { openVaults } from './vaults.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'vault-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const words = (text: string): Uint8Array => new TextEncoder().encode(text)
const text = (bytes: Uint8Array | undefined): string | undefined => bytes && new TextDecoder().decode(bytes)
const file = (): string => join(folder, 'trial.vault')

function alterOne(db: DatabaseSync): void {
  const row = db.prepare('SELECT id, value FROM vault LIMIT 1').get()
  const value = Buffer.from(row?.['value'] as Uint8Array)
  value[14] = (value[14] ?? 0) ^ 1
  db.prepare('UPDATE vault SET value = ? WHERE id = ?').run(value, row?.['id'] as Uint8Array)
}

describe('a vault', () => {
  test('gives back what was kept, after it was closed and opened', async () => {
    const key = newKey()
    const vault = openVault(file(), key)
    await vault.write('a', words('one'))
    await vault.write('a', words('two'))
    await vault.append('log', words('x'))
    vault.close()
    const again = openVault(file(), key)
    expect(text(await again.read('a'))).toBe('two')
    expect(await again.read('b')).toBeUndefined()
    expect((await again.pieces('log')).map(text)).toEqual(['x'])
    again.close()
  })

  test('does what a list of pieces and a table of names do, whatever is asked in whatever order', async () => {
    const step = fc.oneof(
      fc.record({
        do: fc.constant('write'),
        name: fc.constantFrom('a', 'b', 'ab'),
        value: fc.uint8Array({ maxLength: 40 }),
      }),
      fc.record({
        do: fc.constant('remove'),
        name: fc.constantFrom('a', 'b', 'ab'),
        value: fc.constant(new Uint8Array()),
      }),
      fc.record({
        do: fc.constant('append'),
        name: fc.constantFrom('a', 'b'),
        value: fc.uint8Array({ maxLength: 40 }),
      }),
      fc.record({ do: fc.constant('fold'), name: fc.constantFrom('a', 'b'), value: fc.uint8Array({ maxLength: 40 }) }),
      fc.record({ do: fc.constant('drop'), name: fc.constantFrom('a', 'b'), value: fc.constant(new Uint8Array()) }),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
        const vault = openVault(':memory:', newKey())
        const table = new Map<string, Uint8Array>()
        const logs = new Map<string, Uint8Array[]>()
        for (const { do: act, name, value } of steps) {
          const log = logs.get(name) ?? []
          if (act === 'write') {
            table.set(name, value)
            await vault.write(name, value)
          } else if (act === 'remove') {
            table.delete(name)
            await vault.remove(name)
          } else if (act === 'append') {
            logs.set(name, [...log, value])
            await vault.append(name, value)
          } else if (act === 'drop') {
            logs.delete(name)
            await vault.drop(name)
          } else if (log.length > 1) {
            logs.set(name, [value, ...log.slice(2)])
            await vault.fold(name, 2, value)
          } else await expect(vault.fold(name, 2, value)).rejects.toThrow('There are not 2 pieces')
        }
        expect(await vault.names('')).toEqual([...table.keys()].toSorted())
        expect(await vault.names('a')).toEqual([...table.keys()].filter((name) => name.startsWith('a')).toSorted())
        for (const [name, value] of table) expect(await vault.read(name)).toEqual(value)
        for (const name of ['a', 'b']) expect(await vault.pieces(name)).toEqual(logs.get(name) ?? [])
        vault.close()
      }),
      { seed: 20_261_123, numRuns: 60 },
    )
  })

  test('holds no plain word of values, names or logs in any of its files', async () => {
    const vault = openVault(file(), newKey())
    await vault.write('texts/whispering', words('The Parties shall whisper'))
    await vault.append('log of whispering', words('whisper'))
    for (const name of readdirSync(folder)) expect(readFileSync(join(folder, name)).includes('whisper')).toBe(false)
    vault.close()
    expect(readFileSync(file()).includes('whisper')).toBe(false)
  })

  test('leaves nothing of what was removed once it has settled', async () => {
    const key = newKey()
    const vault = openVault(file(), key)
    await vault.write('a', new Uint8Array(5000).fill(7))
    vault.settle()
    const db = new DatabaseSync(file(), { readOnly: true })
    const sealed = Buffer.from(db.prepare('SELECT value FROM vault').get()?.['value'] as Uint8Array).subarray(100, 132)
    db.close()
    expect(readFileSync(file()).includes(sealed)).toBe(true)
    await vault.remove('a')
    vault.settle()
    for (const name of readdirSync(folder)) expect(readFileSync(join(folder, name)).includes(sealed)).toBe(false)
    vault.close()
  })

  test.each([
    ['exchanged', (db: DatabaseSync) => db.exec('UPDATE vault SET value = (SELECT max(value) FROM vault)')],
    ['altered', alterOne],
  ])('does not give out values that were %s in its file', async (_how, change) => {
    const key = newKey()
    const vault = openVault(file(), key)
    await vault.write('a', words('to be agreed'))
    await vault.write('b', words('not agreed'))
    vault.close()
    const db = new DatabaseSync(file())
    change(db)
    db.close()
    const again = openVault(file(), key)
    const read = await Promise.allSettled([again.read('a'), again.read('b')])
    expect(read.some(({ status }) => status === 'rejected')).toBe(true)
    for (const one of read) if (one.status === 'rejected') expect(one.reason.message).toMatch(/could not be read/)
    again.close()
  })

  test.each([
    ['another key', () => undefined],
    ['a damaged beginning', () => writeFileSync(file(), Buffer.from('no database'.repeat(500)))],
  ])('with %s is unreadable, and its file stays as it is', async (what, damage) => {
    const key = newKey()
    const vault = openVault(file(), key)
    await vault.write('a', words('one'))
    vault.close()
    damage()
    const before = readFileSync(file())
    expect(() => openVault(file(), what === 'another key' ? newKey() : key)).toThrow(Unreadable)
    expect(readFileSync(file()).equals(before)).toBe(true)
  })

  test('loses nothing it has promised when its process is killed', async () => {
    const key = newKey()
    const script = join(import.meta.dirname, 'trial.ts')
    let promised = -1
    for (let round = 0; round < 2; round++) {
      rmSync(file(), { force: true })
      for (const suffix of ['-wal', '-shm']) rmSync(file() + suffix, { force: true })
      const child = spawn(process.execPath, [script, file(), Buffer.from(key).toString('hex')], {
        stdio: ['ignore', 'pipe', 'inherit'],
      })
      const ended = once(child, 'close')
      let printed = ''
      child.stdout.on('data', (chunk: Buffer) => {
        printed += chunk.toString()
        if (printed.split('\n').length > 40 + round * 13) child.kill('SIGKILL')
      })
      await ended
      promised = Number(printed.trimEnd().split('\n').at(-1))
      const vault = openVault(file(), key)
      const last = Number(text(await vault.read('last')))
      const pieces = (await vault.pieces('numbers')).map(text)
      expect(last).toBeGreaterThanOrEqual(promised)
      expect(Number(pieces.at(-1))).toBeGreaterThanOrEqual(promised)
      // Numbers follow each other; those folded are behind one piece.
      const plain = pieces.filter((piece) => !piece?.startsWith('to')).map(Number)
      expect(plain).toEqual(plain.map((_one, index) => (plain[0] ?? 0) + index))
      vault.close()
    }
  })
})

const server = { key: 's0123456789abcdef', vaultKey: Buffer.from(newKey()).toString('base64') }
const open = (key: Uint8Array, told: string[] = []) =>
  openVaults({
    folder,
    keeping: { kind: 'encrypted', key },
    now: () => 0,
    tellSetAside: (aside) => void told.push(aside),
  })

describe('the vaults of a computer', () => {
  test('a damaged one is set aside whole, told of, and another begun', async () => {
    const key = newKey()
    const first = open(key)
    await first.of(server).write('a', words('one'))
    first.close()
    const kept = join(folder, 'vaults', `${server.key}.vault`)
    const damaged = Buffer.from('no database'.repeat(500))
    writeFileSync(kept, damaged)
    const told: string[] = []
    const second = open(key, told)
    expect(await second.of(server).read('a')).toBeUndefined()
    expect(told).toHaveLength(1)
    expect(readFileSync(join(told[0]!, `${server.key}.vault`)).equals(damaged)).toBe(true)
    second.close()
  })

  test('one that is wiped is off the disk', async () => {
    const vaults = open(newKey())
    await vaults.of(server).write('a', words('one'))
    vaults.wipe(server.key)
    expect(readdirSync(join(folder, 'vaults')).filter((name) => name.startsWith(server.key))).toEqual([])
    vaults.close()
  })

  test('where nothing is to be kept, nothing is written', async () => {
    const vaults = openVaults({
      folder,
      keeping: { kind: 'not', key: newKey() },
      now: () => 0,
      tellSetAside: () => undefined,
    })
    await vaults.of(server).write('a', words('one'))
    expect(text(await vaults.of(server).read('a'))).toBe('one')
    vaults.close()
    expect(existsSync(join(folder, 'vaults'))).toBe(false)
  })
})
