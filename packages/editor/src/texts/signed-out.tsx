/** What somebody sees who is not signed in: where they are, and how to get in. */

import { useEffect, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { keepWanted } from '../app/wanted.ts'
import css from './texts.module.css'

export function SignedOut(): ReactNode {
  const { t } = useTranslation()
  useEffect(() => keepWanted(localStorage, window.location, Date.now()), [])
  return (
    <main className={css.door}>
      <p className={css.wordmark}>Travaux</p>
      <h1 className={css.doorTitle}>{t('door.title')}</h1>
      <p>{t('door.how')}</p>
      <p>{t('door.once')}</p>
      <p className={css.doorNote}>{t('door.administrators')}</p>
      <code>pnpm travaux link --member MEMBER</code>
    </main>
  )
}
