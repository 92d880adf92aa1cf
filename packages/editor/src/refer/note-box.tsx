/** The popover in which a footnote is written. */

import { Button } from '@mantine/core'
import type { Words } from '@travaux/core'
import { useEffect, useEffectEvent, useRef, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from '../app/store.ts'
import type { Desk } from '../text/desk.ts'
import { openLine, type Line } from '../writing/line.ts'
import type { Noting, Surface } from '../writing/surface.ts'
import { besides } from './place.ts'
import css from './refer.module.css'

interface NoteBoxProps {
  readonly surface: Surface
  readonly desk: Desk
  readonly language: string
}

export function NoteBox({ surface, desk, language }: NoteBoxProps): ReactNode {
  const noting = useStore(desk, (state) => state.noting)
  return noting && <Writing key={`${noting.top} ${noting.left}`} {...{ noting, surface, language }} />
}

interface WritingProps {
  readonly noting: Noting
  readonly surface: Surface
  readonly language: string
}

function Writing({ noting, surface, language }: WritingProps): ReactNode {
  const { t } = useTranslation()
  const mount = useRef<HTMLDivElement>(null)
  const line = useRef<Line>(null)
  const [lost, setLost] = useState(false)
  const end = (words?: Words): void => setLost(!surface.writeNote(words))
  const done = (): void => end(line.current?.words() ?? [])
  const open = useEffectEvent((element: HTMLElement): Line => {
    const label = t('refer.writeNote')
    return openLine({ mount: element, words: noting.words, label, language, done, cancel: () => end() })
  })
  useEffect(() => {
    if (!mount.current) return undefined
    const opened = open(mount.current)
    line.current = opened
    return () => opened.destroy()
  }, [])
  const title = t(noting.fresh ? 'refer.newNote' : 'refer.editNote')
  return (
    <dialog open className={css.card} style={besides(noting, 420)} aria-label={title}>
      <h2 className={css.noteTitle}>{title}</h2>
      <div className={css.line} ref={mount} />
      {lost && (
        <p className={css.lost} role="alert">
          {t('refer.noteLost')}
        </p>
      )}
      <div className={css.acts}>
        <Button size="compact-sm" onClick={done}>
          {t('refer.done')}
        </Button>
        <Button size="compact-sm" variant="default" onClick={() => end()}>
          {t('refer.cancel')}
        </Button>
        {!noting.fresh && (
          <Button size="compact-sm" variant="subtle" className={css.remove} onClick={() => end([])}>
            {t('refer.remove')}
          </Button>
        )}
      </div>
    </dialog>
  )
}
