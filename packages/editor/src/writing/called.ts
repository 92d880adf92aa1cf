/**
 * What people call a clause where they read of it: as its margin says, and where that says nothing by its first words.
 * Citations stay what they are: each names one clause only, and is what a reference or a record says.
 */

import { shownKind } from '@travaux/core'

/** A clause in reading order, with all that its name depends on. */
export interface Nameless {
  readonly kind: string
  readonly depth: number
  /** As its margin says. */
  readonly label: string
  readonly citation: string
  readonly words: string
}

export interface Called {
  /** By itself: `Article 5(2)`, `PP4`, `Article 3, “For the purposes of this…”`. */
  readonly name: string
  /** Beside its words, which need not be said again where something has a number: `Article 5(2)`, `PP4`, `Article 3`. */
  readonly number: string
}

/** Names for clauses in reading order. One pass. */
export function callAll<T extends Nameless>(clauses: readonly T[]): (T & Called)[] {
  const above: (T & Called)[] = []
  return clauses.map((clause) => {
    while ((above.at(-1)?.depth ?? -1) >= clause.depth) above.pop()
    const called = { ...clause, ...callOne(clause, above.at(-1)) }
    above.push(called)
    return called
  })
}

function callOne({ kind, label, citation, words }: Nameless, parent: (Nameless & Called) | undefined): Called {
  const shown = shownKind(kind)
  if (shown === 'recital' && label !== '') return { name: label, number: label }
  const cited = underName(citation, parent)
  if (shown !== 'text') return { name: cited, number: cited }
  const few = fewWords(words)
  const name = few === '' ? cited : joined(parent?.name, `“${few}”`, label)
  return { name, number: joined(parent?.name, label) || name }
}

function joined(...parts: readonly (string | undefined)[]): string {
  return parts.filter(Boolean).join(', ')
}

/** The citation of a clause, with the name of what it stands in before its own number. */
function underName(citation: string, parent: (Nameless & Called) | undefined): string {
  if (!parent || !citation.startsWith(parent.citation)) return citation
  return parent.name + citation.slice(parent.citation.length)
}

/** Characters that are enough to know a clause by. */
const FEW = 28

/** The first words without their brackets, cut between two of them where the script parts words. */
function fewWords(words: string): string {
  const all = words.replaceAll(/[[\]]/gu, '').trim().replaceAll(/\s+/gu, ' ')
  if (all.length <= FEW) return all.replace(/[,;:.]+$/u, '')
  const start = all.slice(0, FEW + 1)
  const cut = start.lastIndexOf(' ')
  const few =
    cut > FEW / 2
      ? start.slice(0, cut)
      : Array.from(start)
          .slice(0, FEW / 2)
          .join('')
  return `${few.replace(/[\s,;:.]+$/u, '')}…`
}
