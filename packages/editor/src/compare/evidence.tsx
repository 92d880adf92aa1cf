/** Why two clauses stand in one pair and how sure that is: quietly, on demand, with the means to correct it. */

import { ActionIcon, Button, NativeSelect, Tooltip } from '@mantine/core'
import { IconHelpCircle } from '@tabler/icons-react'
import { leastSure, type Pair, type Side } from '@travaux/core'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from '../app/router.tsx'
import css from './compare.module.css'
import { useCorrecting, type Correcting } from './correcting.ts'
import { Tags } from './tags.tsx'

/** What happened to a pair, and behind a button why it is one. */
export function TaggedPair({ pair }: { readonly pair: Pair }): ReactNode {
  const { t } = useTranslation()
  const [opened, setOpened] = useState(false)
  const unsure = pair.sure < leastSure
  return (
    <>
      <div className={css.tagLine}>
        <Tags pair={pair} />
        {unsure && <span className={css.unsure}>{t('compare.unsure')}</span>}
        <Tooltip label={t('compare.why.title')}>
          <ActionIcon
            className={css.whyButton}
            size={20}
            aria-label={t('compare.why.title')}
            aria-expanded={opened}
            onClick={() => setOpened(!opened)}
          >
            <IconHelpCircle size={14} />
          </ActionIcon>
        </Tooltip>
      </div>
      {opened && <Evidence pair={pair} />}
    </>
  )
}

function Evidence({ pair }: { readonly pair: Pair }): ReactNode {
  const { t, i18n } = useTranslation()
  const correcting = useCorrecting()
  const sure = new Intl.NumberFormat(i18n.language, { style: 'percent' }).format(pair.sure)
  const clause = (pair.new[0] ?? pair.old[0])?.id
  return (
    <div className={css.evidence}>
      <p>
        {t(`compare.why.${pair.why}`)} {pair.why !== 'alone' && t('compare.sure', { sure })}
        {pair.typographic && ` ${t('compare.typographic')}`}
      </p>
      {correcting && (
        <div className={css.evidenceTools}>
          {correcting.correct && <Corrector pair={pair} pairs={correcting.pairs} correct={correcting.correct} />}
          {clause !== undefined && <Link to={correcting.historyOf(clause)}>{t('compare.historyOf')}</Link>}
        </div>
      )}
    </div>
  )
}

interface CorrectorProps {
  readonly pair: Pair
  readonly pairs: readonly Pair[]
  readonly correct: NonNullable<Correcting['correct']>
}

function Corrector({ pair, pairs, correct }: CorrectorProps): ReactNode {
  const { t } = useTranslation()
  if (pair.why === 'alone') return <Joiner {...{ pair, pairs, correct }} />
  const as = pair.why === 'given' ? 'found' : 'parted'
  const correctAll = (): void => {
    for (const old of pair.old) for (const now of pair.new) correct([old.id, now.id], as)
  }
  return <Button onClick={correctAll}>{t(as === 'found' ? 'compare.takeBack' : 'compare.part')}</Button>
}

/** Joins a clause that has no partner with one of the other side: those without a partner are named first. */
function Joiner({ pair, pairs, correct }: CorrectorProps): ReactNode {
  const { t } = useTranslation()
  const added = pair.old.length === 0
  const own = (added ? pair.new : pair.old)[0]
  const others = pairs.filter((other) => (added ? other.old : other.new).length > 0)
  const items = (of: readonly Pair[]) =>
    of.flatMap((other) => (added ? other.old : other.new)).map((side) => ({ value: side.id, label: named(side) }))
  if (!own || others.length === 0) return null
  const [alone, paired] = [others.filter(({ why }) => why === 'alone'), others.filter(({ why }) => why !== 'alone')]
  return (
    <NativeSelect
      size="xs"
      aria-label={t('compare.join')}
      value=""
      data={[
        { value: '', label: t('compare.join') },
        { group: t('compare.withoutPartner'), items: items(alone) },
        { group: t('compare.withPartner'), items: items(paired) },
      ].filter((option) => !('items' in option) || option.items.length > 0)}
      onChange={({ currentTarget: { value } }) => {
        if (value !== '') correct(added ? [value, own.id] : [own.id, value], 'joined')
      }}
    />
  )
}

function named({ number, text }: Side): string {
  return `${number}: ${text.length > 60 ? `${text.slice(0, 60)}…` : text}`
}
