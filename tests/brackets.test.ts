/** Brackets and options as people at the table work with them: attributed, lifted, offered, chosen, counted. */

import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { violations } from './support/axe.ts'
import { openBrowser, signIn } from './support/browser.ts'
import { startServer, type RunningServer } from './support/server.ts'
import { createText, openText, shownClauses, simpleDraft, typeAtEnd, untilSaved } from './support/text.ts'

let server: RunningServer
let browser: Browser
let page: Page
let text: string

beforeAll(async () => {
  server = await startServer()
  browser = await openBrowser()
  page = (await signIn(browser, server, 'expert-african')).page
  text = await createText(
    server,
    simpleDraft('Brackets', {
      Object: [
        'Each State party shall prohibit the export of such goods.',
        'It shall keep records.',
        'It shall report.',
      ],
      Threshold: ['A licence shall be refused where there is a real risk.', 'The risk is assessed by the authority.'],
    }),
  )
  await openText(page, server, text)
})

afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

/** What stands beside each clause. */
function labels(): Promise<string[]> {
  return page
    .locator('.travaux-text .clause')
    .evaluateAll((clauses) => clauses.map((clause) => (clause as HTMLElement).dataset['label'] ?? ''))
}

/** What stands beside the clauses of the second article. */
async function inThreshold(): Promise<string[]> {
  const all = await labels()
  return all.slice(all.indexOf('Article 2') + 1)
}

/** Opens the menu that the handle of a clause has. */
async function openMenu(clause: string, citation: string): Promise<void> {
  await page.locator(`.clause[data-id="${clause}"]`).hover()
  await page.getByRole('button', { name: citation }).click()
}

const words = (clause: string): Promise<string> => page.locator(`.clause[data-id="${clause}"]`).innerText()

/** Selects the last characters of the clause that the caret is at the end of. */
async function selectLast(count: number): Promise<void> {
  for (let nth = 0; nth < count; nth++) await page.keyboard.press('Shift+ArrowLeft')
}

/** Attributes the selected words by the keyboard. */
async function attributeTo(name: string): Promise<void> {
  await page.keyboard.press('Control+Alt+Shift+BracketLeft')
  const form = page.getByRole('dialog', { name: 'Attribute a bracketed wording' })
  await form.getByRole('combobox', { name: 'Delegations' }).fill(name)
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  await form.getByRole('button', { name: 'Attribute' }).click()
  await form.waitFor({ state: 'detached' })
}

test('words selected over several clauses are bracketed in each of them, and one undo takes all back', async () => {
  const draft = simpleDraft('Over several', { Object: ['States shall act.', 'They shall report.', 'They shall meet.'] })
  await openText(page, server, await createText(server, draft))
  await page.locator('.clause[data-id="article-0-0"]').click()
  await page.keyboard.press('Home')
  await page.keyboard.press('Shift+ArrowDown')
  await page.keyboard.press('Shift+End')
  await page.keyboard.press('Control+Alt+BracketLeft')
  const bracketed = ['Object', '[States shall act.]', '[They shall report.]', 'They shall meet.']
  await expect.poll(() => shownClauses(page)).toEqual(bracketed)
  await page.keyboard.press('Control+z')
  await expect
    .poll(() => shownClauses(page))
    .toEqual(['Object', ...bracketed.slice(1).map((one) => one.replaceAll(/[[\]]/g, ''))])
  await openText(page, server, text)
})

describe('attribution', () => {
  test('names are offered as they are typed, and taken with the keyboard', async () => {
    await typeAtEnd(page, 'article-1-0', ' [Mex')
    const list = page.getByRole('listbox', { name: 'Delegations and States' })
    await list.getByRole('option', { name: 'Mexico' }).waitFor()
    expect(await violations(page)).toEqual([])
    await page.keyboard.press('Enter')
    await list.waitFor({ state: 'hidden' })
    await page.keyboard.type(', Ni')
    await list.getByRole('option', { name: 'Niger NE' }).waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Tab')
    await page.keyboard.type(': unless it is small]')
    expect(await words('article-1-0')).toMatch(/\[Mexico, Nigeria: unless it is small\]$/)
    expect(await page.locator('.sponsor').allInnerTexts()).toEqual(['Mexico', 'Nigeria'])
  })

  test('typing on is never hindered, and Escape closes the list until another name begins', async () => {
    await typeAtEnd(page, 'article-1-1', ' [In')
    const list = page.getByRole('listbox', { name: 'Delegations and States' })
    await list.waitFor()
    await page.keyboard.press('Escape')
    await list.waitFor({ state: 'hidden' })
    await page.keyboard.type('dia and others] [Arc')
    await list.getByRole('option', { name: 'Arcadia' }).waitFor()
    await page.keyboard.type('hives] shall help.')
    expect(await words('article-1-1')).toMatch(/ \[India and others\] \[Archives\] shall help\.$/)
    await list.waitFor({ state: 'hidden' })
  })

  test.each(['Enter', 'Tab'])('the beginning of one name is that name on %s; another is pointed out', async (key) => {
    const sample = simpleDraft('Begun', { Object: ['States shall act.'] })
    await openText(page, server, await createText(server, sample))
    await typeAtEnd(page, 'article-0-0', '')
    await selectLast('act.'.length)
    await page.keyboard.press('Control+Alt+Shift+BracketLeft')
    const form = page.getByRole('dialog', { name: 'Attribute a bracketed wording' })
    const field = form.getByRole('combobox', { name: 'Delegations' })
    await expect.poll(() => field.evaluate((one) => one === document.activeElement)).toBe(true)
    await page.keyboard.type('Swed')
    await page.getByRole('listbox').getByRole('option', { name: 'Sweden' }).waitFor()
    await page.keyboard.press(key)
    await form.getByText('Sweden', { exact: true }).first().waitFor()
    expect(await form.getByRole('status').count()).toBe(0)
    await field.focus()
    await page.keyboard.type('Friends of Act')
    await page.keyboard.press(key)
    await form.getByRole('status').getByText('"Friends of Act" is none of the States').waitFor()
    await field.focus()
    await page.keyboard.press('Backspace')
    // Escape closes the list: then the name is what was typed.
    await page.keyboard.type('Denm')
    await page.getByRole('listbox').getByRole('option', { name: 'Denmark' }).waitFor()
    await page.keyboard.press('Escape')
    await page.keyboard.press(key)
    await form.getByRole('status').getByText('"Denm" is none of the States').waitFor()
    expect(await violations(page)).toEqual([])
    await form.getByRole('button', { name: 'Attribute' }).click()
    await form.waitFor({ state: 'detached' })
    expect(await words('article-0-0')).toBe('States shall [Sweden, Denm: act.]')
    await openText(page, server, text)
  })

  test.each(['light', 'dark'] as const)('what attributes is read well in %s colours', async (colorScheme) => {
    const draft = simpleDraft('Colours', { Object: ['States shall act.'] })
    await openText(page, server, await createText(server, draft))
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await typeAtEnd(page, 'article-0-0', '')
    await selectLast('act.'.length)
    await page.keyboard.press('Control+Alt+Shift+BracketLeft')
    const form = page.getByRole('dialog', { name: 'Attribute a bracketed wording' })
    await form.getByRole('combobox', { name: 'Delegations' }).fill('Sweden')
    await page.keyboard.press('Enter')
    await form.getByRole('button', { name: 'Attribute' }).and(page.locator(':enabled')).waitFor()
    expect(await violations(page)).toEqual([])
    await page.keyboard.press('Escape')
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: null })
    await openText(page, server, text)
  })

  test('a name, Tab, Enter attributes: the list goes when a name is taken, and hides no part of the dialog', async () => {
    await typeAtEnd(page, 'article-0-2', '')
    await selectLast('report.'.length)
    await page.keyboard.press('Control+Alt+Shift+BracketLeft')
    const form = page.getByRole('dialog', { name: 'Attribute a bracketed wording' })
    const field = form.getByRole('combobox', { name: 'Delegations' })
    await expect.poll(() => field.evaluate((one) => one === document.activeElement)).toBe(true)
    await page.keyboard.type('a')
    const list = page.getByRole('listbox')
    await list.getByRole('option').nth(7).waitFor()
    await list.getByRole('option').last().scrollIntoViewIfNeeded()
    const [{ y = 0, height = 0 }, last] = [(await list.boundingBox()) ?? {}, list.getByRole('option').last()]
    expect(height).toBeGreaterThan(200)
    expect(y).toBeGreaterThan(0)
    expect(y + height).toBeLessThan(900)
    // Nothing of it is cut off: its last line is what lies there.
    const top = await last.evaluate((one) => {
      const box = one.getBoundingClientRect()
      return one.contains(document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2))
    })
    expect(top).toBe(true)
    // And it lies over nothing of the dialog that it stands in.
    const [inner, outer] = [await list.boundingBox(), await form.boundingBox()]
    const foot = await form.getByRole('button', { name: 'Attribute' }).boundingBox()
    expect((inner?.y ?? 0) + (inner?.height ?? 0)).toBeLessThanOrEqual(foot?.y ?? 0)
    expect((foot?.y ?? 0) + (foot?.height ?? 0)).toBeLessThan((outer?.y ?? 0) + (outer?.height ?? 0))
    await field.fill('Arca')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await form.getByText('Arcadia').waitFor()
    await list.waitFor({ state: 'hidden' })
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await expect.poll(() => words('article-0-2')).toBe('It shall [Arcadia: report.]')
    await page.keyboard.press('Control+Alt+BracketRight')
    await expect.poll(() => words('article-0-2')).toBe('It shall report.')
  })

  test('selected words are bracketed for several delegations, and the brackets are lifted again', async () => {
    await typeAtEnd(page, 'article-0-2', '')
    await selectLast('report.'.length)
    await page.keyboard.press('Control+Alt+Shift+BracketLeft')
    const form = page.getByRole('dialog', { name: 'Attribute a bracketed wording' })
    await form.getByText('report.').waitFor()
    const field = form.getByRole('combobox', { name: 'Delegations' })
    await field.fill('Arca')
    await page.getByRole('option', { name: 'Arcadia' }).click()
    await field.fill('Kenya')
    await page.keyboard.press('Enter')
    expect(await violations(page)).toEqual([])
    await page.keyboard.press('Tab')
    await form.getByRole('button', { name: 'Attribute' }).click()
    await expect.poll(() => words('article-0-2')).toBe('It shall [Arcadia, Kenya: report.]')

    await page.keyboard.press('Control+Shift+P')
    await page.getByRole('dialog').getByRole('textbox', { name: 'Do something by name' }).fill('attribution')
    await page.getByRole('button', { name: /^Bracket with attribution/ }).click()
    await form.getByText('Kenya').waitFor()
    await field.press('Backspace')
    await field.press('Tab')
    await form.getByRole('button', { name: 'Attribute' }).click()
    await expect.poll(() => words('article-0-2')).toBe('It shall [Arcadia: report.]')

    await page.keyboard.press('Control+Alt+BracketRight')
    await expect.poll(() => words('article-0-2')).toBe('It shall report.')
  })

  test('behind attributed words stands the caret, and what is typed next is nobody’s', async () => {
    await openText(page, server, await createText(server, simpleDraft('Behind', { Object: ['It shall report now'] })))
    await typeAtEnd(page, 'article-0-0', '')
    await selectLast('report now'.length)
    await attributeTo('Mexico')
    await page.keyboard.type('Q')
    await expect.poll(() => words('article-0-0')).toBe('It shall [Mexico: report now]Q')
    await openText(page, server, text)
  })

  test('words are attributed that the form shows and no others, whatever others do meanwhile', async () => {
    const shared = await createText(
      server,
      simpleDraft('Held', { Object: ['It shall act.', 'It shall keep records.', 'Third one here.'] }),
    )
    const other = (await signIn(browser, server, 'expert-grulac')).page
    await openText(other, server, shared)
    await openText(page, server, shared)
    const form = page.getByRole('dialog', { name: 'Attribute a bracketed wording' })
    await typeAtEnd(page, 'article-0-1', '')
    await selectLast('records.'.length)
    await page.keyboard.press('Control+Alt+Shift+BracketLeft')
    await form.getByText('records.').waitFor()
    await other.locator('.clause[data-id="article-0-1"]').click()
    await other.keyboard.press('Alt+Enter')
    await other.getByRole('menuitem', { name: 'Delete the clause' }).press('Enter')
    await page.locator('.clause[data-id="article-0-1"]').waitFor({ state: 'detached' })
    await form.getByRole('combobox', { name: 'Delegations' }).fill('Mexico')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    await form.getByRole('button', { name: 'Attribute' }).click()
    await form.getByRole('alert').filter({ hasText: 'Nothing was attributed' }).waitFor()
    await page.keyboard.press('Escape')
    await form.waitFor({ state: 'detached' })
    expect(await shownClauses(page)).toEqual(['Object', 'It shall act.', 'Third one here.'])

    await typeAtEnd(page, 'article-0-2', '')
    await selectLast('here.'.length)
    await page.keyboard.press('Control+Alt+Shift+BracketLeft')
    await form.getByText('here.').waitFor()
    await other.locator('.clause[data-id="article-0-2"]').click()
    await other.keyboard.press('Home')
    await other.keyboard.press('Backspace')
    await expect.poll(() => shownClauses(page)).toEqual(['Object', 'It shall act.Third one here.'])
    await form.getByRole('combobox', { name: 'Delegations' }).fill('Mexico')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    await form.getByRole('button', { name: 'Attribute' }).click()
    await expect.poll(() => shownClauses(page)).toEqual(['Object', 'It shall act.Third one [Mexico: here.]'])
    await other.context().close()
    await openText(page, server, text)
  })

  test('a bracket without a partner says so where the caret comes to it', async () => {
    await typeAtEnd(page, 'article-0-0', ' [')
    const tip = page.getByRole('status').filter({ hasText: 'This bracket has no partner in this clause.' })
    const flagged = page.locator('.bracket-alone:not(.bracket-begun)')
    expect(await tip.isVisible()).toBe(false)
    expect([await page.locator('.bracket-alone').count(), await flagged.count()]).toEqual([1, 0])
    await page.keyboard.press('ArrowLeft')
    await tip.waitFor()
    expect(await flagged.count()).toBe(1)
    await page.keyboard.press('Delete')
    await tip.waitFor({ state: 'hidden' })
  })
})

describe('the board', () => {
  test('counts what is open by article and delegation, follows typing, and goes to its place', async () => {
    const other = (await signIn(browser, server, 'expert-grulac')).page
    const board = await createText(
      server,
      simpleDraft('Board', {
        Object: ['Each [Mexico: State] [Mexico, Kenya: party] shall act within [X] years.', 'It shall report.'],
        Threshold: ['There is a [real] risk.'],
      }),
    )
    await openText(other, server, board)
    await page.goto(`${server.url}/texts/${board}`)
    await page.getByRole('link', { name: 'Brackets', exact: true }).click()
    const main = page.getByRole('main', { name: 'Brackets' })
    const total = (): Promise<string> => main.locator('dl div').first().innerText()
    await expect.poll(total).toMatch(/\s3$/)
    expect(await main.getByRole('link', { name: /^Article 1\(1\)/ }).count()).toBe(3)
    expect(await main.locator('[dir] > span:not(.hidden-words)').getByText('Article 1(1)').count()).toBe(1)
    await main.getByRole('button', { name: 'Mexico 2' }).click()
    expect(await main.getByRole('link', { name: /^Article 1\(1\)/ }).count()).toBe(2)
    expect(await main.getByRole('link', { name: /^Article 2\(1\)/ }).count()).toBe(0)
    await main.getByRole('button', { name: 'Show all' }).click()
    expect(await violations(page)).toEqual([])

    await typeAtEnd(other, 'article-0-1', ' [annually]')
    await expect.poll(total).toMatch(/\s4$/)
    await main.getByRole('link', { name: /annually/ }).click()
    await page.locator('.clause[data-id="article-0-1"]').waitFor()
    expect(page.url()).toContain('#clause=article-0-1')
    await other.context().close()
    await openText(page, server, text)
  })

  test('the name of a place is one line, however long, and whole in a title', async () => {
    const words = 'Note on form: whether the instrument is a [convention] or a [protocol] is still open.'
    const draft = simpleDraft('Places', { Object: ['Each [State] shall act.'] })
    const note = { id: 'note', kind: 'text', parent: '', depth: 0, words: [{ insert: words }] }
    const board = await createText(server, { ...draft, clauses: [note, ...draft.clauses] })
    await page.goto(`${server.url}/texts/${board}/brackets`)
    const main = page.getByRole('main', { name: 'Brackets' })
    const place = main.getByTitle(/Note on form: whether the/)
    await place.waitFor()
    const rows = await main.getByRole('link', { name: /convention|protocol/ }).all()
    const heights = await Promise.all(rows.map(async (row) => (await row.boundingBox())?.height))
    expect(heights).toHaveLength(2)
    expect(heights[0]).toBe(heights[1])
    expect((await place.boundingBox())?.height).toBeLessThan(30)
    await openText(page, server, text)
  })
})

describe('numbers', () => {
  test('are kept when a version is issued, and what is inserted later becomes bis', async () => {
    const secretariat = (await signIn(browser, server, 'secretariat')).page
    const numbered = await createText(server, simpleDraft('Numbers', { Object: ['One.', 'Two.'] }))
    await secretariat.goto(`${server.url}/texts/${numbered}/history`)
    await secretariat.getByRole('button', { name: 'Issue a version' }).click()
    const form = secretariat.getByRole('form', { name: 'Issue a version' })
    expect(await form.getByRole('checkbox', { name: 'Keep these numbers from now on' }).isChecked()).toBe(true)
    await form.getByRole('textbox', { name: 'Name' }).fill('Zero draft')
    await form.getByRole('button', { name: 'Issue' }).click()
    await form.waitFor({ state: 'hidden' })
    await secretariat.getByRole('link', { name: 'Write' }).click()
    await typeAtEnd(secretariat, 'article-0-0', '')
    await secretariat.keyboard.press('Enter')
    await secretariat.keyboard.type('Between.')
    const labelled = secretariat.locator('.clause[data-label="1 bis."]')
    await labelled.waitFor()
    expect(await labelled.innerText()).toBe('Between.')
    await untilSaved(secretariat)
    await secretariat.context().close()
  })
})

describe('options', () => {
  test('an alternative is offered, written, chosen and taken back', async () => {
    await typeAtEnd(page, 'article-0-1', ' For ten years.')
    await page.keyboard.press('Control+Alt+o')
    await page.keyboard.type('It need not keep records.')
    expect(await labels()).toEqual(['Article 1', '1.', '2. Option 1', '2. Option 2', '3.', 'Article 2', '1.', '2.'])

    await page.keyboard.press('Control+Alt+Enter')
    expect(await labels()).toEqual(['Article 1', '1.', '2.', '3.', 'Article 2', '1.', '2.'])
    expect((await shownClauses(page))[2]).toBe('It need not keep records.')

    await page.keyboard.press('Control+z')
    await expect.poll(() => labels()).toContain('2. Option 2')
    expect((await shownClauses(page)).slice(2, 4)).toEqual([
      'It shall keep records. For ten years.',
      'It need not keep records.',
    ])
    await untilSaved(page)
  })

  test('the menu of a clause offers an alternative, and drops it again', async () => {
    await openMenu('article-1-1', 'Article 2(2)')
    await page.getByRole('menuitem', { name: 'Offer an alternative to the clause' }).click()
    await expect.poll(inThreshold).toEqual(['1.', '2. Option 1', '2. Option 2'])
    await openMenu('article-1-1', 'Article 2(2)')
    await page.getByRole('menuitem', { name: 'Drop this option' }).click()
    await expect.poll(inThreshold).toEqual(['1.', '2.'])
    await page.keyboard.press('Control+z')
    await expect.poll(inThreshold).toEqual(['1.', '2. Option 1', '2. Option 2'])
  })
})
