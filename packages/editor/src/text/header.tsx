/** The header of a text: what it is, and the ways of working on it. */

import type { api } from '@travaux/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from '../app/router.tsx'
import type { Route } from '../app/route.ts'
import { directionOf } from '../words/words.ts'
import css from './text.module.css'

export function TextName({ text }: { readonly text: api.TextSummary }): ReactNode {
  return (
    <h1 className={css.name} title={text.title} data-words={directionOf(text.language)}>
      <span className={css.title} lang={text.language} dir="auto">
        {text.title}
      </span>
      {text.symbol !== '' && <span className={css.symbol}>{text.symbol}</span>}
    </h1>
  )
}

const ways = ['write', 'compare', 'brackets', 'history'] as const

export function Ways({ text, current }: { readonly text: string; readonly current: Route['kind'] }): ReactNode {
  const { t } = useTranslation()
  return (
    <nav className={css.ways} aria-label={t('ways.label')}>
      {ways.map((kind) => (
        <Link key={kind} className={css.way} to={{ kind, text }} aria-current={kind === current ? 'page' : undefined}>
          {t(`ways.${kind}`)}
        </Link>
      ))}
    </nav>
  )
}
