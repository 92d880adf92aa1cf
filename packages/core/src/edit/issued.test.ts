/** The laws of numbers through several versions, whatever is written, deleted, restored, moved and undone between them. */

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { Clause, Draft } from '../clause/clause.ts'
import { freedNumbers } from '../clause/freed.ts'
import { scopeOf } from '../clause/kept.ts'
import { shownKind, type Kind } from '../clause/kind.ts'
import { numberWords } from '../clause/number-words.ts'
import { numberDraft } from '../clause/number.ts'
import { readOptions } from '../clause/option.ts'
import { compareRanks, ranker, type Rank } from '../clause/rank.ts'
import { readDraft } from '../draft/read.ts'
import { clausesOf, isHidden } from '../yjs/stored.ts'
import { writeDraft } from '../yjs/write.ts'
import { keepNumbers } from './freeze.ts'
import type { Hand } from './hand.ts'
import { indentClause, moveClause, outdentClause, shiftClause } from './move.ts'
import { chooseOption, leaveOptions, offerOption } from './option.ts'
import { removeClauses, restoreClause } from './remove.ts'
import { splitClause } from './split.ts'
import { turnClause } from './turn.ts'
import { Undo } from './undo.ts'

const kindsByDepth = ['article', 'paragraph', 'point'] as const

/** Two articles of two paragraphs, one of them with two points. */
function treaty(language: string): Draft {
  const clauses = ['a', 'a1', 'a2', 'a2p', 'a2q', 'b', 'b1', 'b2'].map((id): Clause => {
    const depth = id.length - 1
    return { id, kind: kindsByDepth[depth] ?? 'text', parent: id.slice(0, -1), depth, words: [{ insert: id }] }
  })
  return { title: '', language, symbol: '', clauses }
}

const acts = ['issue', 'behind', 'before', 'remove', 'restore', 'move', 'up', 'down', 'undo', 'redo'] as const
const turns = ['indent', 'outdent', 'turn'] as const
const rivalries = ['offer', 'choose', 'leave'] as const

interface Step {
  readonly what: (typeof acts | typeof turns | typeof rivalries)[number]
  readonly at: number
  readonly to: number
}

function stepsOf(...some: readonly (readonly Step['what'][])[]): fc.Arbitrary<Step[]> {
  const often = ['issue', 'behind'] as const
  const one = fc.record({ what: fc.constantFrom(...often, ...some.flat()), at: fc.nat(7), to: fc.nat(7) })
  return fc.array(one, { maxLength: 30, size: 'max' })
}

/** A text that is written and issued. */
class Session {
  readonly #hand: Hand
  readonly #undo: Undo
  /** The ordinal a clause had in a version, by the clause and what it was counted among. */
  readonly issued = new Map<string, string>()

  constructor(language: string) {
    const doc = new Y.Doc()
    writeDraft(doc, treaty(language))
    let made = 0
    this.#hand = { doc, by: 'm', now: () => 0, newId: () => `n${++made}`, origin: { name: 'm' } }
    this.#undo = new Undo(this.#hand)
  }

  get draft(): Draft {
    return readDraft(this.#hand.doc)
  }

  take(step: Step): void {
    this.#act(step)
    this.#undo.stopCapturing()
  }

  #act({ what, at, to }: Step): unknown {
    const hand = this.#hand
    const ids = this.draft.clauses.map(({ id }) => id)
    const [id, other] = [ids[at % ids.length] ?? '', ids[to % ids.length] ?? '']
    const gone = [...clausesOf(hand.doc)].filter(([, clause]) => isHidden(clause)).map(([hidden]) => hidden)
    switch (what) {
      case 'issue': return this.#issue()
      case 'behind': return splitClause(hand, id, id.length)
      case 'before': return splitClause(hand, id, 0)
      case 'remove': return ids.length > 1 && removeClauses(hand, [id])
      case 'restore': return gone.length > 0 && restoreClause(hand, gone[at % gone.length] ?? '')
      case 'move': return moveClause(hand, id, other)
      case 'up': return shiftClause(hand, id, -1)
      case 'down': return shiftClause(hand, id, 1)
      case 'indent': return indentClause(hand, id)
      case 'outdent': return outdentClause(hand, id)
      case 'turn': return turnClause(hand, id, kindsByDepth[to % 3] ?? 'text')
      case 'offer': return offerOption(hand, id)
      case 'choose': return chooseOption(hand, id)
      case 'leave': return leaveOptions(hand, id)
      case 'undo': return this.#undo.undo()
      case 'redo': return this.#undo.redo()
      default: return what satisfies never
    } // oxfmt-ignore
  }

  #issue(): void {
    const { doc } = this.#hand
    // As the editor does: undo passes over it.
    keepNumbers({ doc, origin: { name: 'issue' } }, this.draft)
    for (const { name, ordinal } of provisions(this.draft)) this.issued.set(name, ordinal)
  }
}

interface Provision {
  readonly scope: string
  readonly name: string
  readonly ordinal: string
  readonly rank: Rank
}

/** What has a number by itself, in reading order: of options the first. */
function provisions(draft: Draft): Provision[] {
  const numbers = numberDraft(draft)
  const options = readOptions(draft.clauses)
  return draft.clauses
    .filter(({ id }) => (options.get(id)?.first ?? id) === id)
    .map(({ id, kind, parent }) => {
      const scope = scopeIn(draft, shownKind(kind), parent)
      const ordinal = numbers.get(id)?.ordinal ?? ''
      const rank = ranker(shownKind(kind), pointsAbove(draft, id), numberWords(draft.language))(ordinal)
      return { scope, name: `${id} ${scope}`, ordinal, rank }
    })
}

function scopeIn({ clauses }: Draft, kind: Kind, parent: string): string {
  const above = clauses.find(({ id }) => id === parent)
  return scopeOf(kind, parent, above && shownKind(above.kind))
}

function pointsAbove({ clauses }: Draft, id: string): number {
  let count = 0
  for (let at = id; at !== ''; at = clauses.find((one) => one.id === at)?.parent ?? '')
    if (clauses.find((one) => one.id === at)?.kind === 'point') count++
  return count
}

/** Every number that is shown, those that are told as free among them, with what it is counted among. */
function told(draft: Draft): string[] {
  const free = freedNumbers(draft).map((one) => `${scopeIn(draft, one.kind, one.parent)} ${one.ordinal}`)
  return [...provisions(draft).map(({ scope, ordinal }) => `${scope} ${ordinal}`), ...free]
}

function twice(some: readonly string[]): string[] {
  return some.filter((one, at) => some.indexOf(one) !== at)
}

describe.each(['en', 'fr', 'ar'])('numbers through versions (%s)', (language) => {
  test('no number is shown twice among those of its kind, nor told as free where one has it', () => {
    fc.assert(
      fc.property(stepsOf(acts, turns, rivalries), (steps) => {
        const session = new Session(language)
        for (const one of steps) {
          session.take(one)
          expect(twice(told(session.draft))).toEqual([])
        }
      }),
      { numRuns: 200 },
    )
  })

  test('what was issued has its number for as long as it stands where it had it, and has it again when it comes back', () => {
    fc.assert(
      fc.property(stepsOf(acts, turns), (steps) => {
        const session = new Session(language)
        for (const one of steps) {
          session.take(one)
          const now = provisions(session.draft).map(({ name, ordinal }) => [name, ordinal] as const)
          expect(now).toEqual(now.map(([name, ordinal]) => [name, session.issued.get(name) ?? ordinal]))
        }
      }),
      { numRuns: 200 },
    )
  })

  test('no number that was issued is given to another clause', () => {
    fc.assert(
      fc.property(stepsOf(acts, turns), (steps) => {
        const session = new Session(language)
        for (const one of steps) {
          session.take(one)
          const owner = new Map([...session.issued].map(([name, ordinal]) => [numberOf(name, ordinal), name]))
          const now = provisions(session.draft).filter(({ name }) => session.issued.size > 0 && name !== '')
          expect(now.map(({ name }) => name)).toEqual(
            now.map(({ name, ordinal }) => owner.get(numberOf(name, ordinal)) ?? name),
          )
        }
      }),
      { numRuns: 200 },
    )
  })

  test('what was inserted behind another ranks behind it', () => {
    fc.assert(
      fc.property(stepsOf(acts), (steps) => {
        const session = new Session(language)
        for (const one of steps) {
          session.take(one)
          if (session.issued.size === 0) continue
          for (const list of Map.groupBy(provisions(session.draft), ({ scope }) => scope).values())
            for (const [at, { name, rank }] of list.entries()) {
              const before = list[at - 1]
              if (before && !session.issued.has(name)) expect(compareRanks(before.rank, rank)).toBeLessThan(0)
            }
        }
      }),
      { numRuns: 200 },
    )
  })
})

/** A number without the clause that has it. */
function numberOf(name: string, ordinal: string): string {
  return `${name.slice(name.indexOf(' ') + 1)} ${ordinal}`
}
