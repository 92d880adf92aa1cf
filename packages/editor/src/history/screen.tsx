/** History: what happened to a text, newest first, beside the versions it was issued in. */

import type { api } from '@travaux/core'
import { useMemo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from '../app/router.tsx'
import { Code } from '../people/code.tsx'
import { useEntries } from '../wire/feed.ts'
import { When } from '../words/when.tsx'
import { activityOf, type Activity } from './activity.ts'
import css from './history.module.css'

interface HistoryProps {
  readonly text: api.TextSummary
  readonly threads: readonly api.Thread[]
  /** The citation of a clause that is still in the text. */
  readonly cite: (clause: string) => string | undefined
}

export function History(props: HistoryProps): ReactNode {
  const { t } = useTranslation()
  const entries = useEntries(props.text.id)
  const lines = useMemo(() => activityOf(entries), [entries])
  return (
    <div className={css.page}>
      <h1 className={css.title}>{t('history.title')}</h1>
      {lines.length === 0 ? (
        <p className={css.empty}>{t('history.empty')}</p>
      ) : (
        <ol>
          {lines.map((line) => (
            <Line key={line.first.seq} line={line} {...props} />
          ))}
        </ol>
      )}
    </div>
  )
}

function Line({ line, ...props }: { readonly line: Activity } & HistoryProps): ReactNode {
  const { first, last } = line
  return (
    <li className={css.line}>
      <span className={css.moment}>
        <When at={last.at} />
      </span>
      <span className={css.who}>
        {first.delegation !== '' && <Code delegation={first.delegation} />} {first.name}
      </span>
      <span>
        <Told line={line} text={props.text} /> <Where entry={first} {...props} />
      </span>
    </li>
  )
}

/** The clause that a comment is about, as a way to it. */
function Where({ entry, text, threads, cite }: { readonly entry: api.FeedEntry } & HistoryProps): ReactNode {
  const thread = stringIn(entry.body, 'thread')
  const clause = threads.find(({ id }) => id === thread)?.anchor.clause
  const place = clause === undefined ? undefined : cite(clause)
  if (place === undefined) return null
  return (
    <Link className={css.where} to={{ kind: 'write', text: text.id, clause }}>
      {place}
    </Link>
  )
}

/** Kinds of entry that the message files have a sentence for. */
const told = [
  'text.create',
  'comment.open',
  'comment.reply',
  'comment.edit',
  'thread.resolve',
  'thread.reopen',
  'version.issue',
  'baseline.pin',
  'role.set',
] as const

function Told({
  line: { first, count },
  text,
}: {
  readonly line: Activity
  readonly text: api.TextSummary
}): ReactNode {
  const { t } = useTranslation()
  if (first.kind === 'update') return t('history.did.update', { count })
  const kind = told.find((kind) => kind === first.kind)
  if (!kind) return t('history.did.other', { kind: first.kind })
  const words = said(first.body)
  const version = text.versions.find(({ seq }) => seq === first.seq || seq === first.seq - 1)
  const label = labelIn(first.body) ?? version?.label ?? ''
  return (
    <>
      {t(`history.did.${kind}`, { label })}
      {words !== undefined && <q className={css.words}>{words}</q>}
    </>
  )
}

/** What an act said, where its body tells. */
function said(body: unknown): string | undefined {
  return stringIn(body, 'words')
}

function labelIn(body: unknown): string | undefined {
  return stringIn(body, 'label')
}

function stringIn(body: unknown, key: string): string | undefined {
  if (typeof body !== 'object' || body === null) return undefined
  const value = (body as Record<string, unknown>)[key]
  return typeof value === 'string' ? value : undefined
}
