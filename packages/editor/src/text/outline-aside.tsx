/** The outline of the text on the table, with its marks for comments and differences. */

import { placedClauses } from '@travaux/core'
import { useMemo, type ReactNode } from 'react'
import type * as Y from 'yjs'
import { useStore } from '../app/store.ts'
import type { Differences } from '../compare/live.ts'
import type { ShownThread } from '../comments/overlay.ts'
import { OutlinePanel } from '../outline/outline.tsx'
import type { Go } from '../outline/tree.ts'
import { Aside } from './aside.tsx'
import type { Desk } from './desk.ts'
import { CloseDrawer, useDrawer } from './drawer.tsx'

interface OutlineAsideProps {
  /** Id of the text. */
  readonly text: string
  /** The living text, once it is there: one that is issued does not grow. */
  readonly doc?: Y.Doc | undefined
  readonly desk: Desk
  readonly narrow: boolean
  readonly threads: readonly ShownThread[]
  readonly differences: Differences
  readonly onGo: Go
}

export function OutlineAside({ text, doc, desk, narrow, threads, differences, onGo }: OutlineAsideProps): ReactNode {
  const items = useStore(desk, (state) => state.items)
  const here = useStore(desk, (state) => state.here)
  const drawer = useDrawer(desk, 'outline', narrow)
  const commented = useMemo(
    () => threads.filter(({ resolved }) => !resolved).map(({ anchor }) => anchor.clause),
    [threads],
  )
  const differing = useMemo(() => [...differences.keys()], [differences])
  return (
    <Aside name="outline" drawer={drawer}>
      <OutlinePanel
        {...{ text, items, onGo }}
        current={here}
        isEmpty={doc !== undefined && placedClauses(doc).length === 0}
        threads={commented}
        differences={differing}
        close={<CloseDrawer name="outline" drawer={drawer} />}
      />
    </Aside>
  )
}
