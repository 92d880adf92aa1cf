/** Where the editor is put together in the browser. */

import { createRoot } from 'react-dom/client'
import { config } from 'zod'
import { App } from './app/app.tsx'
import './look/look.css'
import { openSession } from './sync/open.ts'
import { openWords } from './words/words.ts'
import { openSurface } from './writing/open.ts'

// The content policy allows no code made at run time, which zod would otherwise try.
config({ jitless: true })

const root = document.getElementById('root')
if (!root) throw new Error('The page has no element to show the application in')
await openWords()
createRoot(root).render(<App ports={{ openSession, openSurface }} />)
