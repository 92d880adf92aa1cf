/** Issuing a version: a name, a document symbol, and the whole text as it stands. */

import { Button, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import type { api } from '@travaux/core'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useEscape } from '../app/escape.ts'
import { newId } from '../wire/id.ts'
import { usePost } from '../wire/post.tsx'
import css from './versions.module.css'

interface IssueProps {
  readonly text: api.TextSummary
  readonly onClose: () => void
}

export function IssueForm({ text, onClose }: IssueProps): ReactNode {
  const { t } = useTranslation()
  const post = usePost(text.id)
  useEscape(true, onClose)
  const [label, setLabel] = useState('')
  const [symbol, setSymbol] = useState(text.symbol)
  const issue = useMutation({
    mutationFn: () => post({ type: 'version.issue', version: newId(), label: label.trim(), symbol: symbol.trim() }),
    onSuccess: onClose,
    retry: false,
  })
  return (
    <form
      className={css.form}
      aria-label={t('versions.issue')}
      onSubmit={(event) => {
        event.preventDefault()
        issue.mutate()
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
      <TextInput
        label={t('versions.symbol')}
        placeholder="A/AC.300/CRP.1"
        maxLength={100}
        value={symbol}
        onChange={(event) => setSymbol(event.currentTarget.value)}
      />
      <p className={css.note}>{t('versions.issueMeaning')}</p>
      {issue.error && (
        <p className={css.problem} role="alert">
          {t('versions.refused', { why: issue.error.message })}
        </p>
      )}
      <div className={css.formFoot}>
        <Button onClick={onClose}>{t('versions.cancel')}</Button>
        <Button type="submit" variant="filled" loading={issue.isPending} disabled={label.trim() === ''}>
          {t('versions.issueNow')}
        </Button>
      </div>
    </form>
  )
}

function focusOnce(field: HTMLInputElement | null): void {
  field?.focus()
}
