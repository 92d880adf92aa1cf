/** A page in a browser: its own database and storage, its own socket, its own downloads. */

import { z } from 'zod'
import { syncAddress } from '../sync/address.ts'
import { letterSchema, type LetterBox } from '../wire/outbox.ts'
import type { Cabinet } from './cabinet.ts'
import { openIndexedCopy } from './indexed-copy.ts'
import { openIndexedShelf } from './indexed-shelf.ts'
import { openLetterBox } from './letters.ts'
import { localCabinet } from './local-cabinet.ts'
import type { FileToSave, Host } from './seam.ts'
import { openWebSocket } from './web-socket.ts'

export function openBrowserHost(): Host {
  const server = syncAddress(window.location)
  const cabinet = localCabinet(localStorage, 'travaux:')
  return {
    openSocket: (room, listener) => openWebSocket(`${server}/${encodeURIComponent(room)}?ack=1`, listener),
    openCopy: (member, room, doc) => openIndexedCopy(`travaux ${server} ${member} ${room}`, doc),
    openShelf: (member) => openIndexedShelf(server, member),
    openLetters: (member) => withEarlier(cabinet, member, openLetterBox(cabinet, member, Date.now)),
    saveFile: async (file) => download(file),
    print: () => window.print(),
    desktop: null,
  }
}

/** Versions before this kept all letters of a member in one value: what is still there is not lost. */
function withEarlier(cabinet: Cabinet, member: string, box: LetterBox): LetterBox {
  const earlier = `outbox:${member}`
  const takeOver = async (): Promise<void> => {
    const bytes = await cabinet.read(earlier)
    if (!bytes) return
    const letters = z.array(letterSchema).safeParse(JSON.parse(new TextDecoder().decode(bytes))).data ?? []
    for (const letter of letters) await box.put(letter)
    await cabinet.remove(earlier)
  }
  return {
    ...box,
    load: async () => {
      await takeOver()
      return box.load()
    },
  }
}

function download({ name, type, content }: FileToSave): true {
  const address = URL.createObjectURL(new Blob([content], { type }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // The browser reads the file after this turn.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
  return true
}
