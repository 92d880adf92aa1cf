/** The table of changes: one line for each, found by words, sorted by any column; a row opens its place. */

import { TextInput, UnstyledButton } from '@mantine/core'
import { IconChevronDown, IconChevronUp, IconSearch } from '@tabler/icons-react'
import { excerptOf, type Pair } from '@travaux/core'
import { memo, useDeferredValue, useMemo, useState, type KeyboardEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import css from './compare.module.css'
import { columns, entriesOf, sortEntries, type Column, type Entry, type Sorting } from './entries.ts'
import { Redline } from './redline.tsx'
import { ChangeTags, citedWithin } from './tags.tsx'
import { useFirstScreen } from './use-first-screen.ts'
import type { Filterable } from './view.ts'

interface ChangesTableProps {
  readonly pairs: readonly Pair[]
  readonly chosen: ReadonlySet<Filterable>
  /** Opens the place of a clause. */
  readonly onOpen: (clause: string) => void
}

export function ChangesTable({ pairs, chosen, onOpen }: ChangesTableProps): ReactNode {
  const { t } = useTranslation()
  const [sought, setSought] = useState('')
  const [sorting, setSorting] = useState<Sorting>({ by: 'place', down: false })
  const words = useDeferredValue(sought)
  const entries = useMemo(() => sortEntries(entriesOf(pairs, chosen, words), sorting), [pairs, chosen, words, sorting])
  const { drawn } = useFirstScreen(entries)
  return (
    // What scrolls must be reached by the keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className={`${css.body} ${css.tablePage}`} tabIndex={0} aria-label={t('compare.table')} data-print>
      <div className={css.tableHead}>
        <TextInput
          size="xs"
          className={css.tableSearch}
          aria-label={t('compare.findInTable')}
          placeholder={t('compare.findInTable')}
          leftSection={<IconSearch size={14} aria-hidden />}
          value={sought}
          onChange={(event) => setSought(event.currentTarget.value)}
        />
        <output className={css.position}>{t('compare.changes', { count: entries.length })}</output>
      </div>
      {/* Arrow keys are a shortcut between the buttons, which Tab reaches as well. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <table className={css.table} onKeyDown={moveFocus}>
        <thead>
          <tr>
            {columns.map((column) => (
              <Heading key={column} {...{ column, sorting }} onSort={setSorting} />
            ))}
            <th scope="col">{t('compare.columnsOf.what')}</th>
          </tr>
        </thead>
        <tbody>
          {drawn.map((entry) => (
            <ChangeRow key={entry.index} entry={entry} onOpen={onOpen} />
          ))}
        </tbody>
      </table>
      {entries.length === 0 && <p className={css.same}>{t('compare.same')}</p>}
    </section>
  )
}

interface HeadingProps {
  readonly column: Column
  readonly sorting: Sorting
  readonly onSort: (sorting: Sorting) => void
}

function Heading({ column, sorting: { by, down }, onSort }: HeadingProps): ReactNode {
  const { t } = useTranslation()
  const sorted = by === column
  const Icon = down ? IconChevronDown : IconChevronUp
  return (
    <th scope="col" data-column={column} aria-sort={sorted ? (down ? 'descending' : 'ascending') : 'none'}>
      <UnstyledButton
        className={css.sort}
        onClick={() => onSort({ by: column, down: sorted ? !down : column === 'size' })}
      >
        {t(`compare.columnsOf.${column}`)}
        {sorted && <Icon size={13} aria-hidden />}
      </UnstyledButton>
    </th>
  )
}

interface RowProps {
  readonly entry: Entry
  readonly onOpen: (clause: string) => void
}

const ChangeRow = memo(function ChangeRow({ entry: { pair, size }, onOpen }: RowProps): ReactNode {
  const { t, i18n } = useTranslation()
  const side = pair.new[0] ?? pair.old[0]
  const { words, more } = excerptOf(pair.words)
  return (
    <tr>
      <th scope="row">
        <UnstyledButton className={css.open} data-open onClick={() => side && onOpen(side.id)}>
          {citedWithin(pair.new.length > 0 ? pair.new : pair.old)}
        </UnstyledButton>
      </th>
      <td>
        <span className={css.tableTags}>
          <ChangeTags pair={pair} />
        </span>
      </td>
      <td className={css.size}>{size === 0 ? '' : new Intl.NumberFormat(i18n.language).format(size)}</td>
      <td className={css.what} dir="auto">
        <Redline words={words} />
        {more > 0 && <span className={css.more}> {t('compare.more', { count: more })}</span>}
      </td>
    </tr>
  )
})

/** The arrow keys go from row to row, Home and End to the first and the last. */
function moveFocus(event: KeyboardEvent<HTMLTableElement>): void {
  if (event.altKey || event.ctrlKey || event.metaKey) return
  const buttons = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-open]')]
  const at = buttons.findIndex((button) => button === document.activeElement)
  if (at < 0) return
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: buttons.length - 1 }[event.key]
  const button = to === undefined ? undefined : buttons[to]
  if (!button) return
  event.preventDefault()
  button.focus()
}
