/** The list at a slash: narrowed by typing, walked with the arrows, while the focus stays in the text. */

/* oxlint-disable jsx-a11y/prefer-tag-over-role -- no element of HTML is a list that leaves the focus in a text box */

import { Box } from '@mantine/core'
import { useEffect, useEffectEvent, useId, useMemo, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type * as Y from 'yjs'
import { useStore } from '../app/store.ts'
import { composeComment, wholeClause, type Desk } from '../text/desk.ts'
import { directionOf } from '../words/words.ts'
import type { SlashKey, SlashQuery } from '../writing/slash.ts'
import type { Surface } from '../writing/surface.ts'
import { beginsGroup, choicesAt, choose, type Choice } from './choices.ts'
import { kindWords, matchingAlso } from './kind-words.ts'
import css from './slash.module.css'

interface SlashProps {
  readonly surface: Surface
  readonly doc: Y.Doc
  readonly desk: Desk
  readonly language: string
  readonly mayComment: boolean
}

export function SlashList(props: SlashProps): ReactNode {
  const query = useStore(props.surface.slash.state, (state) => state.query)
  return query && <Choices key={query.clause} {...props} query={query} />
}

interface Named {
  readonly name: string
  /** What it is called in the language of the text. */
  readonly called: readonly string[]
  readonly choice: Choice
}

function useNamed({ doc, mayComment, language }: SlashProps, clause: string): readonly Named[] {
  const { t } = useTranslation()
  return useMemo(() => {
    const nameOf = (choice: Choice): string => {
      switch (choice.type) {
        case 'kind':
          return t(`kind.${choice.kind}`)
        case 'insert':
          return t(`slash.${choice.insert}`)
        case 'command':
          return t(`palette.${choice.command}`)
        case 'comment':
          return t('slash.comment')
        default:
          return choice satisfies never
      }
    }
    return choicesAt(doc, clause, mayComment).map((choice) => ({
      name: nameOf(choice),
      called: choice.type === 'kind' ? kindWords(language, choice.kind) : [],
      choice,
    }))
  }, [t, doc, clause, mayComment, language])
}

function Choices(props: SlashProps & { readonly query: SlashQuery }): ReactNode {
  const { surface, desk, language, query } = props
  const { t, i18n } = useTranslation()
  const list = useId()
  const found = matchingAlso(useNamed(props, query.clause), query.words)
  const [active, setActive] = useState({ words: '', at: 0 })
  const at = active.words === query.words ? active.at : 0
  useStore(desk, (state) => state.layout)

  const take = ({ choice }: Named): void => {
    surface.slash.take((hand, clause) => choose(hand, clause, choice))
    if (choice.type === 'command') surface.command(choice.command)
    if (choice.type === 'comment') composeComment(desk, wholeClause(query.clause))
  }
  const pressed = useEffectEvent((key: SlashKey): boolean => {
    const chosen = found[at]
    if (!chosen) return false
    if (key === 'Enter' || key === 'Tab') take(chosen)
    else setActive({ words: query.words, at: (at + (key === 'ArrowDown' ? 1 : -1) + found.length) % found.length })
    return true
  })
  useEffect(() => surface.slash.listen((key) => pressed(key)), [surface])
  const option = found.length > 0 ? `${list}-${at}` : ''
  useEffect(() => surface.slash.point(list, option), [surface, list, option])

  const place = surface.box(query.clause)
  if (found.length === 0 || !place) return null
  return (
    <div className={css.layer} dir={directionOf(language)}>
      <Box
        className={css.list}
        ref={keepInSight}
        role="listbox"
        id={list}
        aria-label={t('slash.label')}
        style={{ insetBlockStart: place.bottom + 4 }}
      >
        {found.map((one, index) => (
          <Box
            key={one.name}
            className={css.option}
            dir={directionOf(i18n.language)}
            role="option"
            id={`${list}-${index}`}
            aria-selected={index === at}
            // What is typed orders them by how well they match.
            data-apart={query.words === '' && beginsGroup(one.choice, found[index - 1]?.choice)}
            aria-current={(one.choice.type === 'kind' && one.choice.current) || undefined}
            // Pressing must not take the caret out of the text.
            onMouseDown={(event) => event.preventDefault()}
            onMouseMove={() => setActive({ words: query.words, at: index })}
            onClick={() => take(one)}
          >
            {one.name}
          </Box>
        ))}
      </Box>
      <output className="hidden-words">{t('slash.count', { count: found.length })}</output>
    </div>
  )
}

/** A list that opens near the lower edge brings itself into sight. */
function keepInSight(list: HTMLElement | null): void {
  list?.scrollIntoView({ block: 'nearest', behavior: 'instant' })
}
