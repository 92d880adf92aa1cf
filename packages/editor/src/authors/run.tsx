/** A stretch of words with who wrote it and, where it is gone, who deleted it. */

import type { api } from '@travaux/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Code } from '../people/code.tsx'
import { When } from '../words/when.tsx'
import css from './authors.module.css'
import type { Deeds } from './stretches.ts'

interface RunProps {
  readonly run: api.BlameRun
  /** Its words as they are read. */
  readonly words: string
  readonly deeds: Deeds
}

export function RunItem({ run: { wrote, deleted }, words, deeds }: RunProps): ReactNode {
  const [writer, deleter] = [deeds.get(wrote), deleted === undefined ? undefined : deeds.get(deleted)]
  return (
    <li className={css.run}>
      {deleter ? <del className={css.deleted}>{words}</del> : <span className={css.words}>{words}</span>}
      {writer && <Signed deed={writer} kind="wrote" />}
      {deleter && <Signed deed={deleter} kind="deleted" />}
    </li>
  )
}

function Signed({ deed, kind }: { readonly deed: api.Deed; readonly kind: 'wrote' | 'deleted' }): ReactNode {
  const { t } = useTranslation()
  const broughtIn = deed.delegation === ''
  return (
    <span className={css.signed}>
      {t(broughtIn ? 'authors.broughtIn' : `authors.${kind}`)}{' '}
      {!broughtIn && (
        <>
          <Code delegation={deed.delegation} /> {deed.name}
        </>
      )}{' '}
      · <When at={deed.at} />
    </span>
  )
}
