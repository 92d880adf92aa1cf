/** The body that a command works on: in a data folder, or behind a server. */

import type { api, Draft } from '@travaux/core'

export interface TextLine {
  readonly id: string
  readonly title: string
  readonly symbol: string
  readonly versions: readonly { readonly id: string; readonly number: number; readonly label: string }[]
}

export interface Desk {
  readonly members: () => Promise<readonly api.Member[]>
  readonly texts: () => Promise<readonly TextLine[]>
  /** The living text, or the version, of this id; undefined where there is neither. */
  readonly draft: (id: string) => Promise<Draft | undefined>
  /** Makes a text. `by` is the member who makes it: the first of the secretariat where it is left out. */
  readonly create: (id: string, draft: Draft, by?: string) => Promise<void>
  readonly close: () => Promise<void>
}
