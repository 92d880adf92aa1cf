/** Whether the words are saved, said from the server's acknowledgement and never from hope. */

import { Tooltip } from '@mantine/core'
import { useCallback, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { nothingOpened, useOpened } from '../app/opened.ts'
import type { SaveState, Session } from '../sync/session.ts'
import { useClosed } from '../words/closed.ts'
import css from './text.module.css'

const opening: SaveState = { kind: 'opening' }
/** "Saved" is said once it has been true for so many milliseconds after typing. */
const SAVED_REST = 150

export function useSaveState(session: Session | null): SaveState {
  const open = useCallback(
    (tell: (state: SaveState) => void) => {
      if (!session) return nothingOpened
      let told = session.state()
      let rest: ReturnType<typeof setTimeout> | undefined
      const say = (state: SaveState): void => {
        clearTimeout(rest)
        rest = undefined
        if (saysTheSame(told, state)) return
        told = state
        tell(state)
      }
      tell(told)
      const stop = session.watch((state) => {
        // Between two keys everything is saved for a moment; that is not worth saying until the hands rest.
        if (told.kind !== 'saving' || state.kind !== 'saved') say(state)
        else rest ??= setTimeout(() => say(session.state()), SAVED_REST)
      })
      return () => {
        clearTimeout(rest)
        stop()
      }
    },
    [session],
  )
  return useOpened(open, opening)
}

/** How many changes are on their way is shown only while they cannot go. */
function saysTheSame(a: SaveState, b: SaveState): boolean {
  if (a.kind !== b.kind) return false
  return a.kind === 'saving' || JSON.stringify(a) === JSON.stringify(b)
}

/** Watches the session itself: the state changes with every key, and nothing else needs redrawing for it. */
export function Saved({ session }: { readonly session: Session | null }): ReactNode {
  const { t } = useTranslation()
  const state = useSaveState(session)
  return (
    <Tooltip label={t(`saved.meaning.${state.kind}`)} multiline maw={280}>
      <output className={css.saved} data-state={state.kind}>
        <span className={css.dot} aria-hidden />
        <span className={css.savedWords}>{useSaveWords()(state)}</span>
      </output>
    </Tooltip>
  )
}

function useSaveWords(): (state: SaveState) => string {
  const { t } = useTranslation()
  const says = useClosed()
  return (state) => {
    switch (state.kind) {
      case 'opening':
        return t('saved.opening')
      case 'saved':
        return t('saved.saved')
      case 'saving':
        return t('saved.saving')
      case 'offline':
        return state.failure === null
          ? t('saved.offline', { count: state.kept })
          : t('saved.unkept', { count: state.pending - state.kept })
      case 'refused':
        return t('saved.refused', { why: says(state.reason) })
      default:
        return state satisfies never
    }
  }
}
