/**
 * Rival wordings of a provision: offering another, choosing one, dropping one.
 *
 * Laws. (1) No word, id or author of a wording changes, whichever is chosen. (2) What is not chosen is hidden and can be
 * restored. (3) Two people who choose differently at once leave both wordings standing, for a third choice (`isHidden`).
 * A clause of the kind `alternative`, as imported texts have them, is an option to its like beneath the same parent.
 */

import { clausesOf, goneOf, kindOf, optionOf, type YClause } from '../yjs/stored.ts'
import { act, create, find, type Found, type Hand, type PlacedClause } from './hand.ts'
import { endOfClause, placeAfter } from './order.ts'
import { removeClauses } from './remove.ts'
import { endOf } from './tree.ts'

const ALTERNATIVE = 'alternative'

/** What all rivals of a provision name: the id of the first wording, or the parent of alternatives without one. */
function groupOf({ clause: { id, stored }, parent }: PlacedClause): string {
  const option = optionOf(stored)
  if (option === undefined && kindOf(stored) === ALTERNATIVE) return `${ALTERNATIVE} ${parent}`
  return `${option ?? id} ${parent}`
}

/** The wordings that a shown clause is one of, in reading order; itself alone where it has no rivals. */
export function optionsAt({ all, here }: Pick<Found, 'all' | 'here'>): readonly PlacedClause[] {
  const group = groupOf(here)
  return all.filter((placed) => groupOf(placed) === group)
}

/** Whether a clause has rival wordings beside it. Cost: one reading order. */
export function hasOptions(hand: Pick<Hand, 'doc'>, id: string): boolean {
  const found = find(hand, id)
  return found !== undefined && optionsAt(found).length > 1
}

/**
 * Offers another wording of a clause: the clause becomes Option 1, and an empty Option 2 stands beside it; asked again,
 * Option 3 behind them.
 * @returns the id of the new option, or undefined where the clause can have none
 */
export function offerOption(hand: Hand, id: string): string | undefined {
  const found = find(hand, id)
  if (!found || kindOf(found.stored) === 'title') return undefined
  const last = optionsAt(found).at(-1) ?? found.here
  return act(hand, () =>
    create(hand, optionTo(found), placeAfter(hand.doc, last.container, endOfClause(hand.doc, last.clause.id))),
  )
}

/** What another wording of a clause is made as. */
export function optionTo({ here, stored }: Pick<Found, 'here' | 'stored'>): { kind: string; option?: string } {
  const [kind, option] = [kindOf(stored), optionOf(stored)]
  return option === undefined && kind === ALTERNATIVE ? { kind } : { kind, option: option ?? here.clause.id }
}

/** Makes an option the plain clause again; its rivals, with all beneath them, are hidden and can be restored. */
export function chooseOption(hand: Hand, id: string): boolean {
  const found = find(hand, id)
  const rivals = found ? optionsAt(found).filter(({ clause }) => clause.id !== id) : []
  if (!found || rivals.length === 0) return false
  act(hand, () => {
    // A wording that two people chose differently about is shown although it is marked: the mark goes now.
    for (const { stored } of withDescendants(found.all, found.here)) stored.delete('gone')
    for (const { stored } of rivals.flatMap((rival) => withDescendants(found.all, rival)))
      stored.set('gone', { by: hand.by, at: hand.now(), chosen: id })
    passOn(hand, new Set(rivals.map(({ clause }) => clause.id)), id)
    if (kindOf(found.stored) === ALTERNATIVE) found.stored.set('kind', 'text')
  })
  return true
}

/** Those hidden for a wording that is itself not chosen now are hidden for the one that is. */
function passOn(hand: Hand, rivals: ReadonlySet<string>, chosen: string): void {
  for (const stored of clausesOf(hand.doc).values()) {
    const gone = goneOf(stored)
    if (gone?.chosen !== undefined && rivals.has(gone.chosen)) stored.set('gone', { ...gone, chosen })
  }
}

/** Deletes an option with all beneath it. Of two options, that chooses the other one. */
export function dropOption(hand: Hand, id: string): boolean {
  const found = find(hand, id)
  const rivals = found ? optionsAt(found).filter(({ clause }) => clause.id !== id) : []
  const [other] = rivals
  if (!found || !other) return false
  if (rivals.length === 1) return chooseOption(hand, other.clause.id)
  removeClauses(
    hand,
    withDescendants(found.all, found.here).map((clause) => clause.id),
  )
  return true
}

/** Takes a clause out of the options it was offered among: it stands as a provision of its own. */
export function leaveOptions(hand: Hand, id: string): boolean {
  const found = find(hand, id)
  if (!found || optionOf(found.stored) === undefined || optionsAt(found).length === 1) return false
  act(hand, () => found.stored.delete('option'))
  return true
}

function withDescendants(
  all: readonly PlacedClause[],
  root: PlacedClause,
): readonly { readonly id: string; readonly stored: YClause }[] {
  const start = all.indexOf(root)
  return all.slice(start, endOf(all, start)).map(({ clause }) => clause)
}
