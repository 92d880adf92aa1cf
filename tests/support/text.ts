/** Texts made for a test, through the API as any script would, and the page of one. */

import type { Page } from 'playwright-core'
import type { Draft } from '@travaux/core'
import type { RunningServer } from './server.ts'

/** A draft of articles, each with these paragraphs. */
export function simpleDraft(title: string, articles: Readonly<Record<string, readonly string[]>>): Draft {
  const clauses = Object.entries(articles).flatMap(([heading, paragraphs], nth) => [
    { id: `article-${nth}`, kind: 'article', parent: '', depth: 0, words: [{ insert: heading }] },
    ...paragraphs.map((words, index) => ({
      id: `article-${nth}-${index}`,
      kind: 'paragraph',
      parent: `article-${nth}`,
      depth: 1,
      words: words === '' ? [] : [{ insert: words }],
    })),
  ])
  return { title, language: 'en', symbol: '', clauses }
}

let made = 0

/** Creates a text and gives its id. */
export async function createText(server: RunningServer, draft: Draft): Promise<string> {
  const id = `test-text-${++made}`
  const token = await server.token('secretariat')
  const answer = await fetch(`${server.url}/api/texts`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ id, draft }),
  })
  if (!answer.ok) throw new Error(`The text was not created: ${answer.status} ${await answer.text()}`)
  return id
}

/** Opens a text and waits until it can be written in. */
export async function openText(page: Page, server: RunningServer, text: string): Promise<void> {
  await page.goto(`${server.url}/texts/${text}`)
  await page.getByRole('textbox', { name: /./ }).locator('.clause').first().waitFor()
}

/** The words of every clause as this page shows them. */
export async function shownClauses(page: Page): Promise<string[]> {
  return page.locator('.travaux-text .clause').evaluateAll((clauses) =>
    clauses.map((clause) => {
      const copy = clause.cloneNode(true) as HTMLElement
      for (const caret of copy.querySelectorAll('.caret, .ProseMirror-trailingBreak')) caret.remove()
      return copy.textContent ?? ''
    }),
  )
}

/** Waits until the page says that everything is saved. */
export async function untilSaved(page: Page): Promise<void> {
  await page
    .getByRole('status')
    .filter({ hasText: /^Saved/ })
    .waitFor()
}
