/** The frame of every screen: the header with its instruments, and what stands beneath. */

import { ActionIcon, Tooltip, useComputedColorScheme, useMantineColorScheme } from '@mantine/core'
import { IconCommand, IconKeyboard, IconMoon, IconSun } from '@tabler/icons-react'
import type { api } from '@travaux/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { OfflineNotice } from '../offline/notice.tsx'
import { commandSpotlight } from '../palette/stores.ts'
import { withKeys } from '../words/apart.ts'
import { keysIn } from '../words/keyboard.ts'
import { Account } from './account.tsx'
import css from './app.module.css'
import { KeySheet, keySheet } from './keys.tsx'
import { useRegions } from './regions.ts'
import { Link } from './router.tsx'

interface ShellProps {
  readonly me: api.Me
  readonly role?: api.Member['role']
  /** After the name of the application: what is on the table. */
  readonly start?: ReactNode
  readonly middle?: ReactNode
  readonly end?: ReactNode
  readonly children: ReactNode
}

export function Shell({ me, role = me.member.role, start, middle, end, children }: ShellProps): ReactNode {
  useRegions()
  return (
    <div className={css.shell}>
      <header className={css.header} data-region tabIndex={-1}>
        <div className={css.headerStart}>
          <Link className={css.wordmark} to={{ kind: 'texts' }}>
            Travaux
          </Link>
          {start}
        </div>
        <div className={css.headerMiddle}>{middle}</div>
        <div className={css.headerEnd}>
          {end}
          <Instruments />
          <Account me={me.member} role={role} />
        </div>
      </header>
      <OfflineNotice />
      <div className={css.screen}>{children}</div>
      <KeySheet />
    </div>
  )
}

function Instruments(): ReactNode {
  const { t, i18n } = useTranslation()
  const { setColorScheme } = useMantineColorScheme()
  const scheme = useComputedColorScheme('light')
  const other = scheme === 'dark' ? 'light' : 'dark'
  return (
    <>
      <Tooltip label={t(`account.to.${other}`)}>
        <ActionIcon className={css.scheme} aria-label={t(`account.to.${other}`)} onClick={() => setColorScheme(other)}>
          {other === 'dark' ? <IconMoon size={17} /> : <IconSun size={17} />}
        </ActionIcon>
      </Tooltip>
      <Tooltip label={withKeys(t('palette.commands'), keysIn(i18n.language, 'Ctrl+Shift+P'))}>
        <ActionIcon className={css.paletteButton} aria-label={t('palette.commands')} onClick={commandSpotlight.open}>
          <IconCommand size={17} />
        </ActionIcon>
      </Tooltip>
      <Tooltip label={withKeys(t('keys.title'), '?')}>
        <ActionIcon
          className={css.sheetButton}
          aria-label={t('keys.title')}
          onClick={() => keySheet.set({ opened: true })}
        >
          <IconKeyboard size={18} />
        </ActionIcon>
      </Tooltip>
    </>
  )
}
