/** The palette of commands (Ctrl+Shift+P), whatever can be done by name on the screen that stands. */

import { Spotlight } from '@mantine/spotlight'
import '@mantine/spotlight/styles.css'
import type { FocusEvent, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { atOnce, takeKeys } from '../app/take-keys.ts'
import type { Action } from './action.tsx'
import css from './palette.module.css'
import { commandPalette } from './stores.ts'

/** What all palettes have in common: a name, lines that can be read, and a text that stays readable behind them. */
export const lookOf = (name: string) => ({
  ...atOnce,
  attributes: { content: { 'aria-label': name } },
  classNames: { search: css.search, action: css.line, actionDescription: css.words },
  overlayProps: { blur: 0, backgroundOpacity: 0.2 },
  // The field stays where it is when there are fewer lines beneath it.
  centered: false,
})

/** The first line is chosen as soon as there are lines, as the arrow key would: Enter takes it. */
export const choosesFirst = (store: typeof commandPalette) => ({
  onFocus: ({ currentTarget: field }: FocusEvent): void => {
    const choose = (): void => {
      if (store.getState().selected >= 0) return
      field.dispatchEvent(new KeyboardEvent('keydown', { code: 'ArrowDown', bubbles: true, cancelable: true }))
    }
    // The field has the keys before there are lines.
    setTimeout(choose)
  },
})

interface CommandsProps {
  readonly actions: readonly Action[]
  readonly onOpen?: () => void
}

export function CommandPalette({ actions, onOpen }: CommandsProps): ReactNode {
  const { t } = useTranslation()
  return (
    <Spotlight
      {...lookOf(t('palette.commands'))}
      store={commandPalette}
      {...(onOpen && { onSpotlightOpen: onOpen })}
      actions={[...actions]}
      shortcut={['mod + shift + P']}
      tagsToIgnore={[]}
      triggerOnContentEditable
      highlightQuery
      scrollable
      maxHeight={420}
      nothingFound={t('palette.nothing')}
      searchProps={{
        placeholder: t('palette.commands'),
        'aria-label': t('palette.commands'),
        ref: takeKeys,
        ...choosesFirst(commandPalette),
      }}
    />
  )
}
