/** The pages' side of every session: the protocol that answers them, and nothing they could reach besides. */

import { session, type Session } from 'electron'
import { LAUNCHER, SCHEME } from './page/address.ts'
import type { Files } from './page/files.ts'
import { forward, type Remote } from './page/forward.ts'
import { answerPage, type Site } from './page/serve.ts'
import { unreachable } from './page/problem.ts'

export interface SitesOptions {
  readonly editor: Files
  readonly launcher: Files
  readonly remoteOf: (key: string) => Remote | undefined
}

export interface Sites {
  /** Answers the pages of a key from now on. */
  readonly open: (key: string) => void
  /** Takes away whatever the pages of a key have left behind. */
  readonly clear: (key: string) => Promise<void>
}

/** The session of a key is held in memory: what pages leave behind in it never reaches the disk. */
function sessionOf(key: string): Session {
  return session.fromPartition(key, { cache: false })
}

export function openSites({ editor, launcher, remoteOf }: SitesOptions): Sites {
  const siteOf = (key: string): Site =>
    key === LAUNCHER
      ? { key, files: launcher }
      : {
          key,
          files: editor,
          forward: async (request, path) => {
            const remote = remoteOf(key)
            return remote ? forward(remote, request, path) : unreachable()
          },
        }
  return {
    open: (key) => {
      const { protocol } = sessionOf(key)
      if (protocol.isProtocolHandled(SCHEME)) return
      const site = siteOf(key)
      protocol.handle(SCHEME, (request) => answerPage(site, request))
    },
    clear: async (key) => {
      const own = sessionOf(key)
      await Promise.all([own.clearStorageData(), own.clearCache(), own.clearAuthCache()])
    },
  }
}
