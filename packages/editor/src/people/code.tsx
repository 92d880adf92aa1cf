/** The code of a delegation in its colour: never the colour alone. */

import { useQuery } from '@tanstack/react-query'
import type { api } from '@travaux/core'
import type { CSSProperties, ReactNode } from 'react'
import { membersQuery } from '../wire/queries.ts'
import { hueOf } from './hue.ts'
import css from './people.module.css'

interface CodeProps {
  readonly delegation: string
  /** `ARC`; looked up among the members where it is not given. */
  readonly code?: string | undefined
}

export function Code({ delegation, code }: CodeProps): ReactNode {
  const { data: known } = useQuery({ ...membersQuery, select: codesOf })
  const hue = { '--hue': hueOf(delegation) } as CSSProperties
  return (
    <span className={css.code} style={hue} title={delegation}>
      {code ?? known?.get(delegation) ?? delegation}
    </span>
  )
}

function codesOf(members: readonly api.Member[]): ReadonlyMap<string, string> {
  return new Map(members.map(({ delegation, code }) => [delegation, code]))
}
