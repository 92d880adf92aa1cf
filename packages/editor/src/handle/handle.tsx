/** The handle in the margin: one for the whole text, beside the clause that is pointed at or written in. */

import { Menu, UnstyledButton } from '@mantine/core'
import { IconGripVertical } from '@tabler/icons-react'
import { useEffect, useMemo, useState, type ReactNode, type RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from '../app/store.ts'
import { directionOf } from '../words/words.ts'
import type { Box } from '../writing/surface.ts'
import css from './handle.module.css'
import { DropLine } from './line.tsx'
import { ClauseMenu, type MenuProps } from './menu.tsx'
import { MENU_WIDTH, menuSide, paddingIn } from './side.ts'
import { useDrag } from './use-drag.ts'
import { useTarget } from './use-target.ts'

interface HandleProps extends Omit<MenuProps, 'clause' | 'place'> {
  readonly mount: RefObject<HTMLElement | null>
}

export function ClauseHandle(props: HandleProps): ReactNode {
  const { surface, desk, mount, text } = props
  const target = useTarget(mount, desk)
  const [held, setHeld] = useState<string | null>(null)
  useEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      if (event.key !== 'Enter' || !event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
      if (!mount.current?.contains(document.activeElement)) return
      event.preventDefault()
      surface.tellSelection()
      setHeld(desk.get().caret)
    }
    window.addEventListener('keydown', pressed)
    return () => window.removeEventListener('keydown', pressed)
  }, [surface, desk, mount])
  const clause = held ?? target
  return (
    <div className={css.layer} dir={directionOf(text.language)}>
      {clause !== null && <Handle {...props} clause={clause} opened={held !== null} onOpen={setHeld} />}
    </div>
  )
}

interface OneProps extends HandleProps {
  readonly clause: string
  readonly opened: boolean
  /** Holds the handle at a clause while its menu is open or it is dragged; null lets go. */
  readonly onOpen: (clause: string | null) => void
}

function Handle(props: OneProps): ReactNode {
  const { surface, doc, desk, text, editable, mount, clause, opened, onOpen } = props
  const { t } = useTranslation()
  useStore(desk, (state) => state.layout)
  const items = useStore(desk, (state) => state.items)
  const place = useMemo(() => items.find(({ id }) => id === clause)?.name ?? '', [items, clause])
  const direction = directionOf(text.language)
  const { drag, press, move, release, cancel, wasDrop } = useDrag({
    surface,
    doc,
    direction,
    page: () => mount.current,
  })
  const dragged = drag?.ids[0] ?? clause
  const box = surface.box(dragged)
  if (!box) return null
  const page = mount.current?.getBoundingClientRect() ?? new DOMRect()
  const seen = mount.current?.closest('[data-scroller]')?.getBoundingClientRect() ?? page
  const padding = paddingIn(seen)
  const close = (): void => {
    onOpen(null)
    surface.focus()
  }
  return (
    <>
      <Menu
        opened={opened}
        onChange={(open) => (open ? onOpen(clause) : close())}
        // Beside the clause it can slide up, and all of it is seen on a low screen; where there is less room it scrolls.
        position={positionOf(box, { page, seen, direction })}
        middlewares={{ flip: false, shift: { padding }, size: { padding } }}
        floatingStrategy="fixed"
        // Within the landmark of the text, where assistive technology looks for it.
        portalProps={{ target: 'main' }}
        classNames={{ item: css.item, divider: css.divider }}
        returnFocus={false}
        withInitialFocusPlaceholder={false}
        width={MENU_WIDTH}
      >
        <Menu.Target>
          <UnstyledButton
            className={css.handle}
            // While its menu is open it is as long as the clause, which the menu keeps clear of.
            style={{ insetBlockStart: box.top, ...(opened && { blockSize: box.bottom - box.top }) }}
            data-dragging={drag !== null}
            data-fixed={!editable}
            aria-label={t(editable ? 'handle.label' : 'handle.labelReading', { place })}
            aria-keyshortcuts="Alt+Enter"
            title={t(editable ? 'handle.how' : 'handle.howReading')}
            onPointerDown={(event) => editable && press(event, clause)}
            onPointerMove={move}
            onPointerUp={release}
            onPointerCancel={cancel}
            onClickCapture={(event) => {
              if (wasDrop()) event.stopPropagation()
            }}
          >
            <IconGripVertical size={16} aria-hidden />
          </UnstyledButton>
        </Menu.Target>
        {opened && <ClauseMenu {...props} place={place} />}
      </Menu>
      {drag && <DropLine {...{ surface, drag, items }} />}
    </>
  )
}

/** Sides as the menu calls them where the screen and the text are read in the same direction, and where they are not. */
const positions = {
  same: { outward: 'left-start', inward: 'right-start', beneath: 'bottom-start', above: 'top-start' },
  other: { outward: 'right-start', inward: 'left-start', beneath: 'bottom-end', above: 'top-end' },
} as const

/** How far the handle stands from the edge of the page, and from its middle where there is room. */
const EDGE = 13
const MIDDLE = 380

interface Around {
  readonly page: DOMRect
  /** What is seen of it. */
  readonly seen: DOMRect
  readonly direction: 'ltr' | 'rtl'
}

function positionOf({ top, bottom }: Box, { page, seen, direction }: Around) {
  const beside = direction === 'ltr' ? page.left : window.innerWidth - page.right
  const outward = beside + Math.max(EDGE, page.width / 2 - MIDDLE)
  const along = direction === (document.documentElement.dir || 'ltr') ? positions.same : positions.other
  return along[menuSide({ top: top + page.top, bottom: bottom + page.top }, seen, outward)]
}
