/** Lines over the page that say what a person may do here, and what happened to their words. */

import { Button, UnstyledButton } from '@mantine/core'
import { IconLock } from '@tabler/icons-react'
import { allows, type api } from '@travaux/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useOutdated } from '../app/newer.ts'
import { useStore } from '../app/store.ts'
import { refusesForGood } from '../sync/kept.ts'
import type { SaveState, Session } from '../sync/session.ts'
import { useClosed } from '../words/closed.ts'
import type { Desk } from './desk.ts'
import { useSaveState } from './saved.tsx'
import css from './text.module.css'

interface BannerProps {
  readonly text: api.TextSummary
  readonly session: Session | null
  readonly desk: Desk
  /** How many refused states of this text are kept on this computer. */
  readonly kept: number
  readonly onReopen: () => void
}

export function Banner({ text, session, desk, kept, onReopen }: BannerProps): ReactNode {
  const { t } = useTranslation()
  const state = useSaveState(session)
  const mayWrite = allows(text.role, 'write')
  const outdated = useOutdated(state)
  const failure = state.kind === 'offline' ? state.failure : null
  if (state.kind !== 'refused' && mayWrite && kept === 0 && failure === null && !outdated) return null
  return (
    <section className={css.banners} aria-label={t('banner.label')}>
      {state.kind === 'refused' && <RefusedLine state={state} onReopen={onReopen} />}
      {failure !== null && <UnkeptLine why={failure} />}
      {outdated && <OutdatedLine />}
      {state.kind !== 'refused' && !mayWrite && <ReadOnlyLine text={text} desk={desk} />}
      {state.kind !== 'refused' && kept > 0 && <KeptLine desk={desk} count={kept} />}
    </section>
  )
}

interface RefusedProps {
  readonly state: Extract<SaveState, { kind: 'refused' }>
  readonly onReopen: () => void
}

/** Says what the server refused, where the words are now, and how to go on. */
function RefusedLine({ state: { reason, pending, kept }, onReopen }: RefusedProps): ReactNode {
  const { t } = useTranslation()
  const says = useClosed()
  const settingAside = !kept && refusesForGood(reason)
  return (
    <div className={css.banner} data-tone="warning" role="alert">
      <span>
        <strong>{says(reason)}</strong> {(pending > 0 || kept) && t(kept ? 'banner.kept' : 'banner.stored')}
      </span>
      <Button loading={settingAside} onClick={onReopen}>
        {t('banner.reopen')}
      </Button>
    </div>
  )
}

/** This computer could not keep what was written: the words stand in this window alone. */
function UnkeptLine({ why }: { readonly why: string }): ReactNode {
  const { t } = useTranslation()
  return (
    <div className={css.banner} data-tone="warning" role="alert">
      <span>{t('banner.unkept', { why })}</span>
    </div>
  )
}

/** Pages of two versions mend what two people did at once by rules that may differ. */
function OutdatedLine(): ReactNode {
  const { t } = useTranslation()
  return (
    <div className={css.banner} data-tone="quiet">
      <output>{t('banner.outdated')}</output>
      <Button onClick={() => location.reload()}>{t('banner.reload')}</Button>
    </div>
  )
}

function ReadOnlyLine({ text, desk }: { readonly text: api.TextSummary; readonly desk: Desk }): ReactNode {
  const { t } = useTranslation()
  const pressed = useStore(desk, ({ refusedTyping }) => refusedTyping)
  const mayComment = allows(text.role, 'comment.open')
  return (
    <div className={css.banner} data-tone={pressed ? 'warning' : 'quiet'} role={pressed ? 'alert' : undefined}>
      <IconLock size={15} aria-hidden />
      <span>
        {t(mayComment ? 'banner.readAndComment' : 'banner.read')} {mayComment && t('banner.how')}
      </span>
    </div>
  )
}

/** The way to the words that were not taken. */
function KeptLine({ desk, count }: { readonly desk: Desk; readonly count: number }): ReactNode {
  const { t } = useTranslation()
  const opened = useStore(desk, ({ drawer }) => drawer === 'kept')
  return (
    <div className={css.banner} data-tone="quiet">
      <UnstyledButton
        className={css.toKept}
        aria-expanded={opened}
        onClick={() => desk.set({ drawer: opened ? null : 'kept' })}
      >
        {t('kept.notice', { count })}
      </UnstyledButton>
    </div>
  )
}
