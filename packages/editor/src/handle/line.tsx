/** Where the dragged clauses would land: a line as far in as they would stand, and the name of what they would stand in. */

import type { CSSProperties, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Box, OutlineItem, Surface } from '../writing/surface.ts'
import { stepsIn } from './aim.ts'
import css from './handle.module.css'
import type { Drag } from './use-drag.ts'

interface LineProps {
  readonly surface: Surface
  readonly drag: Drag
  readonly items: readonly OutlineItem[]
}

export function DropLine({ surface, drag, items }: LineProps): ReactNode {
  const { t } = useTranslation()
  const { ids, tree, gap, spot } = drag
  const top = heightOf(surface.box(gap.above), surface.box(gap.below))
  const first = surface.box(ids[0] ?? '')
  const last = surface.box(lastBeneath(drag))
  const parent = items.find(({ id }) => id === spot.parent)
  const place = parent?.name ?? t('handle.wholeText')
  return (
    <>
      {first && last && (
        <div className={css.carried} style={{ insetBlockStart: first.top, blockSize: last.bottom - first.top }} />
      )}
      <div
        className={css.line}
        data-depth={spot.depth}
        style={{ insetBlockStart: top, '--steps': stepsIn(tree, spot.parent) } as CSSProperties}
      >
        <output className={css.where}>
          <bdi>
            {ids.length > 1 && `${t('outline.found', { count: ids.length })}: `}
            {t('handle.into', { place })}
          </bdi>
        </output>
      </div>
    </>
  )
}

/** Pixels from a clause to the line, at most: what is dragged may itself stand in the gap. */
const NEAR = 7

function heightOf(above: Box | null, below: Box | null): number {
  if (!above) return (below?.top ?? 0) - NEAR
  return above.bottom + (below ? Math.min(NEAR, (below.top - above.bottom) / 2) : NEAR)
}

/** The last clause beneath the last dragged one: what is dragged ends there. */
function lastBeneath({ ids, tree }: Drag): string {
  const at = tree.findIndex(({ id }) => id === ids.at(-1))
  let end = at
  while ((tree[end + 1]?.depth ?? -1) > (tree[at]?.depth ?? 0)) end++
  return tree[end]?.id ?? ''
}
