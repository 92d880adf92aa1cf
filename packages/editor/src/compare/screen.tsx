/** Compare: two sides of a text against each other, a third between them, or one clause through all its states. */

import type { api, Pair } from '@travaux/core'
import { useMemo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type * as Y from 'yjs'
import { goTo, Link } from '../app/router.tsx'
import type { Route } from '../app/route.ts'
import { Missing } from '../text/missing.tsx'
import { SidesBar, useChoiceName } from './bar.tsx'
import { Changes } from './changes.tsx'
import { ClauseHistory } from './clause-history.tsx'
import css from './compare.module.css'
import type { Comparer } from './comparer.ts'
import { Corrected } from './corrected.tsx'
import { CorrectingProvider } from './correcting.ts'
import { NotYet } from './not-yet.tsx'
import { SaveReport } from './save-report.tsx'
import { choicesOf, choiceNamed, sidesOf, type Choice } from './sides.ts'
import { ThreeWay } from './three-way.tsx'
import { PrintTitle } from './title.tsx'
import { useComparison } from './use-comparison.ts'
import { useCorrections } from './use-corrections.ts'
import { useSources } from './use-sources.ts'

interface CompareProps {
  readonly text: api.TextSummary
  readonly doc: Y.Doc | undefined
  readonly comparer: Comparer | null
  readonly route: Extract<Route, { kind: 'compare' }>
}

export function Compare(props: CompareProps): ReactNode {
  const { t } = useTranslation()
  return (
    <section className={css.compare} aria-label={t('compare.title')}>
      <Chosen {...props} />
    </section>
  )
}

function Chosen({ text, doc, comparer, route }: CompareProps): ReactNode {
  const choices = useMemo(() => choicesOf(text), [text])
  const sides = sidesOf(choices, route.old, route.new)
  const through = choiceNamed(choices, route.through)
  const name = useChoiceName(text.id, sides ? [...sides, ...(through ? [through] : [])] : [])
  if (!sides) return <NothingToCompare />
  if (namesNothing(choices, route)) return <NoSuchVersion text={text} />
  if (route.of !== undefined) return <ClauseHistory {...{ text, doc, comparer, name }} clause={route.of} />
  const onSides = (old: string, step: string | undefined, current: string): void =>
    goTo({ kind: 'compare', text: text.id, old, through: step, new: current }, { replace: true })
  const forget = (): void => goTo({ ...route, clause: undefined }, { replace: true })
  const bar = <SidesBar {...{ choices, sides, through, name, onSides }} />
  const key = [sides[0], through, sides[1]].map((side) => side?.value).join(' ')
  return through ? (
    <ThreeWay key={key} {...{ text, doc, comparer, bar, name }} states={[sides[0], through, sides[1]]} />
  ) : (
    <TwoSides key={key} {...{ text, doc, comparer, sides, bar, name }} clause={route.clause} onForget={forget} />
  )
}

function NothingToCompare(): ReactNode {
  const { t } = useTranslation()
  return (
    <div className={css.said}>
      <h2>{t('compare.nothing')}</h2>
      <p>{t('compare.nothingHow')}</p>
    </div>
  )
}

/** Whether the address names a state that this text has not. */
function namesNothing(choices: readonly Choice[], { old, through, new: current }: CompareProps['route']): boolean {
  return [old, through, current].some((value) => value !== undefined && !choiceNamed(choices, value))
}

function NoSuchVersion({ text }: { readonly text: api.TextSummary }): ReactNode {
  const { t } = useTranslation()
  return (
    <div className={css.said} role="alert">
      <h2>{t('compare.noVersion')}</h2>
      <p>{t('compare.noVersionHow')}</p>
      <Link to={{ kind: 'compare', text: text.id }}>
        {t(text.baseline ? 'texts.compareBaseline' : 'texts.compare')}
      </Link>
    </div>
  )
}

interface TwoSidesProps extends Pick<CompareProps, 'text' | 'doc' | 'comparer'> {
  readonly sides: readonly [Choice, Choice]
  readonly clause: string | undefined
  /** The address is no longer to name a clause. */
  readonly onForget: () => void
  readonly name: (choice: Choice) => string
  /** Where the sides are chosen. */
  readonly bar: ReactNode
}

function TwoSides(props: TwoSidesProps): ReactNode {
  const { text, doc, comparer, sides, clause, name, bar, onForget } = props
  const { t } = useTranslation()
  const { list, options, correct } = useCorrections(text, sides[0].value, sides[1].value)
  const { sources, failure } = useSources(text.id, sides)
  const compared = useComparison(comparer, doc, sources[0], sources[1], options)
  const pairs = compared.kind === 'done' ? compared.comparison.pairs : noPairs
  const historyOf = (of: string): Route => ({ kind: 'compare', text: text.id, of })
  if (failure !== undefined || compared.kind !== 'done') {
    return <NotYet bar={bar} failure={failure ?? (compared.kind === 'failed' ? compared.says : undefined)} />
  }
  const { comparison } = compared
  const names = { old: name(sides[0]), new: name(sides[1]) }
  return (
    <CorrectingProvider value={{ correct, pairs, historyOf }}>
      {clause !== undefined && !has(pairs, clause) && <Missing onClose={onForget}>{t('missing.compared')}</Missing>}
      <Changes
        {...{ comparison, clause, bar }}
        tools={
          <>
            <Corrected {...{ list, pairs, correct }} />
            <SaveReport {...{ text, comparison, sides, sources, names }} />
          </>
        }
        title={<PrintTitle text={text} {...names} />}
      />
    </CorrectingProvider>
  )
}

function has(pairs: readonly Pair[], clause: string): boolean {
  return pairs.some((pair) => [...pair.new, ...pair.old].some(({ id }) => id === clause))
}

const noPairs: readonly never[] = []
