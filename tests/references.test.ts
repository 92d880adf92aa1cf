/** References that follow their clauses, footnotes, defined terms, and the panel of checks, in a real browser. */

import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { violations } from './support/axe.ts'
import { openBrowser, signIn } from './support/browser.ts'
import { startServer, type RunningServer } from './support/server.ts'
import { createText, openText, shownClauses, simpleDraft, typeAtEnd, untilSaved } from './support/text.ts'

let server: RunningServer
let browser: Browser
let page: Page
let faults: string[]

beforeAll(async () => {
  server = await startServer()
  browser = await openBrowser()
  ;({ page, faults } = await signIn(browser, server, 'expert-african'))
})

afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

const articles = {
  Object: ['Each State party shall act', 'It shall keep records.'],
  Licences: ['No licence shall be given', 'Licences are public.'],
  Reports: ['Reports are made each year.'],
}

async function open(title: string, clauses: Readonly<Record<string, readonly string[]>> = articles): Promise<string> {
  const text = await createText(server, simpleDraft(title, clauses))
  await openText(page, server, text)
  return text
}

/** Waits until a clause reads so. */
async function reads(clause: string, words: string): Promise<void> {
  await expect.poll(() => page.locator(`.clause[data-id="${clause}"]`).textContent()).toBe(words)
}

test('a reference is picked by its number, follows its clause, and says when that is deleted', async () => {
  await open('References')
  await typeAtEnd(page, 'article-0-0', ' in line with @2(2')
  await page.getByRole('option', { name: 'Article 2(2) Licences are public.' }).waitFor()
  expect(await violations(page)).toEqual([])
  await page.keyboard.press('Enter')
  await page.keyboard.type(' and @records')
  await page.getByRole('option', { name: /Article 1\(2\)/ }).waitFor()
  await page.keyboard.press('Enter')
  await page.keyboard.type('.')
  await reads('article-0-0', 'Each State party shall act in line with article 2(2) and paragraph 2.')
  await page.locator('.clause[data-id="article-1-1"]').click()
  await page.keyboard.press('Alt+Shift+ArrowUp')
  await reads('article-0-0', 'Each State party shall act in line with article 2(1) and paragraph 2.')
  await page.keyboard.press('Home')
  await page.keyboard.press('Shift+End')
  await page.keyboard.press('Shift+ArrowDown')
  await untilSaved(page)
  expect(faults).toEqual([])
})

test('a press on a reference puts the caret beside it, on the side that is nearer, also where it ends the clause', async () => {
  await open('Pressed')
  await typeAtEnd(page, 'article-0-0', ' by @2(2')
  await page.getByRole('option', { name: 'Article 2(2) Licences are public.' }).waitFor()
  await page.keyboard.press('Enter')
  await reads('article-0-0', 'Each State party shall act by article 2(2)')
  const reference = page.locator('.clause[data-id="article-0-0"] .reference')
  const { width = 0, height = 0 } = (await reference.boundingBox()) ?? {}
  for (const [x, words] of [
    [width - 3, ' now'],
    [3, 'way of '],
  ] as const) {
    await page.locator('.clause[data-id="article-1-0"]').click()
    await reference.click({ position: { x, y: height / 2 } })
    await page.keyboard.type(words)
  }
  await reads('article-0-0', 'Each State party shall act by way of article 2(2) now')
  await reference.dblclick()
  await page.keyboard.type('these rules')
  await reads('article-0-0', 'Each State party shall act by way of these rules now')
})

const dragged: Readonly<Record<'en' | 'ar', { readonly words: readonly [string, string]; readonly says: string }>> = {
  en: { words: ['See ', ' tail'], says: 'article 2(2)' },
  ar: { words: ['انظر ', ' وما يليها'], says: 'الفقرة 2 من المادة 2' },
}

test.each(['en', 'ar'] as const)(
  'a reference that is dragged over or reached by Shift and a press is selected by its nearer side, and Delete takes it (%s)',
  async (language) => {
    const { words, says } = dragged[language]
    const draft = simpleDraft('Dragged', {
      Object: ['First.', '', 'Last.'],
      Licences: ['None.', 'Public.', 'Open.', 'Far.'],
    })
    const clauses = draft.clauses.map((clause) =>
      clause.id === 'article-0-1'
        ? {
            ...clause,
            words: [{ insert: words[0] }, { insert: { reference: { clause: 'article-1-1' } } }, { insert: words[1] }],
          }
        : clause,
    )
    await openText(page, server, await createText(server, { ...draft, language, clauses }))
    const whole = words.join(says)
    await reads('article-0-1', whole)
    const {
      x = 0,
      y = 0,
      width = 0,
      height = 0,
    } = (await page.locator('.clause[data-id="article-0-1"] .reference').boundingBox()) ?? {}
    /** The pointer so far from the side where the reference begins, or from where it ends. */
    const fromStart = (off: number): number => (language === 'ar' ? x + width - off : x + off)
    const fromEnd = (off: number): number => (language === 'ar' ? x - off : x + width + off)
    const rest = async (): Promise<void> => {
      await page.locator('.clause[data-id="article-1-3"]').click()
      await page.keyboard.press('End')
    }
    const takesAway = async (left: RegExp): Promise<void> => {
      const selected = await page.evaluate(() => getSelection()?.toString() ?? '')
      await page.keyboard.press('Delete')
      await reads('article-0-1', whole.replace(selected, ''))
      expect(whole.replace(selected, '')).toMatch(left)
      await page.keyboard.press('Control+z')
      await reads('article-0-1', whole)
      await page.locator('.clause[data-id="article-0-2"]', { hasText: /^Last\.$/ }).waitFor()
    }
    const [kept, gone] = [new RegExp(RegExp.escape(says)), new RegExp(`^(?!.*${RegExp.escape(says)})`)]
    const drags: readonly [from: number, to: number, left: RegExp][] = [
      [fromEnd(-2), fromEnd(-30), gone],
      [fromEnd(-2), fromStart(-14), gone],
      [fromStart(2), fromEnd(14), gone],
      [fromStart(-14), fromEnd(14), gone],
      [fromEnd(14), fromStart(-14), gone],
      [fromStart(-14), fromEnd(-10), gone],
      [fromEnd(14), fromStart(10), gone],
      [fromStart(-14), fromStart(10), kept],
      [fromEnd(14), fromEnd(-10), kept],
      [fromStart(10), fromStart(-14), kept],
      [fromEnd(-10), fromEnd(14), kept],
    ]
    for (const [from, to, left] of drags) {
      await rest()
      await page.mouse.move(from, y + height / 2)
      await page.mouse.down()
      await page.mouse.move(to, y + height / 2, { steps: 6 })
      await page.mouse.up()
      await takesAway(left)
    }
    const reached: readonly [from: number, to: number, left: RegExp][] = [
      [fromStart(-14), fromStart(10), kept],
      [fromStart(-14), fromEnd(-10), gone],
      [fromEnd(14), fromStart(10), gone],
      [fromEnd(14), fromEnd(-10), kept],
    ]
    for (const [from, to, left] of reached) {
      await rest()
      await page.mouse.click(from, y + height / 2)
      await page.keyboard.down('Shift')
      await page.mouse.click(to, y + height / 2)
      await page.keyboard.up('Shift')
      await takesAway(left)
    }
    expect(faults).toEqual([])
  },
)

test('Escape leaves what was typed, and an address is no reference', async () => {
  await open('Escape')
  await typeAtEnd(page, 'article-0-0', ' @9')
  await page.getByText('No clause has this number or these words').first().waitFor()
  await page.keyboard.press('Escape')
  await page.keyboard.type(' me@example.org')
  await page.getByRole('listbox').waitFor({ state: 'detached' })
  await reads('article-0-0', 'Each State party shall act @9 me@example.org')
  await page.keyboard.press('Control+k')
  await page.keyboard.type('lic')
  await page.getByRole('option', { name: /Article 2 / }).waitFor()
  await page.keyboard.press('Escape')
  await reads('article-0-0', 'Each State party shall act @9 me@example.orglic')
})

test('where no clause fits, Ctrl+K says so, Enter does nothing, and Escape leaves what was typed', async () => {
  await open('No match')
  await typeAtEnd(page, 'article-0-0', ' ')
  await page.keyboard.press('Control+k')
  await page.keyboard.type('nothing like')
  await page.getByText('No clause has this number or these words').first().waitFor()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
  await page.keyboard.type(' that')
  await reads('article-0-0', 'Each State party shall act nothing like that')
  expect((await shownClauses(page)).length).toBe(8)
  await page.keyboard.press('Control+z')
  await page.keyboard.press('Control+z')
  await reads('article-0-0', 'Each State party shall act ')
  expect(faults).toEqual([])
})

test('selected words that no clause has are not replaced by whatever clause comes first', async () => {
  await open('Selected in vain')
  await typeAtEnd(page, 'article-0-0', '')
  await page.keyboard.press('Control+Shift+ArrowLeft')
  await page.keyboard.press('Control+k')
  await page.getByText('No clause has the selected words').first().waitFor()
  await page.keyboard.press('Enter')
  await reads('article-0-0', 'Each State party shall act')
  expect((await shownClauses(page)).length).toBe(8)
  await page.keyboard.type('2(1')
  await page.getByRole('option', { name: /Article 2\(1\)/ }).waitFor()
  await page.keyboard.press('Enter')
  await reads('article-0-0', 'Each State party shall article 2(1)')
  expect(faults).toEqual([])
})

const seeing = (paragraph: number): string => `Reports are made each year. See article 1(${paragraph})`

test('a reference follows the words of its clause where that is joined to another, and comes back with undo', async () => {
  await open('Joined')
  await typeAtEnd(page, 'article-2-0', ' See @1(2')
  await page.getByRole('option', { name: /Article 1\(2\)/ }).waitFor()
  await page.keyboard.press('Enter')
  await reads('article-2-0', seeing(2))
  await page.locator('.clause[data-id="article-0-1"]').click()
  await page.keyboard.press('Home')
  await page.keyboard.press('Backspace')
  await reads('article-0-0', 'Each State party shall actIt shall keep records.')
  await reads('article-2-0', seeing(1))
  await page.keyboard.press('Control+z')
  await reads('article-2-0', seeing(2))
  await page.keyboard.press('Control+y')
  await reads('article-2-0', seeing(1))
  await page.keyboard.press('Enter')
  await reads('article-2-0', seeing(2))
  await page.keyboard.press('Backspace')
  await typeAtEnd(page, 'article-2-0', '')
  await page.keyboard.press('Control+Alt+r')
  const card = page.getByRole('dialog', { name: 'Referred to: Article 1(1)' })
  await card.getByText('Each State party shall actIt shall keep records.').waitFor()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+Enter')
  await page.keyboard.type('Q')
  await reads('article-0-0', 'QEach State party shall actIt shall keep records.')
  await untilSaved(page)
  expect(faults).toEqual([])
})

test('beside a reference to a deleted clause, Ctrl+Enter says why it goes nowhere', async () => {
  await open('Nowhere to go')
  await typeAtEnd(page, 'article-2-0', ' See @1(2')
  await page.getByRole('option', { name: /Article 1\(2\)/ }).waitFor()
  await page.keyboard.press('Enter')
  await page.locator('.clause[data-id="article-0-1"]').click()
  await page.keyboard.press('Alt+Enter')
  await page.getByRole('menuitem', { name: 'Delete the clause' }).press('Enter')
  await typeAtEnd(page, 'article-2-0', '')
  await page.keyboard.press('Control+Enter')
  const card = page.getByRole('dialog', { name: 'Reference to a deleted clause' })
  await card.getByText('It shall keep records.').waitFor()
  await page.keyboard.press('Escape')
  await page.keyboard.type('.')
  await reads('article-2-0', 'Reports are made each year. See [reference to a deleted clause].')
  expect(faults).toEqual([])
})

/** Notes every wording that a clause has from now on. */
async function watchWords(at: Page, clause: string): Promise<() => Promise<string[]>> {
  const watched = await at.locator(`.clause[data-id="${clause}"]`).evaluateHandle((element) => {
    const seen = [element.textContent]
    const look = (): unknown => seen.push(element.textContent)
    new MutationObserver(look).observe(element, { childList: true, characterData: true, subtree: true })
    return seen
  })
  return () => watched.jsonValue()
}

test('a reference by Ctrl+K is one step for undo, and never writes a sign that nobody typed', async () => {
  await open('One step')
  const before = 'Each State party shall act'
  await typeAtEnd(page, 'article-0-0', ' under ')
  const seen = await watchWords(page, 'article-0-0')
  await page.keyboard.press('Control+k')
  await page.keyboard.type('2(')
  await page.waitForTimeout(700)
  await page.keyboard.type('2')
  await page.getByRole('option', { name: 'Article 2(2) Licences are public.' }).waitFor()
  await page.keyboard.press('Enter')
  await page.keyboard.type(' now')
  await reads('article-0-0', `${before} under article 2(2) now`)
  await page.keyboard.press('Control+z')
  await reads('article-0-0', `${before} under article 2(2)`)
  await page.keyboard.press('Control+z')
  await reads('article-0-0', `${before} under `)
  await page.keyboard.press('Control+y')
  await reads('article-0-0', `${before} under article 2(2)`)
  await page.keyboard.press('Control+z')
  await page.keyboard.press('Control+z')
  await reads('article-0-0', before)
  expect((await seen()).filter((words) => words.includes('@'))).toEqual([])
})

test('undo gives back what was typed in place of a reference, and at a second takes that too', async () => {
  await open('Typed')
  const before = 'Each State party shall act'
  await typeAtEnd(page, 'article-0-0', ' in line with ')
  await page.waitForTimeout(700)
  await page.keyboard.type('@2(2')
  await page.getByRole('option', { name: 'Article 2(2) Licences are public.' }).waitFor()
  await page.keyboard.press('Enter')
  await page.keyboard.type(' now')
  await page.keyboard.press('Control+z')
  await reads('article-0-0', `${before} in line with article 2(2)`)
  await page.keyboard.press('Control+z')
  await reads('article-0-0', `${before} in line with @2(2`)
  await page.keyboard.press('Control+z')
  await reads('article-0-0', `${before} in line with `)
})

test('Ctrl+K puts a reference in place of the selected words, which Escape leaves alone', async () => {
  await open('Selected')
  const [before, after] = ['Each State party shall act', 'Each State party shall article 2(1)']
  await typeAtEnd(page, 'article-0-0', '')
  await page.keyboard.press('Control+Shift+ArrowLeft')
  await page.keyboard.press('Control+k')
  await page.locator('.to-be-replaced', { hasText: 'act' }).waitFor()
  await page.keyboard.type('lic')
  await page.keyboard.press('Escape')
  await reads('article-0-0', before)
  expect(await page.evaluate(() => getSelection()?.toString())).toBe('act')
  await page.keyboard.press('Control+k')
  await page.keyboard.type('2(1')
  await page.getByRole('option', { name: /Article 2\(1\)/ }).waitFor()
  await page.keyboard.press('Enter')
  await reads('article-0-0', after)
  await page.keyboard.press('Control+z')
  await reads('article-0-0', before)
  await page.keyboard.press('Control+y')
  await reads('article-0-0', after)
  expect(faults).toEqual([])
})

test('the selected words are looked for first', async () => {
  await open('Selected first', { ...articles, Rest: ['As in article 2'] })
  await typeAtEnd(page, 'article-3-0', '')
  await page.keyboard.press('Control+Shift+ArrowLeft')
  await page.keyboard.press('Control+Shift+ArrowLeft')
  await page.keyboard.press('Control+k')
  await page.getByRole('option', { name: /Article 2 Licences/, selected: true }).waitFor()
  await page.keyboard.press('Backspace')
  await page.getByRole('listbox').waitFor({ state: 'detached' })
  await reads('article-3-0', 'As in article 2')
  await page.keyboard.press('Control+k')
  await page.keyboard.press('Enter')
  await page.locator('.clause[data-id="article-3-0"] .reference').waitFor()
  await reads('article-3-0', 'As in article 2')
  await untilSaved(page)
  expect(faults).toEqual([])
})

test('a deleted target is broken, plainly, and the checks say so and go there', async () => {
  const whole = simpleDraft('Broken', articles)
  const clauses = whole.clauses.map((clause) =>
    clause.id === 'article-0-0'
      ? {
          ...clause,
          words: [{ insert: 'As in ' }, { insert: { reference: { clause: 'article-1-1' } } }, { insert: '.' }],
        }
      : clause,
  )
  await openText(page, server, await createText(server, { ...whole, clauses }))
  await reads('article-0-0', 'As in article 2(2).')
  await page.keyboard.press('Control+Alt+v')
  const panel = page.getByRole('complementary', { name: 'Checks' })
  await panel.getByText('All references point at a clause').waitFor()
  await page.locator('.clause[data-id="article-1-1"]').click({ clickCount: 3 })
  await page.keyboard.press('Delete')
  await page.keyboard.press('Backspace')
  await page.keyboard.press('Backspace')
  await reads('article-0-0', 'As in [reference to a deleted clause].')
  const line = panel.getByRole('button', { name: /Article 1\(1\)/ })
  await line.waitFor()
  expect(await violations(page)).toEqual([])
  await line.click()
  await page.keyboard.type('article 3')
  const makeLive = panel.getByRole('button', { name: 'Make live: article 3, for article 3 in Article 1(1)' })
  await makeLive.waitFor()
  // One line for each.
  expect((await panel.getByRole('listitem').filter({ hasText: 'Make live' }).boundingBox())?.height).toBeLessThan(36)
  await makeLive.click()
  await page.locator('.reference', { hasText: 'article 3' }).waitFor()
  await page.keyboard.press('Control+Alt+v')
  await panel.waitFor({ state: 'detached' })
  expect(faults).toEqual([])
})

test('the checks call a clause without a number as everything else does', async () => {
  const whole = simpleDraft('Unnumbered', { Object: ['See article 2.'], Rest: ['Two.'] })
  const clauses = whole.clauses.map((one) => (one.id === 'article-0-0' ? { ...one, kind: 'text' } : one))
  await openText(page, server, await createText(server, { ...whole, clauses }))
  await page.keyboard.press('Control+Alt+v')
  const panel = page.getByRole('complementary', { name: 'Checks' })
  await panel.getByRole('button', { name: 'Article 1 article 2', exact: true }).waitFor()
  await page.keyboard.press('Control+Alt+v')
  await panel.waitFor({ state: 'detached' })
})

test('a defined term shows its definition, to the pointer and to the keyboard', async () => {
  await open('Terms', {
    'Use of terms': ['“prohibited goods” means goods in annex I.'],
    Rest: ['No State makes prohibited goods'],
  })
  await typeAtEnd(page, 'article-1-0', '')
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('Control+Alt+r')
  const card = page.getByRole('dialog', { name: 'Definition of prohibited goods' })
  await card.getByText('means goods in annex I').waitFor()
  expect(await violations(page)).toEqual([])
  await page.keyboard.press('Escape')
  await card.waitFor({ state: 'detached' })
  const box = await page.locator('.clause[data-id="article-1-0"]').boundingBox()
  await page.mouse.move((box?.x ?? 0) + 200, (box?.y ?? 0) + 13)
  await card.waitFor()
  await page.mouse.move((box?.x ?? 0) + 20, (box?.y ?? 0) + 200)
  await card.waitFor({ state: 'detached' })
  expect(faults).toEqual([])
})

test('a footnote is written, numbered, changed, and listed at the foot of the text', async () => {
  await open('Footnotes')
  await typeAtEnd(page, 'article-1-0', '')
  await page.keyboard.press('Control+Alt+n')
  await page.getByRole('textbox', { name: 'Words of the footnote' }).waitFor()
  await page.keyboard.type('The second note.')
  await page.keyboard.press('Enter')
  await page.getByLabel('Footnote 1', { exact: true }).waitFor()
  await typeAtEnd(page, 'article-0-0', '')
  await page.keyboard.press('Control+Alt+n')
  await page.getByRole('dialog', { name: 'New footnote' }).waitFor()
  await page.keyboard.type('The first note.')
  expect(await violations(page)).toEqual([])
  await page.keyboard.press('Enter')
  const list = page.getByRole('region', { name: 'Footnotes' })
  await expect
    .poll(() => list.getByRole('listitem').allTextContents())
    .toEqual(['1The first note.', '2The second note.'])
  await page.getByLabel('Footnote 2', { exact: true }).click()
  await page.getByRole('dialog', { name: 'Footnote', exact: true }).waitFor()
  await page.keyboard.type(' Amended.')
  await page.keyboard.press('Enter')
  await expect
    .poll(() => list.getByRole('listitem').allTextContents())
    .toEqual(['1The first note.', '2The second note. Amended.'])
  await untilSaved(page)
  expect(faults).toEqual([])
})

test('behind a footnote on selected words stands the caret', async () => {
  await open('Note on words')
  await page.locator('.clause[data-id="article-0-1"]').click()
  await page.keyboard.press('Home')
  for (let nth = 0; nth < 'It shall'.length; nth++) await page.keyboard.press('Shift+ArrowRight')
  await page.keyboard.press('Control+Alt+n')
  await page.getByRole('textbox', { name: 'Words of the footnote' }).waitFor()
  await page.keyboard.type('A note')
  await page.keyboard.press('Enter')
  await page.keyboard.type('Q')
  await reads('article-0-1', 'It shall1Q keep records.')
})

test('a footnote whose clause somebody else deletes meanwhile says so, keeps its words, and can be written once it is back', async () => {
  const text = await open('Note without a clause')
  const other = (await signIn(browser, server, 'expert-grulac')).page
  await openText(other, server, text)
  await typeAtEnd(page, 'article-0-1', '')
  await page.keyboard.press('Control+Alt+n')
  const box = page.getByRole('textbox', { name: 'Words of the footnote' })
  await box.waitFor()
  await page.keyboard.type('A note')
  await other.locator('.clause[data-id="article-0-1"]').click()
  await other.keyboard.press('Alt+Enter')
  await other.getByRole('menuitem', { name: 'Delete the clause' }).press('Enter')
  await page.locator('.clause[data-id="article-0-1"]').waitFor({ state: 'detached' })
  await page.keyboard.press('Enter')
  const says = page.getByRole('alert').filter({ hasText: 'The clause of this footnote was deleted.' })
  await says.waitFor()
  expect(await box.innerText()).toBe('A note')
  await other.keyboard.press('Control+z')
  await page.locator('.clause[data-id="article-0-1"]').waitFor()
  await box.press('Enter')
  await reads('article-0-1', 'It shall keep records.1')
  await other.context().close()
})

test('what is typed while the card beside the words has the focus is written, and its buttons keep their keys', async () => {
  await open('Card', {
    Terms: ['“export” means the physical movement of goods.'],
    Object: ['Each State shall license every export'],
  })
  const card = page.getByRole('dialog', { name: 'Definition of export' })
  const ask = async (): Promise<void> => {
    await typeAtEnd(page, 'article-1-0', '')
    await page.keyboard.press('Control+Alt+r')
    await card.waitFor()
  }
  for (const [key, last] of [
    ['x', 'exportx'],
    ['Space', 'export '],
    ['Backspace', 'expor'],
  ] as const) {
    await ask()
    await page.keyboard.press(key)
    await reads('article-1-0', `Each State shall license every ${last}`)
    await card.waitFor({ state: 'detached' })
    await page.keyboard.press('Control+z')
    await reads('article-1-0', 'Each State shall license every export')
  }
  await page.keyboard.type('!')
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('Control+Alt+r')
  await card.waitFor()
  await page.keyboard.press('Control+z')
  await reads('article-1-0', 'Each State shall license every export')
  await ask()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Space')
  await card.waitFor({ state: 'detached' })
  await reads('article-1-0', 'Each State shall license every export')
  await ask()
  await page.keyboard.press('Enter')
  await page.keyboard.type('New')
  await expect.poll(async () => (await shownClauses(page)).at(-1)).toBe('New')
  await reads('article-1-0', 'Each State shall license every export')
  expect(faults).toEqual([])
})

test('made live one after the other by keyboard, each reference hands the keys to the next, and says what it became', async () => {
  await open('Made live', {
    Object: ['See article 2 and article 3.', 'Under article 2.'],
    Scope: ['Nothing else.'],
    Reports: ['As in article 1.'],
  })
  await page.locator('.clause[data-id="article-0-0"]').click()
  await page.keyboard.press('Control+Alt+v')
  const panel = page.getByRole('complementary', { name: 'Checks' })
  const buttons = panel.getByRole('button', { name: /^Make live/ })
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label'))
  await expect.poll(() => buttons.count()).toBe(4)
  await buttons.nth(1).focus()
  await page.keyboard.press('Enter')
  await expect.poll(() => buttons.count()).toBe(3)
  await expect.poll(focused).toBe('Make live: article 2, for article 2 in Article 1(2)')
  await panel.getByText('article 3 in Article 1(1) is a live reference now', { exact: false }).waitFor()
  await page.keyboard.press('Enter')
  await expect.poll(focused).toBe('Make live: article 1, for article 1 in Article 3(1)')
  await page.keyboard.press('Enter')
  await expect.poll(focused).toBe('Make live: article 2, for article 2 in Article 1(1)')
  await page.keyboard.press('Enter')
  await expect.poll(() => buttons.count()).toBe(0)
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Checks')
  expect(await page.locator('.reference').count()).toBe(4)
})

test('asked about words that have nothing more to say, the page says so, and writes on', async () => {
  await open('Nothing to show')
  await typeAtEnd(page, 'article-0-0', '')
  await page.keyboard.press('Control+Alt+r')
  const card = page.getByRole('dialog', { name: 'Nothing to show here' })
  await card.getByText('no defined term', { exact: false }).waitFor()
  expect(await violations(page)).toEqual([])
  await page.keyboard.press('Escape')
  await card.waitFor({ state: 'detached' })
  await page.keyboard.press('Control+Alt+r')
  await card.waitFor()
  await page.keyboard.type('!')
  await card.waitFor({ state: 'detached' })
  await reads('article-0-0', 'Each State party shall act!')
})

test('a definition is not shown where its term only comes beneath a pointer at rest', async () => {
  await open('Scrolled', {
    'Use of terms': ['“prohibited goods” means goods in annex I.'],
    Rest: Array.from({ length: 60 }, () => 'No State makes prohibited goods'),
  })
  const card = page.getByRole('dialog', { name: 'Definition of prohibited goods' })
  const at = { x: 720, y: 20 }
  await page.mouse.move(at.x, at.y)
  // What the browser tells when words come beneath a pointer: a move to where the pointer has been all the time.
  const words = await page.locator('[data-id="article-1-5"]').evaluate((clause, { x, y }) => {
    const range = document.createRange()
    range.setStart(clause.firstChild ?? clause, 18)
    const { left, top } = range.getBoundingClientRect()
    const page = document.querySelector<HTMLElement>('main')
    page?.style.setProperty('translate', `${x - left}px ${y - top - 10}px`)
    page?.style.setProperty('z-index', '1000')
    clause.dispatchEvent(new MouseEvent('mousemove', { bubbles: true, clientX: x, clientY: y }))
    return { left, top }
  }, at)
  await page.waitForTimeout(700)
  expect(await card.count()).toBe(0)
  await page.locator('main').evaluate((main) => main.removeAttribute('style'))
  await page.mouse.move(words.left + 2, words.top + 8)
  await card.waitFor()
})
