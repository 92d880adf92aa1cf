/** Commands that change who is a member, what a member may do in a text, and where it is signed in. */

import { api, roles, type Role } from '@travaux/core'
import { openFolderSecrets } from '../folder.ts'
import { Ended } from './exit.ts'
import { memberNamed } from './member.ts'
import { atDesk, type Outside, type Where } from './outside.ts'

export interface NewMemberOptions extends Where {
  readonly name: string
  readonly delegation: string
  readonly code: string
  readonly role: string
}

/** Adds a member, who gets the role in every text; or changes what is known of one. */
export async function addMember(outside: Outside, id: string, options: NewMemberOptions): Promise<void> {
  const { name, delegation, code, role, ...where } = options
  const member = api.newMemberSchema.safeParse({ id, name, delegation, code, role: roleNamed(role) })
  if (!member.success) throw new Ended(`That is no member: ${member.error.issues[0]?.message}`)
  await atDesk(outside, where, (desk) => desk.administer({ type: 'member.add', member: member.data }))
  outside.note(`${name} is a member now; for a sign-in link: travaux link --member ${id}`)
}

/** Ends every sign-in of a member and lets it in nowhere any more. */
export async function removeMember(outside: Outside, named: string, where: Where): Promise<void> {
  const { id, name } = await memberNamed(outside, named, where)
  await atDesk(outside, where, (desk) => desk.administer({ type: 'member.remove', member: id }))
  outside.note(`${name} is no member any more`)
}

/** Sets what a member may do in a text; `none` shuts it out of the text. */
export async function setRole(
  outside: Outside,
  { text, member: named, role }: { readonly text: string; readonly member: string; readonly role: string },
  where: Where,
): Promise<void> {
  const { id } = await memberNamed(outside, named, where)
  const given = role === 'none' ? null : roleNamed(role)
  await atDesk(outside, where, (desk) => desk.command(text, { type: 'role.set', member: id, role: given }))
}

function roleNamed(named: string): Role {
  const role = roles.find((one) => one === named)
  if (!role) throw new Ended(`${named} is no role; ${roles.join(', ')} are`)
  return role
}

/** Lists where a member is signed in. Works beside a server. */
export async function listSessions(outside: Outside, options: { member: string; json?: boolean }): Promise<void> {
  const { id } = await memberNamed(outside, options.member)
  const kept = withSecrets(outside, (secrets) => secrets.list(id))
  if (options.json) return outside.say(JSON.stringify(kept))
  for (const one of kept) outside.say(`${one.id}  ${one.kind}  ${new Date(one.seenAt).toISOString()}  ${one.label}`)
}

/** Ends one sign-in of a member, or all of them; open sockets close within a second. */
export async function signOut(outside: Outside, options: { member: string; session?: string }): Promise<void> {
  const { id } = await memberNamed(outside, options.member)
  const { session } = options
  const ended = withSecrets(outside, (secrets) => {
    if (session !== undefined) return secrets.end(id, session)
    secrets.endAll(id)
    return true
  })
  if (!ended) throw new Ended(`${options.member} has no session ${session}`)
}

function withSecrets<T>({ config, now }: Outside, work: (secrets: ReturnType<typeof openFolderSecrets>) => T): T {
  const secrets = openFolderSecrets(config.data, now)
  try {
    return work(secrets)
  } finally {
    secrets.close()
  }
}
