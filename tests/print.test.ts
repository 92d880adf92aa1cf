/** What stands on which page of paper, in a real browser. */

import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { footnoteOf, type Draft } from '@travaux/core'
import { openBrowser, signIn } from './support/browser.ts'
import { startServer, type RunningServer } from './support/server.ts'
import { createText, openText, simpleDraft } from './support/text.ts'

let server: RunningServer
let browser: Browser
let page: Page

beforeAll(async () => {
  server = await startServer()
  browser = await openBrowser()
  ;({ page } = await signIn(browser, server, 'secretariat'))
})

afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

/** Makes links of the clauses, so that the file says where they are, in a copy of the page that nobody edits. */
async function linkClauses(): Promise<void> {
  await page.evaluate(() => {
    document.body.replaceWith(document.body.cloneNode(true))
    for (const clause of document.querySelectorAll<HTMLElement>('.clause')) {
      const link = document.createElement('a')
      link.href = `https://clause.invalid/${clause.dataset['kind']}`
      link.append(...clause.childNodes)
      clause.append(link)
    }
  })
}

/** The kinds of the clauses on each page of paper, in order. */
async function printed(height: number): Promise<string[][]> {
  const file = (await page.pdf({ width: '210mm', height: `${height}mm` })).toString('latin1')
  const objects = new Map([...file.matchAll(/^(\d+) 0 obj\n([^]*?)endobj/gm)].map(([, id, body]) => [id, body ?? '']))
  const kindOf = (id: string): string => /clause\.invalid\/(\w+)/.exec(objects.get(id) ?? '')?.[1] ?? ''
  const pages = [...objects.values()].filter((body) => /\/Type \/Page\b/.test(body))
  return pages.map((body) => {
    const links = /\/Annots \[([^\]]*)\]/.exec(body)?.[1] ?? ''
    return [...links.matchAll(/(\d+) 0 R/g)].map(([, id]) => kindOf(id ?? ''))
  })
}

test('no heading stands at the end of a page, be it one of several', async () => {
  await openText(page, server, 'zero-draft')
  await linkClauses()
  for (const height of [279.4, 271, 264, 250]) {
    const pages = await printed(height)
    expect(pages.flat().filter((kind) => kind === 'article').length).toBeGreaterThan(30)
    const ends = pages.slice(0, -1).map((kinds) => kinds.at(-1))
    expect(ends.filter((kind) => kind === 'article' || kind === 'part')).toEqual([])
  }
})

function withFootnotes(): Draft {
  const draft = simpleDraft('Footnotes', { Object: ['Each State shall act.'], Scope: ['It shall keep records.'] })
  const clauses = draft.clauses.map((one) => ({
    ...one,
    words: [...one.words, { insert: footnoteOf([{ insert: `On ${one.id}.` }]) }],
  }))
  return { ...draft, clauses }
}

test('of one article alone, only its own footnotes are printed', async () => {
  await openText(page, server, await createText(server, withFootnotes()))
  const notes = page.getByRole('region', { name: 'Footnotes' }).getByRole('listitem')
  expect(await notes.count()).toBe(4)
  await page.locator('.clause[data-id="article-1-0"]').click()
  await page.keyboard.press('Control+Shift+f')
  await expect.poll(() => notes.allTextContents()).toEqual(['3On article-1.', '4On article-1-0.'])
  await page.keyboard.press('Escape')
  await expect.poll(() => notes.count()).toBe(4)
})

test('what a search marks is not marked on paper', async () => {
  await openText(page, server, await createText(server, simpleDraft('Found', { Object: ['Each State shall act.'] })))
  await page.keyboard.press('Control+f')
  await page.keyboard.type('shall')
  await page.locator('.found-current').waitFor()
  await page.emulateMedia({ media: 'print' })
  const drawn = await page.locator('.found-current').evaluate((found) => {
    const { outlineStyle, backgroundColor } = getComputedStyle(found)
    return [outlineStyle, backgroundColor]
  })
  expect(drawn).toEqual(['none', 'rgba(0, 0, 0, 0)'])
  await page.emulateMedia({ media: null })
})
