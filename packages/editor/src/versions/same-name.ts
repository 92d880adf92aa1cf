/** Versions of one text that would be called the same. Pure. */

import type { api } from '@travaux/core'

/** The last version whose name reads as this one, whatever its capitals and spaces; undefined where there is none. */
export function sameName(label: string, versions: readonly api.Version[]): api.Version | undefined {
  const name = readAs(label)
  if (name === '') return undefined
  return versions.toSorted((a, b) => b.number - a.number).find((version) => readAs(version.label) === name)
}

function readAs(label: string): string {
  return label.trim().replaceAll(/\s+/gu, ' ').normalize('NFKC').toLowerCase()
}
