/** Going to a clause by its number or its words (Ctrl+G). */

import { Spotlight } from '@mantine/spotlight'
import { useMemo, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { takeKeys } from '../app/take-keys.ts'
import type { Desk } from '../text/desk.ts'
import type { OutlineItem } from '../writing/surface.ts'
import { after } from './action.tsx'
import { clausesFor } from './clauses.ts'
import { choosesFirst, lookOf } from './commands.tsx'
import { clausePalette } from './stores.ts'

interface ClausePaletteProps {
  readonly desk: Desk
  readonly onGo: (clause: string) => void
}

export function ClausePalette({ desk, onGo }: ClausePaletteProps): ReactNode {
  const { t } = useTranslation()
  const [items, setItems] = useState<readonly OutlineItem[]>([])
  const actions = useMemo(
    () =>
      items.map(({ id, number, words }) => ({
        id,
        label: number,
        description: words,
        onClick: after(() => onGo(id)),
      })),
    [items, onGo],
  )
  const named = useMemo(
    () => items.map(({ citation, number, words }, at) => ({ at, citation, label: number, description: words })),
    [items],
  )
  return (
    <Spotlight
      {...lookOf(t('palette.goto'))}
      store={clausePalette}
      onSpotlightOpen={() => setItems(desk.get().items)}
      actions={actions}
      filter={(query) => clausesFor(query, named).flatMap(({ at }) => actions[at] ?? [])}
      shortcut={['mod + G']}
      tagsToIgnore={[]}
      triggerOnContentEditable
      limit={12}
      nothingFound={t('palette.noClause')}
      searchProps={{
        placeholder: t('palette.goto'),
        'aria-label': t('palette.goto'),
        ref: takeKeys,
        ...choosesFirst(clausePalette),
      }}
    />
  )
}
