/** Who is in the text now, as its awareness tells: one entry per person, however many windows they have open. */

import type { api } from '@travaux/core'
import { useCallback } from 'react'
import type { Awareness } from 'y-protocols/awareness'
import { z } from 'zod'
import { nothingOpened, useOpened } from '../app/opened.ts'

const presenceSchema = z.object({
  member: z.string(),
  name: z.string(),
  delegation: z.string(),
  code: z.string(),
})

const stateSchema = z.object({ user: presenceSchema, clause: z.string().nullish(), moved: z.number().optional() })

/** A person in the text, and the clause their caret is in, if it is in one. */
export interface Present extends z.infer<typeof presenceSchema> {
  readonly clause: string | undefined
}

/**
 * Everybody the awareness states name, sorted by delegation and name; who has several windows, where they moved last.
 * States of another shape are passed over.
 */
export function presentIn(states: Iterable<unknown>): readonly Present[] {
  const byMember = new Map<string, Present>()
  const known = [...states].flatMap((state) => stateSchema.safeParse(state).data ?? [])
  for (const { user, clause } of known.toSorted((a, b) => (a.moved ?? 0) - (b.moved ?? 0)))
    byMember.set(user.member, { ...user, clause: clause ?? byMember.get(user.member)?.clause })
  return [...byMember.values()].sort((a, b) => order(a).localeCompare(order(b)))
}

function order({ delegation, name }: Present): string {
  return `${delegation}\n${name}`
}

/** A delegation in the text, and how many of its people. */
export interface PresentDelegation extends Pick<Present, 'delegation' | 'code'> {
  readonly people: number
}

/** The delegations of those present, in their order, each once. */
export function delegationsOf(present: readonly Present[]): readonly PresentDelegation[] {
  const groups = Map.groupBy(present, ({ delegation }) => delegation)
  return [...groups].map(([delegation, people]) => ({ delegation, code: people[0]?.code ?? '', people: people.length }))
}

const nobody: readonly Present[] = []

/**
 * The people present, oneself among them, told at most four times a second. The server stamps who one is for the others
 * only, so one's own state is given `me`.
 */
export function usePresent(awareness: Awareness | undefined, me: api.Member): readonly Present[] {
  const open = useCallback(
    (tell: (present: readonly Present[]) => void) => {
      if (!awareness) return nothingOpened
      let timer: ReturnType<typeof setTimeout> | undefined
      let told = nobody
      const read = (): void => {
        timer = undefined
        const now = presentIn(statesOf(awareness, me))
        // Who types moves within a clause with every key, and nothing here says where in it.
        if (isEqual(now, told)) return
        told = now
        tell(now)
      }
      const changed = (): void => {
        timer ??= setTimeout(read, 250)
      }
      read()
      awareness.on('change', changed)
      return () => {
        clearTimeout(timer)
        awareness.off('change', changed)
      }
    },
    [awareness, me],
  )
  return useOpened(open, nobody)
}

function isEqual(now: readonly Present[], told: readonly Present[]): boolean {
  return now.length === told.length && JSON.stringify(now) === JSON.stringify(told)
}

function statesOf(awareness: Awareness, { id: member, name, delegation, code }: api.Member): unknown[] {
  const others = [...awareness.getStates()].filter(([client]) => client !== awareness.clientID)
  const own = { ...awareness.getLocalState(), user: { member, name, delegation, code } }
  return [...others.map(([, state]) => state), own]
}
