/** Versions, wherever they stand: a text's own, or one that a text is compared with. */

import { allows, api, readAct, type Acts } from '@travaux/core'
import { Damaged } from '../texts/load.ts'
import type { LiveText } from '../texts/live.ts'
import { shownVersion, type DraftAnswer } from '../texts/reading.ts'
import type { Context } from './context.ts'
import { Refused } from './refused.ts'

/** The version a text is compared with, or null. */
export async function baselineOf(context: Context, text: LiveText): Promise<api.Version | null> {
  const { baseline } = text.state.acts
  const home = baseline && (await openUndamaged(context, baseline.text))
  const version = home?.state.acts.versions.find(({ id }) => id === baseline?.version)
  return home && version ? shownVersion(home.id, version) : null
}

/** A text, or undefined where there is none to be had; the log says where one is damaged. */
export async function openUndamaged({ texts, log }: Context, id: string): Promise<LiveText | undefined> {
  try {
    return await texts.open(id)
  } catch (error) {
    if (!(error instanceof Damaged)) throw error
    log.error(error, 'A text is left out')
    return undefined
  }
}

/** The draft of a version of this text. */
export async function versionDraft({ texts }: Context, text: LiveText, id: string): Promise<DraftAnswer> {
  const version = text.state.acts.versions.find((one) => one.id === id)
  if (!version) throw new Refused('noVersion')
  for await (const entry of texts.entries(text.id, { after: version.entry - 1, upTo: version.entry })) {
    const act = readAct(entry)
    if (act?.type !== 'version.issue') continue
    return { seq: version.seq, sha256: version.sha256, draft: api.draftSchema.parse(act.draft) }
  }
  throw new Refused('noVersion')
}

/**
 * The text a version belongs to, if the member may read that text, or one that is compared with the version. `named`
 * is the text it is looked for in; every text where it is left out. Opens no text but the one it finds.
 */
export async function homeOf(
  { texts }: Context,
  member: api.Member,
  { version, named }: { version: string; named?: string },
): Promise<LiveText> {
  const all = await texts.catalogue.acts()
  const home = named ?? (await texts.catalogue.homeOf(version))
  const shows = ([id, { roles, baseline }]: [string, Acts]): boolean =>
    allows(roles.get(member.id), 'read') && (id === home || (baseline?.text === home && baseline?.version === version))
  const text = home !== undefined && [...all].some(shows) ? await texts.open(home) : undefined
  if (!text) throw new Refused('noVersion')
  return text
}
