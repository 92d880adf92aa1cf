/** Texts made for a test, through the API as any script would, and the page of one. */

import type { Page } from 'playwright-core'
import { api, textOf, type Draft } from '@travaux/core'
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

interface Appointment {
  readonly text: string
  readonly member: string
  readonly role: api.Member['role']
}

/** Gives a member another role in a text, as the secretariat would. */
export async function setRole(server: RunningServer, { text, member, role }: Appointment): Promise<void> {
  await command(server, text, { type: 'role.set', member, role })
}

/** Gives a command to a text, as the secretariat or whom it is said to be from. */
export async function command(
  server: RunningServer,
  text: string,
  asked: api.TextCommand,
  member = 'secretariat',
): Promise<void> {
  const answer = await fetch(`${server.url}/api/texts/${text}/commands`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${await server.token(member)}` },
    body: JSON.stringify({ id: `test-command-${++made}`, command: asked }),
  })
  if (!answer.ok) throw new Error(`The command was refused: ${answer.status} ${await answer.text()}`)
}

/** The words of every clause as the server has them. */
export async function wordsOnServer(server: RunningServer, text: string): Promise<string[]> {
  const answer = await fetch(`${server.url}/api/texts/${text}/draft`, {
    headers: { authorization: `Bearer ${await server.token('secretariat')}` },
  })
  const { draft } = api.draftAnswerSchema.parse(await answer.json())
  return draft.clauses.map(({ words }) => textOf(words))
}

/** Puts the caret at the end of a clause and types. */
export async function typeAtEnd(page: Page, clause: string, words: string): Promise<void> {
  const block = page.locator(`.clause[data-id="${clause}"]`)
  await block.scrollIntoViewIfNeeded()
  const box = await block.boundingBox()
  // The key goes to the end of a line: it must be the last one.
  await block.click({ position: { x: (box?.width ?? 0) - 4, y: (box?.height ?? 0) - 4 } })
  await page.keyboard.press('End')
  await page.keyboard.type(words)
}

/**
 * Writes while the server is away, and is let back to it as a delegate: the words are refused. The page must show the
 * text.
 */
export async function beRefused(
  page: Page,
  server: RunningServer,
  written: Readonly<Record<string, string>>,
  at: Omit<Appointment, 'role'>,
): Promise<void> {
  await server.kill()
  for (const [clause, words] of Object.entries(written)) await typeAtEnd(page, clause, words)
  await page
    .getByRole('status')
    .filter({ hasText: /^Offline/ })
    .waitFor()
  await page.context().setOffline(true)
  await server.restart()
  await setRole(server, { ...at, role: 'delegate' })
  await page.context().setOffline(false)
  await page.getByRole('alert').filter({ hasText: 'Nothing is lost' }).waitFor()
}

/** Opens a text and waits until it can be written in: longer than for anything else, since four may open it at once. */
export async function openText(page: Page, server: RunningServer, text: string): Promise<void> {
  await page.goto(`${server.url}/texts/${text}`)
  await page.getByRole('textbox', { name: /./ }).locator('.clause').first().waitFor({ timeout: 30_000 })
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

interface Pasted {
  readonly html?: string
  readonly plain?: string
  /** Where, by a selector; in the text unless said otherwise. */
  readonly into?: string
}

/** Pastes where the caret is, as if another program had copied this. */
export async function paste(page: Page, { html = '', plain = '', into = '.travaux-text' }: Pasted): Promise<void> {
  await page.evaluate(
    ([rich = '', words = '', selector = '']) => {
      const clipboardData = new DataTransfer()
      if (rich !== '') clipboardData.setData('text/html', rich)
      clipboardData.setData('text/plain', words)
      const target = document.querySelector(selector)
      target?.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
    },
    [html, plain, into],
  )
}
