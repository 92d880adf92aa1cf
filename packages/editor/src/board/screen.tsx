/** Brackets: what is still open in the text, by provision and by delegation, now and over time. */

import type { api, Board, OpenCounts } from '@travaux/core'
import { useMemo, useState, type CSSProperties, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type * as Y from 'yjs'
import { useArrival } from '../app/arrival.ts'
import { useStore } from '../app/store.ts'
import { hueOf } from '../people/hue.ts'
import type { Desk } from '../text/desk.ts'
import type { OutlineItem } from '../writing/surface.ts'
import css from './board.module.css'
import { OverTime } from './chart.tsx'
import { Provisions } from './provisions.tsx'
import { useBoard } from './use-board.ts'

interface BoardProps {
  readonly text: api.TextSummary
  readonly desk: Desk
  readonly doc: Y.Doc | undefined
}

export function BoardScreen({ text, desk, doc }: BoardProps): ReactNode {
  const { t } = useTranslation()
  const board = useBoard(doc)
  const main = useArrival()
  const items = useStore(desk, (state) => state.items)
  const named = useMemo(() => new Map(items.map((item) => [item.id, item])), [items])
  return (
    <main className={css.board} ref={main} data-region tabIndex={-1} aria-label={t('board.title')}>
      <div className={css.column}>
        <h1 className="hidden-words">{t('board.title')}</h1>
        {board && <Open {...{ text, board, named }} />}
      </div>
    </main>
  )
}

interface OpenProps {
  readonly text: api.TextSummary
  readonly board: Board
  readonly named: ReadonlyMap<string, OutlineItem>
}

function Open({ text, board, named }: OpenProps): ReactNode {
  const { t } = useTranslation()
  const [sponsor, setSponsor] = useState<string | null>(null)
  const chosen = board.sponsors.some(({ name }) => name === sponsor) ? sponsor : null
  return (
    <>
      <section className={css.top} aria-label={t('board.summary')}>
        <Totals total={board.total} />
        <div className={css.course}>
          <OverTime text={text} now={board.total} />
        </div>
      </section>
      {board.provisions.length === 0 ? (
        <div className={css.empty}>
          <h2>{t('board.empty')}</h2>
          <p>{t('board.emptyHow')}</p>
        </div>
      ) : (
        <>
          <Sponsors sponsors={board.sponsors} chosen={chosen} onChoose={setSponsor} />
          <Provisions {...{ text, named }} provisions={board.provisions} sponsor={chosen} />
        </>
      )}
    </>
  )
}

/** The counts as they stand. */
function Totals({ total }: { readonly total: OpenCounts }): ReactNode {
  const { t } = useTranslation()
  return (
    <dl className={css.totals}>
      {(['pairs', 'options', 'placeholders', 'unbalanced'] as const).map((kind) => (
        <div key={kind} data-kind={kind} data-some={total[kind] > 0}>
          <dt>{t(`board.totals.${kind}`, { count: total[kind] })}</dt>
          <dd>{total[kind]}</dd>
        </div>
      ))}
    </dl>
  )
}

interface SponsorsProps {
  readonly sponsors: Board['sponsors']
  readonly chosen: string | null
  readonly onChoose: (sponsor: string | null) => void
}

/** Who brackets are attributed to; pressing one shows only those. */
function Sponsors({ sponsors, chosen, onChoose }: SponsorsProps): ReactNode {
  const { t } = useTranslation()
  if (sponsors.length === 0) return null
  return (
    <fieldset className={css.sponsors} aria-label={t('board.byDelegation')}>
      {sponsors.map(({ name, pairs }) => (
        <button
          key={name}
          type="button"
          className={css.sponsor}
          style={{ '--hue': hueOf(name) } as CSSProperties}
          aria-pressed={name === chosen}
          onClick={() => onChoose(name === chosen ? null : name)}
        >
          {name} <span>{pairs}</span>
        </button>
      ))}
      {chosen !== null && (
        <button type="button" className={css.all} onClick={() => onChoose(null)}>
          {t('board.all')}
        </button>
      )}
    </fieldset>
  )
}
