/** Giving a command about a thread, and saying so where the server refuses it. */

import { notifications } from '@mantine/notifications'
import type { api } from '@travaux/core'
import { useTranslation } from 'react-i18next'
import { usePost } from '../wire/post.tsx'

/** Gives a command; a refusal is told to the person, with their words, so that nothing is lost. */
export function useAct(text: string): (command: api.TextCommand) => void {
  const post = usePost(text)
  const { t } = useTranslation()
  return (command) => {
    post(command).catch((error: unknown) => {
      const why = error instanceof Error ? error.message : String(error)
      const words = 'words' in command ? `\n\n${t('comments.yourWords')}\n${command.words}` : ''
      notifications.show({
        title: t('comments.refused'),
        message: `${why}${words}`,
        color: 'red',
        autoClose: false,
        style: { whiteSpace: 'pre-wrap' },
      })
    })
  }
}
