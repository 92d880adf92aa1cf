/** The command that shows who wrote the text: a button of the header, and Ctrl+Alt+B. */

import { ActionIcon, Tooltip } from '@mantine/core'
import { IconUserEdit } from '@tabler/icons-react'
import { useEffect, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from '../app/store.ts'
import { toggleAuthors, type Desk } from '../text/desk.ts'
import { withKeys } from '../words/apart.ts'

export function AuthorsButton({ desk }: { readonly desk: Desk }): ReactNode {
  const { t } = useTranslation()
  const shown = useStore(desk, (state) => state.authors)
  useEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      if (event.code !== 'KeyB' || !event.altKey || !(event.ctrlKey || event.metaKey)) return
      event.preventDefault()
      toggleAuthors(desk)
    }
    window.addEventListener('keydown', pressed)
    return () => window.removeEventListener('keydown', pressed)
  }, [desk])
  return (
    <Tooltip label={withKeys(t('authors.title'), 'Ctrl+Alt+B')}>
      <ActionIcon
        aria-label={t('authors.title')}
        aria-pressed={shown}
        variant={shown ? 'light' : 'subtle'}
        onClick={() => toggleAuthors(desk)}
      >
        <IconUserEdit size={18} />
      </ActionIcon>
    </Tooltip>
  )
}
