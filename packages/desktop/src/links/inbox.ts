/** What the system hands the application: links, from before it is ready on and from every further start of it. */

import { app } from 'electron'
import { LINK_SCHEME } from './deep.ts'

/** A link as it was handed in; undefined for a further start without one. */
export interface Handed {
  readonly link: string | undefined
}

export interface Inbox {
  /** Takes what has come, and all that comes from now on. */
  readonly take: (taker: (handed: Handed) => void) => void
}

export function openInbox(): Inbox {
  const waiting: Handed[] = [...linksIn(process.argv)]
  let hand = (handed: Handed): void => void waiting.push(handed)
  app.on('open-url', (event, link) => {
    event.preventDefault()
    hand({ link })
  })
  app.on('second-instance', (_event, argv) => {
    const links = linksIn(argv)
    for (const handed of links.length > 0 ? links : [{ link: undefined }]) hand(handed)
  })
  return {
    take: (taker) => {
      hand = taker
      for (const handed of waiting.splice(0)) taker(handed)
    },
  }
}

function linksIn(argv: readonly string[]): Handed[] {
  return argv.filter((one) => one.startsWith(`${LINK_SCHEME}:`)).map((link) => ({ link }))
}
