/** The foot of the page: how long the text is against its limit, how much is selected, and the way to what was deleted. */

import { NumberInput, Popover, Switch, UnstyledButton } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useState, type CSSProperties, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from '../app/store.ts'
import type { Desk } from '../text/desk.ts'
import type { Count } from '../writing/counts.ts'
import type { Surface } from '../writing/surface.ts'
import css from './counts.module.css'
import { limitFrom, MOST, setLimit, UN_LIMIT, useLimit } from './limit.ts'

interface FooterProps {
  readonly surface: Surface
  readonly desk: Desk
  readonly editable: boolean
}

export function CountsFooter({ surface, desk, editable }: FooterProps): ReactNode {
  const { t } = useTranslation()
  const text = useStore(surface.counts, (state) => state.text)
  const frozen = useStore(surface.numbering, (state) => state.frozen)
  const selection = useStore(surface.counts, (state) => state.selection)
  return (
    <footer className={css.footer} data-region tabIndex={-1} aria-label={t('counts.label')}>
      {text && <Length words={text.words} />}
      {text && <span className={css.clauses}>{t('texts.clauses', { count: text.clauses })}</span>}
      {frozen && (
        <span className={css.frozen} title={t('counts.frozenMeaning')}>
          {t('counts.frozen')}
        </span>
      )}
      {selection && <Selected selection={selection} />}
      <span className={css.space} />
      {editable && (
        <UnstyledButton className={css.quiet} onClick={() => desk.set({ drawer: 'deleted' })}>
          {t('deleted.title')}
        </UnstyledButton>
      )}
    </footer>
  )
}

function Selected({ selection: { words, clauses } }: { readonly selection: Count }): ReactNode {
  const { t } = useTranslation()
  return (
    <span className={css.selected}>
      {t('counts.selected', {
        words: t('texts.words', { count: words }),
        clauses: t('texts.clauses', { count: clauses }),
      })}
    </span>
  )
}

function Length({ words }: { readonly words: number }): ReactNode {
  const { t } = useTranslation()
  const limit = useLimit()
  const over = limit > 0 && words > limit
  return (
    <Popover position="top-start" withinPortal={false} trapFocus returnFocus shadow="md">
      <Popover.Target>
        <UnstyledButton className={css.length} data-over={over} title={t('counts.change')}>
          {limit === 0 ? (
            t('texts.words', { count: words })
          ) : (
            <>
              <span className={css.bar} style={{ '--part': Math.min(1, words / limit) } as CSSProperties} aria-hidden />
              {t('counts.of', { count: words, limit })}
            </>
          )}
        </UnstyledButton>
      </Popover.Target>
      <output className={css.over}>
        {over && (
          <>
            <IconAlertTriangle size={14} aria-hidden /> {t('counts.over', { count: words - limit })}
          </>
        )}
      </output>
      <Popover.Dropdown aria-label={t('counts.limit')}>
        <Limit limit={limit} />
      </Popover.Dropdown>
    </Popover>
  )
}

function Limit({ limit }: { readonly limit: number }): ReactNode {
  const { t } = useTranslation()
  const [last, setLast] = useState(limit || UN_LIMIT)
  const [typed, setTyped] = useState<number | string>(last)
  const isRefused = limit > 0 && limitFrom(typed) === undefined
  return (
    <div className={css.limit}>
      <Switch
        size="xs"
        label={t('counts.withLimit')}
        checked={limit > 0}
        onChange={({ currentTarget }) => {
          setTyped(last)
          setLimit(currentTarget.checked ? last : 0)
        }}
      />
      <NumberInput
        size="sm"
        label={t('counts.limit')}
        description={t('counts.meaning', { limit: UN_LIMIT })}
        error={isRefused && t('counts.refused', { most: MOST, limit })}
        errorProps={{ role: 'alert' }}
        min={1}
        max={MOST}
        // What cannot be is said, and never made into another limit.
        clampBehavior="none"
        step={500}
        thousandSeparator
        allowDecimal={false}
        allowNegative={false}
        disabled={limit === 0}
        value={typed}
        onChange={(value) => {
          setTyped(value)
          const asked = limitFrom(value)
          if (asked === undefined) return
          setLast(asked)
          setLimit(asked)
        }}
      />
    </div>
  )
}
