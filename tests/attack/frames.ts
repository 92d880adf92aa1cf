/** The corpus of hostile frames: what is sent, by whom, and what it must come to. */

import { clausesOf, type CloseName } from '@travaux/core'
import * as Y from 'yjs'
import { answerFrame, askFrame, awarenessFrame, updateFrame } from '../../packages/server/src/rooms/frame.ts'
import { CLAUSE } from '../../packages/server/src/trial/client.ts'
import {
  awareness,
  bytesOf,
  deletions,
  joined,
  lastUpdate,
  nested,
  rootItem,
  type,
  updateOf,
  updatesOf,
  wordsIn,
} from './craft.ts'
import { FRAME_BYTES, type Attacker, type Stage } from './stage.ts'

type Frame = Uint8Array | string

export interface FrameAttack {
  readonly name: string
  /** The member who sends it; a drafter where it is left out. */
  readonly by?: string
  readonly sends: (attacker: Attacker, stage: Stage) => Frame | readonly Frame[]
  /** The close code it is answered with, or 'nothing': it is passed over, and the socket goes on. */
  readonly ends: CloseName | 'nothing'
}

/** Content references of Yjs's encoding. */
const STRING = 4
const TYPE = 7

const update = (bytes: Uint8Array): Uint8Array => updateFrame(bytes)
const change =
  (...changes: readonly ((doc: Y.Doc) => void)[]) =>
  ({ copy }: Attacker): Uint8Array =>
    update(lastUpdate(copy, ...changes))
const clause = (doc: Y.Doc): Y.Map<unknown> => clausesOf(doc).get(CLAUSE) ?? new Y.Map()
const loose = (doc: Y.Doc): Y.Map<unknown> => clausesOf(doc) as Y.Map<unknown>

/** Frames that are none, or whose bytes cannot be what they say. */
const shapes: readonly FrameAttack[] = [
  { name: 'an empty frame', sends: () => new Uint8Array(), ends: 'malformed' },
  { name: 'a frame of characters', sends: () => 'sync please', ends: 'malformed' },
  { name: 'a kind of message nobody knows', sends: () => bytesOf(42), ends: 'malformed' },
  { name: 'a kind of sync message nobody knows', sends: () => bytesOf(0, 7, new Uint8Array()), ends: 'malformed' },
  { name: "the server's own acknowledgement", sends: () => bytesOf(100, 5), ends: 'malformed' },
  { name: 'a request to sign in inside the socket', sends: () => bytesOf(2, 0, 'let me in'), ends: 'nothing' },
  { name: 'a length beyond the end', sends: () => Uint8Array.from([0, 2, 200, 1, 0]), ends: 'malformed' },
  { name: 'bytes behind the end', sends: () => joined(update(Uint8Array.from([0, 0])), bytesOf(1)), ends: 'malformed' },
  { name: 'a varuint without an end', sends: () => new Uint8Array(200).fill(255), ends: 'malformed' },
  { name: 'a length past 2^53', sends: () => joined(bytesOf(0, 2), bytesOf(2n ** 60n)), ends: 'malformed' },
  { name: 'a length of 2^32 - 1', sends: () => joined(bytesOf(0, 2), bytesOf(2 ** 32 - 1)), ends: 'malformed' },
  { name: 'a frame past the bound', sends: () => new Uint8Array(FRAME_BYTES + 1), ends: 'tooLarge' },
  { name: 'a frame far past the bound', sends: () => new Uint8Array(FRAME_BYTES * 10), ends: 'tooLarge' },
  { name: 'a state vector that is none', sends: () => askFrame(Uint8Array.from([9, 1])), ends: 'malformed' },
  { name: 'a state vector of a billion clients', sends: () => askFrame(bytesOf(1e9)), ends: 'malformed' },
  { name: 'a state vector of clocks past 2^53', sends: () => askFrame(bytesOf(1, 1, 2n ** 62n)), ends: 'nothing' },
]

/** Updates that are cut, doubled, disordered or made up. */
const encodings: readonly FrameAttack[] = [
  {
    name: 'an update cut in the middle',
    sends: ({ copy }) => update(lastUpdate(copy, type('A longer sentence')).slice(0, -9)),
    ends: 'malformed',
  },
  { name: 'an update of a billion blocks', sends: () => update(bytesOf(1e9)), ends: 'malformed' },
  { name: 'an update of a billion structs', sends: () => update(bytesOf(1, 1e9, 7, 0)), ends: 'malformed' },
  {
    name: 'an update in the second encoding of Yjs',
    sends: ({ copy }) => update(Y.convertUpdateFormatV1ToV2(lastUpdate(copy, type('Second')))),
    ends: 'malformed',
  },
  {
    name: 'one client in two blocks',
    sends: () => {
      const block = joined(bytesOf(1, 77, 0), rootItem(STRING, 'clauses', 'x'))
      return update(joined(bytesOf(2), block, block, bytesOf(0)))
    },
    ends: 'malformed',
  },
  {
    name: 'a clock past what anyone counts to',
    sends: () => update(updateOf(77, 2 ** 41, rootItem(STRING, 'clauses', 'x'))),
    ends: 'malformed',
  },
  {
    name: 'a clock past 2^53',
    sends: () => update(updateOf(77, 2n ** 61n, rootItem(STRING, 'clauses', 'x'))),
    ends: 'malformed',
  },
  {
    name: 'content of a kind that Yjs has not',
    sends: () => update(updateOf(77, 0, rootItem(30, 'meta', 'x'))),
    ends: 'malformed',
  },
  {
    name: 'a shared type of a kind that Yjs has not',
    sends: () => update(updateOf(77, 0, rootItem(TYPE, 'meta', 99))),
    ends: 'malformed',
  },
  {
    name: 'characters that are not UTF-8',
    sends: () =>
      update(updateOf(77, 0, joined(Uint8Array.from([STRING, 1]), bytesOf('meta', Uint8Array.from([0xff, 0xfe]))))),
    ends: 'malformed',
  },
  { name: 'an empty update', sends: () => update(bytesOf(0, 0)), ends: 'nothing' },
]

/** Updates that rest on nothing, come again, or in the wrong order. */
const order: readonly FrameAttack[] = [
  { name: 'a gap before its first struct', sends: change(type('Kept back. '), type('Sent. ')), ends: 'malformed' },
  {
    name: 'two updates the wrong way round',
    sends: ({ copy }) => updatesOf(copy, type('First. '), type('Second. ')).map(update).toReversed(),
    ends: 'malformed',
  },
  {
    name: 'a neighbour that nobody has written',
    sends: () => update(updateOf(77, 0, joined(Uint8Array.from([STRING | 128]), bytesOf(78, 5, 'x')))),
    ends: 'malformed',
  },
  {
    name: 'a struct that stands inside itself',
    sends: () => update(updateOf(77, 0, joined(Uint8Array.from([STRING, 0]), bytesOf(77, 0, 'x')))),
    ends: 'malformed',
  },
  { name: 'a deletion of what is not there', sends: () => update(deletions(77, [0, 5])), ends: 'malformed' },
  {
    name: 'a deletion past the end of what is there',
    sends: (_attacker, { honest: [{ doc }] }) => update(deletions(doc.clientID, [0, 1_000_000])),
    ends: 'malformed',
  },
  { name: 'a deletion of nothing', sends: () => update(deletions(77, [3, 0])), ends: 'malformed' },
  { name: 'a deletion past 2^53', sends: () => update(deletions(77, [2n ** 60n, 1])), ends: 'malformed' },
  {
    name: 'the whole text, sent back',
    sends: (_attacker, { honest: [{ doc }] }) => update(Y.encodeStateAsUpdate(doc)),
    ends: 'nothing',
  },
  {
    name: 'all that was ever written, replayed a hundred times',
    sends: (_attacker, { honest: [{ doc }] }) =>
      Array.from({ length: 100 }, () => update(Y.diffUpdate(Y.encodeStateAsUpdate(doc), bytesOf(0)))),
    ends: 'nothing',
  },
  {
    name: 'the answer to the first question, given again and again',
    sends: ({ copy }) => Array.from({ length: 20 }, () => answerFrame(Y.encodeStateAsUpdate(copy))),
    ends: 'nothing',
  },
]

/** Changes under a name that is not the sender's, or by members who may only read. */
const authorship: readonly FrameAttack[] = [
  {
    name: "words under another member's client",
    sends: ({ copy }, { honest: [{ doc }] }) => {
      copy.clientID = doc.clientID
      return update(lastUpdate(copy, type('In her name. ')))
    },
    ends: 'forged',
  },
  {
    name: "words under another member's client, hidden among one's own",
    sends: ({ copy }, { honest: [{ doc }] }) => {
      const own = lastUpdate(copy, type('Mine. '))
      copy.clientID = doc.clientID
      return update(Y.mergeUpdates([own, lastUpdate(copy, type('Hers. '))]))
    },
    ends: 'forged',
  },
  {
    name: 'words under the client that wrote the first draft',
    sends: ({ copy }) => {
      copy.clientID = wordsIn(copy)._item?.id.client ?? 0
      return update(lastUpdate(copy, type('As it always stood. ')))
    },
    ends: 'forged',
  },
  { name: 'words by a delegate', by: 'norland', sends: change(type('We propose. ')), ends: 'readOnly' },
  { name: 'words by an observer', by: 'lantern', sends: change(type('We note. ')), ends: 'readOnly' },
  {
    name: 'a deletion by an observer',
    by: 'lantern',
    sends: change((doc) => wordsIn(doc).delete(0, 2)),
    ends: 'readOnly',
  },
  {
    name: 'words by an observer, as its answer',
    by: 'lantern',
    sends: ({ copy }) => answerFrame(lastUpdate(copy, type('Offline. '))),
    ends: 'readOnly',
  },
]

/** What a text cannot hold. */
const misfits: readonly FrameAttack[] = [
  {
    name: 'a root type of another name',
    sends: change((doc) => doc.getMap('admin').set('role', 'secretariat')),
    ends: 'unfit',
  },
  {
    name: 'a list among the clauses',
    sends: () => update(updateOf(77, 0, rootItem(STRING, 'clauses', 'x'))),
    ends: 'unfit',
  },
  { name: 'a list in the title', sends: () => update(updateOf(77, 0, rootItem(STRING, 'meta', 'x'))), ends: 'unfit' },
  { name: 'a clause that is a string', sends: change((doc) => loose(doc).set('c-string', 'words')), ends: 'unfit' },
  {
    name: 'a clause that is a text',
    sends: change((doc) => loose(doc).set('c-text', new Y.Text('words'))),
    ends: 'unfit',
  },
  { name: 'a clause written over with a number', sends: change((doc) => loose(doc).set(CLAUSE, 7)), ends: 'unfit' },
  { name: 'words written over with a number', sends: change((doc) => clause(doc).set('text', 7)), ends: 'unfit' },
  {
    name: 'words written over with a map',
    sends: change((doc) => clause(doc).set('text', new Y.Map())),
    ends: 'unfit',
  },
  {
    name: 'a new clause whose words are a list',
    sends: change((doc) => {
      const made = new Y.Map<unknown>([['text', new Y.Array()]])
      clausesOf(doc).set('c-list', made)
    }),
    ends: 'unfit',
  },
  {
    name: 'XML in a clause',
    sends: change((doc) => clause(doc).set('xml', new Y.XmlElement('script'))),
    ends: 'unfit',
  },
  { name: 'XML in the words', sends: change((doc) => wordsIn(doc).insertEmbed(0, new Y.XmlText('x'))), ends: 'unfit' },
  { name: 'a document in a clause', sends: change((doc) => clause(doc).set('more', new Y.Doc())), ends: 'unfit' },
  {
    name: 'a key of two hundred characters',
    sends: change((doc) => clausesOf(doc).set('k'.repeat(200), new Y.Map())),
    ends: 'unfit',
  },
  { name: 'a clause without an id', sends: change((doc) => clausesOf(doc).set('', new Y.Map())), ends: 'unfit' },
  {
    name: 'a clause named __proto__',
    sends: change((doc) => clausesOf(doc).set('__proto__', new Y.Map())),
    ends: 'unfit',
  },
  {
    name: 'a key named __proto__ in a clause',
    sends: change((doc) => clause(doc).set('__proto__', { role: 'chair' })),
    ends: 'unfit',
  },
  {
    name: 'a value nested a hundred deep',
    sends: change((doc) => clause(doc).set('deep', nested(100))),
    ends: 'unfit',
  },
  {
    name: 'a mark nested a hundred deep',
    sends: change((doc) => wordsIn(doc).format(0, 2, { deep: nested(100) })),
    ends: 'unfit',
  },
  {
    name: 'maps nested forty deep',
    sends: change((doc) => {
      let map = clause(doc)
      for (let level = 0; level < 40; level++) map = map.set('in', new Y.Map<unknown>())
    }),
    ends: 'unfit',
  },
]

const say = (...lines: readonly (readonly [number, number, string])[]): Uint8Array =>
  awarenessFrame(awareness(...lines))

/** Presence under false names. */
const presence: readonly FrameAttack[] = [
  {
    name: "another member's caret moved",
    sends: (_attacker, { honest: [{ doc }] }) => say([doc.clientID, 1000, '{"cursor":1}']),
    ends: 'forged',
  },
  {
    name: "another member's caret taken away",
    sends: (_attacker, { honest: [{ doc }] }) => say([doc.clientID, 1000, 'null']),
    ends: 'forged',
  },
  { name: 'a state that is not JSON', sends: () => say([77, 1, '{cursor']), ends: 'malformed' },
  { name: 'a state that is a list', sends: () => say([77, 1, '[1]']), ends: 'malformed' },
  {
    name: 'a state of fifty kilobytes',
    sends: () => say([77, 1, JSON.stringify({ a: 'x'.repeat(50_000) })]),
    ends: 'malformed',
  },
  {
    name: 'a state nested two thousand deep',
    sends: () => say([77, 1, `{"a":${'['.repeat(1900)}${']'.repeat(1900)}}`]),
    ends: 'nothing',
  },
  {
    name: 'a thousand carets of one member',
    sends: () => say(...Array.from({ length: 1000 }, (_, n) => [5000 + n, 1, '{}'] as const)),
    ends: 'tooMany',
  },
  { name: 'presence of a billion lines', sends: () => awarenessFrame(bytesOf(1e9)), ends: 'malformed' },
  {
    name: 'presence with a word too many',
    sends: () => awarenessFrame(joined(awareness([77, 1, '{}']), bytesOf(9))),
    ends: 'malformed',
  },
]

export const frameAttacks: readonly FrameAttack[] = [
  ...shapes,
  ...encodings,
  ...order,
  ...authorship,
  ...misfits,
  ...presence,
]
