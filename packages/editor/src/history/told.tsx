/** What a line of the activity says was done. */

import { roles, type api, type Role } from '@travaux/core'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { membersQuery } from '../wire/queries.ts'
import css from './history.module.css'
import type { Together } from './moments.ts'

/** Kinds of entry that the message files have a sentence for. */
export const kinds = [
  'update',
  'text.created',
  'comment.open',
  'comment.reply',
  'comment.edit',
  'thread.resolve',
  'thread.reopen',
  'version.issue',
  'baseline.pin',
  'role.set',
  'comparison.correct',
] as const

/** The sentence alone. */
function useTold(): (line: api.Activity) => string {
  const { t } = useTranslation()
  const { data: members = [] } = useQuery(membersQuery)
  return ({ kind: entryKind, entries, body }) => {
    const kind = kinds.find((known) => known === entryKind)
    if (kind === undefined) return t('history.did.other', { kind: entryKind })
    if (kind === 'update') return t('history.did.update', { count: entries })
    const member = stringIn(body, 'member')
    const name = members.find(({ id }) => id === member)?.name ?? member ?? ''
    const role = roleIn(body)
    if (kind === 'role.set' && role === undefined) return t('history.did.role.unset', { name })
    return t(`history.did.${kind}`, {
      label: stringIn(body, 'label') ?? '',
      name,
      role: role === undefined ? '' : t(`roles.${role}`),
    })
  }
}

/** The sentence of what several lines say together. */
export function useToldTogether(): (lines: Together) => string {
  const { t } = useTranslation()
  const told = useTold()
  return (lines) => (lines.length > 1 ? t('history.did.role.several', { count: lines.length }) : told(lines[0]))
}

/** The sentence, and the words that were said. */
export function Told({ line }: { readonly line: api.Activity }): ReactNode {
  const words = stringIn(line.body, 'words')
  return (
    <>
      {useTold()(line)}
      {words !== undefined && <q className={css.words}>{words}</q>}
    </>
  )
}

function roleIn(body: unknown): Role | undefined {
  const role = stringIn(body, 'role')
  return roles.find((known) => known === role)
}

function stringIn(body: unknown, key: string): string | undefined {
  if (typeof body !== 'object' || body === null) return undefined
  const value = (body as Record<string, unknown>)[key]
  return typeof value === 'string' ? value : undefined
}
