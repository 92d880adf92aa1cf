/** Issuing a version, and keeping its numbers in the living text from then on. */

import { keepNumbers, type api } from '@travaux/core'
import { useMutation, useQueryClient, type UseMutationResult } from '@tanstack/react-query'
import type * as Y from 'yjs'
import { newId } from '../wire/id.ts'
import { usePost } from '../wire/post.tsx'
import { versionDraftQuery } from '../wire/queries.ts'

export interface Issue {
  readonly label: string
  readonly symbol: string
  /** The living text whose numbers are to be kept as they are in the version; undefined where they are not. */
  readonly keepIn: Y.Doc | undefined
}

/** The version was issued, but its numbers could not be kept. */
export class NumbersNotKept extends Error {}

export function useIssue(text: api.TextSummary, onSuccess: () => void): UseMutationResult<void, Error, Issue> {
  const post = usePost(text.id)
  const client = useQueryClient()
  const issue = async ({ label, symbol, keepIn }: Issue): Promise<void> => {
    const version = newId()
    await post({ type: 'version.issue', version, label, symbol })
    if (!keepIn) return
    // Others may have written on meanwhile: what is kept are the numbers of the version, not those of this moment.
    const draft = await client.fetchQuery(versionDraftQuery({ text: text.id, id: version })).catch((error: unknown) => {
      throw new NumbersNotKept(String(error), { cause: error })
    })
    keepNumbers({ doc: keepIn, origin: { name: 'issue' } }, draft)
  }
  return useMutation({ mutationFn: issue, onSuccess, retry: false })
}
