/** References to clauses that go by other names. */

import type { Run, Words } from '../clause/words.ts'
import { readEmbed, referenceTo } from './embed.ts'

/** Words in which each reference to a clause with a new name points at it by that; the same words where there is none. */
export function withReferences(words: Words, names: ReadonlyMap<string, string>): Words {
  const renamed = words.map((run) => pointing(run, names))
  return renamed.every((run, nth) => run === words[nth]) ? words : renamed
}

function pointing(run: Run, names: ReadonlyMap<string, string>): Run {
  const embed = typeof run.insert === 'object' ? readEmbed(run.insert) : undefined
  const name = embed?.kind === 'reference' ? names.get(embed.clause) : undefined
  return embed?.kind === 'reference' && name !== undefined ? { ...run, insert: referenceTo(name, embed.form) } : run
}
