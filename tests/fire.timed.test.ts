/** An article is moved while two others write in it and comment on it: words, comments and authors go where it goes. */

import type { api } from '@travaux/core'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser, signIn, type Seat } from './support/browser.ts'
import { startServer, type RunningServer } from './support/server.ts'
import { createText, openText, shownClauses, simpleDraft, typeAtEnd, untilSaved } from './support/text.ts'

const MOVES = 9
const MOVER = 'expert-african'
const WRITERS = { 'article-1-0': 'expert-grulac', 'article-1-1': 'expert-weog' } as const
type Paragraph = keyof typeof WRITERS

let server: RunningServer
let browser: Browser

beforeAll(async () => {
  server = await startServer()
  browser = await openBrowser({ optimizing: true })
})

afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

async function read<T>(path: string): Promise<T> {
  const authorization = `Bearer ${await server.token('secretariat')}`
  return (await (await fetch(`${server.url}/api/texts/${path}`, { headers: { authorization } })).json()) as T
}

/** Down three places and up again, as long as the others write; it ends two places below where it began. */
async function moveAbout(page: Page): Promise<void> {
  await page.locator('.clause[data-id="article-1"]').click()
  await page.keyboard.press('Home')
  const keys = Array.from({ length: MOVES }, (_, nth) => (nth % 4 === 3 ? 'ArrowUp' : 'ArrowDown'))
  for (const key of keys) {
    await page.keyboard.press(`Alt+Shift+${key}`)
    await page.waitForTimeout(60)
  }
}

const wordsIn = (paragraph: Paragraph): string[] =>
  Array.from({ length: 12 }, (_, nth) => ` ${paragraph.slice(-1)}w${nth}`)

async function write(page: Page, paragraph: Paragraph): Promise<void> {
  const [first = '', ...rest] = wordsIn(paragraph)
  await typeAtEnd(page, paragraph, first)
  for (const word of rest) await page.keyboard.type(word, { delay: 15 })
}

async function comment(page: Page, words: string): Promise<void> {
  await page.keyboard.press('Shift+Home')
  await page.keyboard.press('Control+Alt+m')
  await page.getByRole('textbox', { name: 'Write a comment' }).fill(words)
  await page.getByRole('button', { name: 'Comment', exact: true }).last().click()
  await page.getByText(words).first().waitFor()
}

test('what is written and said in an article while it is moved stands in it where it now is', async () => {
  const headings = [
    'Object',
    'Prohibitions',
    'Licences',
    'Records',
    'Reports',
    'Review',
    'Entry into force',
    'Languages',
  ]
  const text = await createText(
    server,
    simpleDraft('Moves', Object.fromEntries(headings.map((name) => [name, [`${name} one.`, `${name} two.`]]))),
  )
  const names = [MOVER, ...Object.values(WRITERS)]
  const [ana, ...others] = (await Promise.all(names.map((one) => signIn(browser, server, one)))) as [Seat, ...Seat[]]
  const seats = [ana, ...others]
  await Promise.all(seats.map(({ page }) => openText(page, server, text)))
  const paragraphs = Object.keys(WRITERS) as Paragraph[]
  await Promise.all([
    moveAbout(ana.page),
    ...others.map(async ({ page }, nth) => {
      const paragraph = paragraphs[nth] ?? 'article-1-0'
      await write(page, paragraph)
      await comment(page, `About ${paragraph}`)
    }),
  ])
  await Promise.all(seats.map(({ page }) => untilSaved(page)))

  const written = paragraphs.map((id) => `Prohibitions ${id.endsWith('0') ? 'one' : 'two'}.${wordsIn(id).join('')}`)
  for (const { page } of seats) await expect.poll(() => shownClauses(page)).toEqual(expect.arrayContaining(written))
  const { clauses } = await read<api.Blame>(`${text}/blame`)
  const order = clauses.map(({ clause }) => clause)
  const place = order.indexOf('article-1')
  expect(order.slice(place, place + 3)).toEqual(['article-1', ...paragraphs])
  expect(place, 'the article was moved').toBeGreaterThan(3)
  expect(order).toHaveLength(headings.length * 3)
  for (const { page } of seats) {
    const shown = await page.locator('.travaux-text .clause').evaluateAll((all) => all.map((one) => one.dataset['id']))
    expect(shown).toEqual(order)
  }
  const threads = await read<readonly api.Thread[]>(`${text}/threads`)
  expect(threads.map(({ anchor }) => anchor.clause).toSorted()).toEqual(paragraphs)
  expect(seats.flatMap(({ faults }) => faults)).toEqual([])
  authorsAreRight(await read<api.Blame>(`${text}/blame`))
})

/** Every character of what was written is whose it is, and moving authored nothing. */
function authorsAreRight({ deeds, clauses }: api.Blame): void {
  const memberOf = new Map(deeds.map(({ seq, actor }) => [seq, actor]))
  for (const { clause, runs } of clauses) {
    const own = (member: string | undefined): string =>
      runs.flatMap(({ words, wrote }) => (memberOf.get(wrote) === member ? [words] : [])).join('')
    expect(own(MOVER), clause).toBe('')
    if (clause in WRITERS) expect(own(WRITERS[clause as Paragraph])).toBe(wordsIn(clause as Paragraph).join(''))
  }
}
