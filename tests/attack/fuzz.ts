/**
 * Frames of every kind, thrown at the rooms. The laws: nothing throws; what a reader sends changes nothing; what a
 * drafter sends changes nothing but under the drafter's own clients, and reaches others whole; nobody else's session
 * ends.
 */

import { clausesOf, readDraft, textIn } from '@travaux/core'
import fc from 'fast-check'
import * as Y from 'yjs'
import { answerFrame, askFrame, awarenessFrame, updateFrame } from '../../packages/server/src/rooms/frame.ts'
import { awareness, bytesOf, deletions, joined, rootItem, updateOf } from './craft.ts'
import { CLAUSE, fingerprint, openScene, people, type Page, type Scene } from './scene.ts'

export interface FuzzOptions {
  readonly frames: number
  readonly seed: number
}

export interface Fuzzed {
  /** Frames that ended the socket they came by. */
  readonly refused: number
  readonly taken: number
  /** Megabytes by which the heap has grown between the first tenth and the end. */
  readonly grown: number
}

/** Frames in one run of the property. */
const RUN = 50

/** Throws so many frames. @throws where a law does not hold, with the seed and the shortest frames that break it. */
export async function fuzzFrames({ frames, seed }: FuzzOptions): Promise<Fuzzed> {
  const lasting = await openScene()
  const tally = { refused: 0, taken: 0 }
  const warm = Math.ceil(frames / 10)
  await fuzz(lasting, tally, { frames: warm, seed })
  const before = heapMegabytes()
  await fuzz(lasting, tally, { frames: frames - warm, seed: seed + 1 })
  const grown = heapMegabytes() - before
  await lasting.close()
  return { ...tally, grown }
}

type Tally = { refused: number; taken: number }

function fuzz(lasting: Scene, tally: Tally, { frames, seed }: FuzzOptions): Promise<void> {
  const run = fc.asyncProperty(fc.array(frameArbitrary, { minLength: RUN, maxLength: RUN }), async (thrown) => {
    await readerChangesNothing(lasting, thrown.slice(0, RUN / 2), tally)
    await drafterStaysInHand(thrown.slice(RUN / 2), tally)
  })
  return fc.assert(run, { numRuns: Math.ceil(frames / RUN), seed, endOnFailure: false })
}

type Throw = (page: Page, scene: Scene) => Uint8Array

async function readerChangesNothing(scene: Scene, thrown: readonly Throw[], tally: Tally): Promise<void> {
  const before = fingerprint(scene)
  await throwAll(scene, people.dan, thrown, tally)
  if (fingerprint(scene) !== before) throw new Error('A reader has changed the text')
}

async function drafterStaysInHand(thrown: readonly Throw[], tally: Tally): Promise<void> {
  const scene = await openScene()
  const ann = await scene.enter(people.ann, true)
  const theirs = clocksOfOthers(scene)
  await throwAll(scene, people.bob, thrown, tally)
  const { doc } = scene.text.state
  if (doc.store.pendingStructs ?? doc.store.pendingDs) throw new Error('Something was applied only in part')
  if (ann.session.isOver) throw new Error("A bystander's session has ended")
  if (clocksOfOthers(scene) !== theirs) throw new Error("Something was written under another member's client")
  if (JSON.stringify(readDraft(ann.doc)) !== JSON.stringify(readDraft(doc))) throw new Error('Replicas differ')
  ann.leave()
  await scene.close()
}

/** How far every client has written that is not bob's. */
function clocksOfOthers({ text: { state } }: Scene): string {
  const clocks = [...Y.decodeStateVector(Y.encodeStateVector(state.doc))]
  return JSON.stringify(clocks.filter(([client]) => state.owners.get(client) !== 'bob').sort(([a], [b]) => a - b))
}

/** Throws frames one after another, coming back in whenever a frame has ended the session. */
async function throwAll(
  scene: Scene,
  who: Page['session']['member'],
  thrown: readonly Throw[],
  tally: Tally,
): Promise<void> {
  let page = await scene.enter(who, true)
  for (const make of thrown) {
    page.session.receive(make(page, scene))
    await scene.settled()
    if (scene.failures.length > 0) throw new Error('The server has failed', { cause: scene.failures[0] })
    tally[page.session.isOver ? 'refused' : 'taken']++
    if (!page.session.isOver) continue
    page.leave()
    page = await scene.enter(who, true)
  }
  page.leave()
}

const bytes = (maxLength: number): fc.Arbitrary<Uint8Array> => fc.uint8Array({ maxLength })
const anyClient = fc.oneof(fc.constantFrom(0, 1, 77, 2 ** 32 - 1), fc.nat())
const anyClock = fc.oneof(fc.nat(3), fc.constantFrom(2 ** 31, 2 ** 32, 2 ** 40, 2n ** 53n, 2n ** 63n), fc.nat())

const noise: fc.Arbitrary<Throw> = bytes(80).map((raw) => () => raw)

const framedNoise: fc.Arbitrary<Throw> = fc.tuple(fc.constantFrom(0, 1, 2, 3, 100, 101), fc.nat(3), bytes(80)).map(
  ([kind, sort, raw]) =>
    () =>
      kind === 1 ? awarenessFrame(raw) : bytesOf(kind, sort, raw),
)

const madeUpItem: fc.Arbitrary<Throw> = fc
  .tuple(anyClient, anyClock, fc.nat(40), fc.constantFrom('clauses', 'meta', 'x', ''), bytes(20))
  .map(
    ([client, clock, content, root, raw]) =>
      () =>
        updateFrame(updateOf(client, clock, rootItem(content, root, raw))),
  )

const madeUpDeletion: fc.Arbitrary<Throw> = fc.tuple(anyClock, anyClock, fc.boolean()).map(
  ([clock, length, own]) =>
    ({ doc }, { text }) =>
      updateFrame(deletions(own ? doc.clientID : firstClient(text.state.doc), [clock, length])),
)

const madeUpPresence: fc.Arbitrary<Throw> = fc
  .array(fc.tuple(anyClient, fc.nat(), fc.oneof(fc.json(), fc.string())), { maxLength: 30 })
  .map((lines) => () => awarenessFrame(awareness(...lines)))

interface Wound {
  readonly at: number
  readonly to: number
  readonly how: number
}

const wound = fc.record({ at: fc.nat(400), to: fc.nat(255), how: fc.nat(4) })

/** What an honest page would send, hurt in a few places. */
const spoilt: fc.Arbitrary<Throw> = fc
  .tuple(fc.nat(5), fc.boolean(), fc.boolean(), fc.array(wound, { maxLength: 3 }))
  .map(([deed, stolen, whole, wounds]) => (page, scene) => {
    const update = honestUpdate(page.doc, stolen ? firstClient(scene.text.state.doc) : undefined, deed)
    return whole ? spoil(updateFrame(update), wounds) : updateFrame(spoil(update, wounds))
  })

const questions: fc.Arbitrary<Throw> = bytes(30).map((raw) => () => askFrame(raw))
const answers: fc.Arbitrary<Throw> = bytes(60).map((raw) => () => answerFrame(joined(bytesOf(1, 1), raw)))

const frameArbitrary: fc.Arbitrary<Throw> = fc.oneof(
  { weight: 2, arbitrary: noise },
  { weight: 3, arbitrary: framedNoise },
  { weight: 3, arbitrary: madeUpItem },
  { weight: 2, arbitrary: madeUpDeletion },
  { weight: 2, arbitrary: madeUpPresence },
  { weight: 6, arbitrary: spoilt },
  { weight: 1, arbitrary: questions },
  { weight: 1, arbitrary: answers },
)

function firstClient(doc: Y.Doc): number {
  return [...doc.store.clients.keys()].at(0) ?? 0
}

/** What a page would send after one deed; under `client`, if it steals one. */
function honestUpdate(from: Y.Doc, client: number | undefined, deed: number): Uint8Array {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(from))
  if (client !== undefined) doc.clientID = client
  const before = Y.encodeStateVector(doc)
  act(doc, deed)
  return Y.encodeStateAsUpdate(doc, before)
}

function act(doc: Y.Doc, deed: number): void {
  const clause = clausesOf(doc).get(CLAUSE)
  const words = clause && textIn(clause)
  if (!clause || !words) return
  if (deed === 0) words.insert(0, 'abc')
  else if (deed === 1) words.delete(0, Math.min(2, words.length))
  else if (deed === 2) words.format(0, Math.min(2, words.length), { bold: true })
  else if (deed === 3) clausesOf(doc).set('c2', new Y.Map<unknown>([['text', new Y.Text('new')]]))
  else if (deed === 4) clause.set('place', { parent: '', order: 'a5' })
  else clause.set('votes', new Y.Array())
}

/** Changes, inserts, removes or repeats bytes, or cuts the rest off. */
function spoil(honest: Uint8Array, wounds: readonly Wound[]): Uint8Array {
  let out = [...honest]
  for (const { at, to, how } of wounds) {
    const place = at % (out.length + 1)
    if (how === 0) out[place] = to
    else if (how === 1) out = [...out.slice(0, place), to, ...out.slice(place)]
    else if (how === 2) out.splice(place, 1 + (to % 4))
    else if (how === 3) out = [...out.slice(0, place), ...out.slice(Math.max(0, place - (to % 16)))]
    else out = out.slice(0, place)
  }
  return Uint8Array.from(out)
}

/** The heap in use, after a collection where the program may ask for one. */
function heapMegabytes(): number {
  globalThis.gc?.()
  return process.memoryUsage().heapUsed / 2 ** 20
}
