/** The hues of the body's delegations, given before a text names any. */

import { useQuery } from '@tanstack/react-query'
import { membersQuery } from '../wire/queries.ts'
import { meet } from './hue.ts'

/** While it renders, not after: what is beneath is to be drawn in these hues already. To meet them again changes nothing. */
export function useHues(): void {
  const { data: members } = useQuery(membersQuery)
  if (members) meet(members.map(({ delegation }) => delegation))
}
