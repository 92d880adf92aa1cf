/** Commands on members: list them, make sign-in links and tokens for them. */

import type { api } from '@travaux/core'
import { openFolderSecrets, toldAddress } from '../folder.ts'
import { Ended } from './exit.ts'
import { atDesk, type Outside, type Where } from './outside.ts'

/** Lists the members of the body. */
export async function listMembers(outside: Outside, { json, ...where }: Where & { json?: boolean }): Promise<void> {
  const members = await atDesk(outside, where, (desk) => desk.members())
  if (json) return outside.say(JSON.stringify(members))
  for (const { id, role, name, delegation } of members) outside.say(`${id}  ${role}  ${name}  ${delegation}`)
}

export interface SecretOptions {
  /** Id or name of a member. */
  readonly member: string
  readonly label?: string
  readonly json?: boolean
}

/** Prints a fresh one-time sign-in address. Works beside a server. */
export async function makeLink(outside: Outside, options: SecretOptions): Promise<void> {
  const { member, secret } = await makeSecret(outside, 'link', options)
  const { config } = outside
  const base = config.url ?? toldAddress(config.data) ?? `http://localhost:${config.port}`
  const url = `${base}/sign-in?token=${secret}`
  outside.say(options.json ? JSON.stringify({ member: member.id, url }) : url)
}

/** Prints a fresh token for scripts. Works beside a server. */
export async function makeToken(outside: Outside, options: SecretOptions): Promise<void> {
  const { member, secret } = await makeSecret(outside, 'token', options)
  outside.say(options.json ? JSON.stringify({ member: member.id, token: secret }) : secret)
}

/** The member of this id or full name. @throws Ended where there is none. */
export async function memberNamed(outside: Outside, named: string, where: Where = {}): Promise<api.Member> {
  const members = await atDesk(outside, where, (desk) => desk.members())
  const member = members.find(({ id }) => id === named) ?? members.find(({ name }) => name === named)
  if (!member) throw new Ended(`There is no member ${named}; \`travaux members\` lists them`)
  return member
}

interface MadeSecret {
  readonly member: api.Member
  readonly secret: string
}

async function makeSecret(outside: Outside, kind: 'link' | 'token', options: SecretOptions): Promise<MadeSecret> {
  const member = await memberNamed(outside, options.member)
  const secrets = openFolderSecrets(outside.config.data, outside.now)
  try {
    return { member, secret: secrets.issue(kind, member.id, options.label ?? '') }
  } finally {
    secrets.close()
  }
}
