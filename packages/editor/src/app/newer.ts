/** Whether the server gives out a newer version of these pages than the one that runs here. */

import { usePrevious } from '@mantine/hooks'
import { useEffect, useState } from 'react'
import type { SaveState } from '../sync/session.ts'

/** What a page begins with: its name holds a hash of all that it is made of. */
function entryOf(page: Document): string | null {
  return page.querySelector('script[type="module"][src]')?.getAttribute('src') ?? null
}

/** Asks the server for its page; false where it does not answer. */
async function isOutdated(): Promise<boolean> {
  try {
    const answer = await fetch('/', { cache: 'no-store', headers: { accept: 'text/html' } })
    const given = answer.ok ? entryOf(new DOMParser().parseFromString(await answer.text(), 'text/html')) : null
    return given !== null && given !== entryOf(document)
  } catch (fault) {
    // `fetch` throws where nobody answers, which is told elsewhere.
    if (fault instanceof TypeError) return false
    throw fault
  }
}

/** Asks whenever the connection is there again: a server that became newer was away for that. */
export function useOutdated({ kind }: SaveState): boolean {
  const [outdated, setOutdated] = useState(false)
  const before = usePrevious(kind)
  const isBack = before === 'offline' && kind !== 'offline'
  useEffect(() => {
    if (isBack) void isOutdated().then((found) => found && setOutdated(true))
  }, [isBack])
  return outdated
}
