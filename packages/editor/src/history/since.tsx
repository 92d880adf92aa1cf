/** What changed between a moment of the past and now. */

import { Loader } from '@mantine/core'
import type { api } from '@travaux/core'
import { useMemo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type * as Y from 'yjs'
import { Changes } from '../compare/changes.tsx'
import type { Comparer, Source } from '../compare/comparer.ts'
import { useComparison } from '../compare/use-comparison.ts'
import css from './history.module.css'

interface SinceProps {
  readonly moment: api.Moment
  readonly doc: Y.Doc | undefined
  readonly comparer: Comparer | null
}

const living: Source = { kind: 'living' }

export function Since({ moment: { draft, sha256 }, doc, comparer }: SinceProps): ReactNode {
  const { t } = useTranslation()
  // oxlint-disable-next-line react-hooks/exhaustive-deps
  const then = useMemo((): Source => ({ kind: 'draft', name: sha256, draft }), [sha256])
  const compared = useComparison(comparer, doc, then, living)
  if (compared.kind === 'done')
    return <Changes comparison={compared.comparison} clause={undefined} bar={<p>{t('history.thenAndNow')}</p>} />
  return (
    <div className={css.said}>
      {compared.kind === 'failed' ? (
        <p role="alert">{compared.says}</p>
      ) : (
        <output>
          <Loader size="xs" aria-hidden /> {t('compare.working')}
        </output>
      )}
    </div>
  )
}
