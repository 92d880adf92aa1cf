/** The deleted clauses, in a drawer: their words, who deleted them and when, and the way back. */

import { Button, Checkbox, CloseButton, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { Deletion } from '@travaux/core'
import { useEffect, useLayoutEffect, useRef, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from '../app/store.ts'
import { Aside } from '../text/aside.tsx'
import { useCitations } from '../text/citations.ts'
import type { Desk } from '../text/desk.ts'
import { useDrawer } from '../text/drawer.tsx'
import { membersQuery } from '../wire/queries.ts'
import { When } from '../words/when.tsx'
import type { Surface } from '../writing/surface.ts'
import css from './deleted.module.css'

interface DeletedProps {
  readonly desk: Desk
  readonly surface: Surface
}

/** Stands over the rail, and costs nothing while it is closed. */
export function DeletedAside(props: DeletedProps): ReactNode {
  const drawer = useDrawer(props.desk, 'deleted', true)
  const opened = useStore(props.desk, (state) => state.drawer === 'deleted')
  useKeysBack(opened, props.surface)
  return (
    <Aside name="deleted" drawer={drawer}>
      {opened && <DeletedList {...props} />}
    </Aside>
  )
}

/** Gives the keys back to what had them before the drawer took them, or to the text, where they are nowhere once it closes. */
function useKeysBack(opened: boolean, surface: Surface): void {
  const before = useRef<Element | null>(null)
  useLayoutEffect(() => {
    const had = before.current
    before.current = opened ? document.activeElement : null
    if (opened || !had || document.activeElement !== document.body) return
    if (had instanceof HTMLElement && had.isConnected && had !== document.body) had.focus()
    else surface.focus()
  }, [opened, surface])
}

function DeletedList({ desk, surface }: DeletedProps): ReactNode {
  const { t } = useTranslation()
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.focus({ preventScroll: true }), [])
  const [wanted, setWanted] = useState('')
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const all = useDeletions(desk, surface)
  const found = all.filter((deletion) => wordsOf(deletion).toLowerCase().includes(wanted.trim().toLowerCase()))
  const picked = found.filter((deletion) => chosen.has(nameOf(deletion)))
  const restore = (some: readonly Deletion[]): void => {
    setChosen(new Set())
    surface.restore(some.flatMap(({ clauses }) => clauses.map(({ id }) => id)))
  }
  const choose = (deletion: Deletion, choosing: boolean): void => {
    const next = new Set(chosen)
    if (choosing) next.add(nameOf(deletion))
    else next.delete(nameOf(deletion))
    setChosen(next)
  }
  return (
    <div className={css.panel}>
      <div className={css.head}>
        <h2 className={css.title}>{t('deleted.title')}</h2>
        <CloseButton size="sm" aria-label={t('deleted.close')} onClick={() => desk.set({ drawer: null })} />
      </div>
      <TextInput
        ref={field}
        aria-label={t('deleted.find')}
        placeholder={t('deleted.find')}
        value={wanted}
        onChange={({ currentTarget }) => setWanted(currentTarget.value)}
      />
      {found.length === 0 && <p className={css.note}>{t(all.length === 0 ? 'deleted.empty' : 'deleted.none')}</p>}
      <ul aria-label={t('deleted.title')}>
        {found.map((deletion) => (
          <Row
            key={nameOf(deletion)}
            {...{ deletion, desk }}
            chosen={chosen.has(nameOf(deletion))}
            onChoose={(choosing) => choose(deletion, choosing)}
            onRestore={() => restore([deletion])}
          />
        ))}
      </ul>
      {picked.length > 0 && (
        <div className={css.foot}>
          <Button variant="filled" onClick={() => restore(picked)}>
            {t('deleted.restoreChosen', { count: picked.length })}
          </Button>
        </div>
      )}
    </div>
  )
}

/** Read anew whenever the outline is: clauses come and go with it. */
function useDeletions(desk: Desk, surface: Surface): readonly Deletion[] {
  const items = useStore(desk, (state) => state.items)
  const [read, setRead] = useState({ items, deletions: surface.deleted() })
  if (read.items !== items) setRead({ items, deletions: surface.deleted() })
  return read.deletions
}

function nameOf({ clauses }: Deletion): string {
  return clauses[0]?.id ?? ''
}

function wordsOf({ clauses }: Deletion): string {
  return clauses.map(({ text }) => text).join(' ')
}

interface RowProps {
  readonly deletion: Deletion
  readonly desk: Desk
  readonly chosen: boolean
  readonly onChoose: (choosing: boolean) => void
  readonly onRestore: () => void
}

const LONGEST_NAME = 60

function Row({ deletion, desk, chosen, onChoose, onRestore }: RowProps): ReactNode {
  const { t } = useTranslation()
  const cite = useCitations(desk)
  const { data: members } = useQuery(membersQuery)
  const { clauses, by, at, beneath } = deletion
  const first = clauses.find(({ text }) => text !== '')
  const words = (first?.text ?? '').slice(0, LONGEST_NAME)
  const member = members?.find(({ id }) => id === by)
  const place = beneath === '' ? undefined : cite(beneath)
  return (
    <li className={css.row}>
      <Checkbox
        size="xs"
        aria-label={t('deleted.choose', { words })}
        checked={chosen}
        onChange={({ currentTarget }) => onChoose(currentTarget.checked)}
      />
      <div className={css.what}>
        <p className={css.words} dir="auto">
          {first?.text}
        </p>
        {clauses.length > 1 && <p className={css.note}>{t('deleted.more', { count: clauses.length - 1 })}</p>}
        <p className={css.note}>
          {member ? t('deleted.by', { name: member.name, delegation: member.delegation }) : t('deleted.somebody')}
          {' · '}
          <When at={at} />
          {place !== undefined && ` · ${t('deleted.in', { place })}`}
        </p>
      </div>
      <Button size="compact-xs" aria-label={t('deleted.restoreNamed', { words })} onClick={onRestore}>
        {t('deleted.restore')}
      </Button>
    </li>
  )
}
