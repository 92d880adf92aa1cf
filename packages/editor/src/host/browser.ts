/** A page in a browser: its own database and storage, its own socket, its own downloads. */

import { syncAddress } from '../sync/address.ts'
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
    openLetters: (member) => openLetterBox(cabinet, member, Date.now),
    saveFile: async (file) => download(file),
    print: () => window.print(),
    desktop: null,
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
