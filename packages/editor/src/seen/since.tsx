/** A quiet line at the top of a text: what changed since its reader was last here. */

import { CloseButton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { api } from '@travaux/core'
import { useEffect, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from '../app/router.tsx'
import type { Comparer } from '../compare/comparer.ts'
import { momentQuery } from '../compare/moment.ts'
import { momentName } from '../compare/sides.ts'
import { useHead } from '../wire/feed.ts'
import css from './seen.module.css'
import type { VisitNow } from './use-visit.ts'

interface SinceLastHereProps {
  readonly text: api.TextSummary
  readonly visit: VisitNow
  readonly comparer: Comparer | null
  /** Whether the text itself is on the table. */
  readonly shown: boolean
}

/** Nothing where nothing changed, or the reader was never here before. */
export function SinceLastHere({ text, visit, comparer, shown }: SinceLastHereProps): ReactNode {
  const { t, i18n } = useTranslation()
  const { since, keep, takeNote } = visit
  const head = useHead(text.id)
  useEffect(() => keep(head), [keep, head])
  const news = shown && since !== null && (head ?? 0) > since.seq
  const count = useChangedSince(text.id, news ? since.seq : null, comparer)
  if (!news || count === 0) return null
  const when = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium', timeStyle: 'short' }).format(since.at)
  return (
    <section className={css.since} aria-label={t('seen.label')}>
      <output>{t('seen.line', { count, when })}</output>
      <Link to={{ kind: 'compare', text: text.id, old: momentName(since.seq), new: 'living' }}>{t('seen.show')}</Link>
      <CloseButton size="sm" aria-label={t('seen.close')} onClick={takeNote} />
    </section>
  )
}

/** How many clauses changed since an entry, counted once; 0 until it is known. */
function useChangedSince(text: string, seq: number | null, comparer: Comparer | null): number {
  const { data: moment } = useQuery({ ...momentQuery(text, seq ?? 0), enabled: seq !== null })
  const [count, setCount] = useState(0)
  useEffect(() => {
    if (!comparer || !moment || seq === null) return
    const then = { kind: 'draft', name: momentName(seq), draft: moment.draft } as const
    comparer.compare(then, { kind: 'living' }, { changedOnly: true }).then(
      ({ pairs }) => setCount(pairs.filter(({ changes }) => changes.some((change) => change !== 'renumbered')).length),
      // A line that cannot be counted is not shown; Compare itself says what went wrong.
      () => undefined,
    )
  }, [comparer, moment, seq])
  return count
}
