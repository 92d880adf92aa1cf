/** The head of the rail: which threads it shows, those whose clause is gone, and what to do where there are none. */

import { NativeSelect, UnstyledButton } from '@mantine/core'
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { memo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import css from './comments.module.css'
import type { ShownThread } from './overlay.ts'
import { filters, type Filter } from './shown.ts'

interface RailHeadProps {
  readonly threads: readonly ShownThread[]
  readonly filter: Filter
  readonly onFilter: (filter: Filter) => void
  /** What closes the rail, where it lies over the text. */
  readonly close: ReactNode
  readonly children: ReactNode
}

/** Drawn again only for other threads or another filter: the rail itself is, whenever words may have moved. */
export const RailHead = memo(function RailHead(props: RailHeadProps): ReactNode {
  const { threads, filter, onFilter, close, children } = props
  const { t } = useTranslation()
  const resolved = threads.filter((thread) => thread.resolved).length
  const counts: Record<Filter, number> = { open: threads.length - resolved, resolved, all: threads.length }
  return (
    <div className={css.head}>
      <div className={css.headLine}>
        <h2 className={css.title}>{t('comments.title')}</h2>
        <NativeSelect
          className={css.filter}
          size="xs"
          variant="unstyled"
          aria-label={t('comments.filter')}
          value={filter}
          data={filters.map((value) => ({ value, label: t(`comments.show.${value}`, { count: counts[value] }) }))}
          onChange={(event) => onFilter(filters.find((value) => value === event.currentTarget.value) ?? 'open')}
        />
        {close}
      </div>
      {children}
    </div>
  )
})

export const EmptyRail = memo(function EmptyRail({ filter }: { readonly filter: Filter }): ReactNode {
  const { t } = useTranslation()
  return (
    <div className={css.empty}>
      <p>{t(`comments.empty.${filter}`)}</p>
      {filter !== 'resolved' && <p>{t('comments.begin')}</p>}
    </div>
  )
})

/** How many threads more there are in what is folded away. */
export function FoldedThreads({ count }: { readonly count: number }): ReactNode {
  const { t } = useTranslation()
  return <p className={css.folded}>{t('comments.folded', { count })}</p>
}

interface UnseenThreadsProps {
  readonly where: 'above' | 'below'
  readonly count: number
  /** What the clause of the nearest is called. */
  readonly place: string
  readonly onGo: () => void
}

/** The way to the nearest thread, where the rail shows none beside what is read. */
export function UnseenThreads({ where, count, place, onGo }: UnseenThreadsProps): ReactNode {
  const { t } = useTranslation()
  const Icon = where === 'above' ? IconArrowUp : IconArrowDown
  return (
    <UnstyledButton className={css.unseen} title={t('comments.goTo')} onClick={onGo}>
      <Icon size={14} aria-hidden />
      <span>{t(`comments.${where}`, { count, place })}</span>
    </UnstyledButton>
  )
}

/** Threads whose clause was deleted: folded away under the head, never out of reach. */
export function Tray({ count, children }: { readonly count: number; readonly children: ReactNode }): ReactNode {
  const { t } = useTranslation()
  return (
    <details className={css.tray}>
      <summary className={css.trayTitle}>{t('comments.tray', { count })}</summary>
      {children}
    </details>
  )
}
