/** What is being written in the forms of the rail: each draft stays with what it is about until it is sent or discarded. */

import { api } from '@travaux/core'
import { z } from 'zod'

const draftSchema = z.strictObject({
  words: z.string(),
  /** What a new comment is about; an answer and a new wording are named by theirs. */
  anchor: api.anchorSchema.optional(),
  audience: z.enum(api.audiences).optional(),
})
const draftsSchema = z.record(z.string(), draftSchema)

export type Draft = Readonly<z.infer<typeof draftSchema>>
/** Drafts by the name of the form they stand in, oldest first. */
export type Drafts = Readonly<Record<string, Draft>>

/** Names of forms: each is another for other words, another thread, another comment. */
export const formOf = {
  comment: ({ clause, quote, before, after }: api.Anchor): string =>
    `comment ${JSON.stringify([clause, quote, before, after])}`,
  reply: (thread: string): string => `reply ${thread}`,
  edit: (comment: string): string => `edit ${comment}`,
} as const

/** Whether two anchors point at the same words, so that a comment on them is the same comment. */
export function isAbout(one: api.Anchor, other: api.Anchor): boolean {
  return formOf.comment(one) === formOf.comment(other)
}

/** The drafts with what now stands in a form; without it where that is nothing. */
export function withDraft(drafts: Drafts, form: string, draft: Draft | null): Drafts {
  if (draft !== null) return { ...drafts, [form]: draft }
  return Object.fromEntries(Object.entries(drafts).filter(([name]) => name !== form))
}

/** What the comments are about that were begun and not sent. */
export function begunIn(drafts: Drafts): readonly api.Anchor[] {
  return Object.values(drafts).flatMap(({ anchor }) => anchor ?? [])
}

/** The drafts with words that the server refused back in the form they came from, before what stands there since. */
export function handedBack(drafts: Drafts, command: Spoken): Drafts {
  const form = formFor(command)
  const words = [command.words, drafts[form]?.words].filter(Boolean).join('\n\n')
  const { anchor, audience } = command.type === 'comment.open' ? command : {}
  return withDraft(drafts, form, { words, anchor, audience })
}

/** A command that carries a person's words. */
export type Spoken = Extract<api.TextCommand, { readonly words: string }>

function formFor(command: Spoken): string {
  switch (command.type) {
    case 'comment.open':
      return formOf.comment(command.anchor)
    case 'comment.reply':
      return formOf.reply(command.thread)
    case 'comment.edit':
      return formOf.edit(command.comment)
    default:
      return command satisfies never
  }
}

/** Whose drafts of which text. */
export interface Writer {
  readonly text: string
  readonly member: string
}

const keyOf = ({ text, member }: Writer): string => `travaux:drafts:${member}:${text}`

/** What a member had begun in this window before it was loaded again; anything else that stands there counts as nothing. */
export function readDrafts(store: Pick<Storage, 'getItem'>, writer: Writer): Drafts {
  try {
    return draftsSchema.parse(JSON.parse(store.getItem(keyOf(writer)) ?? '{}'))
  } catch {
    return {}
  }
}

export function writeDrafts(store: Pick<Storage, 'setItem'>, writer: Writer, drafts: Drafts): void {
  store.setItem(keyOf(writer), JSON.stringify(drafts))
}
