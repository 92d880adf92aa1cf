/** What happened to a clause, in words: `Article 12(2) · amended, moved from Article 11(4)`. */

import type { Pair, Side } from '@travaux/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import css from './compare.module.css'
import { filterable, keepsNumber, type Filterable } from './view.ts'

export function Tags({ pair }: { readonly pair: Pair }): ReactNode {
  return (
    <p className={css.tags}>
      <bdi className={css.cite}>{cited(pair.new.length > 0 ? pair.new : pair.old)}</bdi>
      <ChangeTags pair={pair} />
    </p>
  )
}

/** The changes alone. */
export function ChangeTags({ pair }: { readonly pair: Pair }): ReactNode {
  return filterable
    .filter((change) => pair.changes.includes(change))
    .map((change) => <Tag key={change} change={change} pair={pair} />)
}

function Tag({ change, pair }: { readonly change: Filterable; readonly pair: Pair }): ReactNode {
  const { t } = useTranslation()
  const [old, now] = [citedWithin(pair.old), citedWithin(pair.new)]
  return (
    <bdi className={css.tag} data-change={change}>
      {t(`compare.told.${keepsNumber(change, pair) ? 'movedKept' : change}`, { old, new: now })}
    </bdi>
  )
}

/** Several clauses are cited one after the other, recitals as their margins say. */
export function cited(sides: readonly Side[]): string {
  return sides.map(({ kind, label, number }) => (kind === 'recital' && label !== '' ? label : number)).join(', ')
}

/** As `cited`, to stand within a sentence of another direction: isolated where it reads from right to left. */
export function citedWithin(sides: readonly Side[]): string {
  const said = cited(sides)
  return /[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(said) ? `\u2068${said}\u2069` : said
}
