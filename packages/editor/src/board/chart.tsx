/** What was open over time: a small chart, and the same as a table. */

import { useQuery } from '@tanstack/react-query'
import type { api, OpenCounts } from '@travaux/core'
import { useMemo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Failure, Waiting } from '../app/failure.tsx'
import { openOverTimeQuery } from '../wire/queries.ts'
import { useNow } from '../words/now.ts'
import css from './board.module.css'
import { ceilingOf, courseOf, pointsOf, stepsThrough, type Stop } from './course.ts'

interface OverTimeProps {
  readonly text: api.TextSummary
  readonly now: OpenCounts
}

export function OverTime({ text, now }: OverTimeProps): ReactNode {
  const { t } = useTranslation()
  const { data, error, refetch } = useQuery(openOverTimeQuery(text.id))
  const at = useNow()
  const course = useMemo(() => (data ? courseOf(data, now, at) : []), [data, now, at])
  if (!data) return error ? <Failure error={error} onRetry={() => void refetch()} /> : <Waiting />
  if (course.length < 2) return <p className={css.quiet}>{t('board.noCourse')}</p>
  return (
    <>
      <Chart course={course} text={text} />
      <details className={css.asTable}>
        <summary>{t('board.asTable')}</summary>
        <CourseTable course={course} text={text} />
      </details>
    </>
  )
}

interface CourseProps {
  readonly course: readonly Stop[]
  readonly text: api.TextSummary
}

const room = { width: 520, height: 96 }
/** Units kept free around the drawing for its words. */
const margin = { top: 14, side: 30, bottom: 22 }

function Chart({ course, text }: CourseProps): ReactNode {
  const { t, i18n } = useTranslation()
  const day = (stop: Stop | undefined): string =>
    new Date(stop?.at ?? 0).toLocaleDateString(i18n.language, { day: 'numeric', month: 'short' })
  const [first, last] = [course[0], course.at(-1)]
  const pairs = pointsOf(course, 'pairs', room)
  const says = t('board.chart', { from: day(first), before: first?.pairs, now: last?.pairs })
  return (
    <svg
      className={css.chart}
      viewBox={`0 0 ${room.width + 2 * margin.side} ${room.height + margin.top + margin.bottom}`}
      role="img"
      aria-label={says}
    >
      <g transform={`translate(${margin.side} ${margin.top})`}>
        <path className={css.floor} d={`M0 ${room.height}H${room.width}`} />
        <path className={css.optionsLine} d={stepsThrough(pointsOf(course, 'options', room))} />
        <path className={css.pairsLine} d={stepsThrough(pairs)} />
        {(['pairs', 'options'] as const).map((series) => (
          <text key={series} className={css.series} x={4} y={(pointsOf(course, series, room)[0]?.y ?? 0) - 5}>
            {t(`board.columns.${series}`)}
          </text>
        ))}
        {course.map(
          (stop, index) =>
            stop.version !== undefined && (
              <g key={stop.version} transform={`translate(${pairs[index]?.x} ${pairs[index]?.y})`}>
                <circle className={css.versionDot} r={3} />
                <text className={css.versionName} y={-6}>
                  {t('board.versionShort', { number: numberOf(text, stop) })}
                </text>
              </g>
            ),
        )}
        <text className={css.scale} x={-6} y={4}>
          {ceilingOf(course)}
        </text>
        <text className={css.scale} x={-6} y={room.height + 4}>
          0
        </text>
        <text className={css.date} y={room.height + 16}>
          {day(first)}
        </text>
        <text className={css.date} x={room.width} y={room.height + 16} textAnchor="end">
          {day(last)}
        </text>
      </g>
    </svg>
  )
}

function numberOf({ versions }: api.TextSummary, { version }: Stop): number | string {
  return versions.find(({ id }) => id === version)?.number ?? ''
}

function CourseTable({ course, text }: CourseProps): ReactNode {
  const { t, i18n } = useTranslation()
  return (
    <table className={css.table}>
      <thead>
        <tr>
          <th scope="col">{t('board.when')}</th>
          {columns.map((column) => (
            <th key={column} scope="col">
              {t(`board.columns.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {course.map((stop, index) => (
          <tr key={`${stop.at} ${stop.version ?? ''}`}>
            <th scope="row">
              {index === course.length - 1
                ? t('board.now')
                : new Date(stop.at).toLocaleDateString(i18n.language, { dateStyle: 'medium' })}
              {stop.version !== undefined && `, ${t('board.version', { number: numberOf(text, stop) })}`}
            </th>
            {columns.map((column) => (
              <td key={column}>{stop[column]}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const columns = ['pairs', 'options', 'placeholders', 'unbalanced'] as const
