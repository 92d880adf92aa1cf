/** What happened to a clause, in words: `Article 12(2) · amended, moved from Article 11(4)`. */

import type { Pair, Side } from '@travaux/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import css from './compare.module.css'
import { filterable, type Filterable } from './view.ts'

export function Tags({ pair }: { readonly pair: Pair }): ReactNode {
  return (
    <p className={css.tags}>
      <span className={css.cite}>{cited(pair.new.length > 0 ? pair.new : pair.old)}</span>
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
  const old = cited(pair.old)
  return (
    <span className={css.tag} data-change={change}>
      {t(`compare.told.${change}`, { old, new: cited(pair.new) })}
    </span>
  )
}

/** Several clauses are cited one after the other. */
export function cited(sides: readonly Side[]): string {
  return sides.map(({ number }) => number).join(', ')
}
