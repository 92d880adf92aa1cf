/** A file dropped on a window in a real browser becomes a text. */

import { rmSync } from 'node:fs'
import { expect, test } from 'vitest'
import { startTrial } from '../../packages/server/src/trial/server.ts'
import { openDesktop } from './open.ts'
import { forgetProfile, openSeat } from './page.ts'

test('a file that is dropped on the page is imported as a new text', async () => {
  const server = await startTrial()
  const app = await openDesktop()
  const key = await app.signIn(server.running.linkFor('secretariat'))
  const seat = await openSeat(app, key)
  const { page } = seat
  await page.getByRole('heading').first().waitFor()
  await page.evaluate(() => {
    const told: string[] = []
    new MutationObserver(() => {
      const working = /Bringing in \S+ …/.exec(document.body.textContent)?.[0]
      if (working && working !== told.at(-1)) told.push(working)
    }).observe(document.body, { childList: true, subtree: true })
    Object.assign(window, { told })
  })
  await page.evaluate(() => {
    const dataTransfer = new DataTransfer()
    dataTransfer.items.add(
      new File(['# Dropped treaty\n\n## Article 1\n\n1. The Parties shall whisper.\n'], 'Dropped.md'),
    )
    document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }))
  })
  await page.getByRole('textbox', { name: 'Dropped treaty' }).getByText('The Parties shall whisper.').waitFor()
  await page.evaluate(() => {
    const dataTransfer = new DataTransfer()
    dataTransfer.items.add(
      new File(['<h1>Tracked treaty</h1><p>The Parties <del>may not </del>shall speak.</p>'], 'Tracked.html'),
    )
    document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }))
  })
  await page.getByRole('textbox', { name: 'Tracked treaty' }).getByText('The Parties shall speak.').waitFor()
  const notice = page.getByRole('alert').filter({ hasText: 'Tracked.html was brought in' })
  await notice.getByText('2 words that were struck out in it').waitFor()
  expect(await page.evaluate(() => (window as unknown as { told: string[] }).told)).toEqual([
    'Bringing in Dropped.md …',
    'Bringing in Tracked.html …',
  ])
  expect(await page.getByText('Bringing in').count()).toBe(0)
  expect(seat.faults).toEqual([])
  await seat.vanish()
  forgetProfile(seat)
  await app.quit()
  rmSync(app.userData, { recursive: true })
  await server.stop()
})
