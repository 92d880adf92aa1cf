/** Whether a member may do what it asks: the role's right first, then what the text's acts say. */

import type { TextCommand } from '../api/command.ts'
import type { ProblemName } from '../api/problem.ts'
import { verdictOn } from '../compare/correct.ts'
import { allows, moderators, type Actor } from '../rights/role.ts'
import { isResolved, type Acts, type RecordedThread } from './acts.ts'

/** Whether the actor may see a thread. */
export function sees(actor: Actor, thread: RecordedThread): boolean {
  if (!allows(actor.role, 'read')) return false
  if (thread.by === actor.member) return true
  switch (thread.audience) {
    case 'all':
      return true
    case 'delegation':
      return thread.delegation === actor.delegation
    case 'secretariat':
      return actor.role === 'secretariat'
    default:
      return thread.audience satisfies never
  }
}

/** Why a command cannot be done to a text as it is, or undefined where it can. A hidden thread counts as none. */
export function refusal(acts: Acts, actor: Actor, command: TextCommand): ProblemName | undefined {
  if (!allows(actor.role, 'read')) return 'noText'
  if (!allows(actor.role, command.type)) return 'noRight'
  switch (command.type) {
    case 'comment.open':
      return acts.threads.has(command.thread) ? 'idTaken' : undefined
    case 'comment.reply':
      return inThread(acts, actor, command.thread, (thread) =>
        commentIn(thread, command.comment) ? 'idTaken' : undefined,
      )
    case 'comment.edit':
      return inThread(acts, actor, command.thread, (thread) => editRefusal(thread, actor, command))
    case 'thread.resolve':
    case 'thread.reopen':
      return inThread(acts, actor, command.thread, (thread) =>
        turnRefusal(thread, actor, command.type === 'thread.resolve'),
      )
    case 'version.issue':
      return acts.versions.some(({ id }) => id === command.version) ? 'idTaken' : undefined
    case 'baseline.pin':
      return undefined
    case 'role.set':
      return roleRefusal(acts, command.member, command.role)
    case 'comparison.correct':
      return verdictOn(acts.corrections, command) === command.as ? 'noChange' : undefined
    default:
      return command satisfies never
  }
}

type Check = (thread: RecordedThread) => ProblemName | undefined

function inThread(acts: Acts, actor: Actor, id: string, check: Check): ProblemName | undefined {
  const thread = acts.threads.get(id)
  return thread && sees(actor, thread) ? check(thread) : 'noThread'
}

function commentIn(thread: RecordedThread, id: string): RecordedThread['comments'][number] | undefined {
  return thread.comments.find((comment) => comment.id === id)
}

function editRefusal(
  thread: RecordedThread,
  actor: Actor,
  { comment: id, words }: { comment: string; words: string },
): ProblemName | undefined {
  const comment = commentIn(thread, id)
  if (!comment) return 'noComment'
  if (comment.by !== actor.member) return 'notYours'
  return comment.words === words ? 'noChange' : undefined
}

function turnRefusal(thread: RecordedThread, actor: Actor, resolved: boolean): ProblemName | undefined {
  const moderates = actor.role !== undefined && moderators.includes(actor.role)
  if (!moderates && thread.delegation !== actor.delegation) return 'noRight'
  return isResolved(thread) === resolved ? 'noChange' : undefined
}

function roleRefusal(acts: Acts, member: string, role: string | null): ProblemName | undefined {
  if ((acts.roles.get(member) ?? null) === role) return 'noChange'
  const others = [...acts.roles].some(([id, has]) => id !== member && has === 'secretariat')
  return role !== 'secretariat' && !others ? 'lastSecretariat' : undefined
}
