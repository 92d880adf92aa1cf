/** What happened to a text, newest first, as far back as one cares to look. */

import { Button, Loader } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Failure } from '../app/failure.tsx'
import { activityQuery, type ActivityFilter } from '../wire/queries.ts'
import type { OutlineItem } from '../writing/surface.ts'
import { Filters } from './filters.tsx'
import css from './history.module.css'
import { Line } from './line.tsx'
import { byMoment } from './moments.ts'

interface ActivityProps {
  readonly text: string
  readonly items: readonly OutlineItem[]
  readonly cite: (clause: string) => string | undefined
}

export function Activity({ text, items, cite }: ActivityProps): ReactNode {
  const { t } = useTranslation()
  const [filter, setFilter] = useState<ActivityFilter>({})
  const read = useInfiniteQuery(activityQuery(text, filter))
  const lines = read.data?.pages.flatMap((page) => page.lines) ?? []
  return (
    <div className={css.page}>
      <h2 className={css.title}>{t('history.activity')}</h2>
      <Filters items={items} filter={filter} onFilter={setFilter} />
      {read.error && <Failure error={read.error} onRetry={() => void read.refetch()} />}
      {read.isPending && <Loader size="xs" aria-label={t('failure.waiting')} />}
      {read.isSuccess && lines.length === 0 && (
        <p className={css.empty}>{t(read.hasNextPage ? 'history.noneYet' : 'history.empty')}</p>
      )}
      <ol aria-label={t('history.activity')} aria-busy={read.isFetching}>
        {byMoment(lines).map((group) => (
          <Line key={group[0].seq} lines={group} text={text} cite={cite} />
        ))}
      </ol>
      {read.hasNextPage && (
        <Button mt={16} loading={read.isFetchingNextPage} onClick={() => void read.fetchNextPage()}>
          {t('history.older')}
        </Button>
      )}
    </div>
  )
}
