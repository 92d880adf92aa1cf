/** The program: one instance for each user. */

import { app } from 'electron'
import { config } from 'zod'
import { prepare, startShell } from './shell.ts'

config({ jitless: true })

if (app.requestSingleInstanceLock()) {
  prepare()
  startShell(import.meta.dirname).catch((error: unknown) => {
    console.error(error)
    app.exit(1)
  })
} else app.quit()
