/** Words of a pair as a lawyer reads them: kept, inserted, struck through; said in words to a screen reader. */

import type { Pair, WordOp } from '@travaux/core'
import { Fragment, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import css from './compare.module.css'

export type Showing = 'both' | 'old' | 'new'

/** All words of a pair, or only those of one side, the changed ones marked. */
export function Redline({
  words,
  showing = 'both',
}: {
  readonly words: Pair['words']
  readonly showing?: Showing
}): ReactNode {
  const left = showing === 'old' ? '+' : showing === 'new' ? '-' : undefined
  return placedStretches(words).map(({ op, at }) => op[0] !== left && <Stretch key={`${at} ${op[0]}`} op={op} />)
}

/** Every stretch with the character it begins at: what tells one from another. */
function placedStretches(words: Pair['words']): { readonly op: WordOp; readonly at: number }[] {
  let at = 0
  return words.map((op) => {
    const placed = { op, at }
    at += op[1].length
    return placed
  })
}

/** What is said to a screen reader is in the language of the reader and says nothing of the direction of the words. */
function Stretch({ op: [kind, words] }: { readonly op: WordOp }): ReactNode {
  const { t } = useTranslation()
  switch (kind) {
    case '=':
      return <Fragment>{words}</Fragment>
    case '+':
      return (
        <ins className={css.inserted}>
          <bdi className="hidden-words">{t('compare.insertion')} </bdi>
          {words}
          <bdi className="hidden-words"> {t('compare.end')}</bdi>
        </ins>
      )
    case '-':
      return (
        <del className={css.deleted}>
          <bdi className="hidden-words">{t('compare.deletion')} </bdi>
          {words}
          <bdi className="hidden-words"> {t('compare.end')}</bdi>
        </del>
      )
    default:
      return kind satisfies never
  }
}
