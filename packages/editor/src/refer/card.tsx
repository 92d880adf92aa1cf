/** The card beside the words: a definition, the clause behind a reference, a footnote. */

import { Button, CloseButton } from '@mantine/core'
import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useEscape } from '../app/escape.ts'
import { useStore } from '../app/store.ts'
import type { Desk } from '../text/desk.ts'
import type { Pointed, Surface } from '../writing/surface.ts'
import { isOwnKey } from './keys.ts'
import { besides } from './place.ts'
import css from './refer.module.css'

interface CardProps {
  readonly surface: Surface
  readonly desk: Desk
}

/**
 * Stays while the pointer or the keys are on it, and goes with Escape, when the pointer rests elsewhere, or with a key
 * that is for the text: that is done there.
 */
export function Card({ surface, desk }: CardProps): ReactNode {
  const pointed = useStore(desk, (state) => state.pointed)
  const noting = useStore(desk, (state) => state.noting)
  const [held, setHeld] = useState<Pointed | null>(null)
  // What was asked for has the keys: no pointer takes it away with them.
  const shown = held?.asked === true ? held : (pointed ?? held)
  const close = (): void => {
    const asked = shown?.asked === true
    setHeld(null)
    desk.set({ pointed: null })
    if (asked) surface.focus()
  }
  useEscape(shown !== null && noting === null, close)
  if (!shown || noting) return null
  return (
    <Shown
      key={`${shown.kind} ${shown.title} ${shown.top}`}
      pointed={shown}
      onClose={close}
      onHold={() => setHeld(shown)}
      onRelease={() => setHeld(null)}
      onLeave={() => {
        if (!shown.asked) close()
      }}
      onKey={(event) => {
        if (isOwnKey(event)) return
        close()
        surface.press(event.nativeEvent)
      }}
      onGo={(clause) => {
        close()
        surface.revealClause(clause, true)
      }}
    />
  )
}

interface ShownProps {
  readonly pointed: Pointed
  readonly onClose: () => void
  readonly onHold: () => void
  /** The keys went elsewhere. */
  readonly onRelease: () => void
  readonly onLeave: () => void
  readonly onKey: (event: KeyboardEvent<HTMLElement>) => void
  readonly onGo: (clause: string) => void
}

function Shown({ pointed, onClose, onHold, onRelease, onLeave, onKey, onGo }: ShownProps): ReactNode {
  const { t } = useTranslation()
  const box = useRef<HTMLDialogElement>(null)
  const { kind, title, words, clause, from, asked } = pointed
  useEffect(() => {
    if (asked) box.current?.focus({ preventScroll: true })
  }, [asked])
  return (
    // The keys are heard of that come to the dialog and to its buttons.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <dialog
      open
      className={css.card}
      style={besides(pointed, 380)}
      aria-label={t(`refer.card.${kind}`, { title })}
      tabIndex={-1}
      ref={box}
      onFocus={onHold}
      onBlur={({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget)) onRelease()
      }}
      onPointerEnter={onHold}
      onPointerLeave={onLeave}
      onKeyDown={onKey}
    >
      <div className={css.head}>
        <strong>{kind === 'term' ? title : t(`refer.card.${kind}`, { title })}</strong>
        {from !== undefined && <span className={css.from}>{from}</span>}
        {asked && <CloseButton size="sm" aria-label={t('refer.close')} onClick={onClose} />}
      </div>
      {kind === 'broken' && (
        <p className={css.meaning}>{t(words === '' ? 'refer.brokenUnknown' : 'refer.brokenMeaning')}</p>
      )}
      {kind === 'nothing' ? (
        <p className={css.meaning}>{t('refer.nothingMeaning')}</p>
      ) : (
        <p className={css.quote}>{words}</p>
      )}
      {clause !== null && (
        <Button size="compact-xs" variant="subtle" onClick={() => onGo(clause)}>
          {t('refer.go')}
        </Button>
      )}
    </dialog>
  )
}
