/** Drafts on the desk, and how they outlive the page. */

import { useEffect } from 'react'
import { useStore } from '../app/store.ts'
import type { Desk } from '../text/desk.ts'
import { withDraft, writeDrafts, type Draft, type Drafts, type Writer } from './drafts.ts'

/** What stands in a form, and how to put something else there; null is nothing. */
export function useDraft(desk: Desk, form: string) {
  const draft = useStore(desk, ({ drafts }) => drafts[form])
  const write = (next: Draft | null): void => desk.set({ drafts: withDraft(desk.get().drafts, form, next) })
  return [draft, write] as const
}

/** Keeps what was begun for when this window is loaded again. */
export function useKeptDrafts(desk: Desk, { text, member }: Writer): void {
  useEffect(() => {
    let known: Drafts = desk.get().drafts
    return desk.watch(() => {
      const { drafts } = desk.get()
      if (drafts === known) return
      known = drafts
      writeDrafts(sessionStorage, { text, member }, drafts)
    })
  }, [desk, text, member])
}
