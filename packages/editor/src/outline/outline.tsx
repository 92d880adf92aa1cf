/** The outline beside the text: find a clause, see where one is, go there. */

import { CloseButton, TextInput, UnstyledButton } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useMemo, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { OutlineItem } from '../writing/surface.ts'
import css from './outline.module.css'
import { OutlineTree } from './rows.tsx'
import { outlineOf, search, tally } from './tree.ts'

export interface OutlineProps {
  /** Id of the text. */
  readonly text: string
  readonly items: readonly OutlineItem[]
  /** The clause at the top of what is visible. */
  readonly current: string | null
  /** Clauses with open threads, one for each thread. */
  readonly threads: readonly string[]
  /** Clauses that differ from the baseline. */
  readonly differences: readonly string[]
  readonly onGo: (clause: string) => void
}

export function OutlinePanel({ text, items, current, threads, differences, onGo }: OutlineProps): ReactNode {
  const { t } = useTranslation()
  const [asked, setAsked] = useState('')
  const outline = useMemo(() => outlineOf(items), [items])
  const threadCounts = useMemo(() => tally(outline, threads), [outline, threads])
  const bracketCounts = useMemo(
    () =>
      tally(
        outline,
        items.flatMap(({ id, brackets }) => Array.from({ length: brackets }, () => id)),
      ),
    [outline, items],
  )
  const differenceCounts = useMemo(() => tally(outline, differences), [outline, differences])
  return (
    <div className={css.outline}>
      <div className={css.head}>
        <h2 className={css.title}>{t('outline.title')}</h2>
      </div>
      <div className={css.search}>
        <TextInput
          aria-label={t('outline.search')}
          placeholder={t('outline.search')}
          leftSection={<IconSearch size={14} />}
          rightSection={asked && <CloseButton size="sm" aria-label={t('outline.clear')} onClick={() => setAsked('')} />}
          value={asked}
          onChange={(event) => setAsked(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Escape') setAsked('')
          }}
        />
      </div>
      <div className={css.scroll}>
        {asked.trim() !== '' ? (
          <Found items={items} asked={asked} onGo={onGo} />
        ) : items.length === 0 ? (
          <p className={css.empty}>{t('outline.empty')}</p>
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

interface FoundProps {
  readonly items: readonly OutlineItem[]
  readonly asked: string
  readonly onGo: (clause: string) => void
}

function Found({ items, asked, onGo }: FoundProps): ReactNode {
  const { t } = useTranslation()
  const found = useMemo(() => search(items, asked), [items, asked])
  return (
    <>
      <output className={css.empty}>{t('outline.found', { count: found.length })}</output>
      <ul>
        {found.map((item) => (
          <li key={item.id}>
            <UnstyledButton className={css.found} onClick={() => onGo(item.id)}>
              <span className={css.cite}>{item.citation}</span>
              <span className={css.words}>{item.words}</span>
            </UnstyledButton>
          </li>
        ))}
      </ul>
    </>
  )
}
