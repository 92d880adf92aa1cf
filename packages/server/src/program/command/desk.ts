/** The body that a command works on: in a data folder, or behind a server. */

import type { api, Draft } from '@travaux/core'
import type { MomentAnswer, MomentAsked } from '../../texts/history.ts'

export interface TextLine {
  readonly id: string
  readonly title: string
  readonly symbol: string
  readonly versions: readonly Pick<api.Version, 'id' | 'number' | 'label' | 'seq'>[]
}

export interface Desk {
  readonly members: () => Promise<readonly api.Member[]>
  readonly texts: () => Promise<readonly TextLine[]>
  /** The living text, or the version, of this id; undefined where there is neither. */
  readonly draft: (id: string) => Promise<Draft | undefined>
  /** Makes a text. `by` is the member who makes it: the first of the secretariat where it is left out. */
  readonly create: (id: string, draft: Draft, by?: string) => Promise<void>
  /** A text as it stood. @throws Ended where there is no such text. */
  readonly moment: (id: string, asked: MomentAsked) => Promise<MomentAnswer>
  /** Who wrote and deleted the words of a clause, or of all. @throws Ended where there is no such text. */
  readonly blame: (id: string, clause?: string) => Promise<api.Blame>
  /** Changes who is a member. @throws Ended where it is refused. */
  readonly administer: (command: api.BodyCommand, by?: string) => Promise<void>
  /** Does something to a text. @throws Ended where it is refused. */
  readonly command: (text: string, command: api.TextCommand, by?: string) => Promise<void>
  readonly close: () => Promise<void>
}
