/** Who wrote the text: shares by delegation, and who wrote and deleted what in the clause of the caret. */

import { CloseButton, Loader } from '@mantine/core'
import type { api } from '@travaux/core'
import { useMemo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useEscape } from '../app/escape.ts'
import { useStore } from '../app/store.ts'
import { Code } from '../people/code.tsx'
import { Aside } from '../text/aside.tsx'
import type { Desk } from '../text/desk.ts'
import type { Surface } from '../writing/surface.ts'
import css from './authors.module.css'
import { RunItem } from './run.tsx'
import { deedsOf, placedRuns, readableRun, sharesOf, type Deeds } from './stretches.ts'
import type { ReadBlame } from './use-authors.ts'

interface AuthorsProps extends ReadBlame {
  readonly desk: Desk
  readonly surface: Surface | null
  readonly narrow: boolean
}

export function AuthorsAside({ blame, error, desk, surface, narrow }: AuthorsProps): ReactNode {
  const { t } = useTranslation()
  const close = (): void => desk.set({ authors: false })
  useEscape(!narrow, close)
  return (
    <Aside
      name="authors"
      drawer={narrow ? { opened: true, onClose: close } : undefined}
      onKeysLeft={() => surface?.focus()}
    >
      <div className={css.head}>
        <h2 className={css.title}>{t('authors.title')}</h2>
        <CloseButton size="sm" aria-label={t('authors.close')} onClick={close} />
      </div>
      {error && <p role="alert">{t('authors.failed', { why: error.message })}</p>}
      {blame ? (
        <Authors {...{ blame, desk, surface }} />
      ) : (
        !error && <Loader size="xs" aria-label={t('failure.waiting')} />
      )}
    </Aside>
  )
}

interface BlameProps {
  readonly blame: api.Blame
  readonly desk: Desk
  readonly surface: Surface | null
}

function Authors({ blame, desk, surface }: BlameProps): ReactNode {
  const { t } = useTranslation()
  const caret = useStore(desk, (state) => state.caret)
  const deeds = useMemo(() => deedsOf(blame), [blame])
  const clause = blame.clauses.find((one) => one.clause === caret)
  const gone = blame.clauses.filter((one) => one.gone !== undefined)
  return (
    <>
      <Shares blame={blame} deeds={deeds} />
      {clause ? (
        <ClauseAuthors {...{ clause, deeds, surface }} heading={clause.number || t('authors.unnumbered')} />
      ) : (
        <p className={css.note}>{t('authors.begin')}</p>
      )}
      {gone.length > 0 && (
        <details className={css.gone}>
          <summary>{t('authors.gone', { count: gone.length })}</summary>
          {gone.map((one) => (
            <GoneClause key={one.clause} clause={one} {...{ deeds, surface }} />
          ))}
        </details>
      )}
    </>
  )
}

function Shares({ blame, deeds }: { readonly blame: api.Blame; readonly deeds: Deeds }): ReactNode {
  const { t } = useTranslation()
  const shares = useMemo(() => sharesOf(blame, deeds), [blame, deeds])
  return (
    <ul className={css.shares} aria-label={t('authors.shares')}>
      {shares.map(([delegation, count]) => (
        <li key={delegation} className={css.share}>
          {delegation === '' ? t('authors.broughtIn') : <Code delegation={delegation} />}
          {delegation !== '' && <span>{delegation}</span>}
          <span className={css.count}>{t('texts.words', { count })}</span>
        </li>
      ))}
    </ul>
  )
}

interface ClauseProps {
  readonly clause: api.ClauseBlame
  readonly deeds: Deeds
  readonly surface: Surface | null
}

function ClauseAuthors({ clause, deeds, surface, heading }: ClauseProps & { readonly heading: string }): ReactNode {
  const { t } = useTranslation()
  return (
    <section aria-label={heading}>
      <h3 className={css.clause}>{heading}</h3>
      {clause.runs.length === 0 && <p className={css.note}>{t('authors.empty')}</p>}
      <Runs {...{ clause, deeds, surface }} />
    </section>
  )
}

function Runs({ clause: { clause, runs }, deeds, surface }: ClauseProps): ReactNode {
  const said = (offset: number): string => surface?.wordsOf({ clause, from: offset, to: offset + 1 }) ?? ''
  return (
    <ol>
      {placedRuns(runs).map((placed) => (
        <RunItem
          key={`${placed.at} ${placed.run.words}`}
          run={placed.run}
          words={readableRun(placed, said)}
          deeds={deeds}
        />
      ))}
    </ol>
  )
}

function GoneClause({ clause, deeds, surface }: ClauseProps): ReactNode {
  const { t } = useTranslation()
  const by = clause.gone === undefined ? undefined : deeds.get(clause.gone)
  return (
    <section className={css.goneClause}>
      {by && <p className={css.note}>{t('authors.deletedClause', { name: by.name, delegation: by.delegation })}</p>}
      <Runs {...{ clause, deeds, surface }} />
    </section>
  )
}
