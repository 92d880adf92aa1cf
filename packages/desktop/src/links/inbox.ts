/** What the system hands the application: links and files, from before it is ready on and from every further start of it. */

import { app } from 'electron'
import { isAbsolute, join } from 'node:path'
import { isImportable } from '../files/open.ts'
import { LINK_SCHEME } from './deep.ts'

export type Handed =
  | { readonly kind: 'link'; readonly link: string }
  | { readonly kind: 'file'; readonly path: string }
  /** A further start with nothing to open. */
  | { readonly kind: 'nothing' }

export interface Inbox {
  /** Takes what has come, and all that comes from now on. */
  readonly take: (taker: (handed: Handed) => void) => void
}

export function openInbox(): Inbox {
  const waiting: Handed[] = handedIn(process.argv.slice(1), process.cwd())
  let hand = (handed: Handed): void => void waiting.push(handed)
  app.on('open-url', (event, link) => {
    event.preventDefault()
    hand({ kind: 'link', link })
  })
  app.on('open-file', (event, path) => {
    event.preventDefault()
    hand({ kind: 'file', path })
  })
  app.on('second-instance', (_event, argv, folder) => {
    const given = handedIn(argv.slice(1), folder)
    for (const handed of given.length > 0 ? given : [{ kind: 'nothing' } as const]) hand(handed)
  })
  return {
    take: (taker) => {
      hand = taker
      for (const handed of waiting.splice(0)) taker(handed)
    },
  }
}

/** Links and files among the arguments of a start; everything else is for Chromium or for nobody. */
function handedIn(args: readonly string[], folder: string): Handed[] {
  return args.flatMap((one): Handed[] => {
    if (one.startsWith(`${LINK_SCHEME}:`)) return [{ kind: 'link', link: one }]
    return isImportable(one) ? [{ kind: 'file', path: isAbsolute(one) ? one : join(folder, one) }] : []
  })
}
