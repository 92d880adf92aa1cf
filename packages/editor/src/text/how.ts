/** What it takes to do what a key asked for in vain: said in one line, in passing. */

import { notifications } from '@mantine/notifications'
import i18next from 'i18next'
import type { Unable } from '../writing/surface.ts'

/** Milliseconds that the line is shown. */
const SHOWN = 5000

/** One line at a time, which those hear too who do not see it. */
export function sayHow(what: Unable): void {
  const [id, message] = ['how', i18next.t(`how.${what}`)]
  const line = { id, message, role: 'status', autoClose: SHOWN }
  notifications.show(line)
  notifications.update(line)
}
