/** Everything found wrong with the whole text, in one list: each line goes to its place. */

import { Button, CloseButton, Loader, UnstyledButton } from '@mantine/core'
import { findingKinds, type Finding, type FindingKind } from '@travaux/core'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type * as Y from 'yjs'
import { useEscape } from '../app/escape.ts'
import { Aside } from '../text/aside.tsx'
import { useNumbers } from '../text/citations.ts'
import type { Desk } from '../text/desk.ts'
import type { Surface } from '../writing/surface.ts'
import css from './checks.module.css'
import { useChecks } from './use-checks.ts'
import { useNextKeys } from './use-next-keys.ts'

interface ChecksProps {
  readonly desk: Desk
  readonly surface: Surface | null
  readonly doc: Y.Doc
  readonly narrow: boolean
  readonly editable: boolean
}

export function ChecksAside({ desk, surface, doc, narrow, editable }: ChecksProps): ReactNode {
  const { t } = useTranslation()
  const checked = useChecks(doc)
  const numbered = useNumbers(desk)
  // As it is called everywhere else; a clause that is gone by now as it was cited.
  const placeOf = ({ clause, citation }: Finding): string => numbered(clause) ?? citation
  const heading = useRef<HTMLHeadingElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const [made, setMade] = useState('')
  useEffect(() => heading.current?.focus(), [])
  const pressed = useNextKeys(list, heading)
  const makeLive: LineProps['makeLive'] = (finding, { target, says }) => {
    pressed()
    const [words, place] = [finding.words, placeOf(finding)]
    if (surface?.makeLive(finding, target)) setMade(t('checks.made', { words, place, says }))
  }
  const close = (): void => desk.set({ checks: false })
  useEscape(!narrow, close)
  return (
    <Aside
      name="checks"
      drawer={narrow ? { opened: true, onClose: close } : undefined}
      onKeysLeft={() => surface?.focus()}
    >
      <div className={css.head}>
        <h2 className={css.title} ref={heading} tabIndex={-1}>
          {t('checks.title')}
        </h2>
        <output className={css.count}>{checked?.ok && t('checks.count', { count: checked.findings.length })}</output>
        <CloseButton size="sm" aria-label={t('checks.close')} onClick={close} />
      </div>
      {!checked && <Loader size="xs" aria-label={t('failure.waiting')} />}
      {checked?.ok === false && <p role="alert">{t('checks.failed', { why: checked.says })}</p>}
      <output className="hidden-words" aria-live="polite">
        {made}
      </output>
      <div ref={list}>
        {checked?.ok && surface && (
          <Findings findings={checked.findings} {...{ surface, editable, placeOf, makeLive }} />
        )}
      </div>
    </Aside>
  )
}

interface FindingsProps {
  readonly findings: readonly Finding[]
  readonly surface: Surface
  readonly editable: boolean
  /** What the clause of a finding is called. */
  readonly placeOf: (finding: Finding) => string
  /** Puts a live reference in place of the typed one that was found. */
  readonly makeLive: (finding: Finding, fix: NonNullable<Finding['fix']>) => void
}

function Findings({ findings, ...rest }: FindingsProps): ReactNode {
  const { t } = useTranslation()
  if (findings.length === 0) return <p className={css.note}>{t('checks.empty')}</p>
  const byKind = Map.groupBy(findings, ({ kind }) => kind)
  return findingKinds
    .filter((kind) => byKind.has(kind))
    .map((kind) => <Kind key={kind} kind={kind} findings={byKind.get(kind) ?? []} {...rest} />)
}

function Kind({ kind, findings, ...rest }: FindingsProps & { readonly kind: FindingKind }): ReactNode {
  const { t } = useTranslation()
  return (
    <section className={css.kind} aria-label={t(`checks.kinds.${kind}`)}>
      <h3 className={css.heading}>
        {t(`checks.kinds.${kind}`)} <span className={css.count}>{findings.length}</span>
      </h3>
      <p className={css.note}>{t(`checks.meaning.${kind}`)}</p>
      <ul>
        {findings.map((finding) => (
          <Line key={`${finding.clause} ${finding.from}`} finding={finding} {...rest} />
        ))}
      </ul>
    </section>
  )
}

interface LineProps extends Omit<FindingsProps, 'findings'> {
  readonly finding: Finding
}

function Line({ finding, surface, editable, placeOf, makeLive }: LineProps): ReactNode {
  const { t } = useTranslation()
  const { words, fix } = finding
  const place = placeOf(finding)
  return (
    <li className={css.line}>
      <UnstyledButton className={css.place} onClick={() => surface.select(finding)}>
        <bdi className={css.cite}>{place}</bdi> <span className={css.words}>{words}</span>
      </UnstyledButton>
      {fix && editable && (
        <Button
          size="compact-xs"
          variant="default"
          aria-label={t('checks.makeLive', { words, says: fix.says, place })}
          data-fix
          onClick={() => makeLive(finding, fix)}
        >
          {fix.says === words ? t('checks.liveAsTyped') : t('checks.live', { says: fix.says })}
        </Button>
      )}
    </li>
  )
}
