/** Texts over HTTP: lists, drafts, threads, versions, commands, and making a new one. */

import { allows, api, draftHash } from '@travaux/core'
import { json, Router } from 'express'
import { readDraftFrom } from '../texts/bounds.ts'
import { perform } from '../texts/command.ts'
import { createText } from '../texts/create.ts'
import { livingDraft, summary, threads } from '../texts/reading.ts'
import { answerOf, forMember, openFor, param, readable, type Call, type Opened } from './call.ts'
import type { Context } from './context.ts'
import { corrections } from './corrections.ts'
import { feed } from './feed.ts'
import { Refused } from './refused.ts'
import { keepVisit, visit } from './visits.ts'
import { baselineOf, homeOf, openUndamaged, versionDraft } from './versions.ts'

/** Routes beneath `/api` that are about texts. */
export function textRoutes(context: Context): Router {
  const routes = Router()
  const withText = (answer: (opened: Opened, call: Call) => unknown) =>
    forMember(context, async (call) => answer(await openFor(context, call.member, param(call, 'text')), call))

  routes.get(
    '/texts',
    forMember(context, (call) => listTexts(context, call)),
  )
  routes.post(
    '/texts',
    json({ limit: '20mb' }),
    forMember(context, (call) => makeText(context, call)),
  )
  routes.get(
    '/texts/:text',
    withText((opened) => summaryOf(context, opened)),
  )
  routes.get(
    '/texts/:text/draft',
    withText(({ text }) => livingDraft(text)),
  )
  routes.get(
    '/texts/:text/threads',
    withText(({ text, reader }) => threads(text, reader, context.body())),
  )
  routes.get(
    '/texts/:text/corrections',
    withText((opened) => corrections(context, opened)),
  )
  routes.get(
    '/texts/:text/visit',
    withText((opened, call) => visit(context, opened, call)),
  )
  routes.post(
    '/texts/:text/visit',
    json({ limit: '2kb' }),
    withText((opened, call) => keepVisit(context, opened, call)),
  )
  routes.get(
    '/texts/:text/feed',
    withText((opened, call) => feed(context, opened, call)),
  )
  routes.get(
    '/texts/:text/versions/:version/draft',
    forMember(context, (call) => draftOfVersion(context, call)),
  )
  routes.get(
    '/versions/:version/draft',
    forMember(context, (call) => draftOfVersion(context, call)),
  )
  routes.post(
    '/texts/:text/commands',
    json({ limit: '200kb' }),
    withText((opened, call) => command(context, opened, call)),
  )
  return routes
}

async function listTexts(context: Context, { member }: Call): Promise<api.TextSummary[]> {
  const acts = [...(await context.texts.catalogue.acts())]
  const theirs = acts.filter(([, { roles }]) => allows(roles.get(member.id), 'read'))
  // A text that is damaged must not keep the others from being listed.
  const texts = await Promise.all(theirs.map(([id]) => openUndamaged(context, id)))
  const opened = texts.map((text) => text && readable(text, member)).filter((one) => one !== undefined)
  const list = await Promise.all(opened.map((one) => summaryOf(context, one)))
  return list.sort((a, b) => b.createdAt - a.createdAt || (a.id < b.id ? -1 : 1))
}

async function summaryOf(context: Context, { text, reader }: Opened): Promise<api.TextSummary> {
  return summary(text, reader, await baselineOf(context, text))
}

async function draftOfVersion(context: Context, call: Call) {
  const version = param(call, 'version')
  const named = param(call, 'text')
  const home = await homeOf(context, call.member, named === '' ? { version } : { version, named })
  return versionDraft(context, home, version)
}

async function command(context: Context, { text }: Opened, { member, request }: Call): Promise<api.CommandAnswer> {
  const asked = api.commandRequestSchema.safeParse(request.body).data
  if (!asked) throw new Refused('badRequest')
  await checkNames(context, member, asked.command)
  return answerOf(await perform(text, member, asked))
}

/** What a command names outside its own text must be there. */
async function checkNames(context: Context, member: api.Member, asked: api.TextCommand): Promise<void> {
  if (asked.type === 'role.set' && !context.body().members.has(asked.member)) throw new Refused('noMember')
  if (asked.type !== 'baseline.pin') return
  const { text } = await openFor(context, member, asked.text)
  if (!text.state.acts.versions.some(({ id }) => id === asked.version)) throw new Refused('noVersion')
}

/** Makes a text; sent again with the same draft, it answers with the text that is there. */
async function makeText(context: Context, { member, request, response }: Call): Promise<api.TextSummary> {
  if (member.role !== 'secretariat') throw new Refused('noRight')
  const asked = api.createTextSchema.safeParse(request.body).data
  const draft = asked && readDraftFrom(asked.draft)
  if (!asked || !draft) throw new Refused('badRequest')
  const { id } = asked
  if (await context.texts.open(id)) {
    const opened = await openFor(context, member, id)
    if ((await livingDraft(opened.text)).sha256 !== draftHash(draft)) throw new Refused('idTaken')
    return summaryOf(context, opened)
  }
  const by = { member: member.id, delegation: member.delegation }
  const entries = createText({ id, draft, by, members: context.body().members.values(), at: context.now() })
  await context.texts.create([{ text: id, entries }])
  response.status(201)
  return summaryOf(context, await openFor(context, member, id))
}
