/** Who is here: a few codes in the header, everybody and where they are in a list beneath. */

import { Button, Popover, UnstyledButton } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Code } from './code.tsx'
import css from './people.module.css'
import { delegationsOf, type Present } from './present.ts'

interface HereProps {
  readonly present: readonly Present[]
  /** The name of a clause, for saying where somebody is. */
  readonly cite: (clause: string) => string | undefined
  readonly onGo: (clause: string) => void
  /** Begins to follow a member, or stops following them. */
  readonly onFollow: (member: string) => void
  /** Member id of whom one follows. */
  readonly following: string | null
  /** Member id of oneself, whom one cannot follow. */
  readonly me: string
}

const SHOWN = 3

export function Here({ present, ...props }: HereProps): ReactNode {
  const { t } = useTranslation()
  const [opened, setOpened] = useState(false)
  if (present.length === 0) return null
  const follow = (member: string): void => {
    setOpened(false)
    props.onFollow(member)
  }
  const words = t('people.here', { count: present.length })
  const shown = delegationsOf(present).slice(0, SHOWN)
  const others = shown.reduce((left, { people }) => left - people, present.length)
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-end" shadow="md" trapFocus returnFocus>
      <Popover.Target>
        <UnstyledButton className={css.here} onClick={() => setOpened(!opened)}>
          <span className={css.people}>
            {shown.map(({ delegation, code, people }) => (
              <Code key={delegation} {...{ delegation, code, people }} />
            ))}
          </span>
          {others > 0 && (
            <span className={css.others} aria-hidden>
              +{others}
            </span>
          )}
          <span className={css.count}>{words}</span>
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown aria-label={words}>
        <ul className={css.list}>
          {present.map((person) => (
            <PersonHere key={person.member} person={person} {...props} onFollow={follow} />
          ))}
        </ul>
      </Popover.Dropdown>
    </Popover>
  )
}

function PersonHere(props: { readonly person: Present } & Omit<HereProps, 'present'>): ReactNode {
  const { person, cite, onGo, onFollow, following, me } = props
  const { t } = useTranslation()
  const { clause, member } = person
  const place = clause === undefined ? undefined : cite(clause)
  return (
    <li className={css.person}>
      <Code delegation={person.delegation} code={person.code} />
      <span>
        {person.name}, {person.delegation}
        {clause !== undefined && place !== undefined && (
          <>
            {' '}
            <UnstyledButton className={css.where} onClick={() => onGo(clause)}>
              {place}
            </UnstyledButton>
          </>
        )}
      </span>
      {member !== me && (
        <Button
          className={css.follow}
          size="compact-xs"
          variant={member === following ? 'filled' : 'default'}
          aria-pressed={member === following}
          aria-label={t('follow.person', { name: person.name })}
          onClick={() => onFollow(member)}
        >
          {t(member === following ? 'follow.following' : 'follow.follow')}
        </Button>
      )}
    </li>
  )
}
