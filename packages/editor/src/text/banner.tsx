/** A line over the page that says what a person may do here, or what happened to their words. */

import { Button } from '@mantine/core'
import { IconLock } from '@tabler/icons-react'
import { allows, type api } from '@travaux/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from '../app/store.ts'
import type { Session } from '../sync/session.ts'
import type { Desk } from './desk.ts'
import { useSaveState } from './saved.tsx'
import css from './text.module.css'

interface BannerProps {
  readonly text: api.TextSummary
  readonly session: Session | null
  readonly desk: Desk
}

export function Banner({ text, session, desk }: BannerProps): ReactNode {
  const { t } = useTranslation()
  const state = useSaveState(session)
  const pressed = useStore(desk, ({ refusedTyping }) => refusedTyping)
  if (state.kind === 'refused') {
    return (
      <div className={css.banner} data-tone="warning" role="alert">
        <span>
          <strong>{state.reason.says}</strong> {t('banner.refused', { count: state.pending })}
        </span>
        <Button onClick={() => window.location.reload()}>{t('banner.reload')}</Button>
      </div>
    )
  }
  if (allows(text.role, 'write')) return null
  return (
    <div className={css.banner} data-tone={pressed ? 'warning' : 'quiet'} role={pressed ? 'alert' : undefined}>
      <IconLock size={15} aria-hidden />
      <span>
        {t(allows(text.role, 'comment.open') ? 'banner.readAndComment' : 'banner.read')}{' '}
        {allows(text.role, 'comment.open') && t('banner.how')}
      </span>
    </div>
  )
}
