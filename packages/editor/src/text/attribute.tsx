/** The form that says who a bracketed wording is attributed to. */

import { Button, Modal, TagsInput } from '@mantine/core'
import { isSponsor } from '@travaux/core'
import { useEffect, useMemo, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from '../app/store.ts'
import { atOnce, takeKeys } from '../app/take-keys.ts'
import { isKnown, meant, type KnownName } from '../states/known.ts'
import { useNames } from '../states/use-names.ts'
import type { Surface } from '../writing/surface.ts'
import type { Desk } from './desk.ts'
import css from './text.module.css'

interface AttributionProps {
  readonly surface: Surface
  readonly desk: Desk
  readonly language: string
}

/** Tells the surface the names to offer, and opens the form when it is asked for. */
export function Attribution({ surface, desk, language }: AttributionProps): ReactNode {
  const { t } = useTranslation()
  const names = useNames(language)
  const opened = useStore(desk, (state) => state.attributing)
  useEffect(() => surface.setNames(names), [surface, names])
  const close = (): void => desk.set({ attributing: false })
  return (
    <Modal.Root opened={opened} onClose={close} yOffset="8dvh" {...atOnce}>
      <Modal.Overlay />
      <Modal.Content aria-label={t('attribution.title')}>
        <Modal.Body>
          <Form {...{ surface, names }} onClose={close} />
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  )
}

interface FormProps {
  readonly surface: Surface
  readonly names: readonly KnownName[]
  readonly onClose: () => void
}

/** Enough to choose from; the rest is found by typing. */
const MOST_SHOWN = 8
const LONGEST_QUOTE = 160

function Form({ surface, names, onClose }: FormProps): ReactNode {
  const { t } = useTranslation()
  const [target] = useState(() => surface.attributable())
  const [sponsors, setSponsors] = useState<string[]>([...(target?.sponsors ?? [])])
  const [lost, setLost] = useState(false)
  const attribute = (): void => {
    if (target?.attribute(sponsors) !== true) return setLost(true)
    onClose()
  }
  const unreadable = sponsors.filter((name) => !isSponsor(name))
  return (
    <form
      className={css.attribution}
      onSubmit={(event) => {
        event.preventDefault()
        attribute()
      }}
    >
      <h2>{t('attribution.title')}</h2>
      <blockquote className={css.attributed}>{shortened(target?.words ?? '')}</blockquote>
      <Sponsors {...{ names, sponsors, unreadable }} onChange={setSponsors} />
      {lost && (
        <p className={css.lost} role="alert">
          {t('attribution.lost')}
        </p>
      )}
      <div className={css.attributionFoot}>
        <Button type="submit" variant="filled" disabled={unreadable.length > 0}>
          {t('attribution.set')}
        </Button>
        <Button onClick={onClose}>{t('attribution.cancel')}</Button>
      </div>
    </form>
  )
}

interface SponsorsProps {
  readonly names: readonly KnownName[]
  readonly sponsors: string[]
  /** Those that cannot stand in a bracket. */
  readonly unreadable: readonly string[]
  readonly onChange: (sponsors: string[]) => void
}

/**
 * The names, and a list to choose one from: open while one types or asks for it, and closed by each choice. What is typed
 * is the name that it begins, where the list is open and has one alone; a name that is on no list is pointed out.
 */
function Sponsors({ names, sponsors, unreadable, onChange }: SponsorsProps): ReactNode {
  const { t } = useTranslation()
  const data = useMemo(() => names.map(({ name }) => name), [names])
  const [listed, setListed] = useState(false)
  const strange = sponsors.find((name) => !isKnown(names, name))
  const completed = (chosen: readonly string[]): string[] => [
    ...new Set(chosen.map((name) => (listed && !sponsors.includes(name) ? meant(names, name) : name))),
  ]
  return (
    <TagsInput
      label={t('attribution.to')}
      description={
        strange === undefined ? t('attribution.how') : <output>{t('attribution.strange', { name: strange })}</output>
      }
      data={data}
      limit={MOST_SHOWN}
      maxDropdownHeight="min(280px, 34dvh)"
      value={sponsors}
      onChange={(chosen) => {
        onChange(completed(chosen))
        setListed(false)
      }}
      onSearchChange={(typed) => setListed(typed !== '')}
      dropdownOpened={listed}
      onDropdownOpen={() => setListed(true)}
      onDropdownClose={() => setListed(false)}
      openOnFocus={false}
      onClick={() => setListed(true)}
      splitChars={[',', '،', '、']}
      error={unreadable.length > 0 && t('attribution.unreadable', { name: unreadable[0] })}
      ref={takeKeys}
      data-autofocus
      acceptValueOnBlur
      comboboxProps={{ withinPortal: false }}
      classNames={{ dropdown: css.names ?? '' }}
    />
  )
}

function shortened(words: string): string {
  return words.length > LONGEST_QUOTE ? `${words.slice(0, LONGEST_QUOTE)}…` : words
}
