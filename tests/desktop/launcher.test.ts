/** The launcher in a real browser, before the real main process. */

import { rmSync } from 'node:fs'
import { expect, test } from 'vitest'
import { startTrial } from '../../packages/server/src/trial/server.ts'
import { violations } from '../support/axe.ts'
import { openDesktop } from './open.ts'
import { forgetProfile, openSeat } from './page.ts'

test('a person signs in, finds kept texts, starts a body, asks others in and stops it, by names and by keys', async () => {
  const server = await startTrial()
  const app = await openDesktop({ runsPreload: false })
  const seat = await openSeat(app, 'launcher')
  const { page } = seat
  await page.getByText('Servers you sign in to will stand here.').waitFor()

  const field = page.getByRole('textbox', { name: 'Sign-in link' })
  await field.fill('texts.example.org')
  await page.keyboard.press('Enter')
  await page.getByRole('alert').filter({ hasText: 'This is no sign-in link' }).waitFor()
  await field.fill(server.running.linkFor('secretariat'))
  await page.keyboard.press('Enter')
  const card = page.getByRole('article').first()
  await card.getByRole('button', { name: /^Open / }).waitFor()
  expect(await field.inputValue()).toBe('')

  const window = app.windows().find(({ contents }) => contents.mainFrame.origin !== 'app://launcher')
  await window?.contents.renderer.invoke('showing', {
    id: 'zero-draft',
    title: 'Zero draft',
    symbol: 'A/1',
    kept: true,
  })
  const before = app.windows().length
  await card.getByRole('button', { name: 'Zero draft' }).click()
  await expect.poll(() => app.windows().length).toBe(before)

  await page.getByRole('button', { name: 'Start for me' }).click()
  await page.getByText('Running, for you alone').waitFor()
  await page.getByRole('combobox', { name: 'Member' }).selectOption({ index: 1 })
  await page.getByRole('button', { name: 'Show a sign-in link' }).click()
  await page.getByRole('img', { name: 'The link as a picture for cameras' }).waitFor()
  expect(await violations(page)).toEqual([])
  await page.getByRole('button', { name: 'Stop' }).click()
  await page.getByRole('button', { name: 'Start for this room' }).waitFor()

  app.world.answers.push(1)
  await page.getByRole('button', { name: `Forget ${server.running.url}` }).click()
  await expect.poll(() => page.getByRole('article').count()).toBe(1)
  expect(seat.faults).toEqual([])
  await seat.vanish()
  forgetProfile(seat)
  await app.quit()
  rmSync(app.userData, { recursive: true })
  await server.stop()
})
