/** Moments, as people say them: how long ago while it is fresh, the date afterwards, the exact time on hover. */

import { useTranslation } from 'react-i18next'
import { useCallback, type ReactNode } from 'react'
import { useNow } from './now.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** `now`, `5 min. ago`, `3 hr. ago`, `yesterday`, then `4 May 2026`. */
function sayWhen(at: number, now: number, language: string): string {
  const ago = Math.max(0, now - at)
  const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto', style: 'short' })
  if (ago < MINUTE) return relative.format(0, 'second')
  if (ago < HOUR) return relative.format(-Math.floor(ago / MINUTE), 'minute')
  if (ago < DAY) return relative.format(-Math.floor(ago / HOUR), 'hour')
  if (ago < 7 * DAY) return relative.format(-Math.floor(ago / DAY), 'day')
  return new Intl.DateTimeFormat(language, { dateStyle: 'medium' }).format(at)
}

/** Says a moment to the second, with its day of the week unless it is to be short. */
export function useExact(dateStyle: 'full' | 'medium' = 'full'): (at: number) => string {
  const { i18n } = useTranslation()
  return useCallback(
    (at) => new Intl.DateTimeFormat(i18n.language, { dateStyle, timeStyle: 'medium' }).format(at),
    [i18n.language, dateStyle],
  )
}

/** A moment in the language of the interface. */
export function When({ at }: { readonly at: number }): ReactNode {
  const { i18n } = useTranslation()
  const now = useNow()
  return (
    <time dateTime={new Date(at).toISOString()} title={useExact()(at)}>
      {sayWhen(at, now, i18n.language)}
    </time>
  )
}
