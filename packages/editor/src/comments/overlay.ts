/** Threads as their author sees them: what the server has, and what is still on its way there. */

import type { api } from '@travaux/core'
import type { Letter } from '../wire/outbox.ts'

/** A thread in the rail. `waiting`: its comments and turns that the server has not confirmed yet, by id. */
export interface ShownThread extends api.Thread {
  readonly waiting: ReadonlySet<string>
}

/** Who the commands on their way are from. */
type Author = Pick<api.Member, 'id' | 'name' | 'delegation'>

/** The threads with every command on its way already carried out, in the order they were given. */
export function withWaiting(
  threads: readonly api.Thread[],
  letters: readonly Letter[],
  author: Author,
  now: number,
): readonly ShownThread[] {
  const shown = new Map<string, ShownThread>(threads.map((thread) => [thread.id, { ...thread, waiting: new Set() }]))
  for (const { request } of letters) {
    const next = carriedOut(shown, request.command, author, now)
    if (next) shown.set(next.id, next)
  }
  return [...shown.values()]
}

/** The thread a command leaves behind; undefined where it changes none, or the server already has it. */
function carriedOut(
  threads: ReadonlyMap<string, ShownThread>,
  command: api.TextCommand,
  { id: by, name, delegation }: Author,
  at: number,
): ShownThread | undefined {
  if (!('thread' in command)) return undefined
  const thread = threads.get(command.thread)
  const comment = (id: string, words: string): api.Comment => ({ id, by, name, delegation, at, words, edits: [] })
  switch (command.type) {
    case 'comment.open': {
      if (thread) return undefined
      const { thread: id, anchor, audience } = command
      const comments = [comment(command.comment, command.words)]
      return { id, anchor, audience, comments, turns: [], resolved: false, waiting: new Set([command.comment]) }
    }
    case 'comment.reply':
      if (!thread || thread.comments.some(({ id }) => id === command.comment)) return undefined
      return waits(
        { ...thread, comments: [...thread.comments, comment(command.comment, command.words)] },
        command.comment,
      )
    case 'comment.edit':
      return thread && waits(edited(thread, command.comment, command.words, at), command.comment)
    case 'thread.resolve':
    case 'thread.reopen':
      return thread && waits({ ...thread, resolved: command.type === 'thread.resolve' }, thread.id)
    default:
      return command satisfies never
  }
}

function waits(thread: ShownThread, id: string): ShownThread {
  return { ...thread, waiting: new Set([...thread.waiting, id]) }
}

function edited(thread: ShownThread, id: string, words: string, at: number): ShownThread {
  const comments = thread.comments.map((comment) =>
    comment.id === id && comment.words !== words
      ? { ...comment, words, edits: [...comment.edits, { at, words: comment.words }] }
      : comment,
  )
  return { ...thread, comments }
}
