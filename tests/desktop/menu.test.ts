/** The menu of the application, against the editor's own commands. */

import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { importExtensions, kinds } from '@travaux/core'
import { importable } from '../../packages/desktop/src/files/open.ts'
import { commands } from '../../packages/desktop/src/manners/menu.ts'
import { surfaceCommands } from '../../packages/editor/src/writing/surface.ts'
import type { Order } from '../../packages/editor/src/host/host.ts'
import { startTrial } from '../../packages/server/src/trial/server.ts'
import type { MenuItem } from './electron-double/world.ts'
import { openDesktop, type Desktop } from './open.ts'

function itemsOf({ world }: Desktop): MenuItem[] {
  const all = (items: readonly MenuItem[]): MenuItem[] => items.flatMap((item) => [item, ...all(item.submenu ?? [])])
  return all(world.menu ?? [])
}

/** Names in the editor's table of commands: those of the surface, those that the palette adds, and a turn for each kind. */
function editorCommands(): Set<string> {
  const folder = join(import.meta.dirname, '../../packages/editor/src/palette')
  const palette = ['palette.tsx', 'around.ts'].map((file) => readFileSync(join(folder, file), 'utf8')).join('\n')
  const named = [...palette.matchAll(/\bactionOf\(\s*'(\w+)'/g)].map((match) => match[1] ?? '')
  const [, screens = ''] = /const screens = \[(.*)\] as const/.exec(palette) ?? []
  return new Set([...surfaceCommands, ...named, ...turns, ...screens.replaceAll(/['\s]/g, '').split(',')])
}

const turns = kinds.map((kind) => `turn ${kind}`)

test('every command in the menu is one of the editor’s', () => {
  const known = editorCommands()
  expect(Object.keys(commands).filter((name) => !known.has(name))).toEqual([])
})

test('the clause of the caret can be turned into every kind', () => {
  expect(Object.keys(commands).filter((name) => name.startsWith('turn '))).toEqual(turns)
})

test('every kind of file that can be opened can be imported', () => {
  expect(importExtensions).toEqual(expect.arrayContaining([...importable]))
})

test.each(['linux', 'darwin', 'win32'] as const)(
  'on %s, it follows the window in front and gives it orders',
  async (platform) => {
    const server = await startTrial()
    const app = await openDesktop({ platform })
    const item = (id: string) => itemsOf(app).find((one) => one.id === id)
    expect(itemsOf(app).some(({ role }) => role === 'quit')).toBe(true)
    expect(item('strong')).toMatchObject({ enabled: false })

    const key = await app.signIn(server.running.linkFor('secretariat'))
    const window = await app.open(key, '/texts/zero-draft')
    const host = await app.host(window)
    window.focus()
    await host.offer(['strong', 'undo'])
    await host.showing({ id: 'zero-draft', title: 'Zero draft', symbol: 'A/1', kept: false })
    expect(item('strong')).toMatchObject({ enabled: true })
    expect(item('em')).toMatchObject({ enabled: false })
    const orders: Order[] = []
    host.onOrder((order) => void orders.push(order))
    item('strong')?.click?.()
    expect(orders).toEqual([{ kind: 'command', name: 'strong' }])
    expect(itemsOf(app).map(({ label }) => label)).toContain('A/1 · Zero draft')

    await host.offer(['strong', 'present'])
    itemsOf(app)
      .find(({ label }) => label === 'Present in a Window')
      ?.click?.()
    const presenting = app.windows(key).at(-1)
    expect(presenting?.contents.mainFrame.url).toBe(`app://${key}/texts/zero-draft/present`)
    presenting?.close()

    itemsOf(app)
      .find(({ label }) => label === 'Servers…')
      ?.click?.()
    await Promise.resolve()
    expect(app.windows('launcher')[0]?.focused).toBe(true)
    expect(item('strong')).toMatchObject({ enabled: false })
    await app.quit()
    rmSync(app.userData, { recursive: true })
    await server.stop()
  },
)
