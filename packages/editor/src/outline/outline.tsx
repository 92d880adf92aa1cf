/** The outline beside the text: find a clause, see where one is, go there. */

import { CloseButton, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useMemo, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { OutlineItem } from '../writing/surface.ts'
import { focusHit, Found } from './found.tsx'
import css from './outline.module.css'
import { OutlineTree } from './rows.tsx'
import { outlineOf, search, tally, type Go } from './tree.ts'

export interface OutlineProps {
  /** Id of the text. */
  readonly text: string
  readonly items: readonly OutlineItem[]
  /** The clause that is written or read. */
  readonly current: string | null
  /** Clauses with open threads, one for each thread. */
  readonly threads: readonly string[]
  /** Clauses that differ from the baseline. */
  readonly differences: readonly string[]
  readonly onGo: Go
  /** Whether the text has no clauses, and not only none to show yet. */
  readonly isEmpty: boolean
  /** What closes the outline, where it lies over the text. */
  readonly close?: ReactNode
}

export function OutlinePanel(props: OutlineProps): ReactNode {
  const { text, items, current, threads, differences, onGo, isEmpty, close } = props
  const { t } = useTranslation()
  const [asked, setAsked] = useState('')
  const field = useRef<HTMLInputElement>(null)
  const list = useRef<HTMLUListElement>(null)
  const found = useMemo(() => search(items, asked), [items, asked])
  const outline = useMemo(() => outlineOf(items), [items])
  const threadCounts = useMemo(() => tally(outline, threads), [outline, threads])
  const bracketCounts = useMemo(
    () =>
      tally(
        outline,
        items.filter(({ brackets }) => brackets > 0).flatMap(({ id, brackets }) => Array<string>(brackets).fill(id)),
      ),
    [outline, items],
  )
  const differenceCounts = useMemo(() => tally(outline, differences), [outline, differences])
  const pressed = (event: KeyboardEvent): void => {
    const [first] = found
    if (event.key === 'Escape' && asked !== '') setAsked('')
    else if (event.key === 'Enter' && first) onGo(first.id, true)
    else if (event.key === 'ArrowDown' && first) focusHit(list.current, 0)
    else return
    event.preventDefault()
  }
  return (
    <div className={css.outline}>
      <div className={css.head}>
        <h2 className={css.title}>{t('outline.title')}</h2>
        {close}
      </div>
      <div className={css.search}>
        <TextInput
          aria-label={t('outline.search')}
          placeholder={t('outline.search')}
          leftSection={<IconSearch size={14} />}
          rightSection={asked && <CloseButton size="sm" aria-label={t('outline.clear')} onClick={() => setAsked('')} />}
          value={asked}
          onChange={(event) => setAsked(event.currentTarget.value)}
          onKeyDown={pressed}
          ref={field}
        />
      </div>
      <div className={css.scroll}>
        {asked.trim() !== '' ? (
          <Found {...{ found, list, onGo }} onBack={() => field.current?.focus()} />
        ) : items.length === 0 ? (
          isEmpty && <p className={css.empty}>{t('outline.empty')}</p>
        ) : (
          <OutlineTree
            outline={outline}
            current={current}
            threads={threadCounts}
            differences={differenceCounts}
            brackets={bracketCounts}
            text={text}
            onGo={onGo}
          />
        )}
      </div>
    </div>
  )
}
