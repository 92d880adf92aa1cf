/** What people said of the comparisons of a text, over HTTP. They say it by the command `comparison.correct`. */

import type { api } from '@travaux/core'
import { nameOf } from '../texts/reading.ts'
import type { Opened } from './call.ts'
import type { Context } from './context.ts'

/** Oldest first, with the names of those who said it. */
export function corrections({ body }: Context, { text }: Opened): Promise<api.Correction[]> {
  return text.read(() =>
    text.state.acts.corrections.map(({ clauses: [old, now], ...correction }) => ({
      ...correction,
      clauses: [old, now],
      name: nameOf(body(), correction.by),
    })),
  )
}
