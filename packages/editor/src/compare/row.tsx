/** One row of a comparison: a pair of clauses, inline or in two columns, or a stretch that is passed over. */

import { UnstyledButton } from '@mantine/core'
import type { Pair, Side } from '@travaux/core'
import { memo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import css from './compare.module.css'
import { Redline, type Showing } from './redline.tsx'
import { Tags } from './tags.tsx'
import type { Row } from './view.ts'

export type Layout = 'inline' | 'columns'

interface RowProps {
  readonly row: Row
  readonly layout: Layout
  readonly current: boolean
  readonly onEverything: () => void
}

export const CompareRow = memo(function CompareRow({ row, layout, current, onEverything }: RowProps): ReactNode {
  const { t } = useTranslation()
  if (row.kind === 'gap') {
    return (
      <UnstyledButton className={css.gap} onClick={onEverything}>
        {t('compare.passedOver', { count: row.count })}
      </UnstyledButton>
    )
  }
  const { pair, index, changed } = row
  return (
    <div
      className={css.row}
      data-pair={index}
      data-changed={changed}
      data-current={current}
      tabIndex={changed ? -1 : undefined}
    >
      {changed && <Tags pair={pair} />}
      {layout === 'inline' ? (
        <ClauseWords pair={pair} showing="both" />
      ) : (
        <div className={css.columns}>
          <div>{pair.old.length > 0 && <ClauseWords pair={pair} showing="old" />}</div>
          <div>{pair.new.length > 0 && <ClauseWords pair={pair} showing="new" />}</div>
        </div>
      )}
    </div>
  )
})

/** The words of a pair on a line that looks as its clause does in the text. */
export function ClauseWords({ pair, showing }: { readonly pair: Pair; readonly showing: Showing }): ReactNode {
  const side = showing === 'old' ? pair.old[0] : (pair.new[0] ?? pair.old[0])
  if (!side) return null
  return (
    <div
      className="clause"
      data-kind={side.kind}
      data-label={labelOf(pair, side, showing)}
      data-level={side.kind === 'point' ? Math.max(1, pointLevel(side)) : undefined}
    >
      <Redline words={pair.words} showing={showing} />
    </div>
  )
}

function labelOf(pair: Pair, side: Side, showing: Showing): string {
  const before = pair.old[0]?.label
  const renumbered = showing === 'both' && before !== undefined && before !== side.label && pair.new.length > 0
  return renumbered && side.kind === 'article' ? `${side.label} (${before})` : side.label
}

/** How deep a point is nested, counted from the brackets of its citation: `Article 5(2)(a)(i)` is at level 2. */
function pointLevel({ number }: Side): number {
  return (number.match(/\([^()\d]+\)|,\s[a-z]\)/g) ?? []).length
}
