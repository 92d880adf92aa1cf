/** The change map down the edge: where in the text the changes lie. A pointer's shortcut for next and previous. */

import { useMemo, type CSSProperties, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import css from './compare.module.css'
import { strokesOf, type Row } from './view.ts'

interface MapProps {
  readonly rows: readonly Row[]
  readonly current: number | null
  readonly onGo: (index: number) => void
}

/** Hidden from screen readers and the Tab key: every change is reached by next and previous. */
export function ChangeMap({ rows, current, onGo }: MapProps): ReactNode {
  const { t } = useTranslation()
  const strokes = useMemo(() => strokesOf(rows), [rows])
  return (
    <div className={css.map} aria-hidden>
      {strokes.map(({ index, change, start, length }) => (
        <button
          key={index}
          type="button"
          aria-label={t(`compare.kinds.${change}`)}
          tabIndex={-1}
          className={css.stroke}
          data-change={change}
          data-current={index === current}
          style={{ '--start': `${start * 100}%`, '--length': `${length * 100}%` } as CSSProperties}
          onClick={() => onGo(index)}
        />
      ))}
    </div>
  )
}
