/** Who is in a room. */

import { expect, it } from 'vitest'
import { applyAwarenessUpdate, Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { Presence, type Identity } from './presence.ts'

const identity = (member: string): Identity => ({ member, name: member, delegation: 'D', code: 'X', role: 'drafter' })
const nobody = (): undefined => undefined
const ann = { socket: 'ann' }
const bob = { socket: 'bob' }

function awareness(clientID: number, state: Record<string, unknown> | null): Awareness {
  const doc = new Y.Doc()
  doc.clientID = clientID
  const made = new Awareness(doc)
  made.setLocalState(state)
  return made
}

const said = (from: Awareness): Uint8Array => encodeAwarenessUpdate(from, [...from.meta.keys()])

/** The states that a client sees. */
function seenBy(presence: Presence): [number, unknown][] {
  const watcher = awareness(99, null)
  const update = presence.everybody()
  if (update) applyAwarenessUpdate(watcher, update, null)
  return [...watcher.getStates()]
}

it('stamps the identity over whatever a state claims', () => {
  const presence = new Presence()
  const state = { user: { member: 'bob', name: 'Bob' }, cursor: 3 }
  expect(presence.hear(ann, identity('ann'), said(awareness(1, state)), nobody)).toBe('fine')
  expect(seenBy(presence)).toEqual([[1, { cursor: 3, user: identity('ann') }]])
})

it('passes over echoes of what others said', () => {
  const presence = new Presence()
  const hers = awareness(1, { cursor: 1 })
  presence.hear(ann, identity('ann'), said(hers), nobody)
  expect(presence.hear(bob, identity('bob'), said(hers), nobody)).toBe('fine')
  expect(seenBy(presence)).toEqual([[1, { cursor: 1, user: identity('ann') }]])
})

it('refuses news under a client that the record gives to another member', () => {
  const presence = new Presence()
  const hers = awareness(1, { cursor: 1 })
  presence.hear(ann, identity('ann'), said(hers), () => 'ann')
  hers.setLocalState({ cursor: 7 })
  expect(presence.hear(bob, identity('bob'), said(hers), () => 'ann')).toBe('forged')
})

it('gives a client back to the member whom the record names', () => {
  const presence = new Presence()
  const state = awareness(1, { cursor: 1 })
  presence.hear(bob, identity('bob'), said(state), nobody)
  presence.hear(ann, identity('ann'), said(state), () => 'ann')
  expect(seenBy(presence)).toEqual([[1, { cursor: 1, user: identity('ann') }]])
})

it('lets a socket leave, and no echo brings it back', () => {
  const presence = new Presence()
  const hers = said(awareness(1, { cursor: 1 }))
  presence.hear(ann, identity('ann'), hers, nobody)
  presence.leave(ann)
  presence.hear(bob, identity('bob'), hers, nobody)
  expect(seenBy(presence)).toEqual([])
})

it('tells only what changed since it was last asked', () => {
  const presence = new Presence()
  presence.hear(ann, identity('ann'), said(awareness(1, { cursor: 1 })), nobody)
  expect(presence.news()).toBeDefined()
  expect(presence.news()).toBeUndefined()
})

it('refuses states that are none, are too long or too many', () => {
  const presence = new Presence()
  const hear = (from: Awareness): string => presence.hear(ann, identity('ann'), said(from), nobody)
  expect(presence.hear(ann, identity('ann'), Uint8Array.of(1, 1, 1, 3, 49), nobody)).toBe('malformed')
  expect(hear(awareness(1, { long: 'x'.repeat(5000) }))).toBe('malformed')
  const heard = Array.from({ length: 40 }, (_, client) => hear(awareness(client + 1, { cursor: 1 })))
  expect(heard).toContain('tooMany')
})
