/** The members of the body while a server is at work: read from the body's record, changed through it. */

import { writeAct, type api, type Entry } from '@travaux/core'
import { randomUUID } from 'node:crypto'
import type { RecordStore } from '../store/record.ts'
import { BODY, bodyEntry, readBodyAct, replayBody, type Body, type BodyAct } from './body.ts'
import type { Outcome } from './command.ts'
import type { LiveText } from './live.ts'
import type { Texts } from './texts.ts'

interface Standing {
  readonly body: Body
  readonly seq: number
  readonly at: number
}

export class Members {
  readonly #texts: Texts
  readonly #now: () => number
  readonly #answers = new Map<string, api.CommandAnswer>()
  #standing: Standing
  #last: Promise<unknown> = Promise.resolve()

  private constructor(texts: Texts, now: () => number, standing: Standing) {
    this.#texts = texts
    this.#now = now
    this.#standing = standing
  }

  /** Reads the body's record; undefined where there is none. */
  static async read(store: RecordStore, texts: Texts, now: () => number): Promise<Members | undefined> {
    let members: Members | undefined
    for await (const entry of store.entries(BODY)) {
      const body = replayBody(members?.body, entry)
      if (body) members ??= new Members(texts, now, { body, seq: entry.seq, at: entry.at })
      if (members) members.#take(entry)
    }
    return members
  }

  get body(): Body {
    return this.#standing.body
  }

  /** Does what a member asks, one command after another. The same request again changes nothing. */
  perform(by: api.Member, request: api.BodyRequest): Promise<Outcome> {
    const performing = this.#last.then(() => this.#perform(by, request))
    this.#last = performing.catch(() => undefined)
    return performing
  }

  async #perform(by: api.Member, { id, command }: api.BodyRequest): Promise<Outcome> {
    const earlier = this.#answers.get(id)
    if (earlier) return { kind: 'done', answer: earlier }
    const problem = refusal(this.body, by, command)
    if (problem) return { kind: 'refused', problem }
    if (command.type === 'member.remove')
      return this.#record(by, { type: 'member.removed', id, member: command.member })
    if (!this.body.members.has(command.member.id)) await this.#admit(by, command.member)
    return this.#record(by, { type: 'member.added', id, member: command.member })
  }

  /** Before it is a member of the body, so that a failure half-way can be mended by asking again. */
  async #admit(by: api.Member, member: api.Member): Promise<void> {
    for (const id of (await this.#texts.catalogue.acts()).keys()) {
      const text = await this.#texts.open(id)
      if (text) await giveRole(text, by, member)
    }
  }

  async #record(by: api.Member, act: BodyAct): Promise<Outcome> {
    const { seq, at } = this.#standing
    const entry = bodyEntry(act, Math.max(this.#now(), at), { member: by.id, delegation: by.delegation })
    const [recorded] = await this.#texts.commit({ text: BODY, after: seq, entries: [entry] })
    if (!recorded) throw new Error('A recorded command has an entry')
    this.#take(recorded)
    return { kind: 'done', answer: { seq: recorded.seq, at: recorded.at } }
  }

  #take(entry: Entry): void {
    const { seq, at } = entry
    this.#standing = { body: replayBody(this.body, entry) ?? this.body, seq, at }
    const act = readBodyAct(entry)
    if (act && 'id' in act && act.id !== undefined) this.#answers.set(act.id, { seq, at })
  }
}

function refusal(body: Body, by: api.Member, command: api.BodyCommand): api.ProblemName | undefined {
  if (by.role !== 'secretariat') return 'noRight'
  const id = command.type === 'member.remove' ? command.member : command.member.id
  if (command.type === 'member.remove' && !body.members.has(id)) return 'noMember'
  const staysSecretariat = command.type === 'member.add' && command.member.role === 'secretariat'
  const others = [...body.members.values()].some((member) => member.id !== id && member.role === 'secretariat')
  return staysSecretariat || others ? undefined : 'lastSecretariat'
}

/** Gives a member its role in a text where it has none yet. */
async function giveRole(text: LiveText, by: api.Member, { id: member, role }: api.Member): Promise<void> {
  await text.turn(() => {
    if (text.roleOf(member) !== undefined) return { answer: () => undefined }
    const act = writeAct({ type: 'role.set', id: randomUUID(), member, role })
    const entry = text.record({ actor: by.id, delegation: by.delegation, ...act })
    return { entries: [entry], answer: () => undefined }
  })
}
