/** Two people in one clause: what becomes of the caret of one when the other parts, joins or deletes it. */

import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser, signIn } from './support/browser.ts'
import { startServer, type RunningServer } from './support/server.ts'
import { createText, openText, paste, shownClauses, simpleDraft, typeAtEnd, untilSaved } from './support/text.ts'

let server: RunningServer
let browser: Browser
let ana: Page
let ben: Page

beforeAll(async () => {
  server = await startServer()
  browser = await openBrowser()
  ;[{ page: ana }, { page: ben }] = await Promise.all([
    signIn(browser, server, 'expert-african'),
    signIn(browser, server, 'expert-grulac'),
  ])
})

afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

const clause = (page: Page, id: string) => page.locator(`.clause[data-id="${id}"]`)
const notice = () => ana.getByRole('region', { name: 'Clause not found' })

async function open(title: string): Promise<void> {
  const draft = simpleDraft(title, { Object: ['Each State shall act.', 'It shall keep records.'], Scope: ['Fourth.'] })
  const text = await createText(server, draft)
  await Promise.all([ana, ben].map((page) => openText(page, server, text)))
}

/** Puts the caret before the first words of a clause. */
async function goBefore(page: Page, id: string): Promise<void> {
  await clause(page, id).click()
  await page.keyboard.press('Home')
}

const both = async (): Promise<string[]> => {
  await Promise.all([untilSaved(ana), untilSaved(ben)])
  await expect.poll(async () => (await shownClauses(ana)).join('|')).toBe((await shownClauses(ben)).join('|'))
  return shownClauses(ana)
}

test('the caret goes along with words that another parts from their clause', async () => {
  await open('Parted')
  await typeAtEnd(ana, 'article-0-0', ' It')
  await expect.poll(() => shownClauses(ben)).toContain('Each State shall act. It')
  await goBefore(ben, 'article-0-0')
  await ben.keyboard.press('Control+ArrowRight')
  await ben.keyboard.press('Enter')
  await expect.poll(() => shownClauses(ana)).toContain(' State shall act. It')
  await ana.keyboard.type(' reports.')
  expect((await both()).slice(1, 3)).toEqual(['Each', ' State shall act. It reports.'])
})

test('the caret goes along with words that another joins to the clause before', async () => {
  await open('Joined')
  await typeAtEnd(ana, 'article-0-1', ' It')
  await expect.poll(() => shownClauses(ben)).toContain('It shall keep records. It')
  await goBefore(ben, 'article-0-1')
  await ben.keyboard.press('Backspace')
  await expect.poll(() => shownClauses(ana)).toContain('Each State shall act.It shall keep records. It')
  await ana.keyboard.type(' reports.')
  expect((await both())[1]).toBe('Each State shall act.It shall keep records. It reports.')
})

test('the caret goes along though keys are on their way, and the sentence stays in one piece', async () => {
  await open('On their way')
  await typeAtEnd(ana, 'article-0-0', ' It')
  await goBefore(ben, 'article-0-0')
  await ben.keyboard.press('Control+ArrowRight')
  const part = async (): Promise<void> => {
    await ben.waitForTimeout(150)
    await ben.keyboard.press('Enter')
  }
  await Promise.all([ana.keyboard.type(' shall report once a year.', { delay: 20 }), part()])
  expect((await both()).slice(1, 3)).toEqual(['Each', ' State shall act. It shall report once a year.'])
})

test('where another deletes the clause, nothing goes to its neighbour, and it is said', async () => {
  await open('Deleted')
  await typeAtEnd(ana, 'article-0-0', ' It')
  await expect.poll(() => shownClauses(ben)).toContain('Each State shall act. It')
  await goBefore(ben, 'article-0-0')
  await ben.keyboard.press('Shift+ArrowDown')
  await ben.keyboard.press('Delete')
  await notice().waitFor()
  await ana.keyboard.type(' reports')
  await ana.keyboard.press('Enter')
  await ana.keyboard.press('Control+Alt+[')
  expect(await both()).toEqual(['Object', 'It shall keep records.', 'Scope', 'Fourth.'])
  // It comes back, and the caret with it.
  await ben.keyboard.press('Control+z')
  await notice().waitFor({ state: 'detached' })
  await ana.keyboard.type(' once.')
  expect((await both())[1]).toBe('Each State shall act. It reports once.')
})

test('where another chooses a rival wording, it is said that and by whom, and what is typed is kept', async () => {
  await open('Chosen')
  await typeAtEnd(ben, 'article-0-1', '')
  await ben.keyboard.press('Control+Alt+o')
  await ben.keyboard.type('It shall keep none.')
  await expect.poll(() => shownClauses(ana)).toContain('It shall keep none.')
  await typeAtEnd(ana, 'article-0-1', ' It')
  await expect.poll(() => shownClauses(ben)).toContain('It shall keep records. It')
  await ben.keyboard.press('Control+Alt+Enter')
  await notice()
    .getByText(/^Joaquín Ibarluz \(.+\) chose another option than the one you were writing in/u)
    .waitFor()
  await ana.keyboard.type(' reports')
  await notice().getByText('once it is back: “ reports”').waitFor()
  expect((await both())[2]).toBe('It shall keep none.')
  await ben.keyboard.press('Control+z')
  await notice().waitFor({ state: 'detached' })
  expect((await both())[2]).toBe('It shall keep records. It reports')
})

test('keys struck while another moves clauses by cutting and pasting them are written where they were meant', async () => {
  await open('Cut and pasted')
  await typeAtEnd(ana, 'article-0-0', ' It')
  await goBefore(ben, 'article-0-0')
  await ben.keyboard.press('Shift+ArrowDown')
  await ben.keyboard.press('Shift+ArrowDown')
  const cutAndPaste = async (): Promise<void> => {
    await ben.keyboard.press('Control+x')
    await clause(ben, 'article-1-0').click()
    await ben.keyboard.press('End')
    await ben.keyboard.press('Control+v')
  }
  await Promise.all([ana.keyboard.type(' reports without any delay at all.', { delay: 30 }), cutAndPaste()])
  expect(await both()).toEqual([
    'Object',
    'Scope',
    'Fourth.',
    'Each State shall act. It reports without any delay at all.',
    'It shall keep records.',
  ])
})

test('so they are where the clause has points beneath it, which go along', async () => {
  const draft = simpleDraft('Points', { Object: ['Each State shall:', 'act;', 'report.', 'Last.'] })
  const text = await createText(server, draft)
  await Promise.all([ana, ben].map((page) => openText(page, server, text)))
  for (const point of ['article-0-1', 'article-0-2']) {
    await clause(ben, point).click()
    await ben.keyboard.press('Tab')
  }
  await clause(ana, 'article-0-0').click()
  await ana.keyboard.press('End')
  await ana.keyboard.press('ArrowLeft')
  await clause(ben, 'article-0-0').click()
  await ben.keyboard.press('Home')
  await ben.keyboard.press('Shift+End')
  await ben.keyboard.press('Control+x')
  await notice().waitFor()
  await ana.keyboard.type(' without delay')
  expect(await shownClauses(ben)).toEqual(['Object', '', 'act;', 'report.', 'Last.'])
  await clause(ben, 'article-0-3').click()
  await ben.keyboard.press('End')
  await ben.keyboard.press('Control+v')
  await notice().waitFor({ state: 'detached' })
  expect(await both()).toEqual(['Object', 'Last.', 'Each State shall without delay:', 'act;', 'report.'])
})

test('a clause that was selected whole is cut whole, with what another wrote at its end since', async () => {
  await open('Selected')
  await clause(ben, 'article-0-0').click()
  await ben.keyboard.press('Home')
  await ben.keyboard.press('Shift+End')
  await typeAtEnd(ana, 'article-0-0', ' Now.')
  await expect.poll(() => shownClauses(ben)).toContain('Each State shall act. Now.')
  await ben.keyboard.press('Control+x')
  await expect.poll(() => shownClauses(ana)).toContain('')
  await clause(ben, 'article-1-0').click()
  await ben.keyboard.press('End')
  await ben.keyboard.press('Control+v')
  expect(await both()).toEqual(['Object', 'It shall keep records.', 'Scope', 'Fourth.', 'Each State shall act. Now.'])
  expect(await clause(ben, 'article-0-0').count()).toBe(1)
})

test('words that were kept for a clause that stays away are shown when one writes elsewhere', async () => {
  await open('Kept')
  await typeAtEnd(ana, 'article-0-0', ' It')
  await goBefore(ben, 'article-0-0')
  await ben.keyboard.press('Shift+ArrowDown')
  await ben.keyboard.press('Delete')
  await notice().waitFor()
  await ana.keyboard.type(' reported')
  await ana.keyboard.press('Backspace')
  await ana.keyboard.press('Backspace')
  await notice().getByText('“ report”').waitFor()
  await typeAtEnd(ana, 'article-1-0', ' Fifth.')
  await notice()
    .getByText(/were not written.*“ report”/)
    .waitFor()
  expect(await both()).toEqual(['Object', 'It shall keep records.', 'Scope', 'Fourth. Fifth.'])
  await ana.keyboard.press('Escape')
  await notice().waitFor({ state: 'detached' })
})

test('what was kept while another pasted over the clause is written once that is taken back, and so is what follows', async () => {
  const draft = simpleDraft('Pasted over', { Object: ['One.', 'Two two.', 'Three.', 'Four four.'] })
  const text = await createText(server, draft)
  await Promise.all([ana, ben].map((page) => openText(page, server, text)))
  await clause(ana, 'article-0-2').click()
  await ana.keyboard.press('End')
  await goBefore(ben, 'article-0-1')
  await ben.keyboard.press('Control+ArrowRight')
  await ben.keyboard.press('Shift+ArrowDown')
  await ben.keyboard.press('Shift+ArrowDown')
  await paste(ben, { plain: 'First.\nSecond.' })
  await notice().waitFor()
  await ana.keyboard.type(' kept')
  await notice().getByText('“ kept”').waitFor()
  await ben.keyboard.press('Control+z')
  await notice().waitFor({ state: 'detached' })
  await ana.keyboard.type(' on')
  expect(await both()).toEqual(['Object', 'One.', 'Two two.', 'Three. kept on', 'Four four.'])
})

test('once the caret is put somewhere, one writes there', async () => {
  await open('Elsewhere')
  await typeAtEnd(ana, 'article-0-0', ' It')
  await goBefore(ben, 'article-0-0')
  await ben.keyboard.press('Shift+ArrowDown')
  await ben.keyboard.press('Delete')
  await notice().waitFor()
  await typeAtEnd(ana, 'article-1-0', ' Fifth.')
  await notice().waitFor({ state: 'detached' })
  expect(await both()).toEqual(['Object', 'It shall keep records.', 'Scope', 'Fourth. Fifth.'])
})

test('undo takes back what one did though the clause of the caret is gone', async () => {
  await open('Taken back')
  await goBefore(ben, 'article-0-1')
  for (let nth = 0; nth < 2; nth++) await ben.keyboard.press('Control+ArrowRight')
  await ben.keyboard.press('Enter')
  await expect.poll(() => shownClauses(ana)).toContain(' keep records.')
  await ana.locator('.clause', { hasText: 'keep records.' }).click({ clickCount: 3 })
  await ana.keyboard.press('Delete')
  await expect.poll(() => shownClauses(ben)).not.toContain(' keep records.')
  await ben.keyboard.press('Control+z')
  await expect
    .poll(() => shownClauses(ana))
    .toEqual(['Object', 'Each State shall act.', 'It shall', 'Scope', 'Fourth.'])
  await ana.keyboard.press('Control+z')
  expect(await both()).toEqual(['Object', 'Each State shall act.', 'It shall keep records.', 'Scope', 'Fourth.'])
})

test('words written without a connection into what another deleted meanwhile are told of, with the way to them', async () => {
  await open('Offline')
  await untilSaved(ana)
  await ana.context().setOffline(true)
  await typeAtEnd(ana, 'article-0-0', ' Written offline.')
  await typeAtEnd(ana, 'article-1-0', ' And here.')
  await goBefore(ben, 'article-0-0')
  await ben.keyboard.press('Shift+ArrowDown')
  await ben.keyboard.press('Delete')
  await untilSaved(ben)
  await ana.context().setOffline(false)
  await notice().getByText('not saved yet').waitFor({ timeout: 30_000 })
  expect(await both()).toEqual(['Object', 'It shall keep records.', 'Scope', 'Fourth. And here.'])
  await notice().getByRole('button').press('Enter')
  await notice().waitFor({ state: 'detached' })
  await ana.getByRole('list', { name: 'Deleted clauses' }).getByText('Each State shall act. Written offline.').waitFor()
  await ana.getByRole('button', { name: /^Restore: / }).click()
  await expect.poll(async () => (await shownClauses(ben))[1]).toBe('Each State shall act. Written offline.')
})

/** Has whatever the page keeps here wait, as on a slow disk. @returns lets go of it */
async function holdKeeping(page: Page): Promise<() => Promise<void>> {
  const held = await page.evaluateHandle(async () => {
    const hold = { over: false }
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const opening = indexedDB.open(name)
        opening.addEventListener('success', () => resolve(opening.result))
        opening.addEventListener('error', () => reject(new Error(name)))
      })
      const stores = [...database.objectStoreNames]
      const store =
        stores[0] === undefined ? undefined : database.transaction(stores, 'readwrite').objectStore(stores[0])
      const ask = (): void => {
        if (hold.over) database.close()
        else store?.count().addEventListener('success', ask)
      }
      ask()
    }
    return hold
  })
  return () =>
    held.evaluate((hold) => {
      hold.over = true
    })
}

test('whoever leaves the page without a connection before the last letters are kept here is asked, and later not', async () => {
  await ana.context().setOffline(false)
  await open('Leaving')
  await untilSaved(ana)
  await ana.context().setOffline(true)
  const letGo = await holdKeeping(ana)
  await typeAtEnd(ana, 'article-1-0', ' Last letters.')
  const asked = ana.waitForEvent('dialog')
  // From within: a reload that is declined would be waited for in vain.
  await ana.evaluate(() => void setTimeout(() => location.reload()))
  const dialog = await asked
  expect(dialog.type()).toBe('beforeunload')
  await dialog.dismiss()
  await letGo()
  expect((await shownClauses(ana)).at(-1)).toBe('Fourth. Last letters.')

  const mayLeave = (): Promise<boolean> =>
    ana.evaluate(() => window.dispatchEvent(new Event('beforeunload', { cancelable: true })))
  await expect.poll(mayLeave).toBe(true)
  await ana.context().setOffline(false)
  await ana.reload()
  await ana.locator('.travaux-text .clause').first().waitFor()
  expect((await shownClauses(ana)).at(-1)).toBe('Fourth. Last letters.')
})
