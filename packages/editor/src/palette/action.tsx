/** One line of the palette: what is done by name, and the keys that do the same. */

import type { SpotlightActionData } from '@mantine/spotlight'
import i18next from 'i18next'
import { flushSync } from 'react-dom'
import type { Named } from '../offline/orders.ts'
import { keysIn } from '../words/keyboard.ts'
import type { Surface } from '../writing/surface.ts'
import css from './palette.module.css'
import { closePalettes } from './stores.ts'

/** An action that can also be asked for from outside the palette, by its name. */
export type Action = Omit<SpotlightActionData, 'id' | 'onClick'> & Named

/**
 * Does something once the palette is closed and the focus is back where it was: all in the task of the key that takes the
 * line, so that the next key finds it done.
 */
export function after(act: () => unknown): () => void {
  return () => {
    flushSync(closePalettes)
    act()
  }
}

/** Changes the text; the keys then go there, so that Undo takes it back though nothing had the focus before. */
export function inText(surface: Surface, change: () => unknown): void {
  change()
  if (document.activeElement === document.body) surface.focus()
}

export function actionOf(id: string, label: string, act: () => unknown, keys = ''): Action {
  const said = keysIn(i18next.language, keys)
  return { id, label, onClick: after(act), rightSection: keys && <kbd className={css.keys}>{said}</kbd> }
}
