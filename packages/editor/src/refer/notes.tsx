/** The footnotes at the foot of the text, on the screen and on paper: those of what is shown. */

import { UnstyledButton } from '@mantine/core'
import { textOf, type Footnote, type Run, type Words } from '@travaux/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from '../app/store.ts'
import { clausesUnder } from '../focus/article.ts'
import type { Desk } from '../text/desk.ts'
import { directionOf } from '../words/words.ts'
import type { OutlineItem, Surface } from '../writing/surface.ts'
import css from './refer.module.css'

interface NotesProps {
  readonly desk: Desk
  readonly surface: Surface | null
  readonly language: string
}

export function Notes({ desk, surface, language }: NotesProps): ReactNode {
  const { t } = useTranslation()
  const all = useStore(desk, (state) => state.notes)
  const focus = useStore(desk, (state) => state.focus)
  const items = useStore(desk, (state) => state.items)
  const notes = focus === null ? all : notesUnder(all, items, focus)
  if (notes.length === 0) return null
  return (
    <section className={css.notes} aria-label={t('refer.notes')} lang={language} dir={directionOf(language)}>
      <ol>
        {notes.map((note) => (
          <Note key={note.number} note={note} surface={surface} />
        ))}
      </ol>
    </section>
  )
}

/** The footnotes of a heading and of what stands beneath it. */
function notesUnder(all: readonly Footnote[], items: readonly OutlineItem[], heading: string): readonly Footnote[] {
  const shown = new Set(clausesUnder(items, heading).map(({ id }) => id))
  return all.filter(({ clause }) => shown.has(clause))
}

function Note({
  note: { number, clause, offset, words },
  surface,
}: {
  readonly note: Footnote
  readonly surface: Surface | null
}): ReactNode {
  const { t } = useTranslation()
  return (
    <li className={css.note}>
      <UnstyledButton
        className={css.sign}
        aria-label={t('refer.toSign', { number })}
        onClick={() => surface?.select({ clause, from: offset, to: offset })}
      >
        <sup>{number}</sup>
      </UnstyledButton>
      <span dir="auto">{placed(words).map(({ run, at }) => marked(run, at))}</span>
    </li>
  )
}

function placed(words: Words): { run: Run; at: number }[] {
  let at = 0
  return words.map((run) => {
    const here = at
    at += textOf([run]).length
    return { run, at: here }
  })
}

function marked(run: Run, key: number): ReactNode {
  const { attributes = {} } = run
  let shown: ReactNode = textOf([run])
  if (attributes['strong'] === true) shown = <strong>{shown}</strong>
  if (attributes['em'] === true) shown = <em>{shown}</em>
  if (attributes['underline'] === true) shown = <u>{shown}</u>
  return <span key={key}>{shown}</span>
}
