/** Keeping a text on this computer: the switch, when it was last brought up to date, and forgetting it. */

import { ActionIcon, Button, Switch, Tooltip } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconDeviceLaptop, IconDeviceLaptopOff } from '@tabler/icons-react'
import type { api } from '@travaux/core'
import i18next from 'i18next'
import { useMemo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { nameOf } from '../host/keeper.ts'
import type { Held } from '../host/register.ts'
import { When } from '../words/when.tsx'
import { useHeld, useOffline, useReachable, type OfflineDesk } from './offline.tsx'
import css from './offline.module.css'
import { sizeIn } from './size.ts'

export function useHeldText(id: string): Held | undefined {
  return useHeld().find((text) => text.id === id)
}

/** Asks for a text to be kept here from now on, or no more; says what could not be kept. */
async function setKept({ register, keeper }: OfflineDesk, text: api.TextSummary, kept: boolean): Promise<void> {
  try {
    await register.change(nameOf(text), { kept, ...(kept && { mark: '' }) })
    if (kept) await keeper.refresh()
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    notifications.show({ title: i18next.t('offline.notKept'), message, color: 'red', autoClose: false })
  }
}

/** The switch of a text in the list, with what is held of it. */
export function KeepLine({ text }: { readonly text: api.TextSummary }): ReactNode {
  const { t } = useTranslation()
  const offline = useOffline()
  const [held, reachable] = [useHeldText(text.id), useReachable()]
  if (!offline) return null
  return (
    <div className={css.line}>
      <Switch
        size="xs"
        label={t('offline.keep')}
        checked={held?.kept ?? false}
        onChange={(event) => void setKept(offline, text, event.currentTarget.checked)}
      />
      {held ? <HeldFacts held={held} /> : !reachable && <span>{t('offline.notHere')}</span>}
      {held && <Forget offline={offline} held={held} />}
    </div>
  )
}

function HeldFacts({ held: { kept, freshAt, bytes } }: { readonly held: Held }): ReactNode {
  const { t, i18n } = useTranslation()
  if (freshAt === 0) return <span>{t(kept ? 'offline.fetching' : 'offline.opened')}</span>
  return (
    <span>
      {t('offline.upToDate')} <When at={freshAt} /> · {sizeIn(bytes, i18n.language)}
    </span>
  )
}

function Forget({ offline, held }: { readonly offline: OfflineDesk; readonly held: Held }): ReactNode {
  const { t } = useTranslation()
  const forget = async (): Promise<void> => {
    const done = await offline.keeper.forget(held.id).catch(() => false)
    if (!done) notifications.show({ message: t('offline.unsent'), color: 'red' })
  }
  return (
    <Button
      className={css.forget}
      size="compact-xs"
      variant="subtle"
      aria-label={t('offline.forgetText', { title: held.title })}
      onClick={() => void forget()}
    >
      {t('offline.forget')}
    </Button>
  )
}

/** The switch in the header of a text. */
export function KeepButton({ text }: { readonly text: api.TextSummary }): ReactNode {
  const { t } = useTranslation()
  const offline = useOffline()
  const kept = useHeldText(text.id)?.kept ?? false
  if (!offline) return null
  const label = t('offline.keep')
  const Icon = kept ? IconDeviceLaptop : IconDeviceLaptopOff
  return (
    <Tooltip label={t(kept ? 'offline.kept' : 'offline.keep')}>
      <ActionIcon
        className={css.keep}
        aria-label={label}
        aria-pressed={kept}
        onClick={() => void setKept(offline, text, !kept)}
      >
        <Icon size={18} />
      </ActionIcon>
    </Tooltip>
  )
}

/** Keeping a text, by name: one action in the desktop, none in a browser. */
export function useKeeping(text: api.TextSummary) {
  const { t } = useTranslation()
  const offline = useOffline()
  const kept = useHeldText(text.id)?.kept ?? false
  return useMemo(() => {
    if (!offline) return []
    const label = t(kept ? 'offline.keepNoMore' : 'offline.keep')
    return [{ id: 'keepText', label, description: '', onClick: () => void setKept(offline, text, !kept) }]
  }, [offline, text, kept, t])
}
