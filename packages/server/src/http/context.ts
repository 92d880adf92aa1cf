/** What answering requests needs: the parts of a running server. */

import type { Logger } from 'pino'
import type { Limits } from '../rooms/limits.ts'
import type { Metrics } from './metrics.ts'
import type { Rooms } from '../rooms/rooms.ts'
import type { Secrets } from '../signin/secrets.ts'
import type { Visits } from '../store/visits.ts'
import type { Body } from '../texts/body.ts'
import type { Members } from '../texts/members.ts'
import type { History } from '../texts/history.ts'
import type { Texts } from '../texts/texts.ts'

export interface Context {
  readonly texts: Texts
  readonly history: History
  readonly rooms: Rooms
  readonly secrets: Secrets
  readonly visits: Visits
  readonly members: Members
  readonly body: () => Body
  /** Changes when the body is restored from a backup. */
  readonly epoch: string
  readonly now: () => number
  readonly log: Logger
  readonly metrics: Metrics
  readonly metricsToken: string | undefined
  /** Why the server is not to be sent anybody now, or undefined. */
  readonly ready: () => Promise<string | undefined>
  readonly limits: Limits
  /** Whether people reach the server by https, so that cookies may not travel otherwise. */
  readonly secure: boolean
  /** Folder of the built editor. */
  readonly editor: string
}
