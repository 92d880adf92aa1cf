/** Find and replace over the whole text: opened by Ctrl+F or Ctrl+H, closed by Escape, which leaves the match selected. */

import { ActionIcon, Button, Checkbox, CloseButton, NativeSelect, TextInput, Tooltip } from '@mantine/core'
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react'
import type { Search } from '@travaux/core'
import { useEffect, useLayoutEffect, useRef, useState, type KeyboardEvent, type ReactNode, type RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from '../app/store.ts'
import type { Desk } from '../text/desk.ts'
import type { Surface } from '../writing/surface.ts'
import { withKeys } from '../words/apart.ts'
import { keysIn } from '../words/keyboard.ts'
import css from './find.module.css'
import { scopeNames, scopeOf, scopes, type Scope } from './scopes.ts'
import { useFind, type Finding } from './use-find.ts'

interface FindBarProps {
  readonly surface: Surface
  readonly desk: Desk
  readonly editable: boolean
  /** What it stands over. */
  readonly scroller: RefObject<HTMLElement | null>
  readonly hidden: boolean
  /** Counts up each time the search is asked for. */
  readonly asked: number
  readonly onClose: () => void
}

export function FindBar({ surface, desk, editable, scroller, hidden, asked, onClose }: FindBarProps): ReactNode {
  const { t } = useTranslation()
  const finding = useFind(surface, desk)
  const alone = useStore(desk, (state) => state.focus !== null)
  const field = useRef<HTMLInputElement>(null)
  const bar = useRef<HTMLElement>(null)
  useRoom(bar, scroller)
  useEffect(() => {
    if (asked === 0) return
    field.current?.focus()
    field.current?.select()
  }, [asked])
  const close = (): void => {
    finding.select()
    onClose()
  }
  return (
    // The keys are those of what stands in it.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <search
      ref={bar}
      hidden={hidden}
      className={css.bar}
      aria-label={t(editable ? 'find.title' : 'keys.find')}
      aria-busy={finding.working}
      onKeyDownCapture={barKeys(finding, close)}
    >
      <Words finding={finding} field={field} />
      {editable && <Replacement finding={finding} onDone={() => field.current?.focus()} />}
      <Done finding={finding} />
      <InNote finding={finding} />
      <Options finding={finding} />
      {alone && <span className={css.count}>{t('find.articleOnly')}</span>}
      <CloseButton aria-label={t('find.close')} onClick={close} className={css.close} />
    </search>
  )
}

/** The bar takes its room from the head of the page: the lines one reads stay where they are as it comes, grows and goes. */
function useRoom(bar: RefObject<HTMLElement | null>, scroller: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const [element, page] = [bar.current, scroller.current]
    if (!element || !page) return undefined
    let room = 0
    const take = (height: number): void => {
      // At its very beginning the page has nothing to scroll away: there it moves down.
      if (page.scrollTop > 0) page.scrollTop += height - room
      room = height
    }
    // While it is hidden with the page, nothing is to be kept in place.
    const observer = new ResizeObserver(() => element.hidden || take(element.offsetHeight))
    take(element.offsetHeight)
    observer.observe(element)
    return () => {
      observer.disconnect()
      take(0)
    }
  }, [bar, scroller])
}

/**
 * Escape closes the bar and nothing else; Ctrl+Z takes back the replacement that was just done. To be heard before a
 * button that has the focus takes Escape to put its tooltip away.
 */
function barKeys(finding: Finding, close: () => void): (event: KeyboardEvent) => void {
  return (event) => {
    const undoes = event.key.toLowerCase() === 'z' && (event.ctrlKey || event.metaKey) && !event.shiftKey
    if (event.key === 'Escape') close()
    else if (!undoes || !finding.takeBack()) return
    event.preventDefault()
    event.stopPropagation()
  }
}

interface PartProps {
  readonly finding: Finding
}

interface WordsProps extends PartProps {
  readonly field: RefObject<HTMLInputElement | null>
}

function Words({ finding, field }: WordsProps): ReactNode {
  const { t } = useTranslation()
  const { search, result, at, change, step } = finding
  const count = result.ok ? result.matches.length : 0
  const says = result.ok ? t('find.position', { at: count === 0 ? 0 : at + 1, count }) : t('find.notPattern')
  const keys = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') step(event.shiftKey ? -1 : 1)
  }
  return (
    <div className={css.row}>
      <TextInput
        className={css.field}
        ref={field}
        aria-label={t('find.words')}
        placeholder={t('find.words')}
        error={!result.ok}
        value={search.words}
        onChange={({ currentTarget }) => change({ words: currentTarget.value })}
        onKeyDown={keys}
      />
      <output className={css.count}>{search.words === '' ? '' : says}</output>
      <Step label={t('find.previous')} keys="Shift+Enter" onStep={() => step(-1)} icon={<IconChevronUp size={16} />} />
      <Step label={t('find.next')} keys="Enter" onStep={() => step(1)} icon={<IconChevronDown size={16} />} />
    </div>
  )
}

interface StepProps {
  readonly label: string
  readonly keys: string
  readonly icon: ReactNode
  readonly onStep: () => void
}

/** For the pointer: the field has its keys, and Tab goes from what is looked for to what takes its place. */
function Step({ label, keys, icon, onStep }: StepProps): ReactNode {
  const { language } = useTranslation().i18n
  return (
    <Tooltip label={withKeys(label, keysIn(language, keys))}>
      <ActionIcon variant="subtle" tabIndex={-1} aria-label={label} onClick={onStep}>
        {icon}
      </ActionIcon>
    </Tooltip>
  )
}

interface ReplacementProps extends PartProps {
  /** Nothing is left to replace: what was pressed can be pressed no more. */
  readonly onDone: () => void
}

function Replacement({ finding, onDone }: ReplacementProps): ReactNode {
  const { t } = useTranslation()
  const [by, setBy] = useState('')
  const count = finding.result.ok ? finding.result.matches.length : 0
  const replace = (): void => {
    finding.replace(by)
    if (count === 1) onDone()
  }
  const replaceAll = (): void => {
    finding.replaceAll(by)
    onDone()
  }
  return (
    <div className={css.row}>
      <TextInput
        className={css.field}
        aria-label={t('find.replacement')}
        placeholder={t('find.replacement')}
        value={by}
        onChange={({ currentTarget }) => {
          setBy(currentTarget.value)
          finding.settle()
        }}
      />
      <Button size="compact-sm" variant="default" disabled={count === 0} onClick={replace}>
        {t('find.replace')}
      </Button>
      <Button size="compact-sm" variant="default" disabled={count === 0} onClick={replaceAll}>
        {t('find.replaceAll')}
      </Button>
    </div>
  )
}

/** The words of a footnote around what was found in it: the page marks its sign alone. */
function InNote({ finding: { note } }: PartProps): ReactNode {
  const { t } = useTranslation()
  if (!note) return null
  const { number, before, words, behind } = note
  return (
    <output className={css.note} aria-label={t('find.note')}>
      {t('refer.footnote', { number })}
      {': '}
      <bdi>
        {before}
        <mark>{words}</mark>
        {behind}
      </bdi>
    </output>
  )
}

/** What was replaced, and what could not be. */
function Done({ finding: { working, replaced } }: PartProps): ReactNode {
  const { t } = useTranslation()
  if (working) return <output className={css.count}>{t('find.working')}</output>
  if (replaced === null) return null
  return (
    <output className={css.count}>
      {t('find.replaced', { count: replaced.replaced })}
      {replaced.left > 0 && ` · ${t('find.left', { count: replaced.left })}`}
    </output>
  )
}

const options = ['matchCase', 'wholeWord', 'pattern', 'inBrackets'] as const satisfies readonly (keyof Search)[]

function Options({ finding: { search, change } }: PartProps): ReactNode {
  const { t } = useTranslation()
  return (
    <fieldset className={css.options}>
      <legend className="hidden-words">{t('find.options')}</legend>
      <NativeSelect
        className={css.where}
        size="xs"
        aria-label={t('find.where')}
        value={scopeOf(search.kinds)}
        onChange={({ currentTarget }) => change({ kinds: scopes[currentTarget.value as Scope] })}
        data={scopeNames.map((value) => ({ value, label: t(`find.in.${value}`) }))}
      />
      {options.map((option) => (
        <Checkbox
          key={option}
          size="xs"
          label={t(`find.${option}`)}
          checked={search[option]}
          onChange={({ currentTarget }) => change({ [option]: currentTarget.checked })}
        />
      ))}
    </fieldset>
  )
}
