/** Brings what the end-to-end tests need beyond npm packages, and builds the editor they open. */

import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { ensureChromium } from './support/chromium.ts'

try {
  process.stdout.write(`Chromium: ${ensureChromium()}\n`)
} catch (fault) {
  process.stderr.write(`${fault instanceof Error ? fault.message : String(fault)}\n`)
  process.exit(1)
}
const root = join(import.meta.dirname, '..')
execFileSync(process.execPath, ['packages/editor/build.ts'], { cwd: root, stdio: 'inherit' })
