/** One row of a comparison: a pair of clauses, inline or in two columns, or a stretch that is passed over. */

import { UnstyledButton } from '@mantine/core'
import type { Pair, Side } from '@travaux/core'
import { memo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Line } from './columns.ts'
import css from './compare.module.css'
import { TaggedPair } from './evidence.tsx'
import { Redline, type Showing } from './redline.tsx'
import { cited, citedWithin } from './tags.tsx'
import type { Row } from './view.ts'

interface RowProps {
  readonly row: Row
  readonly layout: 'inline' | 'columns'
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
  const { pair, index, part, changed } = row
  return (
    <div
      className={css.row}
      data-pair={index}
      data-part={part}
      data-changed={changed}
      data-current={current}
      tabIndex={changed ? -1 : undefined}
    >
      {layout === 'inline' ? (
        <>
          {changed && <TaggedPair pair={pair} />}
          <ClauseWords pair={pair} showing="both" />
        </>
      ) : (
        <Columns row={row} />
      )}
    </div>
  )
})

/** The old side on the left, the new one on the right; what happened is told once, on the right where it can be. */
function Columns({ row: { pair, part, changed } }: { readonly row: Extract<Row, { kind: 'pair' }> }): ReactNode {
  const left = part !== 'new' && pair.old.length > 0
  const right = part !== 'old' && pair.new.length > 0
  return (
    <div className={css.columns}>
      <div data-column={left ? '' : undefined}>
        {left && changed && <LeftHead pair={pair} part={part} told={right} />}
        {left && <ClauseWords pair={pair} showing="old" />}
      </div>
      <div data-column={right ? '' : undefined}>
        {right && changed && <TaggedPair pair={pair} />}
        {right && <ClauseWords pair={pair} showing="new" />}
      </div>
    </div>
  )
}

interface LeftHeadProps {
  readonly pair: Pair
  readonly part: Line['part']
  /** Whether the right side tells already what happened. */
  readonly told: boolean
}

function LeftHead({ pair, part, told }: LeftHeadProps): ReactNode {
  if (part === 'old') return <GoneFromHere pair={pair} />
  if (!told) return <TaggedPair pair={pair} />
  return (
    <p className={css.tags}>
      <bdi className={css.cite}>{cited(pair.old)}</bdi>
    </p>
  )
}

/** Says where a clause went that stands elsewhere in the new text. */
function GoneFromHere({ pair }: { readonly pair: Pair }): ReactNode {
  const { t } = useTranslation()
  return (
    <p className={css.tags}>
      <bdi className={css.cite}>{cited(pair.old)}</bdi>
      <bdi className={css.tag} data-change="moved">
        {t('compare.movedTo', { new: citedWithin(pair.new) })}
      </bdi>
    </p>
  )
}

/** The words of a pair on a line that looks as its clause does in the text. */
export function ClauseWords({ pair, showing }: { readonly pair: Pair; readonly showing: Showing }): ReactNode {
  const side = showing === 'old' ? pair.old[0] : (pair.new[0] ?? pair.old[0])
  if (!side) return null
  return (
    <div
      className="clause"
      dir="auto"
      data-kind={side.kind}
      data-label={labelOf(pair, side, showing)}
      data-level={side.kind === 'point' ? Math.max(1, pointLevel(side)) : undefined}
      data-option={isOption(side) ? 'itself' : undefined}
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

/** Whether it is one of several wordings: its label says at its end which one, as its citation does. */
function isOption({ kind, label, number }: Side): boolean {
  return kind === 'text' ? label !== '' : label.endsWith(` ${number.split(', ').at(-1)}`)
}

/** How deep a point is nested, counted from the brackets of its citation: `Article 5(2)(a)(i)` is at level 2. */
function pointLevel({ number }: Side): number {
  return (number.match(/\([^()\d]+\)|,\s[a-z]\)/g) ?? []).length
}
