/** Giving a command about a thread; where the server refuses it, saying so and handing the words back. */

import { notifications } from '@mantine/notifications'
import type { api } from '@travaux/core'
import { useTranslation } from 'react-i18next'
import { composeComment, showThread, type Desk } from '../text/desk.ts'
import { usePost } from '../wire/post.tsx'
import { handedBack, type Spoken } from './drafts.ts'

/** Gives a command; after a refusal its words stand again in the form they came from. */
export function useAct(text: string, desk: Desk): (command: api.TextCommand) => void {
  const post = usePost(text)
  const { t } = useTranslation()
  return (command) => {
    post(command).catch((error: unknown) => {
      const why = error instanceof Error ? error.message : String(error)
      if (isSpoken(command)) handBack(desk, command)
      const message = isSpoken(command) ? `${why} ${t('comments.handedBack')}` : why
      notifications.show({ title: t('comments.refused'), message, color: 'red', autoClose: false })
    })
  }
}

function isSpoken(command: api.TextCommand): command is Spoken {
  return 'words' in command
}

function handBack(desk: Desk, returned: Spoken): void {
  desk.set({ drafts: handedBack(desk.get().drafts, returned) })
  if (returned.type === 'comment.open') composeComment(desk, returned.anchor)
  else showThread(desk, returned.thread)
}
