/** A card at its height on the rail: it tells how tall it is whenever that changes, and comes into sight when active. */

import { useEffect, useRef, type ReactNode } from 'react'
import css from './comments.module.css'

interface PlacedProps {
  readonly id: string
  /** Undefined where cards follow one another. */
  readonly top: number | undefined
  readonly active: boolean
  readonly onHeight: (id: string, height: number) => void
  readonly children: ReactNode
}

export function Placed({ id, top, active, onHeight, children }: PlacedProps): ReactNode {
  const card = useRef<HTMLDivElement>(null)
  const stands = top !== undefined
  useEffect(() => {
    const element = card.current
    if (!element) return undefined
    const observer = new ResizeObserver(() => onHeight(id, element.offsetHeight))
    observer.observe(element)
    return () => observer.disconnect()
  }, [id, onHeight])
  useEffect(() => {
    if (active && stands) card.current?.scrollIntoView({ block: 'nearest' })
  }, [active, stands])
  return (
    <div ref={card} {...(stands && { className: css.placed, style: { translate: `0 ${top}px` } })}>
      {children}
    </div>
  )
}
