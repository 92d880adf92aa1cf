/** The list of clauses at the caret while one is picked for a reference. The text keeps the focus and hears the keys. */

import { useEffect, useRef, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from '../app/store.ts'
import type { Desk } from '../text/desk.ts'
import { optionId } from '../writing/pick.ts'
import type { Choice, Picking, Surface } from '../writing/surface.ts'
import { besides } from './place.ts'
import css from './refer.module.css'

interface PickListProps {
  readonly surface: Surface
  readonly desk: Desk
}

export function PickList({ surface, desk }: PickListProps): ReactNode {
  const picking = useStore(desk, (state) => state.picking)
  return picking && <Choices picking={picking} onPick={surface.pick} />
}

interface ChoicesProps {
  readonly picking: Picking
  readonly onPick: (clause: string) => void
}

function Choices({ picking, onPick }: ChoicesProps): ReactNode {
  const { found, active, query } = picking
  const { t } = useTranslation()
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    box.current?.scrollIntoView({ block: 'nearest' })
  }, [])
  const first = found[active]
  const none = t(query === '' ? 'refer.unmeant' : 'refer.none')
  return (
    <div className={css.pick} ref={box} style={besides(picking, 420)}>
      {/* A list of HTML's own would take the focus out of the text. */}
      {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role */}
      <div id="pick-list" role="listbox" aria-label={t('refer.pick')}>
        {found.map((choice, index) => (
          <Option key={choice.id} choice={choice} active={index === active} onPick={onPick} />
        ))}
      </div>
      <p className={css.how}>{first ? t('refer.how') : none}</p>
      <output className="hidden-words">
        {first ? t('refer.found', { count: found.length, first: `${first.label}, ${first.description}` }) : none}
      </output>
    </div>
  )
}

interface OptionProps {
  readonly choice: Choice
  readonly active: boolean
  readonly onPick: (clause: string) => void
}

function Option({ choice: { id, label, description }, active, onPick }: OptionProps): ReactNode {
  return (
    <div
      id={optionId(id)}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
      role="option"
      tabIndex={-1}
      aria-selected={active}
      className={css.option}
      // Pressing must not take the focus out of the text.
      onMouseDown={(event) => {
        event.preventDefault()
        onPick(id)
      }}
    >
      <span className={css.cite}>{label}</span>
      <span className={css.words}>{description}</span>
    </div>
  )
}
