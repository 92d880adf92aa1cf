/** A comparison that is done: its rows, filters and change map, and stepping from change to change. */

import type { Comparison } from '@travaux/core'
import {
  useCallback,
  useDeferredValue,
  useEffect,
  useEffectEvent,
  useMemo,
  useRef,
  useState,
  type ReactNode,
} from 'react'
import { useTranslation } from 'react-i18next'
import { Steps, ViewBar } from './bar.tsx'
import css from './compare.module.css'
import { ChangeMap } from './map.tsx'
import { CompareRow, type Layout } from './row.tsx'
import { nextChange, rowsOf, usualFilters, type Row, type View } from './view.ts'

interface ChangesProps {
  readonly comparison: Comparison
  readonly clause: string | undefined
  /** Where the sides are chosen. */
  readonly bar: ReactNode
}

export function Changes({ comparison, clause, bar }: ChangesProps): ReactNode {
  const { t } = useTranslation()
  const [view, setView] = useState<View>({ chosen: usualFilters, everything: false })
  const [layout, setLayout] = useState<Layout>('inline')
  const rows = useMemo(() => rowsOf(comparison.pairs, view), [comparison, view])
  const shown = useDeferredValue(rows)
  const { page, current, go, step } = useSteps(shown)
  useClause(comparison, clause, go)
  const stops = useMemo(() => shown.filter((row) => row.kind === 'pair' && row.changed), [shown])
  const at = stops.findIndex(({ index }) => index === current)
  const position =
    at < 0 ? t('compare.changes', { count: stops.length }) : t('compare.position', { at: at + 1, count: stops.length })
  const everything = useCallback(() => setView((known) => ({ ...known, everything: true })), [])
  return (
    <>
      <div className={css.head}>
        {bar}
        <Steps onStep={step} position={position} />
        <ViewBar summary={comparison.summary} view={view} onView={setView} layout={layout} onLayout={setLayout} />
      </div>
      <div className={css.body}>
        {/* What scrolls must be reached by the keyboard. */}
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
        <section className={css.scroller} ref={page} tabIndex={0} aria-label={t('compare.words')}>
          <div className={`travaux-text ${css.page}`} data-layout={layout}>
            {stops.length === 0 && <p className={css.same}>{t('compare.same')}</p>}
            {shown.map((row) => (
              <CompareRow
                key={`${row.kind} ${row.index}`}
                row={row}
                layout={layout}
                current={row.index === current}
                onEverything={everything}
              />
            ))}
          </div>
        </section>
        <ChangeMap rows={shown} current={current} onGo={go} />
      </div>
    </>
  )
}

/** Going from change to change, by button and by Alt+ArrowDown and Alt+ArrowUp anywhere on the screen. */
function useSteps(rows: readonly Row[]) {
  const page = useRef<HTMLElement>(null)
  const [current, setCurrent] = useState<number | null>(null)
  const go = useCallback((index: number): void => {
    setCurrent(index)
    const row = page.current?.querySelector<HTMLElement>(`[data-pair="${index}"]`)
    row?.scrollIntoView({ block: 'center' })
    row?.focus({ preventScroll: true })
  }, [])
  const step = useCallback(
    (by: 1 | -1): void => {
      const next = nextChange(rows, current, by)
      if (next !== undefined) go(next)
    },
    [rows, current, go],
  )
  useEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      if (!event.altKey || event.ctrlKey || event.metaKey) return
      if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
      event.preventDefault()
      step(event.key === 'ArrowDown' ? 1 : -1)
    }
    window.addEventListener('keydown', pressed)
    return () => window.removeEventListener('keydown', pressed)
  }, [step])
  return { page, current, go, step }
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
