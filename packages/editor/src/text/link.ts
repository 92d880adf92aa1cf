/** The address of a clause, on the clipboard. */

import { notifications } from '@mantine/notifications'
import i18next from 'i18next'
import { writeRoute } from '../app/route.ts'

/** Copies a link to a clause of a text, and says so; where the browser keeps its clipboard to itself, shows the link. */
export async function copyLink(text: string, clause: string): Promise<void> {
  const link = new URL(writeRoute({ kind: 'write', text, clause }), location.href).href
  try {
    await navigator.clipboard.writeText(link)
    notifications.show({ message: i18next.t('handle.copied') })
  } catch {
    notifications.show({ message: link, autoClose: false })
  }
}
