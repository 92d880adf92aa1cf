/** The code of a delegation in its colour: never the colour alone. */

import { useQuery } from '@tanstack/react-query'
import type { CSSProperties, ReactNode } from 'react'
import { membersQuery } from '../wire/queries.ts'
import { codesOf } from './codes.ts'
import { hueOf } from './hue.ts'
import css from './people.module.css'

interface CodeProps {
  readonly delegation: string
  /** `ARC`, where the members are not known. */
  readonly code?: string | undefined
  /** How many people it is said of: one where nothing is. */
  readonly people?: number
}

export function Code({ delegation, code, people = 1 }: CodeProps): ReactNode {
  const { data: known } = useQuery({ ...membersQuery, select: codesOf })
  const hue = { '--hue': hueOf(delegation) } as CSSProperties
  return (
    <span className={css.code} style={hue} title={delegation}>
      {known?.get(delegation) ?? code ?? delegation}
      {people > 1 && ` ×${people}`}
    </span>
  )
}
