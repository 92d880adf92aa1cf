/** Who is here: a few codes in the header, everybody and where they are in a list beneath. */

import { Popover, UnstyledButton } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Code } from './code.tsx'
import css from './people.module.css'
import type { Present } from './present.ts'

interface HereProps {
  readonly present: readonly Present[]
  /** The citation of a clause, for saying where somebody is. */
  readonly cite: (clause: string) => string | undefined
  readonly onGo: (clause: string) => void
}

const SHOWN = 3

export function Here({ present, cite, onGo }: HereProps): ReactNode {
  const { t } = useTranslation()
  if (present.length === 0) return null
  const words = t('people.here', { count: present.length })
  return (
    <Popover position="bottom-end" shadow="md" trapFocus returnFocus>
      <Popover.Target>
        <UnstyledButton className={css.here}>
          <span className={css.people}>
            {present.slice(0, SHOWN).map(({ member, delegation, code }) => (
              <Code key={member} delegation={delegation} code={code} />
            ))}
          </span>
          <span className={css.count}>{words}</span>
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown aria-label={words}>
        <ul className={css.list}>
          {present.map((person) => (
            <PersonHere key={person.member} person={person} cite={cite} onGo={onGo} />
          ))}
        </ul>
      </Popover.Dropdown>
    </Popover>
  )
}

function PersonHere({
  person,
  cite,
  onGo,
}: { readonly person: Present } & Pick<HereProps, 'cite' | 'onGo'>): ReactNode {
  const { clause } = person
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
    </li>
  )
}
