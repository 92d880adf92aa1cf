/** The servers this computer knows, the texts it knows of each, and the member's credentials: all of it in one vault. */

import { createHash } from 'node:crypto'
import type { KnownText, Vault } from '@travaux/editor/host'
import { z } from 'zod'
import { knownTextSchema } from '../ipc/channels.ts'
import { newKey } from '../vault/cipher.ts'
import { openDrawer, type Drawer } from './drawer.ts'

const serverSchema = z.strictObject({
  /** Stands for the server in origins and names of files. */
  key: z.string().regex(/^s[0-9a-f]{16}$/),
  /** Origin, such as `https://texts.example.org`; that of a local body changes with its port. */
  address: z.url(),
  /** Folder of a body that this application serves itself. */
  folder: z.string().exactOptional(),
  /** The session's secret; absent for who is signed out. */
  credential: z.string().exactOptional(),
  /** Key of the server's vault, in base64: who forgets it has forgotten the vault. */
  vaultKey: z.base64(),
  /** Texts seen here, the last one first. */
  texts: z.array(knownTextSchema),
})
export type Server = z.infer<typeof serverSchema>

/** How many texts that are not kept are remembered of a server. */
const MOST_RECENT = 30

export interface Servers {
  readonly list: () => readonly Server[]
  readonly find: (key: string) => Server | undefined
  /** The server at an address, made where it is not known. */
  readonly know: (place: Pick<Server, 'address' | 'folder'>) => Promise<Server>
  readonly signIn: (key: string, credential: string) => Promise<void>
  readonly signOut: (key: string) => Promise<void>
  readonly seen: (key: string, text: KnownText) => Promise<void>
  readonly forget: (key: string) => Promise<void>
}

export async function openServers(vault: Pick<Vault, 'read' | 'write'>): Promise<Servers> {
  const drawer = await openDrawer<readonly Server[]>(vault, 'servers', z.array(serverSchema), [])
  const find = (key: string): Server | undefined => drawer.get().find((server) => server.key === key)
  const change = changing(drawer)
  return {
    list: drawer.get,
    find,
    know: async (place) => {
      const key = keyFor(place)
      const known = find(key)
      const server: Server = known
        ? { ...known, ...place }
        : { key, ...place, vaultKey: Buffer.from(newKey()).toString('base64'), texts: [] }
      await drawer.set(known ? replaced(drawer.get(), server) : [...drawer.get(), server])
      return server
    },
    signIn: (key, credential) => change(key, (server) => ({ ...server, credential })),
    signOut: (key) => change(key, ({ credential: _ended, ...server }) => server),
    seen: (key, text) => change(key, (server) => ({ ...server, texts: remembered(server.texts, text) })),
    forget: (key) => drawer.set(drawer.get().filter((server) => server.key !== key)),
  }
}

function changing(drawer: Drawer<readonly Server[]>) {
  return async (key: string, by: (server: Server) => Server): Promise<void> => {
    const known = drawer.get().find((server) => server.key === key)
    if (known) await drawer.set(replaced(drawer.get(), by(known)))
  }
}

function replaced(servers: readonly Server[], by: Server): Server[] {
  return servers.map((server) => (server.key === by.key ? by : server))
}

/** A letter and 64 bits of a hash: no host name may look like a number. */
function keyFor({ address, folder }: Pick<Server, 'address' | 'folder'>): string {
  const place = folder === undefined ? address : `folder ${folder}`
  return `s${createHash('sha256').update(place).digest('hex').slice(0, 16)}`
}

function remembered(texts: readonly KnownText[], text: KnownText): KnownText[] {
  let recent = 0
  return [text, ...texts.filter(({ id }) => id !== text.id)].filter(({ kept }) => kept || ++recent <= MOST_RECENT)
}
