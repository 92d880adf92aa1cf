/** Who may do what: one table that the server checks by and the editor shows by. */

/** A member's role in one text. */
export const roles = ['secretariat', 'chair', 'drafter', 'delegate', 'observer'] as const
export type Role = (typeof roles)[number]

/** Everything a role can allow. `read` and `write` are the text's room; the rest are commands. */
export const rights = {
  read: ['secretariat', 'chair', 'drafter', 'delegate', 'observer'],
  write: ['secretariat', 'chair', 'drafter'],
  'comment.open': ['secretariat', 'chair', 'drafter', 'delegate', 'observer'],
  'comment.reply': ['secretariat', 'chair', 'drafter', 'delegate', 'observer'],
  'comment.edit': ['secretariat', 'chair', 'drafter', 'delegate', 'observer'],
  'thread.resolve': ['secretariat', 'chair', 'drafter', 'delegate', 'observer'],
  'thread.reopen': ['secretariat', 'chair', 'drafter', 'delegate', 'observer'],
  'version.issue': ['secretariat'],
  'baseline.pin': ['secretariat', 'chair'],
  'role.set': ['secretariat'],
  'comparison.correct': ['secretariat', 'chair', 'drafter'],
} as const satisfies Record<string, readonly Role[]>

export type Right = keyof typeof rights

/** Whether a role carries a right. No role (not a member of the text) carries none. */
export function allows(role: Role | undefined, right: Right): boolean {
  return role !== undefined && (rights[right] as readonly Role[]).includes(role)
}

/** Roles that may resolve and reopen any thread they see; others only those their own delegation opened. */
export const moderators: readonly Role[] = ['secretariat', 'chair', 'drafter']

/** Who is asking, with the role it has in the text at this moment. */
export interface Actor {
  readonly member: string
  readonly delegation: string
  readonly role: Role | undefined
}
