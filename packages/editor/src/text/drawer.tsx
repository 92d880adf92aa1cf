/** On a narrow screen the outline, the rail and the versions fold into buttons of the header. */

import { ActionIcon, CloseButton, Tooltip } from '@mantine/core'
import { usePrevious } from '@mantine/hooks'
import { IconListTree, IconMessages, IconVersions } from '@tabler/icons-react'
import { useEffect, useRef, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from '../app/store.ts'
import type { Desk, DeskState } from './desk.ts'
import { useCovered } from './narrow.ts'

type Drawer = NonNullable<DeskState['drawer']>
type Folded = Exclude<Drawer, 'kept' | 'deleted'>

const icons = { outline: IconListTree, comments: IconMessages, versions: IconVersions } as const

export function DrawerButton({ desk, drawer }: { readonly desk: Desk; readonly drawer: Folded }): ReactNode {
  const { t } = useTranslation()
  const opened = useStore(desk, (state) => state.drawer === drawer)
  const Icon = icons[drawer]
  const label = t(`${drawer}.title`)
  const button = useRef<HTMLButtonElement>(null)
  const wasOpened = usePrevious(opened)
  useEffect(() => {
    const { activeElement } = document
    // What had the keys in the drawer went with it.
    const lost = activeElement === document.body || Boolean(activeElement?.closest('[hidden]'))
    if (wasOpened === true && !opened && lost) button.current?.focus()
  }, [opened, wasOpened])
  return (
    <Tooltip label={label}>
      <ActionIcon
        ref={button}
        aria-label={label}
        aria-expanded={opened}
        onClick={() => desk.set({ drawer: opened ? null : drawer })}
      >
        <Icon size={18} />
      </ActionIcon>
    </Tooltip>
  )
}

interface CloseDrawerProps {
  readonly name: Folded
  readonly drawer: { readonly onClose: () => void } | undefined
}

/** The sign in the head of a panel that closes it where it is a drawer. */
export function CloseDrawer({ name, drawer }: CloseDrawerProps): ReactNode {
  const { t } = useTranslation()
  return drawer && <CloseButton size="sm" aria-label={t(`${name}.close`)} onClick={drawer.onClose} />
}

/** What a panel needs to be a drawer; undefined on a wide screen, where it stands beside the page. */
export function useDrawer(desk: Desk, drawer: Drawer, narrow: boolean) {
  const opened = useStore(desk, (state) => state.drawer === drawer)
  const covered = useCovered()
  const passing = drawer === 'outline' || (drawer === 'comments' && covered)
  return narrow ? { opened, passing, onClose: () => desk.set({ drawer: null }) } : undefined
}
