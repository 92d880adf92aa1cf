/** Compare: two sides of a text against each other, in the middle of the table. */

import { Loader } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { api } from '@travaux/core'
import { useMemo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type * as Y from 'yjs'
import { goTo } from '../app/router.tsx'
import { versionDraftQuery } from '../wire/queries.ts'
import { SidesBar } from './bar.tsx'
import css from './compare.module.css'
import type { Comparer, Source } from './comparer.ts'
import { Changes } from './changes.tsx'
import { choicesOf, sidesOf, type Choice } from './sides.ts'
import { useComparison } from './use-comparison.ts'

interface CompareProps {
  readonly text: api.TextSummary
  readonly doc: Y.Doc | undefined
  readonly comparer: Comparer | null
  readonly old: string | undefined
  readonly current: string | undefined
  /** A clause to show first. */
  readonly clause: string | undefined
}

export function Compare({ text, doc, comparer, old, current, clause }: CompareProps): ReactNode {
  const { t } = useTranslation()
  const choices = useMemo(() => choicesOf(text), [text])
  const sides = sidesOf(choices, old, current)
  if (!sides) return <NothingToCompare />
  return (
    <section className={css.compare} aria-label={t('compare.title')}>
      <ComparedSides
        key={`${sides[0].value} ${sides[1].value}`}
        {...{ sides, doc, comparer, clause }}
        bar={
          <SidesBar
            {...{ choices, sides }}
            onSides={(left, right) =>
              goTo({ kind: 'compare', text: text.id, old: left, new: right }, { replace: true })
            }
          />
        }
      />
    </section>
  )
}

function NothingToCompare(): ReactNode {
  const { t } = useTranslation()
  return (
    <section className={css.compare} aria-label={t('compare.title')}>
      <div className={css.said}>
        <h2>{t('compare.nothing')}</h2>
        <p>{t('compare.nothingHow')}</p>
      </div>
    </section>
  )
}

interface ComparedProps extends Pick<CompareProps, 'doc' | 'comparer' | 'clause'> {
  readonly sides: readonly [Choice, Choice]
  /** Where the sides are chosen. */
  readonly bar: ReactNode
}

function ComparedSides({ sides: [left, right], doc, comparer, clause, bar }: ComparedProps): ReactNode {
  const { t } = useTranslation()
  const old = useSource(left)
  const current = useSource(right)
  const compared = useComparison(comparer, doc, old.source, current.source)
  const failure = old.failure ?? current.failure ?? (compared.kind === 'failed' ? compared.says : undefined)
  if (failure !== undefined) {
    return (
      <>
        <div className={css.head}>{bar}</div>
        <div className={css.said} role="alert">
          <h2>{t('compare.failed')}</h2>
          <p>{failure}</p>
          <p>{t('compare.failedHow')}</p>
        </div>
      </>
    )
  }
  if (compared.kind !== 'done') {
    return (
      <>
        <div className={css.head}>{bar}</div>
        <output className={css.said}>
          <Loader size="sm" /> {t('compare.working')}
        </output>
      </>
    )
  }
  return <Changes comparison={compared.comparison} clause={clause} bar={bar} />
}

/** A side's words: the living text is with the worker already, a version is read from the server once. */
function useSource(choice: Choice): { readonly source: Source | undefined; readonly failure: string | undefined } {
  const version = choice.kind === 'version' ? choice.version : { text: '', id: '' }
  const { data, error } = useQuery({ ...versionDraftQuery(version), enabled: choice.kind === 'version' })
  const source = useMemo((): Source | undefined => {
    if (choice.kind === 'living') return { kind: 'living' }
    return data && { kind: 'draft', name: choice.value, draft: data }
  }, [choice.kind, choice.value, data])
  return { source, failure: error?.message }
}
