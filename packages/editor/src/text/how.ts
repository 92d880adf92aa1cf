/** What it takes to do what a key asked for in vain, and where it was done if not at the caret: one line, in passing. */

import { notifications } from '@mantine/notifications'
import i18next from 'i18next'
import { useEffect } from 'react'
import type { Unable } from '../writing/surface.ts'

/** Milliseconds that the line is shown. */
const SHOWN = 5000
const LINE = 'how'

export function sayHow(what: Unable): void {
  say(i18next.t(`how.${what}`))
}

/** Says behind which clause what was pasted stands. */
export function sayLanded(place: string): void {
  say(i18next.t('how.landed', { place }))
}

/** One line at a time, which those hear too who do not see it. */
function say(message: string): void {
  const line = { id: LINE, message, role: 'status', autoClose: SHOWN }
  notifications.show(line)
  notifications.update(line)
}

/** Closes the line as soon as the text that it is about is left. */
export function useHowUntilLeft(shown: boolean): void {
  useEffect(() => {
    if (!shown) return undefined
    return () => {
      notifications.hide(LINE)
    }
  }, [shown])
}
