/** Rooms over a store whose commits the test lets through, or lets fail, one by one. */

import { clausesOf, plainWords, textIn, type api } from '@travaux/core'
import { beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { memoryStore } from '../store/memory.ts'
import type { RecordStore } from '../store/record.ts'
import { createText } from '../texts/create.ts'
import { Texts } from '../texts/texts.ts'
import { closeName, savedCount } from '../trial/client.ts'
import { updateFrame, answerFrame, askFrame, readFrame } from './frame.ts'
import { defaultLimits } from './limits.ts'
import { Rooms } from './rooms.ts'
import type { Session, Wire } from './session.ts'

const member = (id: string, role: api.Member['role']): api.Member => ({
  id,
  name: id,
  delegation: id,
  code: id,
  role,
  sample: true,
})
const ann = member('ann', 'drafter')
const bob = member('bob', 'drafter')
const dan = member('dan', 'delegate')

/** A store whose appends wait at a gate. */
function gatedStore(): RecordStore & { readonly gate: { waiting: ((error?: Error) => void)[]; isOpen: boolean } } {
  const store = memoryStore()
  const gate = { waiting: [] as ((error?: Error) => void)[], isOpen: true }
  return {
    ...store,
    gate,
    append: async (batches) => {
      if (!gate.isOpen) {
        await new Promise<void>((resolve, reject) => {
          gate.waiting.push((error) => (error ? reject(error) : resolve()))
        })
      }
      return store.append(batches)
    },
  }
}

/** A socket that keeps what it was sent. */
function fakeSocket() {
  const sent: Uint8Array[] = []
  const ended: unknown[] = []
  const socket = {
    OPEN: 1,
    readyState: 1,
    bufferedAmount: 0,
    isPaused: false,
    send: (frame: Uint8Array) => sent.push(frame),
    close: (code: number) => ended.push(closeName(code)),
    pause: () => undefined,
    resume: () => undefined,
  }
  return { socket: socket as unknown as Wire & { bufferedAmount: number }, sent, ended }
}

let store: ReturnType<typeof gatedStore>
let texts: Texts
let rooms: Rooms

beforeEach(async () => {
  store = gatedStore()
  texts = new Texts({ store, now: Date.now, failed: () => undefined })
  rooms = new Rooms()
  const draft = {
    title: 'T',
    language: 'en',
    symbol: '',
    clauses: [{ id: 'c1', kind: 'article', parent: '', depth: 0, words: plainWords('Scope') }],
  }
  const by = { member: 'server', delegation: '' }
  const entries = createText({ id: 't', draft, by, at: 1, members: [ann, bob, dan] })
  await texts.create([{ text: 't', entries }])
})

/** A page of a member: its document, its session, what it was sent. */
async function join(who: api.Member) {
  const text = await texts.open('t')
  if (!text) throw new Error('There is no text')
  const { socket, sent, ended } = fakeSocket()
  const session = rooms.enter(text, 'credential', { socket, member: who, acknowledge: true, limits: defaultLimits })
  const doc = new Y.Doc()
  session.receive(askFrame(Y.encodeStateVector(doc)))
  await settled()
  for (const frame of sent) receive(doc, frame)
  return { session, doc, sent, ended, socket, text }
}

function receive(doc: Y.Doc, bytes: Uint8Array): void {
  const frame = readFrame(bytes)
  if (frame?.kind === 'update') Y.applyUpdate(doc, frame.update, 'received')
}

const words = (doc: Y.Doc): string => textIn(clausesOf(doc).get('c1')!)!.toJSON()

/** Types and sends what it amounts to. */
function type(page: { doc: Y.Doc; session: Session }, typed: string): void {
  const listen = (update: Uint8Array): void => page.session.receive(updateFrame(update))
  page.doc.on('update', listen)
  textIn(clausesOf(page.doc).get('c1')!)!.insert(0, typed)
  page.doc.off('update', listen)
}

const acknowledged = ({ sent }: { sent: Uint8Array[] }): number[] =>
  sent.map(savedCount).filter((count) => count !== undefined)
const heardWords = ({ sent }: { sent: Uint8Array[] }): number =>
  sent.filter((bytes) => readFrame(bytes)?.kind === 'update').length - 1

/** Lets everything run that does not wait at the gate. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 5; turn++) {
    await new Promise((resolve) => {
      setImmediate(resolve)
    })
  }
}

describe('durable first', () => {
  it('neither acknowledges nor shows what is not committed', async () => {
    const [a, b] = [await join(ann), await join(bob)]
    store.gate.isOpen = false
    type(a, 'The ')
    await settled()
    expect([acknowledged(a), heardWords(b)]).toEqual([[], 0])
    store.gate.waiting.shift()?.()
    await settled()
    expect([acknowledged(a), heardWords(b)]).toEqual([[1], 1])
  })

  it('serves no joiner what is not committed', async () => {
    const a = await join(ann)
    store.gate.isOpen = false
    type(a, 'The ')
    await settled()
    const joining = join(bob)
    await settled()
    const b = await joining
    expect(clausesOf(b.doc).size).toBe(0)
    store.gate.waiting.shift()?.()
    await settled()
    for (const frame of b.sent) receive(b.doc, frame)
    expect(words(b.doc)).toBe('The Scope')
  })

  it('shares one commit among all that arrives while another is under way', async () => {
    const [a, b] = [await join(ann), await join(bob)]
    store.gate.isOpen = false
    type(a, '1')
    await settled()
    for (const typed of ['2', '3']) type(a, typed)
    type(b, '4')
    await settled()
    store.gate.waiting.shift()?.()
    await settled()
    expect(store.gate.waiting).toHaveLength(1)
    store.gate.waiting.shift()?.()
    await settled()
    expect(acknowledged(a)).toEqual([1, 3])
    expect(acknowledged(b)).toEqual([1])
    const actors: string[] = []
    for await (const { actor } of store.entries('t', { after: 5 })) actors.push(actor)
    expect(actors).toEqual(['ann', 'ann', 'ann', 'bob'])
  })

  it('ends every session on a failed commit, and opens again from the record', async () => {
    const [a, b] = [await join(ann), await join(bob)]
    store.gate.isOpen = false
    type(a, 'Lost ')
    await settled()
    store.gate.waiting.shift()?.(new Error('disk full'))
    await settled()
    expect([a.ended, b.ended, acknowledged(a), heardWords(b)]).toEqual([['notSaved'], ['notSaved'], [], 0])
    store.gate.isOpen = true
    const again = await join(bob)
    expect(again.text).not.toBe(a.text)
    expect(words(again.doc)).toBe('Scope')
  })
})

describe('what is taken from whom', () => {
  it('acknowledges an answer with nothing new, also from those who only read', async () => {
    const d = await join(dan)
    d.session.receive(answerFrame(Y.encodeStateAsUpdate(d.doc)))
    await settled()
    expect([acknowledged(d), d.ended]).toEqual([[1], []])
  })

  it('ends a reader that sends something new, and nobody else', async () => {
    const [b, d] = [await join(bob), await join(dan)]
    type(d, 'No ')
    await settled()
    expect([d.ended, b.ended, heardWords(b)]).toEqual([['readOnly'], [], 0])
  })

  it('takes what was typed before the answer it builds on', async () => {
    const a = await join(ann)
    textIn(clausesOf(a.doc).get('c1')!)!.insert(0, 'Offline ')
    type(a, 'Online ')
    await settled()
    expect([acknowledged(a), a.ended]).toEqual([[], []])
    a.session.receive(answerFrame(Y.encodeStateAsUpdate(a.doc)))
    await settled()
    expect([acknowledged(a), a.ended]).toEqual([[2], []])
    expect(words(a.text.state.doc)).toBe('Online Offline Scope')
  })

  it('refuses a gap once the answer is there', async () => {
    const a = await join(ann)
    a.session.receive(answerFrame(Y.encodeStateAsUpdate(a.doc)))
    textIn(clausesOf(a.doc).get('c1')!)!.insert(0, 'Kept back ')
    type(a, 'Sent ')
    await settled()
    expect(a.ended).toEqual(['malformed'])
  })

  it('refuses what another member wrote under her own client, and leaves her undisturbed', async () => {
    const [a, b] = [await join(ann), await join(bob)]
    type(a, 'Hers ')
    await settled()
    b.doc.clientID = a.doc.clientID
    for (const frame of b.sent) receive(b.doc, frame)
    b.doc.clientID = a.doc.clientID
    type(b, 'Forged ')
    await settled()
    expect([b.ended, a.ended]).toEqual([['forged'], []])
  })

  it('drops a reader that falls too far behind', async () => {
    const [a, b] = [await join(ann), await join(bob)]
    b.socket.bufferedAmount = defaultLimits.bufferedBytes + 1
    type(a, 'The ')
    await settled()
    expect([b.ended, a.ended]).toEqual([['tooSlow'], []])
  })

  it.each([
    ['nothing', []],
    ['an unknown message', [9]],
    ['an unknown sync message', [0, 7, 0]],
    ['a length beyond the end', [0, 2, 200, 1]],
    ['a word too many', [0, 2, 2, 0, 0, 1]],
    ['a vector that is none', [0, 0, 1, 255]],
    ['awareness that is none', [1, 1, 255]],
  ])('ends a session that sends %s', async (_name, bytes) => {
    const [a, b] = [await join(ann), await join(bob)]
    a.session.receive(Uint8Array.from(bytes))
    await settled()
    expect([a.ended, b.ended]).toEqual([['malformed'], []])
  })
})
