/** Bold, italics and their like beside the selected words: quiet, and reached with Alt+F10. */

import { ActionIcon, Box, Tooltip } from '@mantine/core'
import {
  IconBold,
  IconBrackets,
  IconClearFormatting,
  IconItalic,
  IconSuperscript,
  IconUnderline,
} from '@tabler/icons-react'
import { useEffect, useRef, useState, type KeyboardEvent, type MouseEvent, type ReactNode, type RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from '../app/store.ts'
import type { Desk } from '../text/desk.ts'
import { withKeys } from '../words/apart.ts'
import type { Formatting } from '../writing/formatting.ts'
import { directionOf } from '../words/words.ts'
import type { Surface } from '../writing/surface.ts'
import { besideSelection } from './beside.ts'
import css from './format.module.css'
import { useFormatting } from './use-formatting.ts'

const buttons = [
  ['strong', IconBold, true],
  ['em', IconItalic, true],
  ['underline', IconUnderline, true],
  ['superscript', IconSuperscript, true],
  ['clearFormats', IconClearFormatting, false],
  ['bracket', IconBrackets, false],
] as const

/** A tooltip that opens with the focus would take the Escape that leads back to the text. */
const hoverOnly = { hover: true, focus: false, touch: false }

interface BarProps {
  readonly surface: Surface
  readonly desk: Desk
  readonly mount: RefObject<HTMLElement | null>
  /** Of the text, which says on which side of it the margin behind its lines is. */
  readonly language: string
}

export function FormatBar(props: BarProps): ReactNode {
  const formatting = useFormatting(props.surface, props.mount)
  useStore(props.desk, (state) => state.layout)
  return formatting && <Bar {...props} formatting={formatting} />
}

function Bar({ surface, mount, language, formatting }: BarProps & { readonly formatting: Formatting }): ReactNode {
  const { t } = useTranslation()
  const [reached, setReached] = useState(0)
  const bar = useRef<HTMLDivElement>(null)
  const all = (): HTMLElement[] => [...(bar.current?.querySelectorAll<HTMLElement>('button') ?? [])]
  useEffect(() => {
    const pressed = (event: globalThis.KeyboardEvent): void => {
      if (event.key !== 'F10' || !event.altKey) return
      event.preventDefault()
      bar.current?.querySelector<HTMLElement>('button[tabindex="0"]')?.focus()
    }
    window.addEventListener('keydown', pressed)
    return () => window.removeEventListener('keydown', pressed)
  }, [])
  const walk = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key]
    if (event.key === 'Escape') surface.focus()
    else if (step !== undefined) {
      const next = (reached + step + buttons.length) % buttons.length
      setReached(next)
      all()[next]?.focus()
    } else return
    event.preventDefault()
    event.stopPropagation()
  }
  const press = (event: MouseEvent<HTMLElement>, name: (typeof buttons)[number][0]): void => {
    const button = event.currentTarget
    surface.command(name)
    // Pressed with a key, the button keeps the focus for the next one.
    if (event.detail === 0) button.focus()
  }
  return (
    <Box
      className={css.bar}
      ref={bar}
      role="toolbar"
      aria-label={t('format.label')}
      aria-orientation="vertical"
      dir={directionOf(language)}
      aria-keyshortcuts="Alt+F10"
      style={topOf(formatting, mount.current)}
      onKeyDown={walk}
      // Pressing must not take the selection away.
      onMouseDown={(event) => event.preventDefault()}
    >
      {buttons.map(([name, Icon, toggles], index) => (
        <Tooltip
          key={name}
          position="left"
          events={hoverOnly}
          label={withKeys(t(`palette.${name}`), t(`palette.keys.${name}`))}
        >
          <ActionIcon
            size={26}
            tabIndex={index === reached ? 0 : -1}
            aria-label={t(`palette.${name}`)}
            {...(toggles && { 'aria-pressed': formatting.formats.has(name) })}
            onFocus={() => setReached(index)}
            onClick={(event) => press(event, name)}
          >
            <Icon size={16} />
          </ActionIcon>
        </Tooltip>
      ))}
    </Box>
  )
}

/** Of the place in pixels that the selected words have on the screen, to a place of the page. */
function topOf(formatting: Formatting, mount: HTMLElement | null): { top: number } | undefined {
  const scroller = mount?.closest('[data-scroller]')?.getBoundingClientRect()
  const origin = mount?.getBoundingClientRect()
  return origin && scroller && { top: besideSelection(formatting.from.top, scroller) - origin.top }
}
