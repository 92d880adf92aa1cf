/** A window of the desktop: the shell's vault and sockets in place of what a browser has. */

import type * as Y from 'yjs'
import { openStore } from '../app/store.ts'
import type { Copy } from '../sync/copy.ts'
import { openCabinetShelf } from './cabinet-shelf.ts'
import type { About, DesktopHost } from './host.ts'
import { openLetterBox } from './letters.ts'
import { openLogCopy, type LogCopyPorts } from './log-copy.ts'
import { openReadings } from './readings.ts'
import type { FileToSave, Host, Reach } from './seam.ts'

export function openDesktopHost(shell: DesktopHost, about: About): Host {
  const { vault } = shell
  const reach = openStore<Reach>({ reachable: true })
  const readings = openReadings({
    cabinet: vault,
    reached: (reachable) => reach.set({ reachable }),
    // Whatever is on the page belongs to another member, or to another course of events.
    changedHands: () => window.location.reload(),
    later: (run) => void setTimeout(run),
  })
  return {
    openSocket: shell.openSocket,
    openCopy: copies({ vault, alone, wait }),
    openShelf: (member) => openCabinetShelf(vault, member),
    openLetters: (member) => openLetterBox(vault, member, Date.now),
    saveFile: ({ name, content }) => shell.save({ name, bytes: bytesOf(content) }),
    print: () => void shell.print('paper'),
    desktop: { about, shell, readings, reach, logOf },
  }
}

/** Opens copies so that a text opened again waits for what its last session still had to keep. */
function copies(ports: LogCopyPorts): Host['openCopy'] {
  const closing = new Map<string, Promise<void>>()
  return (member: string, room: string, doc: Y.Doc): Copy => {
    const log = logOf(member, room)
    const copy = openLogCopy(ports, log, doc)
    const before = closing.get(log)
    return {
      ...copy,
      load: async () => {
        await before
        return copy.load()
      },
      close: () => {
        const closed = copy.close()
        closing.set(log, closed)
        return closed
      },
    }
  }
}

/** Name of the log that holds a member's copy of a room. */
function logOf(member: string, room: string): string {
  return `copy/${member}/${room}`
}

async function alone(name: string, run: () => Promise<void>): Promise<void> {
  await navigator.locks.request(name, run)
}

function wait(delay: number, then: () => void): () => void {
  const timer = setTimeout(then, delay)
  return () => clearTimeout(timer)
}

function bytesOf(content: FileToSave['content']): Uint8Array {
  return typeof content === 'string' ? new TextEncoder().encode(content) : content
}
