/** The rows of the outline as an ARIA tree: arrow keys move, fold and unfold, Enter goes to the clause, Space shows it. */

import { IconChevronDown, IconMessage } from '@tabler/icons-react'
import {
  memo,
  useEffect,
  useMemo,
  useRef,
  useState,
  type CSSProperties,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  type RefObject,
} from 'react'
import { useTranslation } from 'react-i18next'
import { useSame } from '../app/same.ts'
import css from './outline.module.css'
import { readFolded, writeFolded } from './folded.ts'
import { openRows, sameItem, sameRows, sameTally, shownRowOf, type Go, type Outline, type Row } from './tree.ts'

/** How many of each there are under a row. */
interface Counts {
  readonly threads: ReadonlyMap<string, number>
  readonly differences: ReadonlyMap<string, number>
  readonly brackets: ReadonlyMap<string, number>
}

interface TreeProps extends Counts {
  /** Id of the text, for remembering what is folded. */
  readonly text: string
  readonly outline: Outline
  readonly current: string | null
  readonly onGo: Go
}

export function OutlineTree(props: TreeProps): ReactNode {
  const { text, outline, current, threads, differences, brackets, onGo } = props
  const { t } = useTranslation()
  const tree = useRef<HTMLDivElement>(null)
  const [folded, setFolded] = useState(() => readFolded(localStorage, text))
  const [focused, setFocused] = useState<string | null>(null)
  const rows = useSame(outline.rows, sameRows)
  const open = useMemo(() => openRows(rows, folded), [rows, folded])
  const here = useMemo(
    () => (current === null ? undefined : shownRowOf(outline, open, current)),
    [outline, open, current],
  )
  const stop = open.find(({ item }) => item.id === focused)?.item.id ?? here ?? open[0]?.item.id
  useFollow(tree, here)
  const counts = {
    threads: useSame(threads, sameTally),
    differences: useSame(differences, sameTally),
    brackets: useSame(brackets, sameTally),
  }

  const fold = (id: string, shut: boolean): void => {
    const next = new Set(folded)
    if (shut) next.add(id)
    else next.delete(id)
    setFolded(next)
    writeFolded(localStorage, text, next)
  }
  const focusRow = (id: string | undefined): void => {
    if (id === undefined) return
    setFocused(id)
    tree.current?.querySelector<HTMLElement>(`[data-row="${CSS.escape(id)}"]`)?.focus()
  }
  const go = (id: string, withKeys: boolean): void => {
    setFocused(id)
    onGo(id, withKeys)
  }
  // One listener each for the whole tree: a row is redrawn only when it looks different.
  const pressed = (event: KeyboardEvent<HTMLElement>): void => {
    const row = open.find(({ item }) => item.id === rowAt(event.target))
    const act = row && keyAct(event.key, row, open, folded)
    if (!act) return
    event.preventDefault()
    if (act.kind === 'focus') focusRow(act.id)
    else if (act.kind === 'fold') fold(row.item.id, act.shut)
    else go(row.item.id, act.withKeys)
  }
  const clicked = (event: MouseEvent<HTMLElement>): void => {
    const id = rowAt(event.target)
    if (id === undefined) return
    if (event.target instanceof Element && event.target.closest('[data-fold]')) fold(id, !folded.has(id))
    else go(id, true)
  }

  return (
    <div role="tree" aria-label={t('outline.title')} tabIndex={-1} ref={tree} onKeyDown={pressed} onClick={clicked}>
      <Stretches {...{ open, here, stop, folded }} {...counts} />
    </div>
  )
}

interface StretchesProps extends Counts {
  readonly open: readonly Row[]
  readonly here: string | undefined
  readonly stop: string | undefined
  readonly folded: ReadonlySet<string>
}

/** Not so much as looked at while the text changes and none of its headings does. */
const Stretches = memo(function Stretches(props: StretchesProps): ReactNode {
  const { open, here, stop, folded, threads, differences, brackets } = props
  return inStretches(open).map((rows) => (
    <div key={rows[0]?.item.id} role="none" className={css.stretch}>
      {rows.map((row) => (
        <OutlineRow
          key={row.item.id}
          item={row.item}
          level={row.level}
          hasChildren={row.hasChildren}
          current={row.item.id === here}
          stop={row.item.id === stop}
          folded={folded.has(row.item.id)}
          threads={threads.get(row.item.id) ?? 0}
          differences={differences.get(row.item.id) ?? 0}
          brackets={brackets.get(row.item.id) ?? 0}
        />
      ))}
    </div>
  ))
})

/** Rows that are drawn only while some of them are in sight: a frame costs the same however long the outline is. */
const STRETCH = 40

function inStretches(rows: readonly Row[]): (readonly Row[])[] {
  return Array.from({ length: Math.ceil(rows.length / STRETCH) }, (_, nth) =>
    rows.slice(nth * STRETCH, (nth + 1) * STRETCH),
  )
}

function rowAt(target: EventTarget): string | undefined {
  return target instanceof Element ? target.closest<HTMLElement>('[data-row]')?.dataset['row'] : undefined
}

type Act =
  | { readonly kind: 'focus'; readonly id: string | undefined }
  | { readonly kind: 'fold'; readonly shut: boolean }
  | { readonly kind: 'go'; readonly withKeys: boolean }

/** What a key does on a row: the keys of https://www.w3.org/WAI/ARIA/apg/patterns/treeview/ */
function keyAct(key: string, row: Row, open: readonly Row[], folded: ReadonlySet<string>): Act | undefined {
  const at = open.indexOf(row)
  const isOpen = row.hasChildren && !folded.has(row.item.id)
  const away = document.documentElement.dir === 'rtl' ? 'ArrowLeft' : 'ArrowRight'
  const back = away === 'ArrowRight' ? 'ArrowLeft' : 'ArrowRight'
  if (key === 'ArrowDown') return { kind: 'focus', id: open[at + 1]?.item.id }
  if (key === 'ArrowUp') return { kind: 'focus', id: open[at - 1]?.item.id }
  if (key === 'Home') return { kind: 'focus', id: open[0]?.item.id }
  if (key === 'End') return { kind: 'focus', id: open.at(-1)?.item.id }
  if (key === 'Enter' || key === ' ') return { kind: 'go', withKeys: key === 'Enter' }
  if (key === away && row.hasChildren)
    return isOpen ? { kind: 'focus', id: open[at + 1]?.item.id } : { kind: 'fold', shut: false }
  if (key === back) return isOpen ? { kind: 'fold', shut: true } : { kind: 'focus', id: row.parent }
  return undefined
}

/** Keeps the current row in sight while the text scrolls, without moving anything else. */
function useFollow(tree: RefObject<HTMLDivElement | null>, here: string | undefined): void {
  useEffect(() => {
    if (here === undefined) return
    const row = tree.current?.querySelector(`[data-row="${CSS.escape(here)}"]`)
    row?.scrollIntoView({ block: 'nearest' })
  }, [tree, here])
}

interface RowProps extends Pick<Row, 'item' | 'level' | 'hasChildren'> {
  readonly current: boolean
  readonly stop: boolean
  readonly folded: boolean
  readonly threads: number
  readonly differences: number
  readonly brackets: number
}

/** Words that fit into two lines however wide their letters are need no clip, which every frame would pay for. */
const SHORT = 36

const OutlineRow = memo(function OutlineRow(props: RowProps): ReactNode {
  const { item, level, hasChildren, current, stop, folded, threads, differences, brackets } = props
  const classes = [css.row, current && css.current, level === 1 && css.top].filter(Boolean).join(' ')
  return (
    <div
      role="treeitem"
      className={classes}
      style={{ '--row-level': level } as CSSProperties}
      data-row={item.id}
      tabIndex={stop ? 0 : -1}
      aria-level={level}
      aria-selected={current}
      aria-expanded={hasChildren ? !folded : undefined}
    >
      <span className={`${css.fold} ${folded ? css.folded : ''}`} data-fold={hasChildren || undefined} aria-hidden>
        {hasChildren && <IconChevronDown size={14} />}
      </span>
      <span className={css.name}>
        {item.label && <span className={css.number}>{bare(item)}</span>}
        <span className={item.words.length > SHORT ? `${css.heading} ${css.long}` : css.heading} dir="auto">
          {item.words || (item.label ? '' : '…')}
        </span>
      </span>
      <Marks {...{ threads, differences, brackets }} />
    </div>
  )
}, sameRow)

function sameRow({ item: a, ...before }: RowProps, { item: b, ...now }: RowProps): boolean {
  return sameItem(a, b) && (Object.keys(now) as (keyof typeof now)[]).every((key) => before[key] === now[key])
}

/** `Article 12` is shown as `12` and `Article 5, Option 1` as `5, Option 1`: the tree says what they are. */
function bare({ kind, label }: Row['item']): string {
  return kind === 'article' || kind === 'part' ? label.slice(label.indexOf(' ') + 1) : label
}

function Marks({ threads, differences, brackets }: Pick<RowProps, 'threads' | 'differences' | 'brackets'>): ReactNode {
  const { t } = useTranslation()
  return (
    <span className={css.marks}>
      {brackets > 0 && (
        <>
          <span aria-hidden title={t('outline.brackets', { count: brackets })}>
            [{brackets}]
          </span>
          <span className="hidden-words">{t('outline.brackets', { count: brackets })}</span>
        </>
      )}
      {threads > 0 && (
        <>
          <IconMessage size={13} aria-hidden />
          <span aria-hidden>{threads}</span>
          <span className="hidden-words">{t('outline.threads', { count: threads })}</span>
        </>
      )}
      {differences > 0 && (
        <>
          <span className={css.differs} title={t('outline.differs', { count: differences })} />
          <span className="hidden-words">{t('outline.differs', { count: differences })}</span>
        </>
      )}
    </span>
  )
}
