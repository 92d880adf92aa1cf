/** The acts of a text, replayed from entries. */

import { describe, expect, it } from 'vitest'
import type { TextCommand } from '../api/command.ts'
import { rights, roles, type Actor, type Role } from '../rights/role.ts'
import { writeAct, type Act } from './act.ts'
import { isResolved, noActs, readActs, replay, writeActs, type Acts, type Placed } from './acts.ts'
import { refusal, sees } from './refusal.ts'

let seq = 0

function entryOf(actor: string, command: object): Placed {
  seq++
  const act = { id: `command-${seq}`, ...command } as Act
  return { seq, at: 1000 + seq, actor, delegation: delegations[actor] ?? '', room: 'text:t', ...writeAct(act) }
}

const delegations: Record<string, string> = { ann: 'Arcadia', abe: 'Arcadia', bob: 'Norland', sec: 'Secretariat' }

const anchor = { clause: 'c1', quote: 'word', before: '', after: '' }
const open = (thread: string, audience = 'all'): object => ({
  type: 'comment.open',
  thread,
  comment: `${thread}-1`,
  anchor,
  words: 'Why?',
  audience,
})

function after(...deeds: [actor: string, command: object][]): Acts {
  seq = 0
  return deeds.reduce((acts, [actor, command]) => replay(acts, entryOf(actor, command)), noActs())
}

const actor = (member: string, role: Role | undefined): Actor => ({
  member,
  delegation: delegations[member] ?? '',
  role,
})

const edit = (words: string): object => ({ type: 'comment.edit', thread: 'thread-1', comment: 'thread-1-1', words })

const correct = (as: string): object => ({
  type: 'comparison.correct',
  old: 'version-1',
  new: 'living',
  clauses: ['c1', 'c2'],
  as,
})

describe('replaying', () => {
  it('opens a thread under the name and delegation of its entry', () => {
    const thread = after(['ann', open('thread-1')]).threads.get('thread-1')
    expect(thread).toMatchObject({ by: 'ann', delegation: 'Arcadia', anchor, audience: 'all' })
    expect(thread?.comments).toMatchObject([{ by: 'ann', words: 'Why?', edits: [] }])
  })

  it('keeps every earlier wording of a comment with its time', () => {
    const thread = after(['ann', open('thread-1')], ['ann', edit('How?')], ['ann', edit('When?')]).threads.get(
      'thread-1',
    )
    expect(thread?.comments[0]).toMatchObject({
      words: 'When?',
      at: 1003,
      edits: [
        { words: 'Why?', at: 1001 },
        { words: 'How?', at: 1002 },
      ],
    })
  })

  it('holds a thread resolved until it is reopened', () => {
    const resolve = { type: 'thread.resolve', thread: 'thread-1' }
    const resolved = after(['ann', open('thread-1')], ['bob', resolve]).threads.get('thread-1')
    expect(resolved && isResolved(resolved)).toBe(true)
    const reopened = after(['ann', open('thread-1')], ['bob', resolve], ['ann', { ...resolve, type: 'thread.reopen' }])
    expect(reopened.threads.get('thread-1')?.turns).toHaveLength(2)
    expect(isResolved(reopened.threads.get('thread-1')!)).toBe(false)
  })

  it('passes over kinds it does not know', () => {
    const acts = replay(noActs(), {
      ...entryOf('ann', open('x')),
      kind: 'vote.called',
      body: new Uint8Array([123, 125]),
    })
    expect(acts.threads.size).toBe(0)
  })

  it('remembers the answer to each command', () => {
    expect(after(['ann', open('thread-1')]).answers.get('command-1')).toEqual({ seq: 1, at: 1001 })
  })

  it('keeps the last thing said of two clauses in a comparison, until it is taken back', () => {
    const said = after(['ann', correct('joined')], ['bob', correct('parted')])
    expect(said.corrections).toMatchObject([{ clauses: ['c1', 'c2'], as: 'parted', by: 'bob', at: 1002 }])
    expect(after(['ann', correct('joined')], ['bob', correct('found')]).corrections).toEqual([])
  })

  it('reads what was written before there were corrections', () => {
    const { corrections: _none, ...before } = JSON.parse(writeActs(noActs())) as Record<string, unknown>
    expect(readActs(JSON.stringify(before))).toEqual(noActs())
  })

  it('is the same after being written and read', () => {
    const acts = after(
      ['ann', open('thread-1')],
      ['ann', correct('joined')],
      ['sec', { type: 'role.set', member: 'ann', role: 'delegate' }],
    )
    expect(readActs(writeActs(acts))).toEqual(acts)
  })
})

const seen = (audience: string, member: string, role: Role | undefined): boolean =>
  sees(actor(member, role), after(['ann', open('thread-1', audience)]).threads.get('thread-1')!)

describe('who sees a thread', () => {
  it.each([
    ['all', 'bob', 'observer', true],
    ['all', 'bob', undefined, false],
    ['delegation', 'ann', 'delegate', true],
    ['delegation', 'abe', 'delegate', true],
    ['delegation', 'bob', 'delegate', false],
    ['delegation', 'sec', 'secretariat', false],
    ['secretariat', 'ann', 'delegate', true],
    ['secretariat', 'abe', 'delegate', false],
    ['secretariat', 'sec', 'secretariat', true],
    ['secretariat', 'bob', 'chair', false],
  ] as const)('audience %s, read by %s as %s: %s', (audience, member, role, expected) => {
    expect(seen(audience, member, role)).toBe(expected)
  })
})

describe('refusals', () => {
  const commands: Record<TextCommand['type'], object> = {
    'comment.open': open('thread-9'),
    'comment.reply': { type: 'comment.reply', thread: 'thread-1', comment: 'reply-01', words: 'So.' },
    'comment.edit': { type: 'comment.edit', thread: 'thread-1', comment: 'thread-1-1', words: 'So.' },
    'thread.resolve': { type: 'thread.resolve', thread: 'thread-1' },
    'thread.reopen': { type: 'thread.reopen', thread: 'thread-2' },
    'version.issue': { type: 'version.issue', version: 'version-1', label: 'First', symbol: '' },
    'baseline.pin': { type: 'baseline.pin', text: 'other', version: 'version-1' },
    'role.set': { type: 'role.set', member: 'bob', role: 'drafter' },
    'comparison.correct': correct('joined'),
  }
  const scene = after(
    ['ann', open('thread-1')],
    ['ann', open('thread-2')],
    ['ann', { type: 'thread.resolve', thread: 'thread-2' }],
    ['sec', { type: 'role.set', member: 'sec', role: 'secretariat' }],
  )
  const says = (member: string, role: Role | undefined, command: object) =>
    refusal(scene, actor(member, role), command as TextCommand)

  const cells = Object.values(commands).flatMap((command) =>
    roles.map((role) => ({ command: command as TextCommand, role })),
  )
  it.each(cells)('$role asks for $command.type', ({ command, role }) => {
    const allowed = (rights[command.type] as readonly Role[]).includes(role)
    expect(says('ann', role, command)).toBe(allowed ? undefined : 'noRight')
  })

  it('shows nothing to those who have no role', () => {
    for (const command of Object.values(commands)) expect(says('ann', undefined, command)).toBe('noText')
  })

  it.each([
    ['bob', 'delegate', 'comment.edit', 'notYours'],
    ['sec', 'secretariat', 'comment.edit', 'notYours'],
    ['bob', 'delegate', 'thread.resolve', 'noRight'],
    ['abe', 'delegate', 'thread.resolve', undefined],
    ['bob', 'drafter', 'thread.resolve', undefined],
  ] as const)('%s as %s asks for %s on a comment of ann: %s', (member, role, type, problem) => {
    expect(says(member, role, commands[type])).toBe(problem)
  })

  it('takes no correction that says what holds already', () => {
    expect(says('sec', 'secretariat', correct('found'))).toBe('noChange')
  })

  it('takes no id twice', () => {
    expect(says('bob', 'delegate', open('thread-1'))).toBe('idTaken')
  })

  it('lets nobody remove the last of the secretariat', () => {
    expect(says('sec', 'secretariat', { type: 'role.set', member: 'sec', role: null })).toBe('lastSecretariat')
  })
})
