/** What is told about a text: summaries, threads, drafts, feed entries; each as the asking member may see it. */

import {
  type api,
  bodyJson,
  draftHash,
  isResolved,
  readAct,
  readDraft,
  sees,
  UPDATE,
  type Actor,
  headingOf,
  type Draft,
  type PlacedEntry,
  type RecordedThread,
  type RecordedVersion,
  type Role,
} from '@travaux/core'
import type { Body } from './body.ts'
import type { LiveText } from './live.ts'
import { Measure } from './measure.ts'

export interface DraftAnswer {
  readonly seq: number
  readonly sha256: string
  readonly draft: Draft
}

/** The living text, with the seq it stands at. */
export function livingDraft(text: LiveText): Promise<DraftAnswer> {
  return text.read(() => {
    const draft = readDraft(text.state.doc)
    return { seq: text.seq, sha256: draftHash(draft), draft }
  })
}

const measures = new WeakMap<LiveText, Measure>()

/** What a list of texts shows of the words. Cost: what has changed since it was asked last. */
function shownOf(text: LiveText): Pick<api.TextSummary, 'title' | 'symbol' | 'language' | 'clauses' | 'words'> {
  const measure = measures.get(text) ?? new Measure(text.state.doc)
  measures.set(text, measure)
  return { ...headingOf(text.state.doc), ...measure.read() }
}

/** The text as a member sees it in a list. `baseline` is looked up by the caller: it may be another text's. */
export function summary(
  text: LiveText,
  actor: Actor & { role: Role },
  baseline: api.Version | null,
): Promise<api.TextSummary> {
  return text.read(() => {
    const { createdAt, changedAt, threads, versions } = text.state.acts
    const open = [...threads.values()].filter((thread) => sees(actor, thread) && !isResolved(thread))
    return {
      id: text.id,
      ...shownOf(text),
      role: actor.role,
      createdAt,
      changedAt,
      openThreads: open.length,
      versions: versions.map((version) => shownVersion(text.id, version)),
      baseline,
    }
  })
}

export function shownVersion(text: string, { entry: _place, ...version }: RecordedVersion): api.Version {
  return { ...version, text }
}

/** The threads a member may see, oldest first. */
export function threads(text: LiveText, actor: Actor, body: Body): Promise<api.Thread[]> {
  return text.read(() =>
    [...text.state.acts.threads.values()]
      .filter((thread) => sees(actor, thread))
      .map((thread) => shownThread(thread, body)),
  )
}

function shownThread({ id, anchor, audience, comments, turns, ...thread }: RecordedThread, body: Body): api.Thread {
  const resolved = isResolved({ id, anchor, audience, comments, turns, ...thread })
  const named = <T extends { by: string }>(deed: T): T & { name: string } => ({ ...deed, name: nameOf(body, deed.by) })
  return {
    id,
    anchor,
    audience,
    resolved,
    comments: comments.map((comment) => ({ ...named(comment), edits: [...comment.edits] })),
    turns: turns.map(named),
  }
}

/** A member's name; that of the server for what it does by itself. */
export function nameOf(body: Body, member: string): string {
  return (body.members.get(member) ?? body.former.get(member))?.name ?? (member === 'server' ? 'Travaux' : member)
}

/** An entry as the feed tells it to a member, or undefined where it may not be told: a thread it does not see. */
export function feedEntry(text: LiveText, actor: Actor, body: Body, entry: PlacedEntry): api.FeedEntry | undefined {
  const { seq, at, actor: by, delegation, kind } = entry
  const head = { seq, at, actor: by, name: nameOf(body, by), delegation, kind }
  if (kind === UPDATE) return head
  const act = readAct(entry)
  if (!act) return { ...head, body: bodyJson(entry) }
  if ('thread' in act) {
    const thread = text.state.acts.threads.get(act.thread)
    return thread && sees(actor, thread) ? { ...head, body: act } : undefined
  }
  if (act.type !== 'version.issue') return { ...head, body: act }
  const { draft: _held, ...told } = act
  return { ...head, body: told }
}
