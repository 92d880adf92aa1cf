/** The code of a delegation in its colour: never the colour alone. */

import type { CSSProperties, ReactNode } from 'react'
import { hueOf } from './hue.ts'
import css from './people.module.css'

interface CodeProps {
  readonly delegation: string
  /** `ARC`; where only the name is known, the name stands in its place. */
  readonly code?: string | undefined
}

export function Code({ delegation, code = delegation }: CodeProps): ReactNode {
  const hue = { '--hue': hueOf(delegation) } as CSSProperties
  return (
    <span className={css.code} style={hue} title={delegation}>
      {code}
    </span>
  )
}
