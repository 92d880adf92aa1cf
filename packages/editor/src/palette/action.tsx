/** One line of the palette: what is done by name, and the keys that do the same. */

import type { SpotlightActionData } from '@mantine/spotlight'
import type { Named } from '../offline/orders.ts'
import css from './palette.module.css'

/** An action that can also be asked for from outside the palette, by its name. */
export type Action = Omit<SpotlightActionData, 'id' | 'onClick'> & Named

/** Puts the focus back into the text once the palette has let go of it. */
export function after(act: () => unknown): () => void {
  return () => void setTimeout(act)
}

export function actionOf(id: string, label: string, act: () => unknown, keys = ''): Action {
  return { id, label, onClick: after(act), rightSection: keys && <span className={css.keys}>{keys}</span> }
}
