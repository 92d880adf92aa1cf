/** One clause through all states of its text, newest first: what each step did to it. */

import type { api } from '@travaux/core'
import { useMemo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type * as Y from 'yjs'
import { Link } from '../app/router.tsx'
import { When } from '../words/when.tsx'
import css from './compare.module.css'
import type { Comparer } from './comparer.ts'
import { followBack, type Turn } from './lineage.ts'
import { NotYet } from './not-yet.tsx'
import { ClauseWords } from './row.tsx'
import { statesOf, type Choice } from './sides.ts'
import { cited, Tags } from './tags.tsx'
import { useStepCorrections } from './use-corrections.ts'
import { useLineage } from './use-lineage.ts'
import { useSources } from './use-sources.ts'

interface ClauseHistoryProps {
  readonly text: api.TextSummary
  readonly doc: Y.Doc | undefined
  readonly comparer: Comparer | null
  readonly clause: string
  readonly name: (choice: Choice) => string
}

export function ClauseHistory({ text, doc, comparer, clause, name }: ClauseHistoryProps): ReactNode {
  const { t } = useTranslation()
  const states = useMemo(() => statesOf(text), [text])
  const { sources, read, failure } = useSources(text.id, states)
  const names = useMemo(() => states.map(({ value }) => value), [states])
  const lineage = useLineage(comparer, doc, sources, useStepCorrections(text.id, names))
  const back = (
    <div className={css.sides}>
      <Link className={css.back} to={{ kind: 'compare', text: text.id, clause }}>
        {t('compare.wholeComparison')}
      </Link>
      {lineage.kind === 'working' && (
        <p className={css.position}>{t('compare.reading', { read, of: states.length })}</p>
      )}
    </div>
  )
  if (lineage.kind !== 'done') {
    return <NotYet bar={back} failure={failure ?? (lineage.kind === 'failed' ? lineage.says : undefined)} />
  }
  const turns = followBack(lineage.comparisons, clause)
  return (
    <>
      <div className={css.head}>{back}</div>
      <div className={css.body}>
        {/* What scrolls must be reached by the keyboard. */}
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
        <section className={css.scroller} tabIndex={0} aria-label={t('compare.clauseHistory')} data-print>
          <div className={`travaux-text ${css.page}`}>
            <Turns {...{ turns, states, name }} />
          </div>
        </section>
      </div>
    </>
  )
}

interface TurnsProps {
  readonly turns: readonly Turn[]
  readonly states: readonly Choice[]
  readonly name: (choice: Choice) => string
}

function Turns({ turns, states, name }: TurnsProps): ReactNode {
  const { t } = useTranslation()
  const [newest] = turns
  if (!newest) return <p className={css.same}>{t('compare.noSuchClause')}</p>
  const pair = newest.pairs[0]
  return (
    <>
      <h2 className={css.historyTitle}>
        <bdi>{pair && cited(pair.new.length > 0 ? pair.new : pair.old)}</bdi> · {t('compare.clauseHistory')}
      </h2>
      <ol>
        {turns.map((turn) => (
          <TurnItem key={turn.at} turn={turn} from={states[turn.at]} to={states[turn.at + 1]} name={name} />
        ))}
      </ol>
    </>
  )
}

interface TurnItemProps {
  readonly turn: Turn
  readonly from: Choice | undefined
  readonly to: Choice | undefined
  readonly name: (choice: Choice) => string
}

function TurnItem({ turn: { pairs }, from, to, name }: TurnItemProps): ReactNode {
  const { t } = useTranslation()
  const same = pairs.every(({ changes }) => changes.includes('same'))
  return (
    <li className={css.turn}>
      <h3 className={css.turnHead}>
        {to && name(to)} {to?.kind === 'version' && <When at={to.version.at} />}
        <span className={css.turnFrom}>{from && t('compare.against', { name: name(from) })}</span>
      </h3>
      {same ? (
        <p className={css.turnSame}>{t('compare.sameWords')}</p>
      ) : (
        pairs.map((pair) => (
          <div key={pair.old[0]?.id ?? pair.new[0]?.id}>
            <Tags pair={pair} />
            <ClauseWords pair={pair} showing="both" />
          </div>
        ))
      )}
    </li>
  )
}
