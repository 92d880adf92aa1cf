/** Issuing a version: a name, a document symbol, and the whole text as it stands. */

import { Button, Checkbox, TextInput } from '@mantine/core'
import type { api } from '@travaux/core'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useEscape } from '../app/escape.ts'
import type * as Y from 'yjs'
import { sameName } from './same-name.ts'
import { NumbersNotKept, useIssue } from './use-issue.ts'
import css from './versions.module.css'

interface IssueProps {
  readonly text: api.TextSummary
  /** The living text, where it is open. */
  readonly doc: Y.Doc | undefined
  readonly onClose: () => void
}

export function IssueForm({ text, doc, onClose }: IssueProps): ReactNode {
  const { t } = useTranslation()
  useEscape(true, onClose)
  const [label, setLabel] = useState('')
  const [symbol, setSymbol] = useState(text.symbol)
  const [keeping, setKeeping] = useState(true)
  const issue = useIssue(text, onClose)
  // What this form issued itself is no other version.
  const issued = issue.isPending || issue.error instanceof NumbersNotKept
  const same = issued ? undefined : sameName(label, text.versions)
  return (
    <form
      className={css.form}
      aria-label={t('versions.issue')}
      onSubmit={(event) => {
        event.preventDefault()
        issue.mutate({ label: label.trim(), symbol: symbol.trim(), keepIn: keeping ? doc : undefined })
      }}
    >
      <TextInput
        label={t('versions.label')}
        placeholder={t('versions.labelExample')}
        required
        maxLength={200}
        value={label}
        ref={focusOnce}
        onChange={(event) => setLabel(event.currentTarget.value)}
      />
      {same && (
        <p className={css.warning} role="alert">
          {t('versions.sameName', { number: same.number, label: same.label })}
        </p>
      )}
      <TextInput
        label={t('versions.symbol')}
        placeholder="A/AC.300/CRP.1"
        maxLength={100}
        value={symbol}
        onChange={(event) => setSymbol(event.currentTarget.value)}
      />
      {doc && (
        <Checkbox
          label={t('versions.keepNumbers')}
          description={t('versions.keepNumbersMeaning')}
          checked={keeping}
          onChange={(event) => setKeeping(event.currentTarget.checked)}
        />
      )}
      <p className={css.note}>{t('versions.issueMeaning')}</p>
      {issue.error && (
        <p className={css.problem} role="alert">
          {issue.error instanceof NumbersNotKept
            ? t('versions.numbersNotKept')
            : t('versions.refused', { why: issue.error.message })}
        </p>
      )}
      <div className={css.formFoot}>
        <Button onClick={onClose}>{t('versions.cancel')}</Button>
        <Button
          type="submit"
          variant="filled"
          loading={issue.isPending}
          disabled={label.trim() === '' || issue.error instanceof NumbersNotKept}
        >
          {t('versions.issueNow')}
        </Button>
      </div>
    </form>
  )
}

function focusOnce(field: HTMLInputElement | null): void {
  field?.focus()
}
