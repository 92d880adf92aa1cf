/** The outline of the text on the table, with its marks for comments and differences. */

import { useMemo, type ReactNode } from 'react'
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
  readonly desk: Desk
  readonly narrow: boolean
  readonly threads: readonly ShownThread[]
  readonly differences: Differences
  readonly onGo: Go
}

export function OutlineAside({ text, desk, narrow, threads, differences, onGo }: OutlineAsideProps): ReactNode {
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
        threads={commented}
        differences={differing}
        close={<CloseDrawer name="outline" drawer={drawer} />}
      />
    </Aside>
  )
}
