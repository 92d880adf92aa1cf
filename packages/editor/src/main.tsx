/** Where the editor is put together, in a browser or in a window of the desktop. */

import { createRoot } from 'react-dom/client'
import { config } from 'zod'
import { App } from './app/app.tsx'
import { openBrowserHost } from './host/browser.ts'
import { openDesktopHost } from './host/desktop.ts'
import type { Host } from './host/seam.ts'
import './look/look.css'
import { openSession } from './sync/open.ts'
import { openWords } from './words/words.ts'
import { openSurface } from './writing/open.ts'

// The content policy allows no code made at run time, which zod would otherwise try.
config({ jitless: true })

async function openHost(): Promise<Host> {
  const shell = window.travaux
  return shell ? openDesktopHost(shell, await shell.about()) : openBrowserHost()
}

const root = document.getElementById('root')
if (!root) throw new Error('The page has no element to show the application in')
const [host] = await Promise.all([openHost(), openWords()])
const clock = { now: Date.now, wait: (delay: number, then: () => void) => void setTimeout(then, delay) }
createRoot(root).render(
  <App ports={{ host, openSurface, openSession: (options) => openSession({ ...host, ...clock }, options) }} />,
)
