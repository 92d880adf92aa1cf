/** What a person is told about their words, by what is known of the link, the copy and the shelf. */

import type { ConnectionStatus } from './connection.ts'
import type { KeptHere } from './copy.ts'
import type { SaveState } from './session.ts'

export interface Known {
  readonly status: ConnectionStatus
  /** Changes made here that no server has confirmed as durable. */
  readonly pending: number
  /** Whether the text is there, from the server or from this computer. */
  readonly here: boolean
  readonly copy: KeptHere
  /** Whether what was refused is set aside. */
  readonly aside: boolean
}

export function saveStateOf(known: Known): SaveState {
  const { status, pending, here, copy, aside } = known
  switch (status.kind) {
    case 'refused':
      return { kind: 'refused', reason: status.reason, pending, kept: aside }
    case 'waiting':
      return offline(known)
    case 'connecting':
      if (!here || pending === 0) return { kind: 'opening' }
      // Words that stand in this window alone cannot go anywhere from it yet.
      return copy.unkept > 0 || copy.failure !== null ? offline(known) : { kind: 'saving', pending }
    case 'open':
      if (!here) return { kind: 'opening' }
      return pending > 0 ? { kind: 'saving', pending } : { kind: 'saved' }
    default:
      return status satisfies never
  }
}

function offline({ pending, copy: { unkept, failure } }: Known): SaveState {
  return { kind: 'offline', pending, kept: Math.max(0, pending - unkept), failure }
}
