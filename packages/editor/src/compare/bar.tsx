/** The instruments over a comparison: the two sides, the layout, the counts as filters, next and previous. */

import { ActionIcon, Button, Chip, NativeSelect, SegmentedControl, Tooltip } from '@mantine/core'
import { IconArrowDown, IconArrowsExchange, IconArrowUp } from '@tabler/icons-react'
import type { Comparison } from '@travaux/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import css from './compare.module.css'
import type { Layout } from './row.tsx'
import type { Choice } from './sides.ts'
import { filterable, type Filterable, type View } from './view.ts'

interface SidesBarProps {
  readonly choices: readonly Choice[]
  readonly sides: readonly [Choice, Choice]
  readonly onSides: (old: string, current: string) => void
}

export function SidesBar({ choices, sides: [old, current], onSides }: SidesBarProps): ReactNode {
  const { t } = useTranslation()
  const name = useChoiceName()
  const data = choices.map((choice) => ({ value: choice.value, label: name(choice) }))
  return (
    <div className={css.sides}>
      <NativeSelect
        className={css.side}
        size="xs"
        label={t('compare.old')}
        value={old.value}
        data={data}
        onChange={(event) => onSides(event.currentTarget.value, current.value)}
      />
      <Tooltip label={t('compare.swap')}>
        <ActionIcon aria-label={t('compare.swap')} onClick={() => onSides(current.value, old.value)}>
          <IconArrowsExchange size={16} />
        </ActionIcon>
      </Tooltip>
      <NativeSelect
        className={css.side}
        size="xs"
        label={t('compare.new')}
        value={current.value}
        data={data}
        onChange={(event) => onSides(old.value, event.currentTarget.value)}
      />
    </div>
  )
}

/** How a side is called: `Baseline: Framework 1 (A/AC.300/1)`, `Version 2: ...`, `The living text`. */
export function useChoiceName(): (choice: Choice) => string {
  const { t } = useTranslation()
  return (choice) => {
    if (choice.kind === 'living') return t('compare.living')
    const { number, label, symbol } = choice.version
    const name = symbol === '' ? label : `${label} (${symbol})`
    return choice.baseline ? t('compare.baseline', { name }) : t('compare.version', { number, name })
  }
}

interface ViewBarProps {
  readonly summary: Comparison['summary']
  readonly view: View
  readonly onView: (view: View) => void
  readonly layout: Layout
  readonly onLayout: (layout: Layout) => void
}

export function ViewBar({ summary, view, onView, layout, onLayout }: ViewBarProps): ReactNode {
  const { t } = useTranslation()
  return (
    <div className={css.viewBar}>
      <fieldset className={css.filters}>
        <legend className="hidden-words">{t('compare.filters')}</legend>
        {filterable.map((change) => (
          <Chip
            key={change}
            size="xs"
            checked={view.chosen.has(change)}
            disabled={summary[change] === 0}
            onChange={() => onView({ ...view, chosen: toggled(view.chosen, change) })}
            classNames={{ label: css.chip ?? '', iconWrapper: css.chipIcon ?? '' }}
          >
            <span className={css.swatch} data-change={change} aria-hidden />
            {t(`compare.kinds.${change}`)} <span className={css.count}>{summary[change]}</span>
          </Chip>
        ))}
      </fieldset>
      <div className={css.tools}>
        <SegmentedControl
          aria-label={t('compare.range')}
          value={view.everything ? 'everything' : 'changes'}
          data={[
            { value: 'changes', label: t('compare.onlyChanges') },
            { value: 'everything', label: t('compare.everything') },
          ]}
          onChange={(value) => onView({ ...view, everything: value === 'everything' })}
        />
        <SegmentedControl
          aria-label={t('compare.layout')}
          value={layout}
          data={[
            { value: 'inline', label: t('compare.inline') },
            { value: 'columns', label: t('compare.columns') },
          ]}
          onChange={(value) => onLayout(value === 'columns' ? 'columns' : 'inline')}
        />
      </div>
    </div>
  )
}

interface StepsProps {
  readonly onStep: (step: 1 | -1) => void
  /** `Change 3 of 24`, or how many there are. */
  readonly position: string
}

/** From change to change. */
export function Steps({ onStep, position }: StepsProps): ReactNode {
  const { t } = useTranslation()
  return (
    <div className={css.steps}>
      <output className={css.position}>{position}</output>
      <Button.Group>
        <Tooltip label={`${t('compare.previous')} (Alt+↑)`}>
          <Button px={8} aria-label={t('compare.previous')} onClick={() => onStep(-1)}>
            <IconArrowUp size={15} />
          </Button>
        </Tooltip>
        <Tooltip label={`${t('compare.next')} (Alt+↓)`}>
          <Button px={8} aria-label={t('compare.next')} onClick={() => onStep(1)}>
            <IconArrowDown size={15} />
          </Button>
        </Tooltip>
      </Button.Group>
    </div>
  )
}

function toggled(chosen: ReadonlySet<Filterable>, change: Filterable): ReadonlySet<Filterable> {
  const next = new Set(chosen)
  if (!next.delete(change)) next.add(change)
  return next
}
