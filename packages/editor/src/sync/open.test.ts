/** What a session does with words that the server refuses, or that belong to another course of events. */

import { closeReasons, readDraft, writeDraft, type Draft } from '@travaux/core'
import { afterEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import { openCabinetShelf } from '../host/cabinet-shelf.ts'
import { openLogCopy } from '../host/log-copy.ts'
import { openMemoryVault, type MemoryVault } from '../host/memory-vault.ts'
import { openSession } from './open.ts'
import type { Session } from './session.ts'
import { openTrialRoom, type TrialRoom } from './trial-room.ts'

const ROOM = 'text:t1'
/** Waits for as long as a loaded machine may need. */
const eventually = <T>(look: () => T) => expect.poll(look, { timeout: 10_000, interval: 2 })

const LOG = 'copy/ana/text:t1'
const draft: Draft = {
  title: 'Kept',
  language: 'en',
  symbol: '',
  clauses: [{ id: 'a', kind: 'paragraph', parent: '', depth: 0, words: [{ insert: 'Each State party shall act.' }] }],
}

const opened: Session[] = []
afterEach(async () => {
  await Promise.all(opened.splice(0).map((session) => session.close()))
})

/** A room with a text, and a vault for the copies of it. */
function scene() {
  const room = openTrialRoom()
  writeDraft(room.doc, draft)
  return { room, vault: openMemoryVault() }
}

const timers: (() => void)[] = []

function wait(_delay: number, then: () => void): () => void {
  timers.push(then)
  return () => undefined
}

function open(room: TrialRoom, vault: MemoryVault): Session {
  const session = openSession(
    {
      openSocket: (_room, listener) => room.openSocket(listener),
      openCopy: (_member, _room, doc) => openLogCopy({ vault, alone: (_name, run) => run(), wait }, LOG, doc),
      openShelf: (member) => openCabinetShelf(vault, member),
      now: () => 7,
      wait,
    },
    { room: ROOM, member: 'ana' },
  )
  opened.push(session)
  return session
}

const until = (session: Session, kind: string): Promise<unknown> => eventually(() => session.state().kind).toBe(kind)

function type(session: Pick<Session, 'doc'>, words: string): void {
  const text = session.doc.getMap<Y.Map<unknown>>('clauses').get('a')?.get('text')
  if (text instanceof Y.Text) text.insert(0, words)
}

const wordsOf = (doc: Y.Doc): unknown => readDraft(doc).clauses[0]?.words[0]?.insert

/** Opens the text, so that there is a copy, and leaves it again. */
async function visit(room: TrialRoom, vault: MemoryVault, then: (session: Session) => void = () => undefined) {
  const session = open(room, vault)
  await until(session, 'saved')
  then(session)
  await until(session, 'saved')
  await session.close()
}

test('words written away are counted as kept once they are, and sent on return', async () => {
  const { room, vault } = scene()
  await visit(room, vault)
  room.is({ reachable: false })
  const away = open(room, vault)
  await away.ready
  type(away, 'Henceforth, ')
  await eventually(() => away.state()).toMatchObject({ kind: 'offline', pending: 1, kept: 1 })
  await away.close()
  room.is({ reachable: true })
  const back = open(room, vault)
  await until(back, 'saved')
  expect(wordsOf(room.doc)).toBe('Henceforth, Each State party shall act.')
})

test('refused words leave the copy only once they are on the shelf', async () => {
  const { room, vault } = scene()
  await visit(room, vault)
  room.is({ reachable: false })
  await visitAway(room, vault)
  room.is({ reachable: true, refuses: closeReasons.readOnly.code })
  vault.failWith(new Error('The disk is full'))
  const session = open(room, vault)
  await until(session, 'refused')
  await eventually(() => timers.length).toBeGreaterThan(0)
  expect(session.state()).toMatchObject({ kind: 'refused', kept: false })
  expect(await vault.pieces(LOG)).not.toHaveLength(0)
  vault.failWith(null)
  for (const again of timers.splice(0)) again()
  await eventually(() => session.state()).toMatchObject({ kind: 'refused', kept: true })
  expect(await vault.pieces(LOG)).toHaveLength(0)
  expect(await openCabinetShelf(vault, 'ana').list(ROOM)).toHaveLength(1)
})

test('a copy from before a backup was restored is set aside: nothing of it reaches the text', async () => {
  const { room, vault } = scene()
  await visit(room, vault, (session) => type(session, 'Since the backup: '))
  room.is({ reachable: false })
  await visitAway(room, vault)
  const restored = openTrialRoom()
  writeDraft(restored.doc, draft)
  restored.is({ epoch: 'second' })
  const session = open(restored, vault)
  await expect
    .poll(() => session.state())
    .toMatchObject({
      kind: 'refused',
      reason: closeReasons.restored,
      kept: true,
    })
  expect([restored.taken(), wordsOf(restored.doc)]).toEqual([0, 'Each State party shall act.'])
  const [aside] = await openCabinetShelf(vault, 'ana').list(ROOM)
  const copy = new Y.Doc()
  Y.applyUpdate(copy, aside?.state ?? new Uint8Array())
  expect(wordsOf(copy)).toBe('Away: Since the backup: Each State party shall act.')
  const afresh = open(restored, vault)
  await until(afresh, 'saved')
  expect(wordsOf(afresh.doc)).toBe('Each State party shall act.')
})

/** Writes where no server can be reached. */
async function visitAway(room: TrialRoom, vault: MemoryVault): Promise<void> {
  const session = open(room, vault)
  await session.ready
  type(session, 'Away: ')
  await eventually(() => session.state()).toMatchObject({ kind: 'offline', pending: 1, kept: 1 })
  await session.close()
}

test("a copy is not sent under another member's name", async () => {
  const { room, vault } = scene()
  await visit(room, vault)
  room.is({ reachable: false })
  await visitAway(room, vault)
  room.is({ reachable: true, member: 'ben' })
  const before = room.taken()
  const session = open(room, vault)
  await eventually(() => session.state()).toMatchObject({ kind: 'refused', reason: closeReasons.signedOut })
  expect(room.taken()).toBe(before)
  expect((await vault.pieces(LOG)).length).toBeGreaterThan(0)
})
