/** A file that was given to the application becomes a new text on the server. */

import { notifications } from '@mantine/notifications'
import { api, importFile } from '@travaux/core'
import i18next from 'i18next'
import { behindFrame } from '../app/frame.ts'
import { goTo } from '../app/router.tsx'
import type { Order } from '../host/host.ts'
import { send } from '../wire/http.ts'
import { newId } from '../wire/id.ts'

/** Reads the file and asks the server to make a text of it; says why where it could not, and what was left out. */
export async function importText({ name, bytes }: Extract<Order, { kind: 'file' }>): Promise<void> {
  const working = sayWorking(name)
  try {
    await new Promise<void>((drawn) => void behindFrame(drawn))
    const imported = importFile(name, bytes)
    if (!imported.ok) throw new Error(imported.error)
    const id = newId()
    await send('/api/texts', { id, draft: imported.draft }, api.textSummarySchema)
    goTo({ kind: 'write', text: id })
    if (imported.struck > 0) sayStruck(name, imported.struck)
  } catch (error) {
    notifications.show({
      title: i18next.t('offline.notImported', { name }),
      message: `${error instanceof Error ? error.message : String(error)} ${i18next.t('offline.importHow')}`,
      color: 'red',
      autoClose: false,
    })
  } finally {
    notifications.hide(working)
  }
}

/** A long file takes a while to be read here and taken in there. */
function sayWorking(name: string): string {
  const title = i18next.t('offline.importing', { name })
  return notifications.show({
    title,
    message: '',
    role: 'status',
    loading: true,
    autoClose: false,
    withCloseButton: false,
  })
}

/** Words that were struck out in a file are not in its text: nothing there shows it. */
function sayStruck(name: string, count: number): void {
  notifications.show({
    title: i18next.t('offline.imported', { name }),
    message: i18next.t('offline.struck', { count }),
    autoClose: false,
  })
}
