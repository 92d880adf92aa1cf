/** Which lines of the activity to show: by member, delegation, clause and kind. */

import { Button, NativeSelect } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { membersQuery, type ActivityFilter } from '../wire/queries.ts'
import type { OutlineItem } from '../writing/surface.ts'
import css from './history.module.css'
import { kinds } from './told.tsx'

interface FiltersProps {
  readonly items: readonly OutlineItem[]
  readonly filter: ActivityFilter
  readonly onFilter: (filter: ActivityFilter) => void
}

interface Choice {
  readonly value: string
  readonly label: string
}

export function Filters({ items, filter, onFilter }: FiltersProps): ReactNode {
  const { t } = useTranslation()
  const choices = useChoices(items)
  return (
    <fieldset className={css.filters}>
      <legend className="hidden-words">{t('history.filters')}</legend>
      {names.map((name) => (
        <NativeSelect
          key={name}
          className={css.filter}
          size="xs"
          aria-label={t(`history.by.${name}`)}
          value={filter[name] ?? ''}
          data={[{ value: '', label: t(`history.all.${name}`) }, ...choices[name]]}
          onChange={(event) => onFilter(withChoice(filter, name, event.currentTarget.value))}
        />
      ))}
      {Object.keys(filter).length > 0 && <Button onClick={() => onFilter({})}>{t('history.unfiltered')}</Button>}
    </fieldset>
  )
}

const names = ['member', 'delegation', 'clause', 'kind'] as const
type Name = (typeof names)[number]

function useChoices(items: readonly OutlineItem[]): Readonly<Record<Name, readonly Choice[]>> {
  const { t } = useTranslation()
  const { data: members = [] } = useQuery(membersQuery)
  const delegations = [...new Set(members.map(({ delegation }) => delegation))].toSorted((a, b) => a.localeCompare(b))
  return {
    member: members.map(({ id, name, code }) => ({ value: id, label: `${name} (${code})` })),
    delegation: delegations.map((value) => ({ value, label: value })),
    clause: items.map(({ id, number, words }) => ({ value: id, label: [number, words.slice(0, 40)].join(' ') })),
    kind: kinds.map((value) => ({ value, label: t(`history.kinds.${value}`) })),
  }
}

function withChoice(filter: ActivityFilter, name: Name, value: string): ActivityFilter {
  const { [name]: _left, ...others } = filter
  return value === '' ? others : { ...others, [name]: value }
}
