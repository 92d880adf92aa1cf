/** The clauses that the search of the outline found: arrow keys walk them, Enter goes to one, Escape goes back. */

import { UnstyledButton } from '@mantine/core'
import type { KeyboardEvent, ReactNode, RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import type { OutlineItem } from '../writing/surface.ts'
import css from './outline.module.css'
import type { Go } from './tree.ts'

interface FoundProps {
  readonly found: readonly OutlineItem[]
  readonly list: RefObject<HTMLUListElement | null>
  readonly onGo: Go
  /** Goes back to the field of the search. */
  readonly onBack: () => void
}

export function Found({ found, list, onGo, onBack }: FoundProps): ReactNode {
  const { t } = useTranslation()
  const pressed = (event: KeyboardEvent): void => {
    const by = { ArrowDown: 1, ArrowUp: -1, Escape: -Infinity }[event.key]
    if (by === undefined) return
    event.preventDefault()
    if (!focusHit(list.current, hitsIn(list.current).findIndex((hit) => hit === event.target) + by)) onBack()
  }
  return (
    <>
      <output className={css.empty}>{t('outline.found', { count: found.length })}</output>
      <ul ref={list}>
        {found.map((item) => (
          <li key={item.id}>
            <UnstyledButton className={css.found} onKeyDown={pressed} onClick={() => onGo(item.id, true)}>
              <span className={css.cite}>{item.number}</span>
              <span className={css.words}>{item.words}</span>
            </UnstyledButton>
          </li>
        ))}
      </ul>
    </>
  )
}

function hitsIn(list: HTMLElement | null): HTMLElement[] {
  return [...(list?.querySelectorAll('button') ?? [])]
}

/** Focuses a hit by its index, the last one where there are not so many; false before the first one. */
export function focusHit(list: HTMLElement | null, index: number): boolean {
  const hits = hitsIn(list)
  hits[Math.min(index, hits.length - 1)]?.focus()
  return index >= 0
}
