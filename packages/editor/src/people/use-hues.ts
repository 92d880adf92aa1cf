/** The hues of the body's delegations, given before anything is drawn in them. */

import { useQuery } from '@tanstack/react-query'
import { membersQuery } from '../wire/queries.ts'
import { meet } from './hue.ts'

/**
 * Whether they are given, or cannot be: what were drawn before would be in other hues than everybody else's. While it
 * renders, not after: what is beneath is to be drawn in these hues already. To meet them again changes nothing.
 */
export function useHues(): boolean {
  const { data: members, fetchStatus, failureCount } = useQuery(membersQuery)
  if (members) meet(members.map(({ delegation }) => delegation))
  // A server that cannot be reached is asked again and again.
  return members !== undefined || fetchStatus !== 'fetching' || failureCount > 0
}
