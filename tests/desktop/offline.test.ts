/** A delegate's week without a network: everything that is promised online is kept, in the built application. */

import type { Locator } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { violations } from '../support/axe.ts'
import { startServer, travaux, type RunningServer } from '../support/server.ts'
import {
  command,
  createText,
  setRole,
  shownClauses,
  simpleDraft,
  typeAtEnd,
  untilSaved,
  wordsOnServer,
} from '../support/text.ts'
import { beginLife, type Life } from './life.ts'
import { filesWith } from './search.ts'

const MEMBER = 'expert-african'
const OBJECT = 'Each State party shall prohibit the export of quokkas.'
const RECORDS = 'It shall keep records.'

let server: RunningServer
let life: Life
let text: string

beforeAll(async () => {
  server = await startServer()
  text = await createText(server, simpleDraft('Quokka treaty', { Object: [OBJECT, RECORDS] }))
  await command(server, text, { type: 'version.issue', version: 'first-version', label: 'First', symbol: 'A/1' })
  await command(server, text, { type: 'baseline.pin', text, version: 'first-version' })
  life = await beginLife(server, MEMBER)
})
afterAll(async () => {
  await life?.end()
  await server?.stop()
})

const item = (title: string): Locator => life.page().getByRole('listitem').filter({ hasText: title })
const comments = (): Locator => life.page().getByRole('complementary', { name: 'Comments' })

async function untilOffline(kept: number): Promise<void> {
  await life
    .page()
    .getByRole('status')
    .filter({ hasText: new RegExp(`^Offline: ${kept} changes? kept here`) })
    .waitFor()
}

/** Waits until the text is there to be written in. */
async function untilShown(): Promise<void> {
  await life.page().locator('.travaux-text .clause').first().waitFor()
}

test('a text is kept on this computer, with its versions, without ever being opened', async () => {
  await item('Quokka treaty').getByRole('switch', { name: 'Keep on this computer' }).click()
  await item('Quokka treaty')
    .getByText(/^Up to date/)
    .waitFor()
  expect(await violations(life.page())).toEqual([])
})

test('without a server, the list says what opens', async () => {
  await server.kill()
  await life.restart('/')
  await life
    .page()
    .getByText(/cannot be reached/)
    .waitFor()
  await expect.poll(() => item('Quokka treaty').getByText('Not on this computer').count()).toBe(0)
  await item('Zero draft').getByText('Not on this computer').waitFor()
  expect(await violations(life.page())).toEqual([])
})

test('the text opens, is written in, commented on and compared', async () => {
  await item('Quokka treaty').getByRole('link', { name: 'Quokka treaty' }).click()
  await untilShown()
  expect(await shownClauses(life.page())).toEqual(['Object', OBJECT, RECORDS])
  await typeAtEnd(life.page(), 'article-0-1', ' For axolotls too.')
  await untilOffline(18)
  await life.page().keyboard.press('Control+Alt+m')
  await comments().getByRole('textbox', { name: 'Write a comment' }).fill('What of wombats?')
  await comments().getByRole('button', { name: 'Comment', exact: true }).click()
  await comments().getByText('What of wombats?').first().waitFor()
  await comments().getByText('Sending').first().waitFor()

  await life.page().getByRole('link', { name: 'Compare', exact: true }).first().click()
  const comparison = life.page().getByRole('region', { name: 'The comparison' })
  await comparison.locator('ins').first().waitFor()
  expect(await comparison.locator('ins').allInnerTexts()).toEqual([expect.stringContaining('For axolotls too.')])
  await life.page().getByRole('link', { name: 'History', exact: true }).first().click()
  await life.page().getByText('it needs a network').waitFor()
})

test('all of it is there after the computer lost its power', async () => {
  await life.restart(`/texts/${text}`, 'crash')
  await untilShown()
  expect(await shownClauses(life.page())).toEqual(['Object', OBJECT, `${RECORDS} For axolotls too.`])
  await untilOffline(18)
  await comments().getByText('What of wombats?').first().waitFor()
})

test('nothing of the words stands on the disk in the clear', async () => {
  await untilOffline(18)
  const words = ['quokka', 'axolotl', 'wombat', 'keep records']
  for (const folder of [life.userData(), ...life.profiles()]) expect(filesWith(folder, words)).toEqual([])
  // What looks for words must be able to find some.
  expect(filesWith(server.data, words).length).toBeGreaterThan(0)
})

test('once the server is back, everything is sent and merged with what others did', async () => {
  await server.restart()
  await untilSaved(life.page())
  expect(await wordsOnServer(server, text)).toEqual(['Object', OBJECT, `${RECORDS} For axolotls too.`])
  await expect.poll(() => comments().getByText('Sending').count(), { timeout: 30_000 }).toBe(0)
  await comments().getByText('What of wombats?').first().waitFor()
})

test('words are set aside in the open where the right to write was withdrawn meanwhile', async () => {
  await server.kill()
  await typeAtEnd(life.page(), 'article-0-0', ' And their kin.')
  await untilOffline(15)
  await life.restart(`/texts/${text}`, 'quit', async () => {
    await server.restart()
    await setRole(server, { text, member: MEMBER, role: 'delegate' })
  })
  await life.page().getByRole('alert').filter({ hasText: 'Nothing is lost' }).waitFor()
  await life.page().getByRole('button', { name: 'Open the text again' }).click()
  await life.page().getByRole('button', { name: 'Words of yours that were not taken (1)' }).click()
  const panel = life.page().getByRole('complementary', { name: 'Words not taken' })
  await panel.getByText('And their kin.').waitFor()
  await expect.poll(() => shownClauses(life.page())).toContain(OBJECT)
  await panel.getByRole('button', { name: 'Discard' }).click()
  await panel.getByRole('button', { name: 'Discard' }).click()
  await setRole(server, { text, member: MEMBER, role: 'drafter' })
})

test('a text restored from a backup is not brought back to what this computer had kept', async () => {
  await untilSaved(life.page())
  expect((await travaux(server.data, 'backup', '--to', `${server.data}/before.db`)).code).toBe(0)
  await typeAtEnd(life.page(), 'article-0-0', ' Since the backup.')
  await untilSaved(life.page())
  await life.restart('/', 'quit', async () => {
    await server.kill()
    expect((await travaux(server.data, 'restore', `${server.data}/before.db`)).code).toBe(0)
    await server.restart()
  })
  await life.page().getByText('You are signed out of').waitFor()
  await life.signIn()
  // A page that hears just now that the data are older loads itself anew, which ends whatever else was on its way.
  await life.visit(`/texts/${text}`).catch(() => life.visit(`/texts/${text}`))
  await life.page().getByRole('alert').filter({ hasText: 'restored from a backup' }).waitFor()
  expect((await wordsOnServer(server, text))[1]).toBe(OBJECT)
  await life.page().getByRole('button', { name: 'Open the text again' }).click()
  await untilSaved(life.page())
  await expect.poll(() => shownClauses(life.page())).toContain(OBJECT)
  await life.page().getByRole('button', { name: 'Words of yours that were not taken (1)' }).click()
  const panel = life.page().getByRole('complementary', { name: 'Words not taken' })
  await panel.getByText('Since the backup.').waitFor()
  await panel.getByRole('button', { name: 'Take over' }).first().click()
  await expect.poll(() => shownClauses(life.page())).toContain(`${OBJECT} Since the backup.`)
  await untilSaved(life.page())
})

test('a text is forgotten when asked, and nothing went wrong in any page', async () => {
  await life.visit('/')
  await item('Quokka treaty')
    .getByRole('button', { name: /^Forget/ })
    .click()
  await item('Quokka treaty')
    .getByText(/^Up to date/)
    .waitFor({ state: 'detached' })
  expect(life.faults()).toEqual([])
})
