/** What panels do to the text, each act a step of its own for undo that is not made where the caret is. */

import { replaceWords, restoreClauses, setFrozen, type Hand, type Replaced, type Undo } from '@travaux/core'
import type { Pen } from './pen.ts'
import type { Surface } from './surface.ts'

const none: Replaced = { replaced: 0, left: 0 }

type Acts = Pick<Surface, 'replace' | 'restore' | 'setFrozen' | 'change'>

interface Means {
  readonly hand: Hand
  readonly history: Undo
  readonly pen: Pen
  /** Goes to a clause that was restored. */
  readonly reveal: (clause: string) => void
}

/** What panels may do: nothing where the person may only read, but for `setFrozen`, which is offered to those who may issue versions. */
export function actsOf({ hand, history, pen, reveal }: Means): Acts {
  const alone = <T>(act: () => T): T => {
    history.stopCapturing()
    const done = act()
    history.stopCapturing()
    return done
  }
  return {
    replace: (search, matches, by) => (pen.editable ? alone(() => replaceWords(hand, search, matches, by)) : none),
    restore: (clauses) => {
      if (!pen.editable) return
      alone(() => restoreClauses(hand, clauses))
      reveal(clauses[0] ?? '')
    },
    setFrozen: (frozen) => alone(() => setFrozen(hand, frozen)),
    change: (act) => {
      if (pen.editable) alone(() => hand.doc.transact(() => act(hand), hand.origin))
    },
  }
}
