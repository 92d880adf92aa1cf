/** The track that the rail's cards stand on: level with their words, or one after the other in a drawer. */

import { useCallback, useState, type ReactNode } from 'react'
import css from './comments.module.css'
import { layOut } from './layout.ts'
import { Placed } from './placed.tsx'

/** What an unmeasured card counts as. */
const USUAL_HEIGHT = 40
/** Height of the rail's own head, which no card may hide behind. */
const HEAD = 48

/** A card and where its words are, in pixels from the first clause. */
export interface TrackCard {
  readonly id: string
  readonly top: number
  readonly card: ReactNode
}

interface TrackProps {
  readonly cards: readonly TrackCard[]
  readonly active: string | null
  readonly beside: boolean
}

const noHeights: ReadonlyMap<string, number> = new Map()

export function Track({ cards, active, beside }: TrackProps): ReactNode {
  const [heights, setHeights] = useState(noHeights)
  const measured = useCallback((id: string, height: number) => {
    setHeights((known) => (known.get(id) === height ? known : new Map(known).set(id, height)))
  }, [])
  if (!beside) {
    return (
      <div className={css.flow}>
        {cards.map(({ id, card }) => (
          <div key={id}>{card}</div>
        ))}
      </div>
    )
  }
  const sized = cards.map(({ id, top }) => ({ id, top, height: heights.get(id) ?? USUAL_HEIGHT }))
  const tops = layOut(sized, active, HEAD)
  return (
    <div className={css.track}>
      {cards.map(({ id, card }) => (
        <Placed key={id} id={id} top={tops.get(id) ?? 0} active={id === active} onHeight={measured}>
          {card}
        </Placed>
      ))}
    </div>
  )
}
