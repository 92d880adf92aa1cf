/** The codes that delegations are shown by, so that no two look alike. */

import type { api } from '@travaux/core'

type Coded = Pick<api.Member, 'delegation' | 'code'>

/** The code of each delegation; where several have the same, with the words by which their names part, or the whole name. */
export function codesOf(members: readonly Coded[]): ReadonlyMap<string, string> {
  const codes = new Map(members.map(({ delegation, code }) => [delegation, code]))
  const alike = Map.groupBy(codes.keys(), (delegation) => codes.get(delegation))
  return new Map(
    [...codes].map(([delegation, code]) => [delegation, codeAmong(delegation, code, alike.get(code) ?? [])]),
  )
}

function codeAmong(delegation: string, code: string, alike: readonly string[]): string {
  if (alike.length < 2) return code
  const own = wordsBeyond(alike).get(delegation)
  return own === undefined ? delegation : `${code} ${own}`
}

/** What stands in each name behind the words that all of them begin with; nothing for a name that ends with those. */
function wordsBeyond(names: readonly string[]): ReadonlyMap<string, string> {
  const all = names.map((name) => name.split(' '))
  const [first = []] = all
  const parting = first.findIndex((word, at) => all.some((words) => words[at] !== word))
  const from = parting < 0 ? first.length : parting
  return new Map(
    names.flatMap((name, nth) => {
      const rest = all[nth]?.slice(from).join(' ') ?? ''
      return rest === '' ? [] : [[name, rest] as const]
    }),
  )
}
