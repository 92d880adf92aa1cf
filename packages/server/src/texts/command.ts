/** Commands on a text: answered once, checked against role and acts, recorded, and answered when durable. */

import { draftHash, readDraft, refusal, writeAct, type Act, type api, type Entry, type NewEntry } from '@travaux/core'
import type { LiveText } from './live.ts'

export type Outcome =
  | { readonly kind: 'done'; readonly answer: api.CommandAnswer }
  | { readonly kind: 'refused'; readonly problem: api.ProblemName }

/** Does what a member asks, in turn. The same request again gives the same answer and changes nothing. */
export function perform(text: LiveText, member: api.Member, request: api.CommandRequest): Promise<Outcome> {
  return text.turn(() => {
    const { acts } = text.state
    const earlier = acts.answers.get(request.id)
    if (earlier) return { answer: () => ({ kind: 'done', answer: earlier }) }
    const problem = refusal(acts, text.actor(member), request.command)
    if (problem) return { answer: () => ({ kind: 'refused', problem }) }
    const entry = recordAct(text, member, { id: request.id, ...stamped(text, request.command) } as Act)
    return { entries: [entry], answer: done }
  })
}

function done(entries: readonly Entry[]): Outcome {
  const [entry] = entries
  if (!entry) throw new Error('A recorded command has an entry')
  return { kind: 'done', answer: { seq: entry.seq, at: entry.at } }
}

function recordAct(text: LiveText, { id: actor, delegation }: api.Member, act: Act): NewEntry {
  return text.record({ actor, delegation, ...writeAct(act) })
}

/** A version carries its own draft: it stands in the hash chain as it was issued. */
function stamped(text: LiveText, command: api.TextCommand): object {
  if (command.type !== 'version.issue') return command
  const draft = readDraft(text.state.doc)
  const number = text.state.acts.versions.length + 1
  return { ...command, number, seq: text.seq, sha256: draftHash(draft), draft }
}
