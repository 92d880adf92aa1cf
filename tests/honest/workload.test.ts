/** A made-up day of honest work: bursts of typing after long times offline, old tabs, both clients mixed. */

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { clausesOf, newClause } from '@travaux/core'
import { newId, startTrial, type Trial } from '../../packages/server/src/trial/server.ts'
import { randomFrom, type Random } from '../evaluate/random.ts'
import { longDraft } from '../bench/load/draft.ts'
import { converged, openPage, wordsOn, type Page, type Place } from './page.ts'

const seed = Date.now() % 1_000_000
const draft = longDraft(6000)
const clauses = draft.clauses.map(({ id }) => id)

let place: Place
let trial: Trial
beforeAll(async () => {
  trial = await startTrial()
  place = { trial, text: newId() }
  await trial.ask('secretariat', '/api/texts', { id: place.text, draft })
})
afterAll(() => trial.stop())

/** One thing that a drafter does to a text. */
function work({ doc }: Page, random: Random, undo: Y.UndoManager): void {
  const words = wordsOn({ doc }, random.pick(clauses))
  const at = random.below(words.length + 1)
  switch (random.below(8)) {
    case 0:
      return words.delete(at, Math.min(random.below(20), words.length - at))
    case 1:
      return words.format(at, Math.min(random.below(20), words.length - at), { bold: true })
    case 2:
      return void clausesOf(doc)
        .get(random.pick(clauses))
        ?.set('place', { parent: '', order: `a${random.below(9)}` })
    case 3:
      return void clausesOf(doc).set(
        `new-${random.below(1e9)}`,
        newClause({ kind: 'point', parent: '', words: [] }, 'a5'),
      )
    case 4:
      return void undo.undo()
    default:
      return words.insert(at, 'shall '.repeat(1 + random.below(3)))
  }
}

describe(`honest work (seed ${seed})`, () => {
  it('is never refused, and ends in equal replicas', async () => {
    const random = randomFrom(seed)
    const pages = await Promise.all([
      openPage(place, 'expert-weog', 'stock'),
      openPage(place, 'expert-weog', 'ours'),
      openPage(place, 'chair', 'ours'),
      openPage(place, 'expert-african', 'stock'),
      openPage(place, 'secretariat', 'ours'),
    ])
    const undos = pages.map(({ doc }) => new Y.UndoManager(clausesOf(doc)))
    const away = new Set<Page>()
    for (let hour = 0; hour < 60; hour++) {
      const page = random.pick(pages)
      if (away.has(page)) away.delete(page)
      else away.add(page)
      await (away.has(page) ? page.offline() : page.online())
      for (const [index, one] of pages.entries()) {
        const undo = undos[index] as Y.UndoManager
        for (let deed = random.below(40); deed > 0; deed--) work(one, random, undo)
      }
    }
    await Promise.all([...away].map((page) => page.online()))
    await converged(pages, clauses)
    expect(pages.filter((page) => page.refused())).toEqual([])
    expect(pages.map(({ doc }) => clausesOf(doc).size)).toEqual(pages.map(() => clausesOf(pages[0].doc).size))
    for (const page of pages) page.leave()
  })
})
