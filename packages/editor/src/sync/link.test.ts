/** When a link sends what was written here, and when it shows what others did. */

import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { afterEach, expect, test, vi } from 'vitest'
import { applyAwarenessUpdate, Awareness, encodeAwarenessUpdate, removeAwarenessStates } from 'y-protocols/awareness'
import * as sync from 'y-protocols/sync'
import * as Y from 'yjs'
import type { SocketEvent } from '../host/host.ts'
import { openLink, type Link } from './link.ts'

/** Longer than anything is gathered. */
const A_WHILE = 400

type Write = (encoder: encoding.Encoder) => void

const nothing = (): void => undefined

const write = (on: Y.Doc, words: string): void => on.getText('words').insert(on.getText('words').length, words)

// oxlint-disable-next-line typescript/no-base-to-string -- the words of a shared text are what it says as a string
const wordsOf = (doc: Y.Doc): string => doc.getText('words').toString()

/** A link to a server that is played by the test: what it was sent, and how it speaks. */
function scene(beforeReceive: () => void = nothing, headed: (head: Uint8Array) => void = nothing) {
  vi.useFakeTimers()
  const doc = new Y.Doc()
  const awareness = new Awareness(doc)
  const sent: Uint8Array[] = []
  let hear: (event: SocketEvent) => void = nothing
  const remote = new Y.Doc()
  const link = openLink({
    openSocket: (listener) => {
      hear = listener
      return { send: (bytes) => sent.push(bytes), close: nothing }
    },
    doc,
    awareness,
    isOwn: () => true,
    greeted: () => undefined,
    beforeReceive,
    headed,
    synced: nothing,
    changed: nothing,
  })
  opened.push(link)
  link.resume(0)
  const presence: Uint8Array[] = []
  const open = (): void => {
    hear({ kind: 'open' })
    presence.push(...sent.filter(([type]) => type === 1))
  }
  open()
  const say = (write: Write): void => hear({ kind: 'frame', bytes: encoding.encode(write) })
  say((encoder) => {
    encoding.writeVarUint(encoder, 0)
    sync.writeSyncStep1(encoder, remote)
  })
  sent.length = 0
  remote.on('update', (update: Uint8Array) =>
    say((encoder) => {
      encoding.writeVarUint(encoder, 0)
      sync.writeUpdate(encoder, update)
    }),
  )
  const server = new Y.Doc()
  /** The words that the server has by what it was sent. */
  const arrived = (): string => {
    for (const frame of sent.filter(([type, kind]) => type === 0 && kind === sync.messageYjsUpdate)) {
      const decoder = decoding.createDecoder(frame)
      decoding.readVarUint(decoder)
      sync.readSyncMessage(decoder, encoding.createEncoder(), server, null)
    }
    return wordsOf(server)
  }
  return {
    doc,
    awareness,
    link,
    sent,
    remote,
    say,
    write,
    arrived,
    /** What was said of who is here as the socket opened, each time. */
    presence,
    end: () => hear({ kind: 'closed', code: 1006, reason: '' }),
    /** Connects anew. */
    again: () => {
      vi.advanceTimersByTime(1000)
      open()
    },
  }
}

const opened: Link[] = []
afterEach(() => {
  for (const link of opened.splice(0)) link.close()
  vi.useRealTimers()
})

test('what is written is pending at once and sent behind the frame, in order', () => {
  const { doc, link, sent, arrived } = scene()
  for (const letter of 'shall') write(doc, letter)
  expect([link.pending(), sent.length]).toEqual([5, 0])
  vi.advanceTimersByTime(A_WHILE)
  expect([arrived(), sent.length]).toEqual(['shall', 5])
})

test('an acknowledgement of so many frames covers the changes they held and no later one', () => {
  const { doc, link, say } = scene()
  write(doc, 'a')
  write(doc, 'b')
  vi.advanceTimersByTime(A_WHILE)
  write(doc, 'c')
  // The answer to the server's question was the first frame.
  say((encoder) => {
    encoding.writeVarUint(encoder, 100)
    encoding.writeVarUint(encoder, 2)
  })
  expect(link.pending()).toBe(2)
})

test('closing sends what was still waiting', () => {
  const { doc, link, arrived } = scene()
  write(doc, 'last words')
  link.close()
  expect(arrived()).toBe('last words')
})

test('what others did in a moment is shown in one transaction', () => {
  const { doc, remote } = scene()
  let transactions = 0
  doc.on('update', () => transactions++)
  for (const letter of 'together') write(remote, letter)
  expect(wordsOf(doc)).toBe('')
  vi.advanceTimersByTime(A_WHILE)
  expect([wordsOf(doc), transactions]).toEqual(['together', 1])
})

test('and in one that is not of this replica: only along what others did are carets carried', () => {
  const { doc, remote } = scene()
  const local: boolean[] = []
  doc.on('afterTransaction', (transaction: Y.Transaction) => local.push(transaction.local))
  for (const letter of 'theirs') write(remote, letter)
  vi.advanceTimersByTime(A_WHILE)
  expect(local).toEqual([false])
  write(doc, 'mine')
  expect(local).toEqual([false, true])
})

test('it is shown behind the frame of the next key, and soon where there is none', () => {
  const { doc, remote } = scene()
  write(doc, '1')
  vi.advanceTimersByTime(1)
  write(remote, '2')
  vi.advanceTimersByTime(60)
  expect(wordsOf(doc)).toBe('1')
  write(doc, '3')
  vi.advanceTimersByTime(1)
  expect(wordsOf(doc).split('').sort()).toEqual(['1', '2', '3'])
  write(remote, '4')
  vi.advanceTimersByTime(101)
  expect(wordsOf(doc)).toContain('4')
})

test('words that the view reads at the last moment are the own ones of whoever typed them', () => {
  let read = nothing
  const { doc, remote, link, arrived } = scene(() => read())
  read = () => {
    read = nothing
    write(doc, 'mine ')
  }
  write(remote, 'theirs')
  vi.advanceTimersByTime(A_WHILE)
  expect(link.pending()).toBe(1)
  expect(arrived()).toContain('mine ')
})

test('nobody hears of a caret before the words it stands in', () => {
  const { doc, awareness, sent } = scene()
  write(doc, 'words')
  awareness.setLocalState({ caret: 5 })
  expect(sent.map(([type]) => type)).toEqual([0, 1])
})

test("others' carets come behind their words", () => {
  const { doc, awareness, remote, say } = scene()
  const seen: string[] = []
  awareness.on('change', () => seen.push(wordsOf(doc)))
  const theirs = new Awareness(remote)
  theirs.setLocalState({ caret: 1 })
  say((encoder) => {
    encoding.writeVarUint(encoder, 1)
    encoding.writeVarUint8Array(encoder, encodeAwarenessUpdate(theirs, [remote.clientID]))
  })
  write(remote, 'w')
  vi.advanceTimersByTime(A_WHILE)
  theirs.destroy()
  expect(seen).toEqual(['w'])
})

test('what had come in when the connection ended is shown all the same', () => {
  const { doc, remote, end } = scene()
  write(remote, 'still here')
  end()
  expect(wordsOf(doc)).toBe('still here')
})

/** Hears an awareness frame. */
function listen(on: Awareness, frame: Uint8Array | undefined): void {
  const decoder = decoding.createDecoder(frame ?? Uint8Array.of())
  decoding.readVarUint(decoder)
  applyAwarenessUpdate(on, decoding.readVarUint8Array(decoder), null)
}

test('who comes is seen by those here at once, and again after the connection was lost', () => {
  const { doc, presence, end, again } = scene()
  const elsewhere = new Awareness(new Y.Doc())
  const seen = (): boolean => elsewhere.getStates().has(doc.clientID)
  listen(elsewhere, presence.at(-1))
  expect(seen()).toBe(true)
  end()
  removeAwarenessStates(elsewhere, [doc.clientID], null)
  again()
  listen(elsewhere, presence.at(-1))
  expect(seen()).toBe(true)
  elsewhere.destroy()
})

test('who was here before the connection was lost is seen again after it, though they did nothing', () => {
  const { awareness, say, end, again } = scene()
  const theirs = new Awareness(new Y.Doc())
  theirs.setLocalState({ caret: 1 })
  const tell = (): void =>
    say((encoder) => {
      encoding.writeVarUint(encoder, 1)
      encoding.writeVarUint8Array(encoder, encodeAwarenessUpdate(theirs, [theirs.clientID]))
    })
  tell()
  vi.advanceTimersByTime(A_WHILE)
  end()
  expect(awareness.getStates().size).toBe(1)
  again()
  tell()
  vi.advanceTimersByTime(A_WHILE)
  expect(awareness.getStates().size).toBe(2)
  theirs.destroy()
})

test('when the browser loses its network the link is down at once, and keeps what is written', () => {
  const network = new EventTarget()
  vi.stubGlobal('addEventListener', network.addEventListener.bind(network))
  vi.stubGlobal('removeEventListener', network.removeEventListener.bind(network))
  const { doc, link } = scene()
  write(doc, 'kept')
  network.dispatchEvent(new Event('offline'))
  expect([link.status(), link.pending()]).toEqual([{ kind: 'waiting' }, 1])
  vi.unstubAllGlobals()
})

const head = Uint8Array.of(1, 2, 3)

const sayHead = (encoder: encoding.Encoder): void => {
  encoding.writeVarUint(encoder, 102)
  encoding.writeVarUint8Array(encoder, head)
}

const sayAll =
  (doc: Y.Doc): Write =>
  (encoder) => {
    encoding.writeVarUint(encoder, 0)
    sync.writeSyncStep2(encoder, doc)
  }

test('the head of a text is drawn before the whole is taken in, and what comes behind that stays in order', () => {
  const heads: Uint8Array[] = []
  const { doc, remote, say } = scene(nothing, (one) => heads.push(one))
  say(sayHead)
  expect(heads).toEqual([head])
  const whole = new Y.Doc()
  write(whole, 'whole')
  say(sayAll(whole))
  Y.applyUpdate(remote, Y.encodeStateAsUpdate(whole))
  write(remote, ' and more')
  expect(wordsOf(doc)).toBe('')
  vi.advanceTimersByTime(1)
  expect(wordsOf(doc)).toBe('whole')
  vi.advanceTimersByTime(A_WHILE)
  expect(wordsOf(doc)).toBe('whole and more')
})

test('it is of no use to who has some of the text, and keeps nobody waiting', () => {
  const heads: Uint8Array[] = []
  const { doc, say } = scene(nothing, (one) => heads.push(one))
  write(doc, 'mine')
  say(sayHead)
  const whole = new Y.Doc()
  write(whole, 'whole')
  say(sayAll(whole))
  expect(heads).toEqual([])
  expect(wordsOf(doc)).toContain('whole')
})

test('what waits for it to be drawn is not lost with the connection', () => {
  const { doc, say, end } = scene()
  say(sayHead)
  const whole = new Y.Doc()
  write(whole, 'whole')
  say(sayAll(whole))
  end()
  expect(wordsOf(doc)).toBe('whole')
})

test('one that cannot be read keeps nobody waiting either', () => {
  const { doc, say } = scene(nothing, () => {
    throw new Error('No head')
  })
  expect(() => say(sayHead)).toThrow('No head')
  const whole = new Y.Doc()
  write(whole, 'whole')
  say(sayAll(whole))
  expect(wordsOf(doc)).toBe('whole')
})
