/** On a narrow screen the outline and the rail fold into buttons of the header. */

import { ActionIcon, Tooltip } from '@mantine/core'
import { IconListTree, IconMessages } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from '../app/store.ts'
import type { Desk, DeskState } from './desk.ts'

type Drawer = NonNullable<DeskState['drawer']>
type Folded = Exclude<Drawer, 'kept' | 'deleted'>

const icons = { outline: IconListTree, comments: IconMessages } as const

export function DrawerButton({ desk, drawer }: { readonly desk: Desk; readonly drawer: Folded }): ReactNode {
  const { t } = useTranslation()
  const opened = useStore(desk, (state) => state.drawer === drawer)
  const Icon = icons[drawer]
  const label = t(`${drawer}.title`)
  return (
    <Tooltip label={label}>
      <ActionIcon
        aria-label={label}
        aria-expanded={opened}
        onClick={() => desk.set({ drawer: opened ? null : drawer })}
      >
        <Icon size={18} />
      </ActionIcon>
    </Tooltip>
  )
}

/** What a panel needs to be a drawer; undefined on a wide screen, where it stands beside the page. */
export function useDrawer(desk: Desk, drawer: Drawer, narrow: boolean) {
  const opened = useStore(desk, (state) => state.drawer === drawer)
  return narrow ? { opened, onClose: () => desk.set({ drawer: null }) } : undefined
}
