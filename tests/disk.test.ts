/** Disks as they fail in a server room: one that is really full, and one that is really read-only. */

import { execFileSync, spawnSync } from 'node:child_process'
import { closeSync, mkdirSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { connect, join as joinRoom } from '../packages/server/src/trial/client.ts'
import { runProgram, spawnServer, type Spawned } from '../packages/server/src/trial/process.ts'
import { TEXT } from '../packages/server/src/trial/server.ts'

const MEMBER = 'expert-african'

const folder = mkdtempSync(join(tmpdir(), 'travaux-disk-'))
const disk = join(folder, 'disk')
mkdirSync(disk)

/** Mounting takes the rights of an administrator, which a test may not have. */
const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=12m', 'tmpfs', disk]).status === 0

afterAll(() => {
  if (mounted) execFileSync('umount', ['--lazy', disk])
  rmSync(folder, { recursive: true })
})

const data = join(disk, 'data')
const filler = join(disk, 'filler')

/** Takes every byte that is left. */
function fillDisk(): void {
  const file = openSync(filler, 'w')
  try {
    for (const size of [65_536, 1024, 1]) writeUntilFull(file, Buffer.alloc(size))
  } finally {
    closeSync(file)
  }
}

function writeUntilFull(file: number, bytes: Buffer): void {
  try {
    while (writeSync(file, bytes) > 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error
  }
}

const tokenOf = async (): Promise<string> => (await runProgram(data, 'token', '--member', MEMBER)).out.trim()

describe.skipIf(!mounted)('a disk of its own (skipped where mounting one is not allowed)', () => {
  let server: Spawned
  let token: string
  const at = () => ({ url: `http://127.0.0.1:${server.port}`, token: () => token })
  const ask = (path: string): Promise<Response> =>
    fetch(`${at().url}${path}`, { headers: { authorization: `Bearer ${token}` } })
  const ready = async (): Promise<number> => (await ask('/readyz')).status
  const shown = async (): Promise<string> => (await ask(`/api/texts/${TEXT}/draft`)).text()

  beforeAll(async () => {
    mkdirSync(data)
    server = await spawnServer(data)
    token = await tokenOf()
  })

  afterAll(() => server.stop())

  test('that is full takes no word, says so, shows nothing of it, and takes the word once there is room', async () => {
    const doc = (await joinRoom(at(), MEMBER)).doc
    fillDisk()
    const writer = connect(at(), MEMBER, { doc })
    // More than the write-ahead log may still have room for.
    writer.type(`unsaved${'x'.repeat(60_000)} `)
    expect(await writer.ended).toBe('notSaved')
    expect(await shown()).not.toContain('unsaved')
    expect(await ready()).toBe(503)
    expect((await ask('/api/texts')).status).toBe(200)

    rmSync(filler)
    await expect.poll(ready, { timeout: 10_000 }).toBe(200)
    const again = await joinRoom(at(), MEMBER, { doc })
    await expect.poll(shown, { timeout: 10_000 }).toContain('unsaved')
    writer.leave()
    again.leave()
  })

  test('that is read-only keeps the server from starting, in plain words, and changes nothing', async () => {
    await server.stop()
    execFileSync('mount', ['-o', 'remount,ro', disk])
    try {
      const ran = await runProgram(data, 'serve')
      expect(ran.code).toBe(2)
      expect(ran.notes).toMatch(/data folder .* cannot be written/)
      expect(ran.notes).not.toMatch(/^\s+at /m)
    } finally {
      execFileSync('mount', ['-o', 'remount,rw', disk])
    }
    expect(await runProgram(data, 'verify')).toMatchObject({ code: 0 })
    server = await spawnServer(data)
    expect(await shown()).toContain('unsaved')
  })
})
