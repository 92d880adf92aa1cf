/** The track that the rail's cards stand on: level with their words, or one after the other in a drawer. */

import { useCallback, useState, type ReactNode } from 'react'
import css from './comments.module.css'
import { layOut, type Unseen } from './layout.ts'
import { Placed } from './placed.tsx'
import { useUnseen } from './use-unseen.ts'

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
  /** Told which cards lie beyond what is in sight, whenever that changes; where they follow one another, never. */
  readonly onUnseen: (unseen: Unseen) => void
}

const noHeights: ReadonlyMap<string, number> = new Map()

export function Track({ cards, active, beside, onUnseen }: TrackProps): ReactNode {
  const [heights, setHeights] = useState(noHeights)
  const measured = useCallback((id: string, height: number) => {
    setHeights((known) => (known.get(id) === height ? known : new Map(known).set(id, height)))
  }, [])
  const sized = cards.map(({ id, top }) => ({ id, top, height: heights.get(id) ?? USUAL_HEIGHT }))
  const tops = layOut(sized, active, HEAD)
  const [track, setTrack] = useState<HTMLElement | null>(null)
  const stands = sized.map((card) => ({ ...card, top: tops.get(card.id) ?? 0 }))
  useUnseen({ track, cards: stands, head: HEAD, onUnseen })
  // The same elements either way: a form that is written in keeps the keys when the window is made wider or narrower.
  return (
    <div className={beside ? css.track : css.flow} ref={beside ? setTrack : null}>
      {cards.map(({ id, card }) => (
        <Placed
          key={id}
          id={id}
          top={beside ? (tops.get(id) ?? 0) : undefined}
          active={id === active}
          onHeight={measured}
        >
          {card}
        </Placed>
      ))}
    </div>
  )
}
