/** Who I am here, the colours and the language of the interface, and the way out. */

import { Menu, UnstyledButton, useMantineColorScheme, type MantineColorScheme } from '@mantine/core'
import { IconCheck, IconLogout } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import type { api } from '@travaux/core'
import { useRef, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Code } from '../people/code.tsx'
import { commandSpotlight } from '../palette/stores.ts'
import { useSmall } from '../text/narrow.ts'
import { tell } from '../wire/http.ts'
import { meQuery } from '../wire/queries.ts'
import { keysIn } from '../words/keyboard.ts'
import { isLanguage, languages, speak } from '../words/words.ts'
import css from './app.module.css'
import { keySheet } from './keys.tsx'
import { usePorts } from './ports.ts'
import { goTo } from './router.tsx'

interface AccountProps {
  readonly me: api.Member
  /** The role in the text on the table, or in the body. */
  readonly role: api.Member['role']
}

const schemes = ['auto', 'light', 'dark'] as const satisfies readonly MantineColorScheme[]

export function Account({ me, role }: AccountProps): ReactNode {
  const { t } = useTranslation()
  const small = useSmall()
  const button = useRef<HTMLButtonElement>(null)
  return (
    <Menu
      position="bottom-end"
      width={256}
      withinPortal={false}
      withInitialFocusPlaceholder={false}
      // At once, before what an item opens takes the keys: the library would do it after that.
      returnFocus={false}
      onClose={() => button.current?.focus({ preventScroll: true })}
    >
      <Menu.Target>
        <UnstyledButton className={css.account} ref={button}>
          <span className={css.accountCode}>
            <Code delegation={me.delegation} code={me.code} />
          </span>
          <span className={css.initials} title={me.name} aria-hidden>
            {initialsOf(me.name)}
          </span>
          <span className={css.accountName}>{me.name}</span>
          <span className="hidden-words">{t('account.menu')}</span>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <div className={css.whoami}>
          <span className={css.whoamiName}>{me.name}</span>
          <span>
            {me.delegation} · {t(`roles.${role}`)}
          </span>
        </div>
        <Menu.Divider />
        {small && <InstrumentItems />}
        <SchemeItems />
        <Menu.Divider />
        <LanguageItems />
        <Menu.Divider />
        <SignOutItem />
      </Menu.Dropdown>
    </Menu>
  )
}

/** The first letters of the first word of a name and of the last. */
function initialsOf(name: string): string {
  const words = name.split(/\s+/u).filter((word) => word !== '')
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words
  return ends.map((word) => Array.from(word ?? '')[0]).join('')
}

/** What has buttons in the header where there is room for them. */
function InstrumentItems(): ReactNode {
  const { t, i18n } = useTranslation()
  const keys = (names: string): ReactNode => <kbd className={css.itemKeys}>{keysIn(i18n.language, names)}</kbd>
  return (
    <>
      <Menu.Item rightSection={keys('Ctrl+Shift+P')} onClick={commandSpotlight.open}>
        {t('palette.commands')}
      </Menu.Item>
      <Menu.Item rightSection={keys('?')} onClick={() => keySheet.set({ opened: true })}>
        {t('keys.title')}
      </Menu.Item>
      <Menu.Divider />
    </>
  )
}

function SchemeItems(): ReactNode {
  const { t } = useTranslation()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  return (
    <>
      <Menu.Label>{t('account.colours')}</Menu.Label>
      {schemes.map((scheme) => (
        <ChoiceItem key={scheme} chosen={scheme === colorScheme} onChoose={() => setColorScheme(scheme)}>
          {t(`account.scheme.${scheme}`)}
        </ChoiceItem>
      ))}
    </>
  )
}

function LanguageItems(): ReactNode {
  const { t, i18n } = useTranslation()
  return (
    <>
      <Menu.Label>{t('account.language')}</Menu.Label>
      {Object.entries(languages).map(([language, name]) => (
        <ChoiceItem
          key={language}
          chosen={language === i18n.language}
          onChoose={() => {
            if (isLanguage(language)) void speak(language)
          }}
        >
          <span lang={language}>{name}</span>
        </ChoiceItem>
      ))}
    </>
  )
}

interface ChoiceProps {
  readonly chosen: boolean
  readonly onChoose: () => void
  readonly children: ReactNode
}

function ChoiceItem({ chosen, onChoose, children }: ChoiceProps): ReactNode {
  const { t } = useTranslation()
  return (
    <Menu.Item
      leftSection={chosen ? <IconCheck size={14} aria-label={t('account.chosen')} /> : <span className={css.noCheck} />}
      onClick={onChoose}
    >
      {children}
    </Menu.Item>
  )
}

function SignOutItem(): ReactNode {
  const { t } = useTranslation()
  const client = useQueryClient()
  const { host } = usePorts()
  const signOut = async (): Promise<void> => {
    await tell('/api/sign-out')
    await host.desktop?.readings.signOut()
    goTo({ kind: 'texts' })
    client.clear()
    await client.invalidateQueries(meQuery)
    window.location.reload()
  }
  return (
    <Menu.Item leftSection={<IconLogout size={14} />} onClick={() => void signOut()}>
      {t('account.signOut')}
    </Menu.Item>
  )
}
