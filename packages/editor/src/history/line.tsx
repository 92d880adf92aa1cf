/** One line of the activity: when, who, what, and at which clauses. */

import type { api } from '@travaux/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from '../app/router.tsx'
import { Code } from '../people/code.tsx'
import { When } from '../words/when.tsx'
import css from './history.module.css'
import type { Together } from './moments.ts'
import { Told, useToldTogether } from './told.tsx'

interface LineProps {
  readonly lines: Together
  readonly text: string
  /** The name of a clause that is still in the text. */
  readonly cite: (clause: string) => string | undefined
}

export function Line({ lines, text, cite }: LineProps): ReactNode {
  const { t } = useTranslation()
  const [line] = lines
  return (
    <li className={css.line}>
      <Link className={css.moment} title={t('history.toMoment')} to={{ kind: 'history', text, at: line.at }}>
        <When at={line.at} />
      </Link>
      <span className={css.who}>
        {line.delegation !== '' && <Code delegation={line.delegation} />} {line.name}
      </span>
      {lines.length > 1 ? (
        <Roles lines={lines} />
      ) : (
        <span>
          <Told line={line} /> <Places clauses={line.clauses} text={text} cite={cite} />
        </span>
      )}
    </li>
  )
}

/** How many roles were given; opened, to whom and which, in the order in which they were given. */
function Roles({ lines }: Pick<LineProps, 'lines'>): ReactNode {
  const told = useToldTogether()
  return (
    <details className={css.roles}>
      <summary>{told(lines)}</summary>
      <ul>
        {lines.toReversed().map((line) => (
          <li key={line.seq}>
            <Told line={line} />
          </li>
        ))}
      </ul>
    </details>
  )
}

/** Clauses that are named; more are only counted. */
const NAMED = 3

/** The clauses a line is about, as ways to them. */
function Places({ clauses, text, cite }: Pick<api.Activity, 'clauses'> & Omit<LineProps, 'lines'>): ReactNode {
  const { t } = useTranslation()
  const cited = clauses.flatMap((clause) => {
    const place = cite(clause)
    return place === undefined || place === '' ? [] : [{ clause, place }]
  })
  const more = cited.length - NAMED
  return (
    <span className={css.places}>
      {cited.slice(0, NAMED).map(({ clause, place }) => (
        <Link key={clause} className={css.where} to={{ kind: 'write', text, clause }}>
          {place}
        </Link>
      ))}
      {more > 0 && <span>{t('history.moreClauses', { count: more })}</span>}
    </span>
  )
}
