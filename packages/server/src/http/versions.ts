/** Versions, wherever they stand: a text's own, or one that a text is compared with. */

import { api, readAct } from '@travaux/core'
import type { LiveText } from '../texts/live.ts'
import { shownVersion, type DraftAnswer } from '../texts/reading.ts'
import { readable } from './call.ts'
import type { Context } from './context.ts'
import { Refused } from './refused.ts'

/** The version a text is compared with, or null. */
export async function baselineOf(context: Context, text: LiveText): Promise<api.Version | null> {
  const { baseline } = text.state.acts
  const home = baseline && (await context.texts.open(baseline.text))
  const version = home?.state.acts.versions.find(({ id }) => id === baseline?.version)
  return home && version ? shownVersion(home.id, version) : null
}

/** The draft of a version of this text. */
export async function versionDraft({ texts }: Context, text: LiveText, id: string): Promise<DraftAnswer> {
  const version = text.state.acts.versions.find((one) => one.id === id)
  if (!version) throw new Refused('noVersion')
  for await (const entry of texts.entries(text.id, version.entry - 1, version.entry)) {
    const act = readAct(entry)
    if (act?.type !== 'version.issue') continue
    return { seq: version.seq, sha256: version.sha256, draft: api.draftSchema.parse(act.draft) }
  }
  throw new Refused('noVersion')
}

/**
 * The text a version belongs to, if the member may read that text, or one that is compared with the version. `named`
 * is the text it is looked for in; every text where it is left out.
 */
export async function homeOf(
  context: Context,
  member: api.Member,
  { version, named }: { version: string; named?: string },
): Promise<LiveText> {
  const all = await context.texts.all()
  const has = ({ id, state }: LiveText): boolean =>
    (named === undefined || named === id) && state.acts.versions.some((one) => one.id === version)
  const home = all.find(has)
  const pins = ({ state }: LiveText): boolean =>
    state.acts.baseline?.version === version && state.acts.baseline.text === home?.id
  if (!home || !all.some((text) => (text === home || pins(text)) && readable(text, member)))
    throw new Refused('noVersion')
  return home
}
