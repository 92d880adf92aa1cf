/** The instruments over a comparison: the two sides, the layout, the counts as filters, next and previous. */

import { ActionIcon, Button, Chip, NativeSelect, SegmentedControl, Tooltip } from '@mantine/core'
import { IconArrowDown, IconArrowMerge, IconArrowsExchange, IconArrowUp } from '@tabler/icons-react'
import { useQueries } from '@tanstack/react-query'
import type { Comparison } from '@travaux/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { withKeys } from '../words/apart.ts'
import css from './compare.module.css'
import { momentQuery } from './moment.ts'
import type { Choice } from './sides.ts'
import { filterable, type Filterable, type View } from './view.ts'

/** How a comparison is laid out. */
export type Layout = 'inline' | 'columns' | 'table'

interface SidesBarProps {
  readonly choices: readonly Choice[]
  readonly sides: readonly [Choice, Choice]
  /** A state between the two sides, where the way is looked at in two steps. */
  readonly through: Choice | undefined
  readonly name: (choice: Choice) => string
  readonly onSides: (old: string, through: string | undefined, current: string) => void
}

export function SidesBar({ choices, sides: [old, current], through, name, onSides }: SidesBarProps): ReactNode {
  const { t } = useTranslation()
  const middle = through?.value
  return (
    <div className={css.sides}>
      <SideSelect
        label={t('compare.old')}
        {...{ choices, name }}
        chosen={old}
        onChoose={(value) => onSides(value, middle, current.value)}
      />
      {through ? (
        <SideSelect
          label={t('compare.through')}
          {...{ choices, name }}
          chosen={through}
          none={t('compare.noStep')}
          onChoose={(value) => onSides(old.value, value === '' ? undefined : value, current.value)}
        />
      ) : (
        <Tooltip label={t('compare.swap')}>
          <ActionIcon aria-label={t('compare.swap')} onClick={() => onSides(current.value, undefined, old.value)}>
            <IconArrowsExchange size={16} />
          </ActionIcon>
        </Tooltip>
      )}
      <SideSelect
        label={t('compare.new')}
        {...{ choices, name }}
        chosen={current}
        onChoose={(value) => onSides(old.value, middle, value)}
      />
      {!through && <StepBetween {...{ choices, old, current, onSides }} />}
    </div>
  )
}

interface SideSelectProps {
  readonly label: string
  readonly choices: readonly Choice[]
  readonly chosen: Choice
  readonly name: (choice: Choice) => string
  /** What choosing nothing is called, where one may. */
  readonly none?: string
  readonly onChoose: (value: string) => void
}

function SideSelect({ label, choices, chosen, name, none, onChoose }: SideSelectProps): ReactNode {
  const all = choices.some(({ value }) => value === chosen.value) ? choices : [chosen, ...choices]
  const data = all.map((choice) => ({ value: choice.value, label: name(choice) }))
  return (
    <NativeSelect
      className={css.side}
      size="xs"
      label={label}
      value={chosen.value}
      data={none === undefined ? data : [{ value: '', label: none }, ...data]}
      onChange={(event) => onChoose(event.currentTarget.value)}
    />
  )
}

type StepBetweenProps = Pick<SidesBarProps, 'choices' | 'onSides'> & { readonly old: Choice; readonly current: Choice }

/** Looks at the way from one side to the other in two steps, where there is a version to step on. */
function StepBetween({ choices, old, current, onSides }: StepBetweenProps): ReactNode {
  const { t } = useTranslation()
  const between = choices.find((choice) => choice.kind === 'version' && choice !== old && choice !== current)
  if (!between) return null
  return (
    <Tooltip label={t('compare.addStep')}>
      <ActionIcon aria-label={t('compare.addStep')} onClick={() => onSides(old.value, between.value, current.value)}>
        <IconArrowMerge size={16} />
      </ActionIcon>
    </Tooltip>
  )
}

/** How sides are called: `Baseline: Framework 1 (A/AC.300/1)`, `Version 2: ...`, `The living text`. */
export function useChoiceName(text: string, choices: readonly Choice[]): (choice: Choice) => string {
  const { t, i18n } = useTranslation()
  const moments = choices.flatMap((choice) => (choice.kind === 'moment' ? choice.seq : []))
  const times = useQueries({ queries: moments.map((seq) => momentQuery(text, seq)) })
  const timeOf = (seq: number): number | undefined => times.find(({ data }) => data?.seq === seq)?.data?.at
  return (choice) => {
    switch (choice.kind) {
      case 'living':
        return t('compare.living')
      case 'moment': {
        const at = timeOf(choice.seq)
        if (at === undefined) return t('compare.entry', { seq: choice.seq })
        const when = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium', timeStyle: 'short' }).format(at)
        return t('compare.moment', { when })
      }
      case 'version': {
        const { number, label, symbol } = choice.version
        const name = symbol === '' ? label : `${label} (${symbol})`
        return choice.baseline ? t('compare.baseline', { name }) : t('compare.version', { number, name })
      }
      default:
        return choice satisfies never
    }
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
        {layout !== 'table' && (
          <Range everything={view.everything} onRange={(everything) => onView({ ...view, everything })} />
        )}
        <SegmentedControl
          aria-label={t('compare.layout')}
          value={layout}
          data={[
            { value: 'inline', label: t('compare.inline') },
            { value: 'columns', label: t('compare.columns') },
            { value: 'table', label: t('compare.asTable') },
          ]}
          onChange={onLayout}
        />
      </div>
    </div>
  )
}

interface RangeProps {
  readonly everything: boolean
  readonly onRange: (everything: boolean) => void
}

/** Only what changed, or the whole text. */
export function Range({ everything, onRange }: RangeProps): ReactNode {
  const { t } = useTranslation()
  return (
    <SegmentedControl
      aria-label={t('compare.range')}
      value={everything ? 'everything' : 'changes'}
      data={[
        { value: 'changes', label: t('compare.onlyChanges') },
        { value: 'everything', label: t('compare.everything') },
      ]}
      onChange={(value) => onRange(value === 'everything')}
    />
  )
}

interface StepsProps {
  readonly onStep: (step: 1 | -1) => void
  readonly stops: readonly number[]
  readonly current: number | null
}

/** From change to change. */
export function Steps({ onStep, stops, current }: StepsProps): ReactNode {
  const { t } = useTranslation()
  const at = current === null ? -1 : stops.indexOf(current)
  const count = stops.length
  const position = at < 0 ? t('compare.changes', { count }) : t('compare.position', { at: at + 1, count })
  return (
    <div className={css.steps}>
      <output className={css.position}>{position}</output>
      <Button.Group>
        <Tooltip label={withKeys(t('compare.previous'), 'Alt+↑')}>
          <Button px={8} aria-label={t('compare.previous')} onClick={() => onStep(-1)}>
            <IconArrowUp size={15} />
          </Button>
        </Tooltip>
        <Tooltip label={withKeys(t('compare.next'), 'Alt+↓')}>
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
