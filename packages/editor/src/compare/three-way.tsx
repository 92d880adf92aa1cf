/** Three states of a text: beside each other, what the step to the middle and the step from it did to each clause. */

import type { api, Pair } from '@travaux/core'
import { memo, useMemo, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type * as Y from 'yjs'
import { Range, Steps } from './bar.tsx'
import css from './compare.module.css'
import type { Comparer } from './comparer.ts'
import { NotYet } from './not-yet.tsx'
import { ClauseWords } from './row.tsx'
import type { Choice } from './sides.ts'
import { Tags } from './tags.tsx'
import { isChanged, stepsOf, type Steps as StepsRow } from './three.ts'
import { useComparison } from './use-comparison.ts'
import { useStepCorrections } from './use-corrections.ts'
import { useFirstScreen } from './use-first-screen.ts'
import { useSources } from './use-sources.ts'
import { useSteps } from './use-steps.ts'
import { passes, usualFilters } from './view.ts'

interface ThreeWayProps {
  readonly text: api.TextSummary
  readonly doc: Y.Doc | undefined
  readonly comparer: Comparer | null
  readonly states: readonly [Choice, Choice, Choice]
  readonly name: (choice: Choice) => string
  readonly bar: ReactNode
}

export function ThreeWay({ text, doc, comparer, states, name, bar }: ThreeWayProps): ReactNode {
  const { sources, failure } = useSources(text.id, states)
  const names = useMemo(() => states.map(({ value }) => value), [states])
  const [ofFirst, ofSecond] = useStepCorrections(text.id, names)
  const first = useComparison(comparer, doc, sources[0], sources[1], ofFirst)
  const second = useComparison(comparer, doc, sources[1], sources[2], ofSecond)
  const failed = [first, second].find((compared) => compared.kind === 'failed')?.says
  if (first.kind !== 'done' || second.kind !== 'done') return <NotYet bar={bar} failure={failure ?? failed} />
  return <StepsPage {...{ states, name, bar }} first={first.comparison.pairs} second={second.comparison.pairs} />
}

interface StepsPageProps extends Pick<ThreeWayProps, 'states' | 'name' | 'bar'> {
  readonly first: readonly Pair[]
  readonly second: readonly Pair[]
}

function StepsPage({ first, second, states, name, bar }: StepsPageProps): ReactNode {
  const { t } = useTranslation()
  const [everything, setEverything] = useState(false)
  const steps = useMemo(() => stepsOf(first, second), [first, second])
  const stops = useMemo(() => steps.flatMap((row) => (isChanged(row) ? row.index : [])), [steps])
  const { drawn, drawAll } = useFirstScreen(everything ? steps : steps.filter(isChanged))
  const { page, current, step } = useSteps(stops, drawAll)
  return (
    <>
      <div className={css.head}>
        {bar}
        <Steps {...{ stops, current }} onStep={step} />
        <div className={css.viewBar}>
          <p className={css.position}>{t('compare.twoSteps')}</p>
          <Range everything={everything} onRange={setEverything} />
        </div>
      </div>
      <div className={css.body}>
        {/* What scrolls must be reached by the keyboard. */}
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
        <section className={css.scroller} ref={page} tabIndex={0} aria-label={t('compare.words')} data-print>
          <StepHeads states={states} name={name} />
          <div className={`travaux-text ${css.page}`} data-layout="columns">
            {stops.length === 0 && <p className={css.same}>{t('compare.sameThroughout')}</p>}
            {drawn.map((row) => (
              <ThreeRow key={row.index} row={row} current={row.index === current} />
            ))}
          </div>
        </section>
      </div>
    </>
  )
}

/** What each column shows: `Baseline → Version 2`, `Version 2 → The living text`. */
function StepHeads({ states, name }: Pick<ThreeWayProps, 'states' | 'name'>): ReactNode {
  const [from, through, to] = states.map(name)
  return (
    <div className={css.stepHeads}>
      <p>
        {from} <span aria-hidden>→</span> {through}
      </p>
      <p>
        {through} <span aria-hidden>→</span> {to}
      </p>
    </div>
  )
}

interface ThreeRowProps {
  readonly row: StepsRow
  readonly current: boolean
}

const ThreeRow = memo(function ThreeRow({ row, current }: ThreeRowProps): ReactNode {
  const changed = isChanged(row)
  return (
    <div
      className={css.row}
      data-pair={row.index}
      data-changed={changed}
      data-current={current}
      tabIndex={changed ? -1 : undefined}
    >
      <div className={css.columns}>
        <div>
          {row.first.map((pair) => (
            <Step key={pair.new[0]?.id ?? pair.old[0]?.id} pair={pair} />
          ))}
        </div>
        <div>{row.second && <Step pair={row.second} />}</div>
      </div>
    </div>
  )
})

/** One step's own redline of a clause; one that did nothing stands back. */
function Step({ pair }: { readonly pair: Pair }): ReactNode {
  const same = !passes(pair, usualFilters)
  return (
    <div className={same ? css.unchanged : undefined}>
      <Tags pair={pair} />
      <ClauseWords pair={pair} showing="both" />
    </div>
  )
}
