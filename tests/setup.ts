/** Brings what the end-to-end tests need beyond npm packages, and builds the editor and the desktop shell. */

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
for (const build of ['packages/editor/build.ts', 'packages/desktop/build.ts'])
  execFileSync(process.execPath, [build], { cwd: root, stdio: 'inherit' })
