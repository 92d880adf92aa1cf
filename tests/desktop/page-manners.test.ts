/** The page's side of the desktop's manners: menus, links, files, notifications, saving, and what is said of encryption. */

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startServer, type RunningServer } from '../support/server.ts'
import { command, createText, shownClauses, simpleDraft, untilSaved } from '../support/text.ts'
import { commands } from '../../packages/desktop/src/manners/menu.ts'
import { openDesktop, until, type Desktop } from './open.ts'
import { forgetProfile, openSeat, sitAt, type Seat } from './page.ts'

const OBJECT = 'Each State party shall prohibit the export of such goods.'

let server: RunningServer
let desktop: Desktop
let seat: Seat
let text: string
let key: string
let folder: string

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'travaux-files-'))
  server = await startServer()
  text = await createText(server, simpleDraft('Manners', { Object: [OBJECT] }))
  await command(server, text, { type: 'version.issue', version: 'first-version', label: 'First', symbol: 'A/1' })
  desktop = await openDesktop({ keychain: 'absent', answers: [0] })
  key = await desktop.signIn(await server.link('secretariat'))
  seat = await openSeat(desktop, key, `/texts/${text}`)
  await untilSaved(seat.page)
})
afterAll(async () => {
  await seat?.vanish()
  await desktop?.quit()
  await server?.stop()
  if (seat) forgetProfile(seat)
  for (const left of [folder, desktop?.userData]) if (left) rmSync(left, { recursive: true, force: true })
})

/** The commands that can be pressed in the menus. */
function enabled(): string[] {
  return all(desktop.world.menu ?? []).flatMap(({ id, enabled }) => (id !== undefined && enabled === true ? [id] : []))
}

/** Presses an item of the native menus, by the name of its command. */
async function press(name: string): Promise<void> {
  seat.window.focus()
  const item = (): MenuItem | undefined => all(desktop.world.menu ?? []).find(({ id }) => id === name)
  await until(() => item()?.enabled === true)
  item()?.click?.()
}

type MenuItem = NonNullable<typeof desktop.world.menu>[number]
const all = (items: readonly MenuItem[]): MenuItem[] => items.flatMap((item) => [item, ...all(item.submenu ?? [])])

test('the window says which text it shows', async () => {
  await until(() => seat.window.title === 'Manners')
})

test('what is kept without a keychain is said not to be encrypted', async () => {
  await seat.page.getByText('This computer has no keychain').waitFor()
})

test('every command of the menus is one of the page, and does there what it says', async () => {
  await seat.page.locator('.clause[data-id="article-0-0"]').click()
  seat.window.focus()
  await until(() => Object.keys(commands).every((name) => enabled().includes(name)))
  await seat.page.keyboard.press('Home')
  await seat.page.keyboard.press('Shift+End')
  await press('strong')
  await seat.page.locator('.clause[data-id="article-0-0"] strong').first().waitFor()
  await press('undo')
  await seat.page.locator('.clause[data-id="article-0-0"] strong').first().waitFor({ state: 'detached' })
  await press('turn text')
  await seat.page.locator('.clause[data-id="article-0-0"][data-kind="text"]').waitFor()
  await press('undo')
  await seat.page.locator('.clause[data-id="article-0-0"][data-kind="paragraph"]').waitFor()
  await press('commands')
  const palette = seat.page.getByRole('textbox', { name: 'Do something by name' })
  await palette.press('Escape')
  await palette.waitFor({ state: 'detached' })
  await press('find')
  await seat.page.getByRole('textbox', { name: 'Find in the text' }).waitFor()
})

test('a comment that names the delegation is told by the system while the window is not looked at', async () => {
  seat.window.blur()
  await seat.page.evaluate(() => {
    // The browser of a test always takes its page for looked at.
    Object.defineProperty(document, 'hasFocus', { value: () => false })
  })
  const words = 'The Secretariat may wish to look at this.'
  const anchor = { clause: 'article-0-0', quote: '', before: '', after: '' }
  const opening = { type: 'comment.open', thread: 'a-thread', comment: 'a-comment', anchor, words } as const
  await command(server, text, { ...opening, audience: 'all' }, 'arcadia')
  await until(() => desktop.world.notes.length > 0)
  expect(desktop.world.notes[0]).toMatchObject({ body: words })
  await until(() => desktop.world.badge === 1)
  await seat.page.evaluate(() => globalThis.dispatchEvent(new Event('focus')))
  await until(() => desktop.world.badge === 0)
})

test('a report is saved by the dialog of the system', async () => {
  const path = join(folder, 'report.html')
  await seat.visit(`/texts/${text}/compare?old=first-version&new=living`)
  desktop.world.answers.push(path)
  await seat.page.getByRole('button', { name: 'Save report' }).click()
  await seat.page.getByRole('menuitem', { name: /HTML/ }).click()
  await expect.poll(() => sizeOf(path), { timeout: 20_000 }).toBeGreaterThan(0)
  expect(readFileSync(path, 'utf8')).toContain('<html')
})

test('a file that is opened becomes a text, and one that cannot be says why', async () => {
  const [good, bad] = [join(folder, 'Wombats.md'), join(folder, 'empty.md')]
  writeFileSync(good, '# Wombats\n\n## Article 1\n\nEach State party shall protect wombats.\n')
  writeFileSync(bad, '')
  seat.window.focus()
  desktop.second(good)
  await expect
    .poll(() => shownClauses(seat.page), { timeout: 20_000 })
    .toContain('Each State party shall protect wombats.')
  seat.window.focus()
  desktop.second(bad)
  await seat.page.getByText('empty.md could not be brought in').waitFor()
})

test("a presenter's window shows the text to a room, and has nothing to write with", async () => {
  const [path, before] = [`/texts/${text}`, new Set(desktop.windows(key))]
  await (await desktop.host(seat.window)).openWindow({ path, present: true })
  const opened = (): ReturnType<Desktop['windows']>[number] | undefined =>
    desktop.windows(key).find((one) => !before.has(one))
  await until(() => opened() !== undefined)
  const window = opened()
  if (!window) return
  await window.contents.loaded
  const room = await sitAt(desktop, key, window, path)
  await room.page.locator('.travaux-text .clause').first().waitFor()
  expect(await room.page.getByRole('link', { name: 'History' }).count()).toBe(0)
  expect(await room.page.getByRole('textbox', { name: 'Manners' }).getAttribute('aria-readonly')).toBe('true')
  expect(room.faults).toEqual([])
  await room.vanish()
  forgetProfile(room)
})

test('nothing went wrong in the page', () => {
  expect(seat.faults).toEqual([])
})

function sizeOf(path: string): number {
  try {
    return readFileSync(path).length
  } catch {
    return 0
  }
}
