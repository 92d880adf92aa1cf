/** Lines over a screen of the desktop: that there is no network, and that what is kept is not encrypted. */

import { IconCloudOff, IconLockOpen, IconUserOff } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useOffline, useReachable } from './offline.tsx'
import { meansSignedOut, meQuery } from '../wire/queries.ts'
import css from './offline.module.css'

/** Nothing in a browser, and nothing while all is well. */
export function OfflineNotice(): ReactNode {
  const { t } = useTranslation()
  const about = useOffline()?.desktop.about
  const reachable = useReachable()
  const { error } = useQuery(meQuery)
  if (!about) return null
  return (
    <>
      {!reachable && (
        <output className={css.notice}>
          <IconCloudOff size={15} aria-hidden />
          <span>{t('offline.away', { address: about.address })}</span>
        </output>
      )}
      {reachable && meansSignedOut(error) && (
        <output className={css.notice}>
          <IconUserOff size={15} aria-hidden />
          <span>{t('offline.signedOut', { address: about.address })}</span>
        </output>
      )}
      {!about.encrypted && (
        <p className={css.notice}>
          <IconLockOpen size={15} aria-hidden />
          <span>{t('offline.open')}</span>
        </p>
      )}
    </>
  )
}
