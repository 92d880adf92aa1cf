/** `node tests/evaluate/import.ts PATH...`: imports every readable file and shows that no word of it was lost or invented. */

import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { checkFidelity, extensionOf, importExtensions, importFile } from '@travaux/core'

/** The files beneath a path that can be imported, JSON aside: it is read strictly and holds no loose words. */
export function sourcesIn(path: string): string[] {
  if (statSync(path).isDirectory()) return readdirSync(path).flatMap((name) => sourcesIn(join(path, name)))
  const extension = extensionOf(path)
  return importExtensions.includes(extension) && extension !== 'json' ? [path] : []
}

export interface ImportReport {
  readonly path: string
  readonly faithful: boolean
  readonly says: string
}

/** Imports one file and checks it. */
export function checkImport(path: string): ImportReport {
  const bytes = readFileSync(path)
  const imported = importFile(path, bytes)
  if (!imported.ok) return { path, faithful: false, says: imported.error }
  const { lost, invented, total } = checkFidelity(path, new TextDecoder().decode(bytes), imported.draft)
  const faithful = lost.length === 0 && invented.length === 0
  const counts = `${imported.draft.clauses.length} clauses, ${total} words, ${lost.length} lost, ${invented.length} invented`
  return { path, faithful, says: [counts, ...lost.slice(0, 20), ...invented.slice(0, 20)].join(' ') }
}

if (import.meta.main) {
  const reports = process.argv.slice(2).flatMap(sourcesIn).map(checkImport)
  for (const { path, faithful, says } of reports) console.log(`${faithful ? 'whole' : 'BROKEN'}  ${path}: ${says}`)
  process.exitCode = reports.length > 0 && reports.every(({ faithful }) => faithful) ? 0 : 1
}
