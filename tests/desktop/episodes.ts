/**
 * Random offline episodes: the server goes away, a person writes and comments in the built application, which is ended or
 * loses its power or stays, others write meanwhile, and the server comes back. What the page said was kept is looked for.
 */

import { api, clausesOf, textIn } from '@travaux/core'
import { connect } from '../../packages/server/src/trial/client.ts'
import { randomFrom, type Random } from '../evaluate/random.ts'
import { startServer, type RunningServer } from '../support/server.ts'
import { createText, shownClauses, simpleDraft, typeAtEnd, untilSaved, wordsOnServer } from '../support/text.ts'
import { beginLife, type Life } from './life.ts'
import { filesWith } from './search.ts'

export interface Played {
  readonly episodes: number
  /** Words and comments that the page said were kept. */
  readonly promised: number
  /** Those that the server has not got, or has more than once. */
  readonly lost: readonly string[]
  /** Whether the page shows what the server has. */
  readonly equal: boolean
  /** Files of the application or the browser that hold words in the clear. */
  readonly readable: readonly string[]
}

export interface EpisodeOptions {
  readonly episodes: number
  readonly seed: number
  readonly say?: (line: string) => void
}

const MEMBER = 'expert-african'
const OTHER = 'expert-weog'
const CLAUSES = 5
/** Stands in all that is written, and nowhere else. */
const MARK = 'narwhal'

export async function playEpisodes({ episodes, seed, say = () => undefined }: EpisodeOptions): Promise<Played> {
  const random = randomFrom(seed)
  const server = await startServer()
  const paragraphs = Array.from({ length: CLAUSES }, (_, nth) => `Paragraph ${nth} of the ${MARK} treaty.`)
  const text = await createText(server, simpleDraft(`The ${MARK} treaty`, { Object: paragraphs }))
  const life = await beginLife(server, MEMBER)
  const scene: Scene = { server, life, text, random, token: await server.token(OTHER), written: [], comments: [] }
  await life.visit(`/texts/${text}`)
  await untilSaved(life.page())
  for (let nth = 1; nth <= episodes; nth++) say(`  ${nth}: ${await playEpisode(scene, nth)}`)
  const played = await judge(scene, episodes)
  await life.end()
  await server.stop()
  return played
}

interface Scene {
  readonly server: RunningServer
  readonly life: Life
  readonly text: string
  readonly random: Random
  readonly token: string
  readonly written: string[]
  readonly comments: string[]
}

/** Plays one episode, and tells what happened in it. */
async function playEpisode(scene: Scene, nth: number): Promise<string> {
  const { server, life, text, random } = scene
  await server.kill()
  // Before the words: those are told as kept in their order, and a comment is not.
  if (random.below(3) === 0) await commentAway(scene, `${MARK} comment ${nth}`)
  const words = await writeAway(scene, nth)
  const ending = random.pick(['stays', 'quit', 'crash'] as const)
  const othersWrite = random.below(2) === 0
  const comesBack = async (): Promise<void> => {
    await server.restart()
    if (othersWrite) await othersWriteNow(scene, `${MARK}-other-${nth}`)
  }
  if (ending === 'stays') await comesBack()
  else if (random.below(2) === 0) await life.restart(`/texts/${text}`, ending, comesBack)
  else {
    await life.restart(`/texts/${text}`, ending)
    if (random.below(2) === 0) words.push(...(await writeAway(scene, nth, words)))
    await comesBack()
  }
  await untilSaved(life.page())
  return [`${words.length} words`, ending, ...(othersWrite ? ['others wrote'] : [])].join(', ')
}

/** Writes without a server, until the page says that all of it is kept, and what was written `before` it as well. */
async function writeAway(
  { life, random, written }: Scene,
  nth: number,
  before: readonly string[] = [],
): Promise<string[]> {
  const page = life.page()
  await page.locator('.travaux-text .clause').first().waitFor()
  const words = Array.from({ length: 1 + random.below(3) }, (_, at) => ` ${MARK}-${nth}-${before.length + at}.`)
  for (const one of words) await typeAtEnd(page, `article-0-${random.below(CLAUSES)}`, one)
  // One change for each key.
  const changes = [...before, ...words].join('').length
  await page
    .getByRole('status')
    .filter({ hasText: new RegExp(`^Offline: ${changes} changes kept here`) })
    .waitFor()
  written.push(...words)
  return words
}

/** Comments on the clause of the caret. */
async function commentAway({ life, comments }: Scene, words: string): Promise<void> {
  const page = life.page()
  await page.locator('.clause[data-id="article-0-0"]').click()
  await page.keyboard.press('Control+Alt+m')
  const rail = page.getByRole('complementary', { name: 'Comments' })
  await rail.getByRole('textbox', { name: 'Write a comment' }).fill(words)
  await rail.getByRole('button', { name: 'Comment', exact: true }).click()
  await rail.getByText(words).first().waitFor()
  comments.push(words)
}

/** Somebody else writes on the server and leaves. */
async function othersWriteNow({ server, text, token, random, written }: Scene, word: string): Promise<void> {
  const other = connect({ url: server.url, token: () => token }, OTHER, { text, token })
  await new Promise<void>((resolve) => other.provider.on('sync', (synced) => synced && resolve()))
  const clause = clausesOf(other.doc).get(`article-0-${random.below(CLAUSES)}`)
  const words = clause && textIn(clause)
  if (!words) throw new Error('The clause is gone')
  words.insert(0, `${word}. `)
  written.push(`${word}.`)
  await untilOnServer(server, text, word)
  other.leave()
}

async function untilOnServer(server: RunningServer, text: string, word: string): Promise<void> {
  while (!(await wordsOnServer(server, text)).join('\n').includes(word))
    await new Promise((resolve) => setTimeout(resolve, 20))
}

async function judge({ server, life, text, written, comments }: Scene, episodes: number): Promise<Played> {
  const clauses = await wordsOnServer(server, text)
  const all = clauses.join('\n')
  const said = await commentsOnServer(server, text, comments.length)
  const lost = [
    ...written.filter((word) => all.split(word).length !== 2),
    ...comments.filter((words) => said.filter((one) => one === words).length !== 1),
  ]
  const equal = JSON.stringify(await shownClauses(life.page())) === JSON.stringify(clauses)
  const readable = [life.userData(), ...life.profiles()].flatMap((folder) => filesWith(folder, [MARK]))
  return { episodes, promised: written.length + comments.length, lost, equal, readable }
}

/** The comments of a text, once there are as many as are expected or no more come. */
async function commentsOnServer(server: RunningServer, text: string, expected: number): Promise<string[]> {
  const headers = { authorization: `Bearer ${await server.token('secretariat')}` }
  for (let attempt = 0; ; attempt++) {
    const answer = await fetch(`${server.url}/api/texts/${text}/threads`, { headers })
    const threads = api.threadListSchema.parse(await answer.json())
    const said = threads.flatMap(({ comments }) => comments.map(({ words }) => words))
    if (said.length >= expected || attempt === 60) return said
    await new Promise((resolve) => setTimeout(resolve, 500))
  }
}
