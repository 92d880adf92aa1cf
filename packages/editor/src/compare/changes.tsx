/** A comparison that is done: redline, two columns or a table, with its filters and change map. */

import type { Comparison } from '@travaux/core'
import { useCallback, useDeferredValue, useEffect, useEffectEvent, useMemo, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Steps, ViewBar, type Layout } from './bar.tsx'
import { columnLines, inlineLines } from './columns.ts'
import css from './compare.module.css'
import { MoveLines } from './lines.tsx'
import { ChangeMap } from './map.tsx'
import type { Aligned } from './protocol.ts'
import { CompareRow } from './row.tsx'
import { ChangesTable } from './table.tsx'
import { useFirstScreen } from './use-first-screen.ts'
import { useSteps } from './use-steps.ts'
import { rowsOf, stopsOf, usualFilters, type Row, type View } from './view.ts'

interface ChangesProps {
  readonly comparison: Comparison & Partial<Pick<Aligned, 'order'>>
  readonly clause: string | undefined
  /** Where the sides are chosen. */
  readonly bar: ReactNode
  /** What else can be done with the comparison. */
  readonly tools?: ReactNode
  /** What stands above the text on paper, and its name where the whole of it is on the screen. */
  readonly title?: ReactNode
}

export function Changes({ comparison, clause, bar, tools, title }: ChangesProps): ReactNode {
  const [view, setView] = useState<View>({ chosen: usualFilters, everything: false })
  const [layout, setLayout] = useState<Layout>('inline')
  const [wanted, setWanted] = useState(clause)
  const rows = useRows(comparison, view, layout)
  const goTo = (id: string): void => {
    setWanted(id)
    setLayout('inline')
  }
  const head = (steps: ReactNode): ReactNode => (
    <div className={css.head}>
      {bar}
      <div className={css.headEnd}>
        {tools}
        {steps}
      </div>
      <ViewBar {...{ view, layout }} summary={comparison.summary} onView={setView} onLayout={setLayout} />
    </div>
  )
  if (layout === 'table') {
    return (
      <>
        {head(null)}
        <ChangesTable pairs={comparison.pairs} chosen={view.chosen} onOpen={goTo} />
      </>
    )
  }
  return (
    <Page
      key={layout}
      {...{ comparison, rows, layout, head, title }}
      whole={view.everything}
      clause={wanted ?? clause}
      onView={setView}
    />
  )
}

function useRows({ pairs, order = [] }: ChangesProps['comparison'], view: View, layout: Layout): readonly Row[] {
  const lines = useMemo(
    () => (layout === 'columns' ? columnLines(pairs, order) : inlineLines(pairs)),
    [pairs, order, layout],
  )
  return useMemo(() => rowsOf(lines, view), [lines, view])
}

interface PageProps extends Pick<ChangesProps, 'comparison' | 'clause' | 'title'> {
  /** Whether the whole text is shown, which then stands under its title. */
  readonly whole: boolean
  readonly rows: readonly Row[]
  readonly layout: Exclude<Layout, 'table'>
  readonly head: (steps: ReactNode) => ReactNode
  readonly onView: (change: (view: View) => View) => void
}

function Page({ comparison, rows: latest, layout, clause, head, title, whole, onView }: PageProps): ReactNode {
  const { t } = useTranslation()
  const rows = useDeferredValue(latest)
  const { drawn, drawAll } = useFirstScreen(rows)
  const stops = useMemo(() => stopsOf(rows), [rows])
  const { page, current, go, step } = useSteps(stops, drawAll)
  useClause(comparison, clause, go)
  const everything = useCallback(() => onView((known) => ({ ...known, everything: true })), [onView])
  return (
    <>
      {head(<Steps onStep={step} {...{ stops, current }} />)}
      <div className={css.body}>
        {/* What scrolls must be reached by the keyboard. */}
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
        <section className={css.scroller} ref={page} tabIndex={0} aria-label={t('compare.words')} data-print>
          {layout === 'columns' && <MoveLines page={page} rows={drawn} />}
          <div data-everything={whole}>{title}</div>
          <div className={`travaux-text ${css.page}`} data-layout={layout}>
            {stops.length === 0 && <p className={css.same}>{t('compare.same')}</p>}
            {drawn.map((row) => (
              <CompareRow
                key={`${row.kind} ${row.index} ${row.kind === 'pair' ? row.part : ''}`}
                row={row}
                layout={layout}
                current={row.index === current}
                onEverything={everything}
              />
            ))}
          </div>
        </section>
        <ChangeMap rows={rows} current={current} onGo={go} />
      </div>
    </>
  )
}

/** Goes to the clause an address names, or the first one after it that is shown. */
function useClause({ pairs }: Comparison, clause: string | undefined, go: (index: number) => void): void {
  const goToClause = useEffectEvent((wanted: string) => {
    const index = pairs.findIndex((pair) => [...pair.new, ...pair.old].some(({ id }) => id === wanted))
    if (index >= 0) go(index)
  })
  useEffect(() => {
    if (clause !== undefined) goToClause(clause)
  }, [clause])
}
