/** What people corrected in a comparison, and taking it back. */

import { UnstyledButton } from '@mantine/core'
import type { api, Pair, Side } from '@travaux/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import css from './compare.module.css'
import type { Corrections } from './use-corrections.ts'

interface CorrectedProps extends Pick<Corrections, 'list' | 'correct'> {
  readonly pairs: readonly Pair[]
}

/** Nothing where nobody corrected anything, or the clauses are gone. */
export function Corrected({ list, pairs, correct }: CorrectedProps): ReactNode {
  const { t } = useTranslation()
  const olds = byId(pairs.flatMap((pair) => pair.old))
  const news = byId(pairs.flatMap((pair) => pair.new))
  const there = list.filter(({ clauses: [old, now] }) => olds.has(old) && news.has(now))
  if (there.length === 0) return null
  const cite = ({ clauses: [old, now] }: api.Correction) => ({ old: olds.get(old), new: news.get(now) })
  return (
    <details className={css.corrected}>
      <summary>{t('compare.corrected', { count: there.length })}</summary>
      <ul>
        {there.map((correction) => (
          <li key={correction.clauses.join('\n')}>
            {t(`compare.by.${correction.as}`, { ...cite(correction), name: correction.name })}{' '}
            {correct && (
              <UnstyledButton className={css.takeBack} onClick={() => correct(correction.clauses, 'found')}>
                {t('compare.takeBack')}
              </UnstyledButton>
            )}
          </li>
        ))}
      </ul>
    </details>
  )
}

function byId(sides: readonly Side[]): ReadonlyMap<string, string> {
  return new Map(sides.map(({ id, number }) => [id, number]))
}
