/** Recorded sessions typed again by members over real sockets, with tabs and time offline: nothing may be refused. */

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { until } from '../../packages/server/src/trial/client.ts'
import { newId, startTrial, type Trial } from '../../packages/server/src/trial/server.ts'
import { randomFrom } from '../evaluate/random.ts'
import { converged, openPage, wordsOn, type Client, type Page, type Place } from './page.ts'
import { applyPatches, readTrace, record, type Recorded, type Trace } from './trace.ts'

const CLAUSE = 'typed'
const draft = {
  title: 'Typed again',
  language: 'en',
  symbol: '',
  clauses: [{ id: CLAUSE, kind: 'paragraph', parent: '', depth: 0, words: [] }],
}

let trial: Trial
beforeAll(async () => {
  trial = await startTrial()
})
afterAll(() => trial.stop())

async function newPlace(): Promise<Place> {
  const text = newId()
  await trial.ask('secretariat', '/api/texts', { id: text, draft })
  return { trial, text }
}

const clients: readonly Client[] = ['stock', 'ours']
const openPages = (place: Place, members: readonly string[]): Promise<Page[]> =>
  Promise.all(members.map((member, index) => openPage(place, member, clients[index % 2] ?? 'stock')))

/** Everybody ends with the trace's last words, and nobody was ever refused. */
async function expectWords(place: Place, pages: readonly Page[], words: string): Promise<void> {
  for (const page of pages) page.offline()
  await Promise.all(pages.map((page) => page.online()))
  await converged(pages, [CLAUSE])
  const [late] = await openPages(place, ['lantern'])
  expect(late && wordsOn(late, CLAUSE).toJSON()).toBe(words)
  expect(pages.map((page) => wordsOn(page, CLAUSE).toJSON())).toEqual(pages.map(() => words))
  expect(pages.filter((page) => page.refused())).toEqual([])
  for (const page of [...pages, late]) page?.leave()
}

const single = readTrace('sveltecomponent')
const shared = readTrace('friendsforever')
const reason = single && shared ? '' : ' (skipped: the corpus is not here; TRAVAUX_CORPUS names its folder)'

describe.skipIf(reason !== '')(`recorded sessions${reason}`, () => {
  it("one person's session, typed by three members in turn, half of it offline", async () => {
    const place = await newPlace()
    const pages = await openPages(place, ['expert-african', 'expert-weog', 'chair'])
    const { txns, endContent } = single as Trace
    const turns = Math.ceil(txns.length / 400)
    for (let turn = 0; turn < turns; turn++) {
      const page = pages[turn % pages.length] as Page
      await converged(pages, [CLAUSE])
      const isOffline = turn % 2 === 0
      if (isOffline) page.offline()
      for (const { patches } of txns.slice(turn * 400, (turn + 1) * 400)) {
        page.doc.transact(() => applyPatches(wordsOn(page, CLAUSE), patches))
      }
      if (isOffline) await page.online()
    }
    await expectWords(place, pages, endContent)
  })

  it('the session of two people at once, each in two tabs that go offline now and then', async () => {
    const place = await newPlace()
    const members = ['expert-grulac', 'expert-asia-pacific']
    const pages = await openPages(
      place,
      members.flatMap((member) => [member, member]),
    )
    const start = Y.encodeStateAsUpdate((pages[0] as Page).doc)
    const recorded = record(shared as Trace, start, (doc) => wordsOn({ doc }, CLAUSE))
    await replay(recorded, pages)
    await expectWords(place, pages, (shared as Trace).endContent)
  })
})

/** Types what was recorded: each person in one tab for a stretch, then in the other. */
async function replay(recorded: readonly Recorded[], pages: readonly Page[]): Promise<void> {
  const random = randomFrom(5)
  const vectors = clocksAfter(recorded)
  const typed = [0, 0]
  let offline: Page | undefined
  for (const [index, { agent, update, seen }] of recorded.entries()) {
    const page = pages[agent * 2 + (Math.floor(index / 1500) % 2)] as Page
    const needs = seen.map((count, other) => (other === agent ? (typed[agent] ?? 0) : count))
    if (!hasAll(page, needs, vectors)) {
      if (offline) offline = await backOnline(offline)
      await until(() => hasAll(page, needs, vectors))
    }
    if (offline === undefined && random.below(400) === 0) (offline = page).offline()
    else if (offline !== undefined && random.below(200) === 0) offline = await backOnline(offline)
    Y.applyUpdate(page.doc, update, 'typed')
    typed[agent] = (typed[agent] ?? 0) + 1
    if (index % 50 === 0) await turn()
  }
  if (offline) await backOnline(offline)
}

async function backOnline(page: Page): Promise<undefined> {
  await page.online()
}

/** Lets sockets be heard. */
function turn(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve)
  })
}

/** For each agent: after so many of its deeds, which client stands at which clock. */
type Clocks = readonly (readonly (readonly [client: number, clock: number] | undefined)[])[]

function clocksAfter(recorded: readonly Recorded[]): Clocks {
  const clocks: ([number, number] | undefined)[][] = [[undefined], [undefined]]
  for (const { agent, update } of recorded) {
    const [reached] = [...Y.parseUpdateMeta(update).to]
    const row = clocks[agent]
    row?.push(reached ?? row.at(-1))
  }
  return clocks
}

function hasAll({ doc }: Page, needs: readonly number[], clocks: Clocks): boolean {
  return needs.every((count, agent) => {
    const reached = clocks[agent]?.[count]
    return reached === undefined || Y.getState(doc.store, reached[0]) >= reached[1]
  })
}
