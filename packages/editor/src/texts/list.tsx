/** The list of texts: what the body is drafting, and where each text stands. */

import { useQuery } from '@tanstack/react-query'
import type { api } from '@travaux/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useArrival } from '../app/arrival.ts'
import { Failure, Waiting } from '../app/failure.tsx'
import { Link } from '../app/router.tsx'
import { Shell } from '../app/shell.tsx'
import { KeepLine, useHeldText } from '../offline/keep.tsx'
import { useReachable } from '../offline/offline.tsx'
import { ListPalette } from '../palette/elsewhere.tsx'
import { textsQuery } from '../wire/queries.ts'
import { When } from '../words/when.tsx'
import css from './texts.module.css'

const noTexts: readonly api.TextSummary[] = []

export function TextList({ me }: { readonly me: api.Me }): ReactNode {
  const { t } = useTranslation()
  const { data, error, refetch } = useQuery(textsQuery)
  const main = useArrival()
  return (
    <Shell me={me}>
      <ListPalette texts={data ?? noTexts} />
      <main className={css.page} ref={main} data-region tabIndex={-1} aria-label={t('texts.title')}>
        <h1 className={css.body}>{me.body.name}</h1>
        {me.body.sample && <p className={css.sample}>{t('texts.sample')}</p>}
        {data ? <Texts texts={data} /> : error ? <Failure error={error} onRetry={() => void refetch()} /> : <Waiting />}
      </main>
    </Shell>
  )
}

function Texts({ texts }: { readonly texts: readonly api.TextSummary[] }): ReactNode {
  const { t } = useTranslation()
  if (texts.length === 0) {
    return (
      <div className={css.empty}>
        <h2>{t('texts.empty')}</h2>
        <p>{t('texts.emptyHow')}</p>
        <code>pnpm travaux import FILE --title TITLE</code>
      </div>
    )
  }
  return (
    <ul className={css.texts}>
      {texts
        .toSorted((a, b) => b.changedAt - a.changedAt)
        .map((text) => (
          <TextItem key={text.id} text={text} />
        ))}
    </ul>
  )
}

function TextItem({ text }: { readonly text: api.TextSummary }): ReactNode {
  const { t } = useTranslation()
  const { clauses, words, openThreads, baseline } = text
  const [reachable, held] = [useReachable(), useHeldText(text.id)]
  const openable = reachable || held !== undefined
  const latest = text.versions.toSorted((a, b) => b.number - a.number)[0]
  return (
    <li className={css.text} data-away={!openable}>
      <div className={css.textHead}>
        <h2 className={css.title}>
          <Link className={css.link} to={{ kind: 'write', text: text.id }} lang={text.language}>
            {text.title}
          </Link>
        </h2>
        <span className={css.role}>{t(`roles.${text.role}`)}</span>
      </div>
      <p className={css.facts}>
        {text.symbol !== '' && <span className={css.symbol}>{text.symbol}</span>}
        <span>{t('texts.clauses', { count: clauses })}</span>
        <span>{t('texts.words', { count: words })}</span>
        <span>{t('texts.threads', { count: openThreads })}</span>
        <span>
          {t('texts.changed')} <When at={text.changedAt} />
        </span>
      </p>
      <p className={css.facts}>
        <span>
          {latest ? t('texts.versions', { count: text.versions.length, label: latest.label }) : t('texts.noVersions')}
        </span>
        {baseline && <span>{t('texts.baseline', { label: baseline.label })}</span>}
      </p>
      <p className={css.links}>
        {(baseline ?? latest) && (
          <Link to={{ kind: 'compare', text: text.id }}>{t(baseline ? 'texts.compareBaseline' : 'texts.compare')}</Link>
        )}
        <Link to={{ kind: 'history', text: text.id }}>{t('texts.history')}</Link>
      </p>
      <KeepLine text={text} />
    </li>
  )
}
