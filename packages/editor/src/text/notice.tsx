/** A line over the page that says what one sees there, and how to come back to the usual view. */

import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import css from './text.module.css'

interface NoticeProps {
  readonly label: string
  /** None where one only waits. */
  readonly way?: string
  readonly onLeave?: () => void
  readonly children: ReactNode
}

export function Notice({ label, way, onLeave, children }: NoticeProps): ReactNode {
  return (
    <section className={`${css.banner} ${css.notice}`} aria-label={label}>
      <output>{children}</output>
      {onLeave && (
        <Button size="compact-sm" variant="default" onClick={onLeave}>
          {way}
        </Button>
      )}
    </section>
  )
}
